#pragma once

#include <vector>

#include "plot/picture.hpp"

namespace isthmus {

/// The part of a polygon in the unit square (Sutherland, Hodgman 1974); fewer than three points if there is none.
std::vector<FlatPoint> clipped_polygon(std::vector<FlatPoint> polygon);

/// The parts of a polyline in the unit square.
std::vector<std::vector<FlatPoint>> clipped_line(const std::vector<FlatPoint>& line);

}  // namespace isthmus
