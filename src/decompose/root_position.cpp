#include "decompose/root_position.hpp"

namespace isthmus {

RootPosition position_among_roots(const UnivariatePolynomial& p, const Rational& y) {
  if (p.degree() <= 2) return {count_roots_below(p, y), count_real_roots(p), !p.is_constant() && p.sign_at(y) == 0};
  RootPosition position;
  for (const RealRoot& root : isolate_real_roots(p)) {
    const int side = root.compare(y);
    ++position.total;
    if (side < 0) ++position.below;
    position.on_root = position.on_root || side == 0;
  }
  return position;
}

}  // namespace isthmus
