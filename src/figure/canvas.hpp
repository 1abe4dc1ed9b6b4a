#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace isthmus {

struct Colour {
  std::uint8_t red = 0;
  std::uint8_t green = 0;
  std::uint8_t blue = 0;
  friend bool operator==(const Colour&, const Colour&) = default;
};

/// In pixels; x to the right, y downwards.
struct CanvasPoint {
  double x = 0;
  double y = 0;
};

struct Style {
  std::optional<Colour> fill;
  std::optional<Colour> stroke;
  double width = 1;
  bool dashed = false;
  double opacity = 1;
};

struct PathItem {
  std::vector<std::vector<CanvasPoint>> parts;
  bool closed = false;
  Style style;
};

struct DiscItem {
  CanvasPoint centre;
  double radius = 3;
  Style style;
};

enum class Anchor { start, middle, end };

struct TextItem {
  CanvasPoint place;  ///< on the base line
  std::string text;   ///< UTF-8
  double size = 13;
  Anchor anchor = Anchor::start;
  Colour colour = {0x22, 0x22, 0x22};
  bool bold = false;
  bool halo = false;  ///< white around the letters
};

/// What is drawn, from back to front. SVG and PNG show the same.
struct Canvas {
  double width = 0;
  double height = 0;
  std::string title;  ///< in words, for who cannot see it
  std::string description;
  std::vector<std::variant<PathItem, DiscItem, TextItem>> items;
};

/// The canvas as an SVG document, nothing but its own text. The same canvas gives the same bytes.
std::string svg_text(const Canvas& canvas);

/// The canvas as the bytes of a PNG file, on white; `scale` pixels of the file for one of the canvas. Throws
/// InternalError if cairo fails.
std::string png_bytes(const Canvas& canvas, double scale);

}  // namespace isthmus
