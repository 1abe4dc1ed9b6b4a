#include <doctest/doctest.h>

#include "connect/written_sets.hpp"
#include "laws/random_source.hpp"

using namespace isthmus;

namespace {

/// The one case that a parameter value belongs to; fails the test if there are none or several.
const FamilyCase* case_of(const FamilyCount& count, const Point& parameters) {
  const FamilyCase* found = nullptr;
  for (const FamilyCase& c : count.cases) {
    if (!c.when.holds_at(parameters)) continue;
    CHECK(found == nullptr);
    found = &c;
  }
  return found;
}

void check_at(const FamilyCount& count, const Point& parameters, std::size_t components) {
  const FamilyCase* found = case_of(count, parameters);
  REQUIRE(found != nullptr);
  CHECK(found->components == components);
}

}  // namespace

TEST_CASE("one answer for all parameters") {
  CHECK(family("w3*(w2*w1*x+e*x) = y", {"x", "y", "e"}, "x != 0 and y != 0 and e != 0").common() == 3u);
  CHECK(family("w1*w2*x = y", {"x", "y"}, "x != 0 and y != 0").common() == 2u);
  CHECK(family("x*y > a", {"a"}, "a > 0").common() == 2u);
  CHECK(family("x > a", {"a"}).common() == 1u);
  CHECK(family("x*y != 0", {}).common() == 4u);
}

TEST_CASE("the count depends on the parameter, on walls too") {
  const FamilyCount circle = family("x^2+y^2 != r", {"r"});
  CHECK(circle.undecided.empty());
  CHECK_FALSE(circle.common().has_value());
  check_at(circle, {Rational(-1)}, 1);
  check_at(circle, {Rational(0)}, 1);
  check_at(circle, {Rational(4)}, 2);

  const FamilyCount hyperbola = family("x*y != a", {"a"});
  check_at(hyperbola, {Rational(0)}, 4);
  check_at(hyperbola, {Rational(3)}, 3);
  check_at(hyperbola, {Rational(-3)}, 3);

  const FamilyCount quadratic = family("x^2+b*x+c = 0", {"b", "c"});
  check_at(quadratic, {Rational(0), Rational(1)}, 0);
  check_at(quadratic, {Rational(2), Rational(1)}, 1);
  check_at(quadratic, {Rational(0), Rational(-2)}, 2);
}

TEST_CASE("an assumption that no parameter meets is vacuous, not a number") {
  const FamilyCount count = family("x > a", {"a"}, "a > 1 and a < 0");
  CHECK(count.vacuous());
  CHECK_FALSE(count.common().has_value());
}

TEST_CASE("random families agree with the sets at random parameter values") {
  for (std::size_t seed = 1; seed <= 40; ++seed) {
    CAPTURE(seed);
    RandomSource random(seed);
    const PolynomialRing ring({"a", "x", "y"});
    Polynomial p = random.sparse(ring, 2, 3);
    if (p.is_constant()) p = Polynomial::variable(ring, 1);
    const SemialgebraicSet set{ring, 1, Formula::truth(), Formula::atom(p, random.strict_relation())};
    CAPTURE(set.formula.to_string());
    const FamilyCount count = count_family(set);
    for (const Rational& a : {Rational(-1), Rational(0), Rational(1), random.rational()}) {
      const FamilyCase* found = case_of(count, {a});
      if (!found) {
        CHECK_FALSE(count.undecided.empty());
        continue;
      }
      const PolynomialRing plane({"x", "y"});
      const SemialgebraicSet fibre = plain_set(plane, set.formula.map_atoms([&](const Atom& atom) {
        return Formula::atom(atom.polynomial.substitute(0, a).in_ring(plane), atom.relation);
      }));
      CAPTURE(a.to_string());
      CHECK(count_components(reduce(fibre))->count() == found->components);
    }
  }
}
