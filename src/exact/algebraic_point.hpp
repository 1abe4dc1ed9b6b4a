#pragma once

#include <optional>
#include <vector>

#include "exact/polynomial.hpp"
#include "exact/real_root.hpp"

namespace isthmus {

/// One rational value per variable of a ring.
using Point = std::vector<Rational>;
/// One real algebraic value per variable of a ring; rational values are points.
using AlgebraicPoint = std::vector<RealRoot>;

/// The square of the Euclidean distance of two points of the same space.
Rational squared_distance(const Point& a, const Point& b);

AlgebraicPoint to_algebraic(const Point& point);
/// nullopt if a coordinate is not given as a rational number.
std::optional<Point> to_rational(const AlgebraicPoint& point);

/// numerator / denominator at a point of their ring, exactly. Throws InvalidInput if the denominator is zero there;
/// Undecided if the resultants that name the value degenerate.
RealRoot quotient_at(const Polynomial& numerator, const Polynomial& denominator, const AlgebraicPoint& point);

/// The same where the value is known to be one of these numbers, pairwise distinct: by their distance alone. Undecided
/// if it cannot be told which.
RealRoot quotient_among(const std::vector<RealRoot>& candidates, const Polynomial& numerator,
                        const Polynomial& denominator, const AlgebraicPoint& point);

/// Sign of a polynomial at a point of its ring: -1, 0, 1, exactly. Undecided as quotient_at.
int sign_at(const Polynomial& p, const AlgebraicPoint& point);

}  // namespace isthmus
