#include <doctest/doctest.h>

#include <algorithm>

#include "claim/set_language.hpp"
#include "exact/algebraic_point.hpp"
#include "exact/error.hpp"
#include "reduce/normal_form.hpp"
#include "reduce/points.hpp"

using namespace isthmus;

namespace {

std::string normal(const std::string& text) { return normalise(parse_set(text).formula).to_string(); }

}  // namespace

TEST_CASE("normal forms of known conditions") {
  CHECK(normal("x^2 = 0") == normal("x = 0"));
  CHECK(normal("x^3*y^2 = 0") == normal("x*y = 0"));
  CHECK(normal("-3*x^5 > 0") == normal("-x > 0"));
  CHECK(normal("x^2*y > 0") == normal("y > 0 and x != 0"));
  CHECK(normal("x^2 >= 0") == "true");
  CHECK(normal("x^2 > 0") == normal("x != 0"));
  CHECK(normal("x^2 < 0") == "false");
  CHECK(normal("x^2 <= 0") == normal("x = 0"));
  CHECK(normal("x^2+y^2 = 0") == normal("x = 0 and y = 0"));
  CHECK(normal("x^2+y^4+1 = 0") == "false");
  CHECK(normal("x^2+1 > 0") == "true");
  CHECK(normal("-x^2-1 >= 0") == "false");
  CHECK(normal("x*y != 0") == normal("y != 0 and x != 0"));
  CHECK(normal("x = 0 and x != 0") == "false");
  CHECK(normal("x = 0 and x*y > 0") == "false");
  CHECK(normal("x = 0 and x*y >= 0") == normal("x = 0"));
  CHECK(normal("x != 0 and x*y = 0") == normal("x != 0 and y = 0"));
  CHECK(normal("x*(x^2+1) = 0") == normal("x = 0"));
}

TEST_CASE("what must not be simplified is not") {
  CHECK(normal("x*y = 0") != "true");
  CHECK(normal("x^2-y^2 >= 0") != "true");
  CHECK(normal("x >= 0") != normal("x > 0"));
  CHECK(normal("x*y >= 0 and x != 0") != normal("x*y > 0 and x != 0"));
  CHECK(normal("x = 0 or x != 0 and y = 0") != "false");
  CHECK(normal("(x = 0 or y > 0) and x*y != 0") != normal("(x = 0 or y > 0) and x*y != 0 and x = 0"));
}

TEST_CASE("a normal form is equivalent at random points and on the zero sets, and normal again") {
  std::size_t inside = 0;
  for (std::size_t seed = 1; seed <= 400; ++seed) {
    CAPTURE(seed);
    RandomSource random(seed);
    const PolynomialRing ring({"x", "y", "z"});
    std::vector<Polynomial> polynomials;
    for (int i = 0; i < 3; ++i) polynomials.push_back(structured_polynomial(random, ring));
    const Formula formula = random.formula(polynomials, 3, false);
    const Formula result = normalise(formula);
    CAPTURE(formula.to_string());
    CAPTURE(result.to_string());
    CHECK(normalise(result).to_string() == result.to_string());
    std::vector<Polynomial> factors;
    for (const Polynomial& p : polynomials)
      for (const auto& power : p.factor().powers) factors.push_back(power.factor);
    for (const Point& at : adversarial_points(random, factors, 3, 40)) {
      CHECK(formula.holds_at(at) == result.holds_at(at));
      inside += formula.holds_at(at) ? 1 : 0;
    }
  }
  CHECK(inside > 2000);
}

TEST_CASE("under an assumption the normal form is equivalent where the assumption holds") {
  for (std::size_t seed = 1; seed <= 200; ++seed) {
    CAPTURE(seed);
    RandomSource random(seed);
    const PolynomialRing ring({"a", "x", "y"});
    std::vector<Polynomial> polynomials;
    for (int i = 0; i < 3; ++i) polynomials.push_back(structured_polynomial(random, ring));
    const Polynomial a = Polynomial::variable(ring, 0);
    const Formula assumption = Formula::atom(random.chance(1, 2) ? a : a * a - a, random.any_relation());
    polynomials.push_back(a * polynomials[0]);
    const Formula formula = random.formula(polynomials, 2, false);
    const Formula result = normalise(formula, assumption);
    CAPTURE(formula.to_string());
    CAPTURE(assumption.to_string());
    CAPTURE(result.to_string());
    for (const Point& at : adversarial_points(random, polynomials, 3, 30))
      if (assumption.holds_at(at)) CHECK(formula.holds_at(at) == result.holds_at(at));
  }
}

