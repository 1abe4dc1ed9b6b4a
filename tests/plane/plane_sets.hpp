#pragma once

#include <algorithm>
#include <vector>

#include "laws/random_source.hpp"
#include "plane/plane_curves.hpp"

namespace isthmus {

/// Random Boolean combinations, with every comparison sign, of products of small plane curves.
class PlaneSets {
 public:
  explicit PlaneSets(RandomSource& random) : random_(random), curves_(random) {}

  /// Degrees 1 to 4: tangent lines, cusps, nodes, isolated points on and off other curves, common components.
  SemialgebraicSet small() {
    std::vector<Polynomial> polynomials;
    const std::size_t count = 1 + random_.below(3);
    for (std::size_t i = 0; i < count; ++i) polynomials.push_back(small_polynomial(polynomials));
    return plain_set(curves_.ring(), random_.formula(polynomials, 2, false));
  }

  /// Degrees up to 6 and larger coefficients.
  SemialgebraicSet large() {
    std::vector<Polynomial> polynomials;
    const std::size_t count = 1 + random_.below(3);
    for (std::size_t i = 0; i < count; ++i)
      polynomials.push_back(!polynomials.empty() && random_.chance(1, 3) ? curves_.companion(random_.pick(polynomials))
                                                                         : curves_.curve());
    std::erase_if(polynomials, [](const Polynomial& p) { return p.is_constant(); });
    return plain_set(curves_.ring(), random_.formula(polynomials, 2, false));
  }

 private:
  Polynomial variable(std::size_t i) const { return Polynomial::variable(curves_.ring(), i); }
  Polynomial constant(long value) const { return Polynomial(curves_.ring(), Rational(value)); }

  Polynomial small_polynomial(const std::vector<Polynomial>& before) {
    for (;;) {
      Polynomial p = small_curve();
      if (!before.empty() && random_.chance(1, 5)) p *= random_.pick(before).factor().powers.front().factor;
      if (random_.chance(1, 6)) p *= small_curve();
      if (random_.chance(1, 8)) p = pow(p, 2);
      if (!p.is_constant() && p.total_degree() <= 6) return p;
    }
  }

  Polynomial small_curve() {
    const Polynomial x = variable(0) - constant(random_.between(-1, 1));
    const Polynomial y = variable(1) - constant(random_.between(-1, 1));
    switch (random_.below(14)) {
      case 0:
        return x;
      case 1:
        return y;
      case 2:
        return random_.linear(curves_.ring());
      case 3:
        return x * x + y * y;
      case 4:
        return x * x + y * y - constant(1);
      case 5:
        return x * x + y * y - constant(2);
      case 6:
        return y * y - x * x * x;
      case 7:
        return y * y - x * x * (x + constant(random_.chance(1, 2) ? 1 : -1));
      case 8:
        return x * y - constant(random_.between(0, 1));
      case 9:
        return y - x * x;
      case 10:
        return x * x - constant(2) * y * y;
      case 11:
        return random_.dense(curves_.ring(), 2, 8);
      case 12:
        return random_.sparse(curves_.ring(), 4, 2);
      default:
        return x * y * y + x * x + y * y;
    }
  }

  RandomSource& random_;
  PlaneCurves curves_;
};

}  // namespace isthmus
