#include <doctest/doctest.h>

#include "claim/set_language.hpp"
#include "connect/components.hpp"
#include "connect/written_sets.hpp"
#include "exact/error.hpp"
#include "laws/random_source.hpp"

using namespace isthmus;

namespace {

/// Samples lie in the set and in the component they stand for.
void check_samples(const std::string& text, std::size_t expected) {
  CAPTURE(text);
  const SemialgebraicSet set = parse_set(text);
  const ComponentsPtr c = count_components(reduce(set));
  CHECK(c->count() == expected);
  for (std::size_t i = 0; i < c->count(); ++i) {
    CHECK(contains(set, c->sample(i)));
    if (to_rational(c->sample(i))) CHECK(c->component_at(c->sample(i)) == i);
  }
  for (const Polynomial& p : c->separators())
    for (std::size_t i = 0; i < c->count(); ++i) CHECK(sign_at(p, c->sample(i)) != 0);
  std::vector<std::string> lines;
  c->describe(lines, 0);
  REQUIRE_FALSE(lines.empty());
  CHECK(lines.front().rfind(std::to_string(expected) + " component", 0) == 0);
}

}  // namespace

TEST_CASE("graphs, products, sums, charts, contractions: samples and components agree") {
  check_samples("w3*(w2*w1+1) = 1", 3);
  check_samples("w3*w2*w1 = 1", 4);
  check_samples("z*(x^2+y^2-1) = 1", 2);
  check_samples("x^2 = 2 and y != 0", 4);
  check_samples("x*(x-1)*(y^2-2) = 0 and x*(x-1) = 0", 2);
  check_samples("x*(x-1) = 0 and y*z = 1", 4);
  check_samples("a*d-b*c = 1", 1);
  check_samples("u1*v1+u2*v2 = 1", 1);
  check_samples("x^2+y^2 = z^2 and w^2 > 1", 2);
  check_samples("x^2+y^2+z^2 = 0", 1);
  check_samples("x^2+1 = 0", 0);
  check_samples("x*y != 0 and z*w > 1", 8);
  check_samples("a*x+b*z = 1 and a*y+b*w = 0 and c*x+d*z = 0 and c*y+d*w = 1", 2);
}

TEST_CASE("the sum of disjoint pieces numbers them one after the other") {
  const ComponentsPtr c = components_of("z*(z-x^2-1)*(z+x^2+1) = 0 and y = y");
  CHECK(c->count() == 3);
  const auto at = [&](long z) { return c->component_at(to_algebraic({Rational(z), Rational(0), Rational(5)})); };
  CHECK(at(0) != at(1));
  CHECK(at(0) != at(-1));
  CHECK(at(1) != at(-1));
}

TEST_CASE("families are refused, and a count has no more components than it says") {
  CHECK_THROWS_AS(count_components(reduce(parse_set("a*x = 1", {{"x"}, {"a"}, ""}))), InvalidInput);
  CHECK_THROWS_AS(components_of("x^2 < 0")->sample(0), InvalidInput);
}

TEST_CASE("membership is decided exactly at rational points") {
  RandomSource random(11);
  const PolynomialRing ring({"x", "y"});
  for (int i = 0; i < 100; ++i) {
    std::vector<Polynomial> polynomials{random.linear(ring), random.dense(ring, 2, 6)};
    const SemialgebraicSet set = plain_set(ring, random.formula(polynomials, 2, false));
    const Point at{Rational(random.between(-2, 2)), Rational(random.between(-2, 2))};
    CHECK(contains(set, to_algebraic(at)) == set.formula.holds_at(at));
  }
}
