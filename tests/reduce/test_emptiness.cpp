#include <doctest/doctest.h>

#include "claim/set_language.hpp"
#include "exact/algebraic_point.hpp"
#include "reduce/emptiness.hpp"
#include "reduce/points.hpp"

using namespace isthmus;

namespace {

bool proved_empty(const std::string& text) { return prove_empty(parse_set(text)).has_value(); }

/// A random set together with a point of it: each atom's relation is chosen to hold there.
struct Planted {
  SemialgebraicSet set;
  Point point;
};

Formula planted_atom(RandomSource& random, Polynomial p, const Point& at) {
  Rational value = p.evaluate(at);
  if (random.chance(1, 2)) {  // move the zero set through the point
    p -= Polynomial(p.ring(), value);
    value = Rational(0);
  }
  std::vector<Relation> fitting;
  for (Relation r : {Relation::equal, Relation::not_equal, Relation::less, Relation::less_equal, Relation::greater,
                     Relation::greater_equal})
    if (holds(r, value.sign())) fitting.push_back(r);
  return Formula::atom(p, random.pick(fitting));
}

Planted planted(RandomSource& random) {
  const PolynomialRing ring({"x", "y", "z", "u"});
  const Point at{Rational(random.between(-2, 2)), Rational(random.between(-2, 2)), random.rational(),
                 Rational(random.between(0, 1))};
  std::vector<Formula> parts;
  for (std::size_t i = 0; i < 2 + random.below(3); ++i) {
    Polynomial p = random.chance(1, 3) ? structured_polynomial(random, ring) : random.sparse(ring, 3, 3);
    const Formula atom = planted_atom(random, p, at);
    const bool alternative = random.chance(1, 4);
    parts.push_back(
        alternative ? Formula::disjunction({Formula::atom(random.linear(ring), random.any_relation()), atom}) : atom);
  }
  return {plain_set(ring, Formula::conjunction(parts)), at};
}

}  // namespace

TEST_CASE("contradictions that are found") {
  for (const std::string text :
       {"1 = 0", "x^2 < 0", "x^2+y^2+1 = 0", "x = 0 and x != 0", "x*y = 1 and x = 0", "x*y = 1 and x*y = 2",
        "x > 1 and x < 0", "x = y and y = z and x != z", "a*d-b*c = 1 and a = 0 and b = 0",
        "a*d-b*c = 1 and a = 0 and c = 0", "x^2 = 2 and x^2 = 3", "x*y = 0 and x != 0 and y != 0",
        "(x = 0 or y = 0) and x*y = 1", "x^2+y^2 < 0", "x*(y^2+1) = 0 and x != 0"}) {
    CAPTURE(text);
    CHECK(proved_empty(text));
  }
}

TEST_CASE("sets with a point are never shown to be empty") {
  for (const std::string text :
       {"x = 0", "x^2 <= 0", "x^2+y^2 = 0", "x*y = 1", "x^2 = 2", "x^2 = 2 and x*y = 1", "a*d-b*c = 1 and a = 0",
        "x = 0 or 1 = 0", "x^3 < 0 and x > -1/1000000", "x^2+y^2 <= 0 and x = y", "x^2 >= 0 and x^2 <= 0", "true"}) {
    CAPTURE(text);
    CHECK_FALSE(proved_empty(text));
  }
  for (std::size_t seed = 1; seed <= 500; ++seed) {
    CAPTURE(seed);
    RandomSource random(seed);
    const Planted p = planted(random);
    CAPTURE(p.set.formula.to_string());
    REQUIRE(p.set.formula.holds_at(p.point));
    CHECK_FALSE(prove_empty(p.set).has_value());
  }
}

TEST_CASE("the assumption on the parameters is used, and only it") {
  CHECK(prove_empty(parse_set("a*x = 0 and x != 0", {{"x"}, {"a"}, "a != 0"})).has_value());
  CHECK_FALSE(prove_empty(parse_set("a*x = 0 and x != 0", {{"x"}, {"a"}, ""})).has_value());
  CHECK_FALSE(prove_empty(parse_set("a*x = 1", {{"x"}, {"a"}, "a != 0"})).has_value());
}

TEST_CASE("a proof can be read") {
  const auto proof = prove_empty(parse_set("x*y = 1 and x = 0"));
  REQUIRE(proof.has_value());
  const std::vector<std::string> lines = describe(*proof, 2);
  CHECK(lines.size() >= 2);
  for (const std::string& line : lines) CHECK(line.rfind("  ", 0) == 0);
}
