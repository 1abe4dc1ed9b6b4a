#include "checker/interval.hpp"

#include <utility>

namespace isthmus::check {
namespace {

bool nonnegative(const Univariate& p, const RootCounter& roots, const Rational& a, const Rational& b) {
  const std::size_t inside = roots.inside(a, b);
  if (inside == 1 && p.sign_at(a) != 0 && p.sign_at(b) != 0) return p.sign_at(a) > 0 && p.sign_at(b) > 0;
  long parts = 2;
  while (p.sign_at(a + (b - a) / parts) == 0) ++parts;
  const Rational middle = a + (b - a) / parts;
  if (p.sign_at(middle) < 0) return false;
  return inside == 0 || (nonnegative(p, roots, a, middle) && nonnegative(p, roots, middle, b));
}

/// Partial sums of arctan(1/n) = 1/n - 1/(3 n^3) + ..: one below, one above.
std::pair<Rational, Rational> arctangent_of_inverse(long n) {
  Rational sum;
  Rational before;
  const std::size_t terms = 10;
  for (std::size_t k = 0; k < terms; ++k) {
    before = sum;
    const Rational term = Rational(1) / (Rational(static_cast<long>(2 * k + 1)) * power(Rational(n), 2 * k + 1));
    sum += k % 2 == 0 ? term : -term;
  }
  return {sum, before};  // the last term was subtracted
}

}  // namespace

bool nonnegative_on(const Polynomial& p, const Rational& a, const Rational& b) {
  if (p.is_zero()) return true;
  const Univariate q = p.univariate(0);
  return nonnegative(q, RootCounter(q), a, b);
}

Rational integral(const Polynomial& p, const Rational& a, const Rational& b) {
  Rational sum;
  for (const Polynomial::Term& term : p.terms()) {
    const std::size_t next = std::size_t{term.exponents[0]} + 1;
    const Rational coefficient(term.coefficient, p.denominator() * Integer(next));
    sum += coefficient * (power(b, next) - power(a, next));
  }
  return sum;
}

Rational below_pi() {
  return Rational(16) * arctangent_of_inverse(5).first - Rational(4) * arctangent_of_inverse(239).second;
}

Rational above_pi() {
  return Rational(16) * arctangent_of_inverse(5).second - Rational(4) * arctangent_of_inverse(239).first;
}

}  // namespace isthmus::check
