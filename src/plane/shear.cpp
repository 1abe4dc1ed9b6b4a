#include "plane/shear.hpp"

#include <algorithm>

namespace isthmus {

Polynomial Shear::image(const Polynomial& p) const {
  const Polynomial u = Polynomial::variable(p.ring(), 0);
  const Polynomial y = Polynomial::variable(p.ring(), 1);
  return p.compose({u + Rational(k_) * y, y}, p.ring());
}

AlgebraicPoint Shear::moved(const AlgebraicPoint& point, long multiple) const {
  if (multiple == 0) return point;
  const PolynomialRing plane({"x", "y"});
  const Polynomial sum = Polynomial::variable(plane, 0) + Rational(multiple) * Polynomial::variable(plane, 1);
  return {quotient_at(sum, Polynomial(plane, Rational(1)), point), point.at(1)};
}

AlgebraicPoint Shear::image(const AlgebraicPoint& point) const { return moved(point, -k_); }

AlgebraicPoint Shear::preimage(const AlgebraicPoint& point) const { return moved(point, k_); }

Shear regular_shear(const std::vector<Polynomial>& curves) {
  for (long k = 0;; k = k > 0 ? -k : 1 - k) {
    const Shear shear(k);
    const bool regular = std::all_of(curves.begin(), curves.end(), [&](const Polynomial& p) {
      const Polynomial q = shear.image(p);
      return q.degree(1) > 0 && q.leading_coefficient(1).is_constant();
    });
    if (regular) return shear;
  }
}

}  // namespace isthmus
