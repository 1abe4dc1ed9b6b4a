#include "figure/page.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "figure/palette.hpp"

namespace isthmus {
namespace {

constexpr std::size_t kMostRows = 12;

bool continues(char c) { return (static_cast<unsigned char>(c) & 0xc0U) == 0x80U; }

/// At most this many bytes, whole characters.
std::string shortened(const std::string& text, std::size_t most) {
  if (text.size() <= most) return text;
  std::size_t end = most - 1;
  while (end > 0 && continues(text[end])) --end;
  return text.substr(0, end) + "\u2026";
}

std::string sample_text(const Picture& picture, const DrawnSample& sample) {
  const bool inside = !sample.place.empty() && std::all_of(sample.place.begin(), sample.place.end(),
                                                           [](double value) { return value >= 0 && value <= 1; });
  const std::string where = sample.place.empty() || inside ? "" : " (outside the box)";
  return fmt::format("{}: {}{}", *picture.components == 1 ? "contains" : std::to_string(sample.component + 1),
                     sample.text, where);
}

}  // namespace

std::vector<std::string> wrapped(const std::string& text, std::size_t width, std::size_t most) {
  std::vector<std::string> lines;
  std::string rest = text;
  while (rest.size() > width && lines.size() + 1 < most) {
    std::size_t end = rest.find_last_of(" *+-", width - 1);
    end = end == std::string::npos || end < width / 3 ? width : end + 1;
    while (end > 1 && continues(rest[end])) --end;
    lines.push_back(rest.substr(0, end));
    rest.erase(0, end);
  }
  lines.push_back(shortened(rest, width));
  return lines;
}

Page page_with_heading(const std::string& title, const std::string& result) {
  Page page;
  page.canvas.width = kPageWidth;
  page.canvas.title = title;
  page.canvas.description = result;
  double y = 10;
  for (const std::string& line : wrapped(title, 60, 3)) {
    y += 19;
    page.canvas.items.push_back(TextItem{{kPageMargin, y}, line, 15, Anchor::start, kInk, true});
  }
  for (const std::string& line : wrapped(result, 84, 3)) {
    y += 18;
    page.canvas.items.push_back(TextItem{{kPageMargin, y}, line});
  }
  page.bottom = y + 8;
  return page;
}

std::string result_text(const Picture& picture) {
  if (!picture.components) return "undecided: " + picture.undecided + "; drawn in one colour";
  if (*picture.components == 0) return "the set is empty, proved";
  return fmt::format("{} component{}, proved", *picture.components, *picture.components == 1 ? "" : "s");
}

void add_notes(Page& page, const std::vector<std::string>& notes) {
  for (const std::string& note : notes)
    for (const std::string& line : wrapped(note, 100, 4)) {
      page.bottom += 15;
      page.canvas.items.push_back(TextItem{{kPageMargin, page.bottom}, line, 11, Anchor::start, kFaint});
    }
  page.bottom += 12;
  page.canvas.height = page.bottom;
}

void add_legend(Page& page, const Picture& picture) {
  std::vector<std::string> texts;
  for (const DrawnSample& sample : picture.samples) texts.push_back(sample_text(picture, sample));
  const bool brief = std::all_of(texts.begin(), texts.end(), [](const std::string& text) { return text.size() < 38; });
  const std::size_t columns = brief && texts.size() > 4 ? 2 : 1;
  const std::size_t shown = std::min(texts.size(), kMostRows * columns);
  const std::size_t rows = (shown + columns - 1) / columns;
  for (std::size_t i = 0; i < shown; ++i) {
    const double x = kPageMargin + static_cast<double>(i / std::max<std::size_t>(rows, 1)) * 310;
    const double y = page.bottom + 18 * static_cast<double>(i % rows + 1);
    const Style swatch{component_colour(picture.samples[i].component), std::nullopt};
    page.canvas.items.push_back(DiscItem{{x + 6, y - 4.5}, 5.5, swatch});
    page.canvas.items.push_back(TextItem{{x + 18, y}, shortened(texts[i], 82), 12});
  }
  page.bottom += 18 * static_cast<double>(rows) + 2;
  std::vector<std::string> notes = picture.notes;
  if (shown < texts.size()) notes.insert(notes.begin(), fmt::format("and {} more components", texts.size() - shown));
  add_notes(page, notes);
}

}  // namespace isthmus
