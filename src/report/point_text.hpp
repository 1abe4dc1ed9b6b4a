#pragma once

#include <string>
#include <vector>

#include "exact/algebraic_point.hpp"

namespace isthmus {

/// 'x=1/2, y=3', which is how a point is written on the command line; an irrational coordinate reads
/// 'x = root of t^2-2 in (1, 3/2)'. One name per value. "the only point" in a space without coordinates.
std::string point_text(const std::vector<std::string>& names, const AlgebraicPoint& point);

/// "1 component", "3 components".
std::string components_text(std::size_t count);

}  // namespace isthmus
