#pragma once

#include <optional>

#include "variety/entries.hpp"

namespace isthmus {

/// The value of an expression at point + e * direction, for all small e > 0, as a quotient of polynomials in the one
/// variable of the ring: a rectifier takes the sign that an entry has for small e > 0, a pseudo-inverse is the one of a
/// matrix of full rank. nullopt if an inverse does not exist for small e > 0, or such a matrix has no full rank.
std::optional<QuotientMatrix> value_on_ray(const MatrixExpression& expression, const Assignment& point,
                                           const Assignment& direction, const PolynomialRing& ring);

/// The limit for e -> 0; nullopt if there is none.
std::optional<Matrix> limit_at_zero(const QuotientMatrix& value);

}  // namespace isthmus
