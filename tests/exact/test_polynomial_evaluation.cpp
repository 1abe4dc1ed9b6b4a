#include <doctest/doctest.h>

#include "exact/error.hpp"
#include "exact/random_values.hpp"
#include "exact/rings.hpp"

using namespace isthmus;

namespace {

/// The value by powers, term by term.
Rational value_by_terms(const Polynomial& p, const std::vector<Rational>& point) {
  Rational sum;
  for (const auto& term : p.terms()) {
    Rational product = term.coefficient;
    for (std::size_t i = 0; i < point.size(); ++i) product *= pow(point[i], term.exponents[i]);
    sum += product;
  }
  return sum;
}

Polynomial random_polynomial(RandomValues& random) {
  return random.chance(4) ? random.dense(kXyz, 4, 70) : random.polynomial(kXyz, 6, 8, true);
}

}  // namespace

TEST_CASE("evaluation agrees with the sum of the terms, and is a homomorphism") {
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    INFO("seed ", seed);
    RandomValues random(seed);
    const Polynomial p = random_polynomial(random);
    const Polynomial q = random.polynomial(kXyz, 3, 4);
    std::vector<Rational> point = random.small_point(3);
    if (random.chance(4)) point[random.below(3)] = random.rational();
    CHECK(p.evaluate(point) == value_by_terms(p, point));
    CHECK((p * q).evaluate(point) == p.evaluate(point) * q.evaluate(point));
    CHECK((p + q).evaluate(point) == p.evaluate(point) + q.evaluate(point));
  }
}

TEST_CASE("substitution of a number or a polynomial agrees with evaluation") {
  for (std::uint64_t seed = 1; seed <= 100; ++seed) {
    INFO("seed ", seed);
    RandomValues random(seed);
    const Polynomial p = random_polynomial(random);
    const std::vector<Rational> point = random.small_point(3);
    const std::size_t v = random.below(3);
    const Rational value = random.small_rational();
    std::vector<Rational> moved = point;
    moved[v] = value;
    const Polynomial restricted = p.substitute(v, value);
    CHECK_FALSE(restricted.depends_on(v));
    CHECK(restricted.evaluate(point) == p.evaluate(moved));
    const Polynomial image = random.polynomial(kXyz, 2, 3);
    moved[v] = image.evaluate(point);
    CHECK(p.substitute(v, image).evaluate(point) == p.evaluate(moved));
    CHECK(p.substitute(v, Polynomial::variable(kXyz, v)) == p);
  }
}

TEST_CASE("composition replaces all variables at once, into another kXyz") {
  const PolynomialRing target({"s", "t"});
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    INFO("seed ", seed);
    RandomValues random(seed);
    const Polynomial p = random.polynomial(kXyz, 4, 5);
    std::vector<Polynomial> images;
    std::vector<Rational> values;
    const std::vector<Rational> point = random.small_point(2);
    for (int i = 0; i < 3; ++i) {
      images.push_back(random.polynomial(target, 2, 3));
      values.push_back(images.back().evaluate(point));
    }
    const Polynomial composed = p.compose(images, target);
    CHECK(composed.ring() == target);
    CHECK(composed.evaluate(point) == p.evaluate(values));
  }
}

TEST_CASE("a change of kXyz keeps names and values") {
  const PolynomialRing larger({"a", "z", "y", "b", "x"});
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    INFO("seed ", seed);
    RandomValues random(seed);
    const Polynomial p = random.polynomial(kXyz, 4, 5);
    const std::vector<Rational> point = random.small_point(5);
    const Polynomial moved = p.in_ring(larger);
    CHECK(moved.ring() == larger);
    CHECK(moved.evaluate(point) == p.evaluate({point[4], point[2], point[1]}));
    CHECK(moved.in_ring(kXyz) == p);
  }
  const Polynomial only_y = Polynomial::variable(kXyz, 1);
  CHECK(only_y.in_ring(PolynomialRing({"y"})).to_string() == "y");
  CHECK_THROWS_AS(only_y.in_ring(PolynomialRing({"x", "z"})), InvalidInput);
}

TEST_CASE("restriction to a line is a positive multiple of the values along it") {
  for (std::uint64_t seed = 1; seed <= 150; ++seed) {
    INFO("seed ", seed);
    RandomValues random(seed);
    const Polynomial p = random_polynomial(random);
    const std::vector<Rational> from = random.small_point(3);
    std::vector<Rational> to = random.chance(3) ? from : random.small_point(3);
    to[2] += Rational(1);
    const UnivariatePolynomial q = p.restrict_to_line(from, to);
    if (!q.is_zero()) CHECK((q == q.primitive_part() || -q == q.primitive_part()));
    std::optional<Rational> scale;
    for (long t = -3; t <= p.total_degree() + 1; ++t) {
      std::vector<Rational> point;
      for (int i = 0; i < 3; ++i) point.push_back(from[i] + Rational(t) * (to[i] - from[i]));
      const Rational value = p.evaluate(point);
      const Rational along = q.evaluate(Rational(t));
      CHECK(along.is_zero() == value.is_zero());
      if (value.is_zero()) continue;
      if (!scale) scale = value / along;
      CHECK(scale->sign() == 1);
      CHECK(along * *scale == value);
    }
  }
}

