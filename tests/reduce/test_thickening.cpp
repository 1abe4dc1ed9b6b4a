#include <doctest/doctest.h>

#include "claim/set_language.hpp"
#include "laws/random_source.hpp"
#include "reduce/modulo.hpp"
#include "reduce/reduced_set.hpp"

using namespace isthmus;

namespace {

Polynomial polynomial(const std::string& text) {
  return parse_set(text + " = 0", {{"x", "y", "z"}, {}, ""}).formula.as_atom().polynomial;
}

bool coercive(const std::string& text, int sign = 1) { return is_coercive(polynomial(text), 0, sign); }

std::optional<Thickening> thickening_of(const std::string& text) { return thicken(parse_set(text)); }

}  // namespace

TEST_CASE("coercive polynomials are recognised by their Newton polytope") {
  CHECK(coercive("x^2+y^2+z^2-x*y"
                 "-5*x") == false);  // x*y lies on the simplex and is not even
  CHECK(coercive("x^2+y^2+z^2-5*x+3"));
  CHECK(coercive("x^4+y^2+z^6+x^3-y*x-7"));
  CHECK(coercive("x^4+2*x^2*y^2+y^4+z^4-8*x^3"));
  CHECK(coercive("-x^2-y^4-z^2+y^3", -1));
  CHECK_FALSE(coercive("x^2+y^2"));
  CHECK_FALSE(coercive("x^2+y^2+z^3"));
  CHECK_FALSE(coercive("x^2+y^2+z^2+x*y*z"));
  CHECK_FALSE(coercive("x^2+y^2+z^2", -1));
  CHECK_FALSE(coercive("x^4-2*x^2*y^2+y^4+z^2"));
}

TEST_CASE("a coercive polynomial is positive on large spheres") {
  RandomSource random(20261124);
  int found = 0;
  for (int attempt = 0; attempt < 400; ++attempt) {
    const PolynomialRing ring({"x", "y"});
    Polynomial p(ring, {{Rational(1), {4, 0}}, {Rational(2), {0, 2}}});
    for (int t = 0; t < 3; ++t) {
      const std::vector<unsigned> e{static_cast<unsigned>(random.below(5)), static_cast<unsigned>(random.below(5))};
      p += Polynomial(ring, {{Rational(random.coefficient()), e}});
    }
    if (!is_coercive(p, 0, 1)) continue;
    ++found;
    const Rational far(100000);
    for (int k = -5; k <= 5; ++k) {
      CHECK(p.evaluate({far, far * Rational(k, 5)}).sign() > 0);
      CHECK(p.evaluate({far * Rational(k, 5), -far}).sign() > 0);
    }
  }
  CHECK(found > 3);
}

TEST_CASE("the family is open, contains the closed part and has the infinitesimals it needs") {
  CHECK(thickening_of("x^2+y^2 = 1")->infinitesimals == 1);
  CHECK(thickening_of("x*y = 1")->infinitesimals == 2);
  CHECK(thickening_of("x^2+y^2 = 1 and x != 0")->infinitesimals == 2);
  for (const std::string text : {"x^2+y^2 <= 4 and (x = 0 or y >= 1)", "x^3 = y^2 and x < 2", "x^2*y = x and y != 3"}) {
    const SemialgebraicSet set = parse_set(text);
    const Thickening thick = *thicken(set);
    CHECK(thick.family.ring.size() == set.ring.size() + thick.infinitesimals);
    for (const Atom& atom : thick.family.formula.atoms()) CHECK(is_strict(atom.relation));
    RandomSource random(text.size());
    for (int i = 0; i < 300; ++i) {
      const std::vector<Rational> x{Rational(random.between(-2, 2)), Rational(random.between(-2, 2))};
      if (!set.formula.holds_at(x)) continue;
      std::vector<Rational> at(thick.infinitesimals, Rational(1, 1000));
      at.insert(at.end(), x.begin(), x.end());
      CHECK(thick.family.formula.holds_at(at));
    }
  }
}

TEST_CASE("sets that need not be locally closed are taken apart") {
  CHECK(thickening_of("x > 0 or x^2+y^2 <= 0")->pieces.size() == 2);
  CHECK(thickening_of("(x = 0 or y > 0) and x^2+y^2 = 1")->pieces.size() == 2);
  CHECK(thickening_of("(x > 0 or y > 0) and x^2+y^2 = 1")->pieces.size() == 1);
}

TEST_CASE("names of infinitesimals do not collide with coordinates") {
  const Thickening thick = *thickening_of("delta^2*eta = 1");
  CHECK(thick.family.ring.names() == std::vector<std::string>{"eta_", "delta_", "delta", "eta"});
}

TEST_CASE("replacements modulo equations re-multiply") {
  const SemialgebraicSet set = parse_set("x^2+y^2-z^2+z^3 = 0 and 4*x^2+4*y^2+9*z^4-12*z^3+4*z^2 > 0 and x*z < 5");
  const auto replacements = simpler_modulo_equations(set);
  REQUIRE(replacements.size() == 1);
  const Replacement& r = replacements.front();
  CHECK(r.polynomial == r.remainder + r.quotient * r.equation);
  CHECK(r.remainder.variables().size() == 1);
  const SemialgebraicSet other = with_replacements(set, replacements);
  CHECK(other.formula.conjuncts().size() == 3);
  CHECK(simpler_modulo_equations(other).empty());
}

TEST_CASE("one equation becomes simpler modulo another one, which stays") {
  const SemialgebraicSet set = parse_set("a^2*(b^2+d^2) = d^2 and b^2+d^2 = 1 and a != 0");
  const auto replacements = simpler_modulo_equations(set);
  REQUIRE(replacements.size() == 1);
  CHECK(replacements[0].remainder.to_string() == "a^2-d^2");
  const SemialgebraicSet other = with_replacements(set, replacements);
  CHECK(other.formula.conjuncts().size() == 3);
  CHECK(simpler_modulo_equations(other).empty());
}

TEST_CASE("a disjunction of coordinates counts as the sum of their squares") {
  const SemialgebraicSet set = parse_set("x^2+y^2 = z^2-z^3 and (x != 0 or y != 0 or z != 0)");
  const auto replacements = simpler_modulo_equations(set);
  REQUIRE(replacements.size() == 1);
  CHECK(with_replacements(set, replacements).formula.atoms().size() == 2);
  CHECK(simpler_modulo_equations(parse_set("x^2+y^2 = z^2 and (x+y != 0 or z != 0)")).empty());
}
