#include "plot/clip.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace isthmus {
namespace {

FlatPoint between(const FlatPoint& a, const FlatPoint& b, double t) {
  return {a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)};
}

/// Coordinate or 1 - coordinate: not negative on one side of a line that bounds the square.
double height(const FlatPoint& p, int side) {
  const double value = side < 2 ? p.x : p.y;
  return side % 2 == 0 ? value : 1 - value;
}

/// The part of a segment in the square, by the parameters of its ends (Liang, Barsky 1984).
std::optional<std::pair<double, double>> clipped(const FlatPoint& a, const FlatPoint& b) {
  double first = 0;
  double last = 1;
  for (int side = 0; side < 4; ++side) {
    const double from = height(a, side);
    const double to = height(b, side);
    if (from < 0 && to < 0) return std::nullopt;
    if (from < 0) first = std::max(first, from / (from - to));
    if (to < 0) last = std::min(last, from / (from - to));
  }
  if (first > last) return std::nullopt;
  return std::pair(first, last);
}

}  // namespace

std::vector<FlatPoint> clipped_polygon(std::vector<FlatPoint> polygon) {
  for (int side = 0; side < 4; ++side) {
    std::vector<FlatPoint> kept;
    for (std::size_t i = 0; i < polygon.size(); ++i) {
      const FlatPoint& a = polygon[i];
      const FlatPoint& b = polygon[(i + 1) % polygon.size()];
      const double from = height(a, side);
      const double to = height(b, side);
      if (from >= 0) kept.push_back(a);
      if ((from >= 0) != (to >= 0)) kept.push_back(between(a, b, from / (from - to)));
    }
    polygon = std::move(kept);
  }
  return polygon;
}

std::vector<std::vector<FlatPoint>> clipped_line(const std::vector<FlatPoint>& line) {
  std::vector<std::vector<FlatPoint>> parts;
  bool open = false;
  for (std::size_t i = 0; i + 1 < line.size(); ++i) {
    const auto range = clipped(line[i], line[i + 1]);
    if (!range) {
      open = false;
      continue;
    }
    const auto [first, last] = *range;
    if (!open || first > 0) parts.push_back({between(line[i], line[i + 1], first)});
    parts.back().push_back(between(line[i], line[i + 1], last));
    open = last >= 1;
  }
  return parts;
}

}  // namespace isthmus