TEST_CASE("high degrees are evaluated, and given up beyond a bound") {
  const Polynomial x = Polynomial::variable(kXyz, 0);
  const Polynomial y = Polynomial::variable(kXyz, 1);
  const Polynomial p = pow(x, 5000) * y - Rational(3) * pow(y, 4999) + pow(x, 70) * pow(y, 80);
  const std::vector<Rational> point{fraction(1, 2), Rational(2), Rational(0)};
  CHECK(p.evaluate(point) == value_by_terms(p, point));
  const std::vector<Rational> from{Rational(0), Rational(1), Rational(0)};
  const UnivariatePolynomial on_line = p.restrict_to_line(from, point);
  CHECK(on_line.degree() == 5001);
  CHECK(on_line.sign_at(fraction(1, 3)) == p.evaluate({fraction(1, 6), fraction(4, 3), Rational(0)}).sign());
  const Polynomial huge = pow(x, 2000000) - y;
  CHECK_THROWS_AS(huge.evaluate(point), Undecided);
  CHECK_THROWS_AS(huge.restrict_to_line(from, point), Undecided);
}

TEST_CASE("restrictions that vanish or are constant") {
  const Polynomial x = Polynomial::variable(kXyz, 0);
  const Polynomial y = Polynomial::variable(kXyz, 1);
  CHECK((x - y).restrict_to_line({0, 0, 0}, {1, 1, 5}).is_zero());
  CHECK((x - y).restrict_to_line({0, 2, 0}, {1, 3, 5}) == univariate({-1}));
  CHECK((y - x).restrict_to_line({0, 2, 0}, {1, 3, 5}) == univariate({1}));
  CHECK(Polynomial(kXyz).restrict_to_line({0, 0, 0}, {1, 1, 1}).is_zero());
  CHECK((fraction(-2, 3) * x).restrict_to_line({0, 0, 0}, {fraction(1, 5), 0, 0}) == univariate({0, -1}));
}

TEST_CASE("a polynomial in one variable only becomes univariate with its sign") {
  const Polynomial y = Polynomial::variable(kXyz, 1);
  const Polynomial p = fraction(-1, 6) * (y * y) + Polynomial(kXyz, fraction(1, 3));
  CHECK(p.to_univariate(1) == univariate({2, 0, -1}));
  CHECK(Polynomial(kXyz).to_univariate(0).is_zero());
  CHECK(Polynomial(kXyz, Rational(-4)).to_univariate(2) == univariate({-1}));
  CHECK_THROWS_AS(p.to_univariate(0), InvalidInput);
  CHECK_THROWS_AS(p.to_univariate(3), InvalidInput);
}

TEST_CASE("points and images of the wrong size are refused") {
  const Polynomial x = Polynomial::variable(kXyz, 0);
  const std::vector<Rational> two(2);
  const std::vector<Rational> three(3);
  CHECK_THROWS_AS(x.evaluate(two), InvalidInput);
  CHECK_THROWS_AS(x.restrict_to_line(two, three), InvalidInput);
  CHECK_THROWS_AS(x.restrict_to_line(three, two), InvalidInput);
  CHECK_THROWS_AS(x.substitute(3, Rational(1)), InvalidInput);
  CHECK_THROWS_AS(x.compose({x}, kXyz), InvalidInput);
  CHECK_THROWS_AS(x.compose({x, x, x}, PolynomialRing({"t"})), InvalidInput);
}

TEST_CASE("the kXyz without variables") {
  const PolynomialRing none(std::vector<std::string>{});
  const Polynomial c(none, fraction(3, 2));
  CHECK(c.evaluate({}) == fraction(3, 2));
  CHECK(c.compose({}, kXyz) == Polynomial(kXyz, fraction(3, 2)));
  CHECK(c.in_ring(kXyz) == Polynomial(kXyz, fraction(3, 2)));
  CHECK(Polynomial(kXyz, Rational(2)).in_ring(none) == Polynomial(none, Rational(2)));
  CHECK(c.restrict_to_line({}, {}) == univariate({1}));
  CHECK(c.terms().front().exponents.empty());
  CHECK(c.factor().powers.empty());
}

TEST_CASE("values about the size of a machine word are exact") {
  const Polynomial x = Polynomial::variable(kXyz, 0);
  const Polynomial y = Polynomial::variable(kXyz, 1);
  const Polynomial z = Polynomial::variable(kXyz, 2);
  const Polynomial p = pow(x, 2) * y + x * pow(z, 3) - Rational(3) * y * z + Polynomial(kXyz, Rational(7));
  for (long bits = 15; bits <= 64; ++bits)
    for (const long offset : {-1L, 0L, 1L}) {
      const Rational value = pow(Rational(2), bits) + Rational(offset);
      const std::vector<Rational> point{value, -value, value - Rational(5)};
      CHECK(p.evaluate(point) == value_by_terms(p, point));
      const std::vector<Rational> origin{0, 0, 0};
      const UnivariatePolynomial along = p.restrict_to_line(origin, point);
      CHECK(along.sign_at(1) == p.evaluate(point).sign());
      CHECK(along.degree() == 4);
    }
  const Rational large = pow(Rational(2), 63);
  CHECK((x - y).evaluate({large, large - Rational(1), 0}) == Rational(1));
  CHECK((large * x - y).evaluate({1, large, 0}).is_zero());
}
