#include "exact/ball_value.hpp"

namespace isthmus {

Ball value_on(const Polynomial& p, const std::vector<Ball>& box, long precision) {
  Ball sum;
  for (const Polynomial::Term& term : p.terms()) {
    Ball product(term.coefficient, precision);
    for (std::size_t v = 0; v < box.size(); ++v) {
      if (term.exponents[v] == 0) continue;
      Ball power;
      arb_pow_ui(power.raw(), box[v].raw(), term.exponents[v], precision);
      product = mul(product, power, precision);
    }
    sum = add(sum, product, precision);
  }
  return sum;
}

Ball value_on(const UnivariatePolynomial& p, const Ball& at, long precision) {
  Ball value;
  for (long i = p.degree(); i >= 0; --i) {
    value = mul(value, at, precision);
    arb_add_fmpz(value.raw(), value.raw(), p.raw()->coeffs + i, precision);
  }
  return value;
}

}  // namespace isthmus
