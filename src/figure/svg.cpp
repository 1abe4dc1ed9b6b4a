#include <fmt/format.h>

#include "figure/canvas.hpp"
#include "report/markup.hpp"

namespace isthmus {
namespace {

/// To a hundredth, without zeros that say nothing.
std::string number(double value) {
  std::string text = fmt::format("{:.2f}", value);
  while (text.back() == '0') text.pop_back();
  if (text.back() == '.') text.pop_back();
  return text == "-0" ? "0" : text;
}

std::string colour(const std::optional<Colour>& colour) {
  if (!colour) return "none";
  return fmt::format("#{:02x}{:02x}{:02x}", colour->red, colour->green, colour->blue);
}

std::string attributes(const Style& style) {
  std::string text = fmt::format(" fill=\"{}\"", colour(style.fill));
  if (style.stroke)
    text += fmt::format(" stroke=\"{}\" stroke-width=\"{}\"", colour(style.stroke), number(style.width));
  if (style.stroke && style.dashed) text += fmt::format(" stroke-dasharray=\"{} {}\"", number(4), number(3));
  if (style.opacity < 1) text += fmt::format(" opacity=\"{}\"", number(style.opacity));
  return text;
}

std::string element(const PathItem& path) {
  std::string data;
  for (const auto& part : path.parts) {
    for (std::size_t i = 0; i < part.size(); ++i)
      data += fmt::format("{}{} {}", i == 0 ? "M" : i == 1 ? "L" : " ", number(part[i].x), number(part[i].y));
    if (path.closed) data += "Z";
  }
  return fmt::format("<path d=\"{}\"{}/>\n", data, attributes(path.style));
}

std::string element(const DiscItem& disc) {
  return fmt::format("<circle cx=\"{}\" cy=\"{}\" r=\"{}\"{}/>\n", number(disc.centre.x), number(disc.centre.y),
                     number(disc.radius), attributes(disc.style));
}

std::string element(const TextItem& text) {
  constexpr const char* anchors[] = {"start", "middle", "end"};
  std::string more;
  if (text.anchor != Anchor::start)
    more += fmt::format(" text-anchor=\"{}\"", anchors[static_cast<std::size_t>(text.anchor)]);
  if (text.bold) more += " font-weight=\"bold\"";
  if (text.halo) more += " stroke=\"#ffffff\" stroke-width=\"3\" paint-order=\"stroke\"";
  return fmt::format("<text x=\"{}\" y=\"{}\" font-size=\"{}\" fill=\"{}\"{}>{}</text>\n", number(text.place.x),
                     number(text.place.y), number(text.size), colour(text.colour), more, escaped(text.text));
}

}  // namespace

std::string svg_text(const Canvas& canvas) {
  std::string text = fmt::format(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {0} {1}\" width=\"{0}\" height=\"{1}\" role=\"img\" "
      "font-family=\"DejaVu Sans, Verdana, sans-serif\" stroke-linejoin=\"round\" stroke-linecap=\"round\">\n",
      number(canvas.width), number(canvas.height));
  text += fmt::format("<title>{}</title>\n<desc>{}</desc>\n", escaped(canvas.title), escaped(canvas.description));
  text += "<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n";
  for (const auto& item : canvas.items) text += std::visit([](const auto& i) { return element(i); }, item);
  return text + "</svg>\n";
}

}  // namespace isthmus
