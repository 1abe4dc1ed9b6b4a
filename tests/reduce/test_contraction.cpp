#include <doctest/doctest.h>

#include "claim/set_language.hpp"
#include "exact/algebraic_point.hpp"
#include "exact/error.hpp"
#include "reduce/contraction.hpp"
#include "reduce/points.hpp"

using namespace isthmus;

namespace {

std::optional<std::vector<unsigned>> weights_of(const std::string& text) { return find_contraction(parse_set(text)); }

/// A weighted homogeneous polynomial with random weights.
Polynomial homogeneous(RandomSource& random, const PolynomialRing& ring, const std::vector<unsigned>& weights) {
  Polynomial sum(ring);
  std::optional<unsigned> degree;
  for (int attempt = 0; attempt < 60; ++attempt) {
    std::vector<unsigned> exponents;
    unsigned total = 0;
    for (unsigned w : weights) {
      exponents.push_back(static_cast<unsigned>(random.below(4)));
      total += w * exponents.back();
    }
    if (degree && total != *degree) continue;
    degree = total;
    sum += Polynomial(ring, {{Rational(random.coefficient()), exponents}});
  }
  return sum;
}

}  // namespace

TEST_CASE("cones contract, what has a strict condition or a constant does not") {
  CHECK(weights_of("x^2+y^2 = z^2") == std::vector<unsigned>{1, 1, 1});
  CHECK(weights_of("x^2+y^2 <= z^2").has_value());
  CHECK(weights_of("x^3 = y^2").has_value());
  CHECK(weights_of("x*y = 0").has_value());
  CHECK_FALSE(weights_of("x^2+y^2 = 1").has_value());
  CHECK_FALSE(weights_of("x^2+y^2 < z^2").has_value());
  CHECK_FALSE(weights_of("x != 0").has_value());
  CHECK_FALSE(weights_of("x^2 = y^2 and x+y^2 = x*y and x != 0").has_value());
}

TEST_CASE("only some variables move") {
  const auto weights = weights_of("x*(y^2+z) = 0 and x^2 <= 0 and z > 1");
  REQUIRE(weights.has_value());
  CHECK((*weights)[0] > 0);
  CHECK((*weights)[2] == 0);
}

TEST_CASE("weights are judged by the definition") {
  const SemialgebraicSet cusp = parse_set("x^3 = y^2");
  CHECK(contracts(cusp, {2, 3}));
  CHECK_FALSE(contracts(cusp, {1, 1}));
  CHECK_FALSE(contracts(cusp, {0, 1}));
  CHECK(contracts(cusp, {0, 0}));
  const SemialgebraicSet strict = parse_set("x*y > 1 and z = 0", {{"x", "y", "z"}, {}, ""});
  CHECK(contracts(strict, {0, 0, 1}));
  CHECK_FALSE(contracts(strict, {1, 1, 1}));
  CHECK_FALSE(contracts(parse_set("a*x = 0", {{"x"}, {"a"}, ""}), {1, 1}));
  CHECK(contracts(parse_set("a*x = 0", {{"x"}, {"a"}, ""}), {0, 1}));
  CHECK_THROWS_AS(contracts(cusp, {1}), InvalidInput);
}

TEST_CASE("a contraction keeps every point of a set in it, down to the limit") {
  std::size_t found = 0;
  for (std::size_t seed = 1; seed <= 150; ++seed) {
    CAPTURE(seed);
    RandomSource random(seed);
    const PolynomialRing ring({"x", "y", "z"});
    std::vector<unsigned> planted;
    for (int i = 0; i < 3; ++i) planted.push_back(static_cast<unsigned>(random.below(3)));
    std::vector<Polynomial> polynomials;
    for (int i = 0; i < 2; ++i) polynomials.push_back(homogeneous(random, ring, planted));
    if (random.chance(1, 3)) polynomials.push_back(random.linear(ring));
    const SemialgebraicSet set = plain_set(ring, random.formula(polynomials, 2, false));
    const auto weights = find_contraction(set);
    if (!weights) continue;
    ++found;
    CAPTURE(set.formula.to_string());
    CHECK(contracts(set, *weights));
    for (const Point& at : adversarial_points(random, polynomials, 3, 30)) {
      if (!set.formula.holds_at(at)) continue;
      for (const Rational& t : {Rational(0), Rational(Integer(1), Integer(3)), Rational(Integer(9), Integer(10))}) {
        Point moved = at;
        for (std::size_t i = 0; i < 3; ++i) moved[i] *= pow(t, static_cast<long>((*weights)[i]));
        CHECK(set.formula.holds_at(moved));
      }
    }
  }
  CHECK(found > 20);
}
