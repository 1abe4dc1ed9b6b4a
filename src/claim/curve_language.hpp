#pragma once

#include <string>
#include <vector>

#include "claim/real_expression.hpp"
#include "curve/rational_curve.hpp"

namespace isthmus {

/// The expression as numerator / denominator in lowest terms over the ring of one parameter. Throws InvalidInput if a
/// power has no integer exponent, or a divisor is 0.
std::pair<Polynomial, Polynomial> fraction_of(const RealExpression& expression, const PolynomialRing& ring);

/// The curve whose coordinates are these expressions in the parameter. Throws InvalidInput if one is no rational
/// function, or if RationalCurve refuses.
RationalCurve rational_curve(const std::vector<RealExpression>& coordinates, const std::string& parameter,
                             const Rational& from, const Rational& to);

}  // namespace isthmus
