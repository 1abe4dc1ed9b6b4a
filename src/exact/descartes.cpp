#include "exact/descartes.hpp"

#include <algorithm>

namespace isthmus {

namespace {

/// p(start + width * t) * denominator^deg(p) for start and width in units of 1 / denominator.
UnivariatePolynomial moved_to_unit_interval(const UnivariatePolynomial& p, const Integer& start, const Integer& width,
                                            const Integer& denominator) {
  UnivariatePolynomial q(p);
  const slong n = q.degree();
  fmpz* coefficients = q.raw()->coeffs;
  Integer scale(1);
  for (slong i = n - 1; i >= 0 && !denominator.is_one(); --i) {
    scale *= denominator;
    fmpz_mul(coefficients + i, coefficients + i, scale.raw());
  }
  if (!start.is_zero()) _fmpz_poly_taylor_shift(coefficients, start.raw(), n + 1);
  scale = Integer(1);
  for (slong i = 1; i <= n && !width.is_one(); ++i) {
    scale *= width;
    fmpz_mul(coefficients + i, coefficients + i, scale.raw());
  }
  return q;
}

}  // namespace

int descartes_variations(const UnivariatePolynomial& q) {
  UnivariatePolynomial shifted(q);
  fmpz* c = shifted.raw()->coeffs;
  slong n = q.degree();
  std::reverse(c, c + n + 1);       // an fmpz may be moved as a machine word
  while (fmpz_is_zero(c + n)) --n;  // a root of q at 0
  int variations = 0;
  int previous = 0;
  for (slong done = 0; done < n; ++done) {
    // One Horner pass makes coefficient `done` of the shifted polynomial final.
    for (slong j = n - 1; j >= done; --j) fmpz_add(c + j, c + j, c + j + 1);
    const int sign = fmpz_sgn(c + done);
    if (sign != 0 && previous == -sign && ++variations == 2) return 2;
    if (sign != 0) previous = sign;
    // Once all that is left has one sign, later passes keep it.
    const int last = fmpz_sgn(c + n);
    const bool settled = std::all_of(c + done + 1, c + n, [last](const fmpz& x) { return fmpz_sgn(&x) * last >= 0; });
    if (settled) return variations + (previous == -last ? 1 : 0);
  }
  return variations;
}

int descartes_variations(const UnivariatePolynomial& p, const Rational& lower, const Rational& upper) {
  const Integer denominator = lcm(lower.denominator(), upper.denominator());
  const Integer start = lower.numerator() * exact_quotient(denominator, lower.denominator());
  const Integer end = upper.numerator() * exact_quotient(denominator, upper.denominator());
  return descartes_variations(moved_to_unit_interval(p, start, end - start, denominator));
}

}  // namespace isthmus
