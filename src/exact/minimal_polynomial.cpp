#include "exact/minimal_polynomial.hpp"

#include "exact/error.hpp"

namespace isthmus {

RealRoot with_minimal_polynomial(const RealRoot& root) {
  if (root.is_point()) return root;
  for (const auto& [factor, exponent] : root.polynomial().factor()) {
    if (root.sign_of(factor) != 0) continue;
    if (factor.degree() > 1) return RealRoot(factor, root.lower(), root.upper());
    return RealRoot(Rational(-factor.coefficient(0), factor.coefficient(1)));
  }
  throw InternalError("no factor of a polynomial vanishes at its root");
}

}  // namespace isthmus
