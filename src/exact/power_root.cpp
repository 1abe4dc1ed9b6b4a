#include "exact/power_root.hpp"

#include "exact/error.hpp"

namespace isthmus {

namespace {

/// p(t^degree).
UnivariatePolynomial in_powers(const UnivariatePolynomial& p, unsigned long degree) {
  std::vector<Integer> coefficients(static_cast<std::size_t>(p.degree()) * degree + 1);
  for (long i = 0; i <= p.degree(); ++i) coefficients[static_cast<std::size_t>(i) * degree] = p.coefficient(i);
  return UnivariatePolynomial(coefficients);
}

/// Whether t^degree is in the interval that isolates the value: then it is the value, if t is a root of p(t^degree).
bool power_is(const RealRoot& t, unsigned long degree, const RealRoot& value) {
  const auto above = [&](const Rational& bound) {
    return t.sign_of(in_powers(UnivariatePolynomial::linear_with_root(bound), degree));
  };
  if (value.is_point()) return above(value.lower()) == 0;
  return above(value.lower()) > 0 && above(value.upper()) < 0;
}

}  // namespace

RealRoot positive_root(const RealRoot& value, unsigned long degree) {
  require(degree >= 1, "a root of degree 0");
  require(value.compare(Rational(0)) > 0, "the positive root of a number that is not positive");
  if (degree == 1) return value;
  for (const auto& [factor, exponent] : in_powers(value.polynomial(), degree).factor())
    for (const RealRoot& t : isolate_real_roots(factor)) {
      if (t.compare(Rational(0)) <= 0 || !power_is(t, degree, value)) continue;
      if (factor.degree() > 1) return t;
      return RealRoot(Rational(-factor.coefficient(0), factor.coefficient(1)));
    }
  throw InternalError("a positive number has no positive root");
}

}  // namespace isthmus
