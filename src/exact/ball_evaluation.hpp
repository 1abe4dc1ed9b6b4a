#pragma once

#include "exact/ball.hpp"
#include "exact/univariate_polynomial.hpp"

namespace isthmus {

/// Contains the values of p on the ball.
Ball evaluate_on(const UnivariatePolynomial& p, const Ball& at, long precision);

}  // namespace isthmus
