#include "exact/ball_evaluation.hpp"

namespace isthmus {

Ball evaluate_on(const UnivariatePolynomial& p, const Ball& at, long precision) {
  Ball value;
  for (long i = p.degree(); i >= 0; --i) {
    value = mul(value, at, precision);
    arb_add_fmpz(value.raw(), value.raw(), p.raw()->coeffs + i, precision);
  }
  return value;
}

}  // namespace isthmus
