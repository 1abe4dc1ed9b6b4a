#pragma once

#include <vector>

#include "exact/ball.hpp"
#include "exact/polynomial.hpp"
#include "exact/univariate_polynomial.hpp"

namespace isthmus {

/// Encloses the values of a polynomial on a box: one ball for each variable of its ring.
Ball value_on(const Polynomial& p, const std::vector<Ball>& box, long precision);

/// The same for one variable.
Ball value_on(const UnivariatePolynomial& p, const Ball& at, long precision);

}  // namespace isthmus
