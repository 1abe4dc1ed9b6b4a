#pragma once

#include "exact/rational.hpp"
#include "exact/univariate_polynomial.hpp"

namespace isthmus {

/// Sign variations of the coefficients of (1 + t)^n q(1 / (1 + t)), n = deg q >= 1, counted up to 2. By Descartes' rule
/// of signs, 0 means that q has no root in the open interval (0, 1), and 1 that it has exactly one, which is simple.
int descartes_variations(const UnivariatePolynomial& q);

/// The same for the open interval (lower, upper), lower < upper.
int descartes_variations(const UnivariatePolynomial& p, const Rational& lower, const Rational& upper);

}  // namespace isthmus
