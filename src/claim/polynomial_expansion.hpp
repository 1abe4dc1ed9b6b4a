#pragma once

#include "claim/expression_parser.hpp"
#include "exact/polynomial.hpp"

namespace isthmus {

/// Multiplies out a syntax tree. Names must be variables of the ring, exponents nonnegative integer literals, divisors
/// nonzero constants. Throws ParseError with the place otherwise, and TooLargeError where a bound on the
/// result, computed before the work, exceeds about a million terms or a few million digits.
Polynomial expand(const Source& source, const Expression& expression, const PolynomialRing& ring);

/// The value of an expression without variables. Throws ParseError otherwise.
Rational constant_value(const Source& source, const Expression& expression);

/// The largest exponent that may be written in a text.
inline constexpr long kLargestExponent = 10000;

}  // namespace isthmus
