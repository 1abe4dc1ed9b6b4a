#include <doctest/doctest.h>

#include "exact/error.hpp"
#include "exact/modular_resultant.hpp"
#include "exact/random_values.hpp"

using namespace isthmus;

namespace {

const std::vector<PolynomialRing> rings = {PolynomialRing({"t"}), PolynomialRing({"x", "t"}),
                                           PolynomialRing({"x", "t", "y"}), PolynomialRing({"x", "y", "z", "t"})};

/// A polynomial of degree exactly `degree` in the variable; its leading coefficient is often a polynomial.
Polynomial of_degree(RandomValues& random, const PolynomialRing& ring, std::size_t variable, unsigned degree) {
  const Polynomial t = Polynomial::variable(ring, variable);
  Polynomial sum(ring);
  for (unsigned e = 0; e <= degree; ++e) {
    Polynomial c = random.polynomial(ring, 2, 3, random.chance(8)).substitute(variable, Rational(0));
    if (e == degree && c.is_zero()) c = Polynomial(ring, Rational(-2));
    sum += c * pow(t, e);
  }
  return sum;
}

struct Problem {
  PolynomialRing ring;
  std::size_t variable;
};

Problem random_problem(RandomValues& random) {
  const PolynomialRing& ring = rings[random.below(rings.size())];
  return {ring, *ring.index_of("t")};
}

/// lc(a)^deg(b) * product of b over the roots of a, from leading coefficients and roots.
Rational resultant_by_roots(const Rational& lead_a, const std::vector<Rational>& roots_a, const Rational& lead_b,
                            const std::vector<Rational>& roots_b) {
  Rational product = pow(lead_a, static_cast<long>(roots_b.size())) * pow(lead_b, static_cast<long>(roots_a.size()));
  for (const Rational& a : roots_a) {
    for (const Rational& b : roots_b) product *= a - b;
  }
  return product;
}

Polynomial split_polynomial(const PolynomialRing& ring, std::size_t variable, const Rational& lead,
                            const std::vector<Rational>& roots) {
  Polynomial product(ring, lead);
  for (const Rational& root : roots) product *= Polynomial::variable(ring, variable) - Polynomial(ring, root);
  return product;
}

}  // namespace

TEST_CASE("both methods give one resultant and one discriminant") {
  for (std::uint64_t seed = 1; seed <= 150; ++seed) {
    INFO("seed ", seed);
    RandomValues random(seed);
    const auto [ring, t] = random_problem(random);
    const Polynomial a = of_degree(random, ring, t, 1 + static_cast<unsigned>(random.below(4)));
    const Polynomial b = of_degree(random, ring, t, 1 + static_cast<unsigned>(random.below(4)));
    const Polynomial expected = subresultant_resultant(a, b, t);
    CHECK(modular_resultant(a, b, t) == expected);
    CHECK(resultant(a, b, t) == expected);
    const Polynomial c = of_degree(random, ring, t, 2 + static_cast<unsigned>(random.below(3)));
    CHECK(modular_discriminant(c, t) == subresultant_discriminant(c, t));
    CHECK(discriminant(c, t) == subresultant_discriminant(c, t));
  }
}

TEST_CASE("dense problems of higher degree, where the modular method is chosen") {
  for (const unsigned degree : {5U, 6U, 8U}) {
    CAPTURE(degree);
    RandomValues random(degree);
    const Polynomial a = random.dense(rings[1], degree, 80);
    const Polynomial b = random.dense(rings[1], degree - 1, 80);
    CHECK(resultant(a, b, 1) == subresultant_resultant(a, b, 1));
    CHECK(discriminant(a, 1) == subresultant_discriminant(a, 1));
  }
  RandomValues random(3);
  const Polynomial a = random.dense(rings[2], 5, 10);
  CHECK(discriminant(a, 1) == subresultant_discriminant(a, 1));
}

TEST_CASE("resultants commute with specialisation, also where leading coefficients vanish") {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    INFO("seed ", seed);
    RandomValues random(seed);
    const PolynomialRing& ring = rings[2];
    const Polynomial a = of_degree(random, ring, 1, 3);
    const Polynomial b = of_degree(random, ring, 1, 2);
    const Polynomial r = modular_resultant(a, b, 1);
    const Rational x = random.small_rational();
    const Rational y = random.small_rational();
    const Polynomial a_there = a.substitute(0, x).substitute(2, y);
    const Polynomial b_there = b.substitute(0, x).substitute(2, y);
    if (a_there.degree(1) < 3 || b_there.degree(1) < 2) continue;
    CHECK(r.substitute(0, x).substitute(2, y) == subresultant_resultant(a_there, b_there, 1));
  }
  const PolynomialRing& ring = rings[1];
  const Polynomial x = Polynomial::variable(ring, 0);
  const Polynomial t = Polynomial::variable(ring, 1);
  const Polynomial one(ring, Rational(1));
  // Res(x t^2 + t + 1, x t + 2) = x^2 (4 / x - 2 / x + 1): zero at x = 0, where both leading coefficients vanish.
  CHECK(modular_resultant(x * t * t + t + one, x * t + one + one, 1) == x * x + Rational(2) * x);
}