TEST_CASE("facts are what single top-level conditions say") {
  const SemialgebraicSet set = parse_set("x*y > 0 and z = 0 and (u = 0 or x = 1) and u*w = 0");
  const FactorFacts facts(set.formula);
  const auto factor = [&](const std::string& text) { return parse_polynomial(text, set.ring); };
  CHECK(facts.never_zero(factor("x")));
  CHECK(facts.never_zero(factor("y")));
  CHECK(facts.always_zero(factor("z")));
  CHECK_FALSE(facts.always_zero(factor("u")));
  CHECK_FALSE(facts.always_zero(factor("x-1")));
  CHECK_FALSE(facts.never_zero(factor("w")));
}

TEST_CASE("substituting a quotient is evaluating at it") {
  for (std::size_t seed = 1; seed <= 200; ++seed) {
    CAPTURE(seed);
    RandomSource random(seed);
    const PolynomialRing ring({"x", "y", "z"});
    std::vector<Polynomial> polynomials{structured_polynomial(random, ring), random.dense(ring, 3, 5),
                                        random.linear(ring)};
    const SemialgebraicSet set = plain_set(ring, random.formula(polynomials, 2, false));
    const std::size_t v = random.below(3);
    const auto without = [&](Polynomial p) { return p.substitute(v, Rational(random.between(-1, 1))); };
    const Polynomial numerator = without(random.dense(ring, 2, 5));
    const Polynomial denominator = without(random.linear(ring));
    if (denominator.is_zero()) continue;
    const SemialgebraicSet result = substitute_quotient(set, v, numerator, denominator);
    CHECK(result.ring.size() == 2);
    CHECK_FALSE(result.ring.index_of(ring.name(v)).has_value());
    CAPTURE(set.formula.to_string());
    for (Point at : adversarial_points(random, {denominator}, 3, 30)) {
      const Rational d = denominator.evaluate(at);
      if (d.is_zero()) continue;
      at[v] = numerator.evaluate(at) / d;
      Point rest = at;
      rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(v));
      CHECK(result.formula.holds_at(rest) == set.formula.holds_at(at));
    }
  }
}

TEST_CASE("fixing variables, parameters among them") {
  const SemialgebraicSet family = parse_set("a*x+y > b", {{"x", "y"}, {"a", "b"}, "a > 0"});
  const SemialgebraicSet fixed = specialise(family, {0, 2}, {Rational(2), Rational(3)});
  CHECK(fixed.ring.names() == std::vector<std::string>{"b", "y"});
  CHECK(fixed.parameter_count == 1);
  CHECK(fixed.assumption.is(Formula::Kind::truth));
  CHECK(fixed.formula.holds_at({Rational(1), Rational(0)}));
  CHECK_FALSE(fixed.formula.holds_at({Rational(6), Rational(0)}));
  CHECK(specialise(family, {0}, {Rational(-1)}).assumption.is(Formula::Kind::falsity));
  CHECK_THROWS_AS(specialise(family, {0, 1}, {Rational(1)}), InvalidInput);
}

TEST_CASE("linear forms, and what is not one") {
  const PolynomialRing ring({"x", "y"});
  const LinearForm form = linear_form(parse_polynomial("x*y^2+3*x-y", ring), 0);
  CHECK(form.coefficient == parse_polynomial("y^2+3", ring));
  CHECK(form.rest == parse_polynomial("-y", ring));
  CHECK_THROWS_AS(linear_form(parse_polynomial("x^2", ring), 0), InvalidInput);
  CHECK_THROWS_AS(linear_form(parse_polynomial("y", ring), 0), InvalidInput);
}
