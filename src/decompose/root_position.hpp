#pragma once

#include "exact/real_root.hpp"

namespace isthmus {

/// Where a rational number lies among the real roots of a polynomial.
struct RootPosition {
  long below = 0;        ///< distinct real roots less than the number
  long total = 0;        ///< distinct real roots
  bool on_root = false;  ///< the number is a root
};

/// Exact. Throws InvalidInput for the zero polynomial.
RootPosition position_among_roots(const UnivariatePolynomial& p, const Rational& y);

}  // namespace isthmus