TEST_CASE("products of root differences") {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    INFO("seed ", seed);
    RandomValues random(seed);
    const PolynomialRing& ring = rings[0];
    std::vector<Rational> roots_a;
    std::vector<Rational> roots_b;
    for (std::size_t i = 0; i < 1 + random.below(5); ++i) roots_a.push_back(random.small_rational());
    for (std::size_t i = 0; i < 1 + random.below(5); ++i) roots_b.push_back(random.small_rational());
    const Rational lead_a(random.nonzero_integer(), Integer(7));
    const Rational lead_b(random.between(1, 9));
    const Polynomial a = split_polynomial(ring, 0, lead_a, roots_a);
    const Polynomial b = split_polynomial(ring, 0, lead_b, roots_b);
    const Polynomial expected(ring, resultant_by_roots(lead_a, roots_a, lead_b, roots_b));
    CHECK(resultant(a, b, 0) == expected);
    CHECK(modular_resultant(a, b, 0) == expected);
    const long d = static_cast<long>(roots_a.size());
    Rational differences = pow(lead_a, 2 * d - 2);
    for (std::size_t i = 0; i < roots_a.size(); ++i) {
      for (std::size_t j = i + 1; j < roots_a.size(); ++j) differences *= pow(roots_a[i] - roots_a[j], 2);
    }
    CHECK(discriminant(a, 0) == Polynomial(ring, differences));
    if (d >= 2) CHECK(modular_discriminant(a, 0) == Polynomial(ring, differences));
  }
}

TEST_CASE("resultants are multiplicative and symmetric up to sign; discriminants of products") {
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    INFO("seed ", seed);
    RandomValues random(seed);
    const auto [ring, t] = random_problem(random);
    const Polynomial a = of_degree(random, ring, t, 1 + static_cast<unsigned>(random.below(3)));
    const Polynomial b = of_degree(random, ring, t, 1 + static_cast<unsigned>(random.below(2)));
    const Polynomial c = of_degree(random, ring, t, 1 + static_cast<unsigned>(random.below(2)));
    const Polynomial ab = modular_resultant(a, b, t);
    CHECK(modular_resultant(a, b * c, t) == ab * modular_resultant(a, c, t));
    CHECK(modular_resultant(b, a, t) == (a.degree(t) * b.degree(t) % 2 == 0 ? ab : -ab));
    CHECK(discriminant(a * b, t) == discriminant(a, t) * discriminant(b, t) * ab * ab);
    CHECK(modular_resultant(a * c, b * c, t).is_zero());
    CHECK(modular_discriminant(a * c * c, t).is_zero());
  }
}

TEST_CASE("textbook discriminants") {
  const PolynomialRing ring({"a", "b", "c", "d", "t"});
  const auto v = [&](std::size_t i) { return Polynomial::variable(ring, i); };
  const Polynomial a = v(0);
  const Polynomial b = v(1);
  const Polynomial c = v(2);
  const Polynomial d = v(3);
  const Polynomial t = v(4);
  const Polynomial quadratic = b * b - Rational(4) * (a * c);
  const Polynomial cubic = b * b * c * c - Rational(4) * (a * c * c * c) - Rational(4) * (b * b * b * d) -
                           Rational(27) * (a * a * d * d) + Rational(18) * (a * b * c * d);
  CHECK(discriminant(a * t * t + b * t + c, 4) == quadratic);
  CHECK(modular_discriminant(a * t * t + b * t + c, 4) == quadratic);
  CHECK(discriminant(a * pow(t, 3) + b * t * t + c * t + d, 4) == cubic);
  CHECK(modular_discriminant(a * pow(t, 3) + b * t * t + c * t + d, 4) == cubic);
  CHECK(discriminant(a * t + b, 4) == Polynomial(ring, Rational(1)));
  CHECK(resultant(a * t + b, c * t + d, 4) == a * d - b * c);
  CHECK(modular_resultant(a * t + b, c * t + d, 4) == a * d - b * c);
}

TEST_CASE("degrees below those of the definition are refused") {
  const PolynomialRing& ring = rings[1];
  const Polynomial x = Polynomial::variable(ring, 0);
  const Polynomial t = Polynomial::variable(ring, 1);
  CHECK_THROWS_AS(resultant(x, t, 1), InvalidInput);
  CHECK_THROWS_AS(resultant(t, x, 1), InvalidInput);
  CHECK_THROWS_AS(resultant(t, Polynomial(ring), 1), InvalidInput);
  CHECK_THROWS_AS(resultant(t, t, 2), InvalidInput);
  CHECK_THROWS_AS(discriminant(x, 1), InvalidInput);
  CHECK_THROWS_AS(discriminant(t, 2), InvalidInput);
  CHECK_THROWS_AS(modular_resultant(x, t, 1), InvalidInput);
  CHECK_THROWS_AS(modular_discriminant(t, 1), InvalidInput);
}
