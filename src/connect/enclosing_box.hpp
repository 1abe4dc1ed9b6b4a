#pragma once

#include <optional>

#include "claim/formula.hpp"
#include "exact/algebraic_point.hpp"

namespace isthmus {

/// Whether every point of the box given by the coordinates' enclosures satisfies the formula, shown by ball arithmetic;
/// false means only that this precision does not show it.
bool box_inside(const Formula& formula, const AlgebraicPoint& enclosure, long precision);

/// A rational point that a segment inside the set of the formula joins to the given one: that point itself if it is
/// rational, or one in a box around it inside the set. nullopt if it is not in the set, or no box is small enough.
std::optional<Point> rational_point_beside(const Formula& formula, const AlgebraicPoint& point);

}  // namespace isthmus
