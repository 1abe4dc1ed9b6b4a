#include "decompose/wall_interval.hpp"

#include <algorithm>

#include "exact/error.hpp"

namespace isthmus {

void shrink(WallInterval& around) {
  RealRoot& alpha = *around.alpha;
  if (!alpha.is_point()) alpha.refine_to((around.right - around.left) * Rational(1, 8));
  const Rational width = alpha.upper() - alpha.lower();
  const Rational left_bound = alpha.is_point() ? midpoint(around.left, alpha.lower()) : alpha.lower() - width;
  const Rational right_bound = alpha.is_point() ? midpoint(around.right, alpha.upper()) : alpha.upper() + width;
  around.left = std::max(around.left, simplest_between(left_bound, alpha.lower()));
  around.right = std::min(around.right, simplest_between(alpha.upper(), right_bound));
}

void shrink_from_roots(WallInterval& around, const std::vector<UnivariatePolynomial>& along) {
  for (const UnivariatePolynomial& p : along) {
    ensure(!p.is_zero(), "a gap sample over a wall lies on a root");
    constexpr int suspicious_rounds = 60;
    for (int round = 0; !p.is_constant() && has_root_in(p, around.left, around.right); ++round) {
      ensure(round != suspicious_rounds || around.alpha->sign_of(p) != 0, "a gap sample over a wall lies on a root");
      shrink(around);
    }
  }
}

}  // namespace isthmus
