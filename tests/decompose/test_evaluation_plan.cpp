#include <doctest/doctest.h>

#include "decompose/evaluation_plan.hpp"
#include "exact/error.hpp"
#include "laws/random_source.hpp"

using namespace isthmus;

namespace {

/// Whether a = c * b for some rational c > 0.
bool positive_multiple(const UnivariatePolynomial& a, const UnivariatePolynomial& b) {
  if (a.is_zero() || b.is_zero()) return a.is_zero() && b.is_zero();
  return a.leading_coefficient().sign() == b.leading_coefficient().sign() && a.primitive_part() == b.primitive_part();
}

UnivariatePolynomial plain_fibre(Polynomial p, const std::vector<Rational>& prefix) {
  for (std::size_t i = 0; i < prefix.size(); ++i) p = p.substitute(i, prefix[i]);
  return p.is_zero() ? UnivariatePolynomial() : p.to_univariate(prefix.size());
}

/// A primitive polynomial in which the last variable occurs.
Polynomial with_main_variable(RandomSource& random, const PolynomialRing& ring) {
  Polynomial p = random.dense(ring, 3, 6);
  const Polynomial main = Polynomial::variable(ring, ring.size() - 1);
  return (p + random.linear(ring) * pow(main, 2 + static_cast<unsigned>(random.below(2))) + main).primitive();
}

}  // namespace

TEST_CASE("step by step substitution agrees with substituting in the polynomial, up to a positive factor") {
  for (std::size_t seed = 1; seed <= 300; ++seed) {
    CAPTURE(seed);
    RandomSource random(seed);
    std::vector<std::string> names{"x", "y", "z", "u"};
    names.resize(1 + random.below(4));
    const PolynomialRing ring(names);
    const Polynomial p = with_main_variable(random, ring);
    if (!p.depends_on(ring.size() - 1)) continue;
    CAPTURE(p.to_string());
    const EvaluationPlan plan(p, ring.size());
    EvaluationPlan::Coefficients coefficients = plan.start();
    std::vector<Rational> prefix;
    for (std::size_t depth = 0; depth + 1 < ring.size(); ++depth) {
      prefix.push_back(random.chance(1, 5) ? Rational(0) : random.rational(1000));
      SubstitutedValue value(prefix.back());
      coefficients = plan.substitute(depth, coefficients, value);
    }
    CHECK(positive_multiple(plan.univariate(coefficients), plain_fibre(p, prefix)));
  }
}

TEST_CASE("keeping one variable as t and giving it a value later is the same") {
  for (std::size_t seed = 1; seed <= 200; ++seed) {
    CAPTURE(seed);
    RandomSource random(seed);
    const PolynomialRing ring({"x", "y", "z", "u"});
    const Polynomial p = with_main_variable(random, ring);
    if (!p.depends_on(3)) continue;
    CAPTURE(p.to_string());
    const std::size_t kept = random.below(3);
    const EvaluationPlan plan(p, 4);
    EvaluationPlan::Coefficients before = plan.start();
    std::vector<Rational> prefix;
    for (std::size_t depth = 0; depth < kept; ++depth) {
      prefix.push_back(random.rational());
      SubstitutedValue value(prefix.back());
      before = plan.substitute(depth, before, value);
    }
    EvaluationPlan::CoefficientsInT in_t = plan.keep(kept, before);
    prefix.push_back(random.rational());
    for (std::size_t depth = kept + 1; depth < 3; ++depth) {
      prefix.push_back(random.rational());
      SubstitutedValue value(prefix.back());
      in_t = plan.substitute(depth, in_t, value);
    }
    const auto by_degree = plan.coefficients_by_degree(in_t);
    CHECK(static_cast<long>(by_degree.size()) == p.degree(3) + 1);
    CHECK(positive_multiple(specialise(by_degree, prefix[kept]), plain_fibre(p, prefix)));
  }
}

TEST_CASE("large numbers keep their sign when contents are removed") {
  const PolynomialRing ring({"x", "y"});
  const Polynomial x = Polynomial::variable(ring, 0);
  const Polynomial y = Polynomial::variable(ring, 1);
  const Polynomial p = (pow(x, 40) * y - pow(x, 41) - pow(x, 39)).primitive();
  const EvaluationPlan plan(p, 2);
  for (const Rational& at : {Rational(-1000), Rational(Integer(-7), Integer(1000003)), Rational(999)}) {
    SubstitutedValue value(at);
    CHECK(positive_multiple(plan.univariate(plan.substitute(0, plan.start(), value)), plain_fibre(p, {at})));
  }
}

TEST_CASE("exponents that do not fit are given up, not cut off") {
  const PolynomialRing ring({"x", "y"});
  const auto monomial = [&](unsigned a, unsigned b) { return Polynomial(ring, {{Rational(1), {a, b}}}); };
  CHECK_THROWS_AS(EvaluationPlan(monomial(70000, 1), 2), Undecided);
  CHECK_THROWS_AS(EvaluationPlan(monomial(1, 70000), 2), Undecided);
  CHECK_NOTHROW(EvaluationPlan(monomial(65535, 1), 2));
}
