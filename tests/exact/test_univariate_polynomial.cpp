#include <doctest/doctest.h>

#include "exact/error.hpp"
#include "exact/random_values.hpp"

using namespace isthmus;

namespace {

/// The value by powers, term by term.
Rational sum_of_powers(const UnivariatePolynomial& p, const Rational& at) {
  Rational sum;
  for (long i = 0; i <= p.degree(); ++i) sum += Rational(p.coefficient(i)) * pow(at, i);
  return sum;
}

UnivariatePolynomial nonzero_univariate(RandomValues& random, long degree) {
  const UnivariatePolynomial p = random.univariate(degree);
  return p.is_zero() ? UnivariatePolynomial::constant(-3) : p;
}

}  // namespace

TEST_CASE("coefficients, degree and text") {
  const UnivariatePolynomial p = univariate({5, -1, 0, 2});
  CHECK(p.degree() == 3);
  CHECK(p.coefficient(1) == Integer(-1));
  CHECK(p.coefficient(7).is_zero());
  CHECK(p.coefficient(-1).is_zero());
  CHECK(p.leading_coefficient() == Integer(2));
  CHECK(p.to_string() == "2*t^3-t+5");
  CHECK((-p).to_string("x") == "-2*x^3+x-5");
  CHECK(UnivariatePolynomial().to_string() == "0");
  CHECK(UnivariatePolynomial().degree() == -1);
  CHECK(UnivariatePolynomial().leading_coefficient().is_zero());
  CHECK(univariate({1, 1, 0, 0}).degree() == 1);
  CHECK(univariate({-1}).to_string() == "-1");
  CHECK(UnivariatePolynomial::constant(7) == univariate({7}));
  CHECK(UnivariatePolynomial::constant(0).is_zero());
}

TEST_CASE("the linear polynomial of a root is primitive and vanishes there") {
  for (std::uint64_t seed = 1; seed <= 50; ++seed) {
    INFO("seed ", seed);
    const Rational root = RandomValues(seed).rational();
    const auto p = UnivariatePolynomial::linear_with_root(root);
    CHECK(p.degree() == 1);
    CHECK(p == p.primitive_part());
    CHECK(p.evaluate(root).is_zero());
    CHECK(p.leading_coefficient() == root.denominator());
  }
}

TEST_CASE("values and signs agree with the sum of the terms") {
  for (std::uint64_t seed = 1; seed <= 400; ++seed) {
    INFO("seed ", seed);
    RandomValues random(seed);
    const UnivariatePolynomial p = random.univariate(8);
    Rational at = random.chance(3) ? random.rational() : random.small_rational();
    if (random.chance(4)) at = Rational(random.integer(), pow(Integer(2), random.below(90)));
    const Rational expected = sum_of_powers(p, at);
    CHECK(p.evaluate(at) == expected);
    CHECK(p.sign_at(at) == expected.sign());
    const UnivariatePolynomial zero_there = p * UnivariatePolynomial::linear_with_root(at);
    CHECK(zero_there.sign_at(at) == 0);
  }
}

TEST_CASE("derivatives follow the product rule") {
  for (std::uint64_t seed = 1; seed <= 100; ++seed) {
    INFO("seed ", seed);
    RandomValues random(seed);
    const UnivariatePolynomial a = random.univariate(6);
    const UnivariatePolynomial b = random.univariate(6);
    CHECK((a * b).derivative() == a.derivative() * b + a * b.derivative());
  }
  CHECK(univariate({4, 3, 2}).derivative() == univariate({3, 4}));
}

TEST_CASE("greatest common divisors, quotients, divisibility") {
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    INFO("seed ", seed);
    RandomValues random(seed);
    const UnivariatePolynomial a = nonzero_univariate(random, 5);
    const UnivariatePolynomial b = nonzero_univariate(random, 5);
    const UnivariatePolynomial common = nonzero_univariate(random, 4);
    const UnivariatePolynomial d = gcd(a * common, b * common);
    CHECK(d == d.primitive_part());
    CHECK(d.leading_coefficient().sign() == 1);
    CHECK(divides(d, a * common));
    CHECK(divides(common, d));
    CHECK(gcd(exact_quotient(a * common, d), exact_quotient(b * common, d)).is_constant());
    CHECK(exact_quotient(a * common, common) == a.primitive_part());
    CHECK(divides(UnivariatePolynomial::constant(12) * a, a * b));  // over Q
    if (common.degree() > 0) {
      CHECK_FALSE(divides(common, a * common + UnivariatePolynomial::constant(1)));
      CHECK_THROWS_AS(exact_quotient(a * common + UnivariatePolynomial::constant(1), common), InvalidInput);
    }
  }
  const UnivariatePolynomial zero;
  CHECK(gcd(zero, zero).is_zero());
  CHECK(gcd(zero, univariate({2, -4})) == univariate({-1, 2}));
  CHECK(exact_quotient(zero, univariate({1, 1})).is_zero());
  CHECK(divides(univariate({1, 1}), zero));
  CHECK_FALSE(divides(zero, univariate({1, 1})));
  CHECK_THROWS_AS(exact_quotient(univariate({1, 1}), zero), InvalidInput);
}

TEST_CASE("primitive and squarefree parts") {
  CHECK(univariate({6, -4, -2}).primitive_part() == univariate({-3, 2, 1}));
  CHECK(UnivariatePolynomial().primitive_part().is_zero());
  CHECK(univariate({-5}).squarefree_part() == univariate({1}));
  CHECK_THROWS_AS(UnivariatePolynomial().squarefree_part(), InvalidInput);
  for (std::uint64_t seed = 1; seed <= 100; ++seed) {
    INFO("seed ", seed);
    RandomValues random(seed);
    const UnivariatePolynomial a = nonzero_univariate(random, 4);
    const UnivariatePolynomial b = nonzero_univariate(random, 3);
    const UnivariatePolynomial squarefree = (a * b * b * b).squarefree_part();
    CHECK(squarefree == (a * b).squarefree_part());
    CHECK(squarefree == squarefree.primitive_part());
    CHECK(gcd(squarefree, squarefree.derivative()).is_constant());
    CHECK(divides(squarefree, a * b));
    CHECK(divides(a * b, power(squarefree, 8)));
  }
}

TEST_CASE("factors are irreducible, primitive, distinct, and multiply to the polynomial") {
  for (std::uint64_t seed = 1; seed <= 80; ++seed) {
    INFO("seed ", seed);
    RandomValues random(seed);
    const UnivariatePolynomial p = nonzero_univariate(random, 4) * power(nonzero_univariate(random, 2), 2);
    UnivariatePolynomial product = UnivariatePolynomial::constant(1);
    const auto factors = p.factor();
    for (std::size_t i = 0; i < factors.size(); ++i) {
      const auto& [factor, exponent] = factors[i];
      product *= power(factor, exponent);
      CHECK(factor.degree() >= 1);
      CHECK(factor == factor.primitive_part());
      CHECK(factor.factor().size() == 1);
      if (i > 0) CHECK_FALSE(factor == factors[i - 1].first);
    }
    CHECK(product == p.primitive_part());
    CHECK((-p).factor() == factors);
  }
  const auto factors = univariate({-4, 0, 0, 0, 4}).factor();  // 4 (t-1)(t+1)(t^2+1)
  REQUIRE(factors.size() == 3);
  CHECK(factors[2].first == univariate({1, 0, 1}));
  CHECK(univariate({-6}).factor().empty());
  CHECK_THROWS_AS(UnivariatePolynomial().factor(), InvalidInput);
}
