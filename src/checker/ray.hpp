#pragma once

#include <optional>

#include "checker/polynomial_matrix.hpp"
#include "checker/values.hpp"

namespace isthmus::check {

/// numerator/denominator, polynomials in one variable e, denominator != 0: what a matrix is for small e > 0.
struct RayMatrix {
  PolynomialMatrix numerator;
  Polynomial denominator;
};

/// The value of an expression at point + e*direction for all small e > 0 (symbols without a direction stay). Declines a
/// pseudo-inverse of a matrix that has not full rank there, and an inverse that does not exist.
RayMatrix value_on_ray(const Matrix& expression, const Values& point, const Values& direction);

/// The limit for e -> 0, e > 0; nothing if an entry has a pole there.
std::optional<RationalMatrix> limit_at_zero(const RayMatrix& value);

}  // namespace isthmus::check
