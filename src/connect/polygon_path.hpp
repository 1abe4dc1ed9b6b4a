#pragma once

#include <vector>

#include "connect/path.hpp"

namespace isthmus {

/// A path of straight segments inside a set of any kind from one of its points to another, with corners among the given
/// points: one leg, every segment checked exactly by the roots along it. Undecided if there is none, or if an end has
/// irrational coordinates.
std::vector<PathLeg> polygon_path(const SemialgebraicSet& set, const AlgebraicPoint& from, const AlgebraicPoint& to,
                                  const std::vector<Point>& corners);

/// Whether the closed segment lies in the set. Exact.
bool contains_segment(const SemialgebraicSet& set, const Point& from, const Point& to);

}  // namespace isthmus
