#include <cairo.h>

#include <memory>

#include "exact/error.hpp"
#include "figure/canvas.hpp"

namespace isthmus {
namespace {

constexpr double kFullTurn = 6.283185307179586;

/// Draws on a cairo context.
class Brush {
 public:
  explicit Brush(cairo_t* context) : context_(context) {
    cairo_set_line_join(context, CAIRO_LINE_JOIN_ROUND);
    cairo_set_line_cap(context, CAIRO_LINE_CAP_ROUND);
  }

  void draw(const PathItem& path) {
    cairo_new_path(context_);
    for (const auto& part : path.parts) {
      for (std::size_t i = 0; i < part.size(); ++i) {
        if (i == 0) cairo_move_to(context_, part[i].x, part[i].y);
        cairo_line_to(context_, part[i].x, part[i].y);
      }
      if (path.closed) cairo_close_path(context_);
    }
    paint(path.style);
  }

  void draw(const DiscItem& disc) {
    cairo_new_path(context_);
    cairo_arc(context_, disc.centre.x, disc.centre.y, disc.radius, 0, kFullTurn);
    paint(disc.style);
  }

  void draw(const TextItem& text) {
    cairo_select_font_face(context_, "DejaVu Sans", CAIRO_FONT_SLANT_NORMAL,
                           text.bold ? CAIRO_FONT_WEIGHT_BOLD : CAIRO_FONT_WEIGHT_NORMAL);
    cairo_set_font_size(context_, text.size);
    cairo_text_extents_t extents;
    cairo_text_extents(context_, text.text.c_str(), &extents);
    const double share = text.anchor == Anchor::start ? 0 : text.anchor == Anchor::middle ? 0.5 : 1;
    cairo_new_path(context_);
    cairo_move_to(context_, text.place.x - share * extents.x_advance, text.place.y);
    cairo_text_path(context_, text.text.c_str());
    const Colour white{0xff, 0xff, 0xff};
    paint({text.colour, text.halo ? std::optional(white) : std::nullopt, 3, false, 1}, true);
  }

 private:
  void use(const Colour& colour, double opacity) {
    cairo_set_source_rgba(context_, colour.red / 255.0, colour.green / 255.0, colour.blue / 255.0, opacity);
  }

  void paint(const Style& style, bool stroke_first = false) {
    if (stroke_first) stroke(style);
    if (style.fill) {
      use(*style.fill, style.opacity);
      cairo_fill_preserve(context_);
    }
    if (!stroke_first) stroke(style);
    cairo_new_path(context_);
  }

  void stroke(const Style& style) {
    if (!style.stroke) return;
    const double dashes[] = {4, 3};
    cairo_set_dash(context_, dashes, style.dashed ? 2 : 0, 0);
    cairo_set_line_width(context_, style.width);
    use(*style.stroke, style.opacity);
    cairo_stroke_preserve(context_);
  }

  cairo_t* context_;
};

struct Release {
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
  void operator()(cairo_t* context) const { cairo_destroy(context); }
};

cairo_status_t append(void* bytes, const unsigned char* data, unsigned length) {
  static_cast<std::string*>(bytes)->append(reinterpret_cast<const char*>(data), length);
  return CAIRO_STATUS_SUCCESS;
}

}  // namespace

std::string png_bytes(const Canvas& canvas, double scale) {
  const std::unique_ptr<cairo_surface_t, Release> surface(cairo_image_surface_create(
      CAIRO_FORMAT_RGB24, static_cast<int>(canvas.width * scale), static_cast<int>(canvas.height * scale)));
  const std::unique_ptr<cairo_t, Release> context(cairo_create(surface.get()));
  cairo_scale(context.get(), scale, scale);
  cairo_set_source_rgb(context.get(), 1, 1, 1);
  cairo_paint(context.get());
  Brush brush(context.get());
  for (const auto& item : canvas.items) std::visit([&](const auto& i) { brush.draw(i); }, item);
  ensure(cairo_status(context.get()) == CAIRO_STATUS_SUCCESS, "cairo could not draw a figure");
  std::string bytes;
  ensure(cairo_surface_write_to_png_stream(surface.get(), append, &bytes) == CAIRO_STATUS_SUCCESS,
         "cairo could not write a PNG");
  return bytes;
}

}  // namespace isthmus
