#pragma once

#include <vector>

#include "exact/real_root.hpp"

namespace isthmus {

/// A projection factor above a wall: sum c_e(t) x^e, to be read at t = alpha, the coordinate of the wall.
struct FibrePolynomial {
  std::vector<UnivariatePolynomial> coefficients;  ///< c_0, c_1, ..
  /// Exponent of the wall's factor in the discriminant of this polynomial, and, for each earlier polynomial of the same
  /// list, in the resultant of the two. Positive exponents say that roots (perhaps at infinity) coincide over the wall.
  int discriminant_exponent = 0;
  std::vector<int> resultant_exponents;
};

/// The values of the coefficients where t is in a ball.
std::vector<Ball> coefficients_at(const FibrePolynomial& f, const Ball& t, long precision);

/// Rationals that hit every gap of the union of the real roots of the polynomials at t = alpha (and perhaps some gap
/// more than once), ascending. Complete by construction, docs/engine.md, section "Gaps over a wall".
///
/// Throws InternalError if a polynomial vanishes identically at alpha, which the projection excludes.
std::vector<Rational> gap_samples_over(const RealRoot& alpha, const std::vector<FibrePolynomial>& polynomials);

}  // namespace isthmus
