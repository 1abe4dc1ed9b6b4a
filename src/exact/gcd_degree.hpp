#pragma once

#include <vector>

#include "exact/algebraic_point.hpp"

namespace isthmus {

/// The degree in z of the greatest common divisor of a and b at t = alpha, both given by their coefficients c_0(t),
/// c_1(t), .. of z^0, z^1, ..: the least j whose principal subresultant coefficient does not vanish at alpha. The last
/// coefficients must not vanish at alpha, or InvalidInput.
long gcd_degree_at(const RealRoot& alpha, const std::vector<UnivariatePolynomial>& a,
                   const std::vector<UnivariatePolynomial>& b);

/// The same at a point, with coefficients in a ring of its coordinates. Undecided as sign_at.
long gcd_degree_at(const AlgebraicPoint& point, const std::vector<Polynomial>& a, const std::vector<Polynomial>& b);

}  // namespace isthmus
