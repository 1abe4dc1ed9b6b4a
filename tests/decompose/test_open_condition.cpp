#include <doctest/doctest.h>

#include "claim/set_language.hpp"
#include "decompose/open_condition.hpp"
#include "exact/algebraic_point.hpp"
#include "exact/error.hpp"
#include "exact/real_root.hpp"
#include "laws/random_source.hpp"

using namespace isthmus;

namespace {

OpenCondition condition(const std::string& text) {
  const SemialgebraicSet set = parse_set(text);
  return OpenCondition(set.ring, set.formula);
}

/// A second opinion: exact truth at many points of the segment, among them all multiples of 1/steps.
bool holds_along(const Formula& formula, const Point& from, const Point& to, long steps) {
  for (long i = 0; i <= steps; ++i) {
    Point at;
    for (std::size_t k = 0; k < from.size(); ++k)
      at.push_back(from[k] + Rational(i) / Rational(steps) * (to[k] - from[k]));
    if (!formula.holds_at(at)) return false;
  }
  return true;
}

}  // namespace

TEST_CASE("factors are collected once, with units, exponents and signs") {
  const OpenCondition c = condition("-2*(x-1)^2*(y+3)^3*(x^2+1) < 0 and (x-1)*y != 0");
  CHECK(c.factors().size() == 3);
  CHECK(c.holds_at({Rational(2), Rational(1)}));
  CHECK_FALSE(c.holds_at({Rational(1), Rational(1)}));
  CHECK_FALSE(c.holds_at({Rational(2), Rational(0)}));
  CHECK_FALSE(c.holds_at({Rational(2), Rational(-4)}));
}

TEST_CASE("a factor is excluded if no point of the set is a zero of it") {
  const OpenCondition c = condition("x != 0 and (y > 0 or z > 0) and (y*z != 0 or w*x < 0)");
  for (std::size_t i = 0; i < c.factors().size(); ++i) CHECK(c.excludes(i) == (c.factors()[i].to_string() == "x"));
}

TEST_CASE("conditions that are not strict are refused") {
  CHECK_THROWS_AS(condition("x = 0"), InvalidInput);
  CHECK_THROWS_AS(condition("x > 0 or y <= 1"), InvalidInput);
  CHECK_NOTHROW(condition("not x <= 0"));
}

TEST_CASE("polynomials without a real zero have a known sign everywhere") {
  const PolynomialRing ring({"x", "y"});
  CHECK(evident_sign(parse_polynomial("x^2+3*y^4+1", ring)) == 1);
  CHECK(evident_sign(parse_polynomial("-x^2*y^2-7", ring)) == -1);
  CHECK(evident_sign(parse_polynomial("5", ring)) == 1);
  CHECK(evident_sign(parse_polynomial("x^2+y^2", ring)) == 0);
  CHECK(evident_sign(parse_polynomial("x^2+y+1", ring)) == 0);
  CHECK(evident_sign(parse_polynomial("x^2-1", ring)) == 0);
}

TEST_CASE("truth from signs agrees with the formula, also on the zero sets") {
  for (std::size_t seed = 1; seed <= 200; ++seed) {
    CAPTURE(seed);
    RandomSource random(seed);
    const PolynomialRing ring({"x", "y", "z"});
    std::vector<Polynomial> polynomials;
    for (int i = 0; i < 3; ++i) {
      const Polynomial a = random.linear(ring);
      const Polynomial b = random.dense(ring, 2, 5);
      polynomials.push_back(random.chance(1, 3) ? a * a * b : a * b + Polynomial(ring, Rational(random.between(0, 1))));
      if (polynomials.back().is_zero()) polynomials.back() = Polynomial::variable(ring, 0);
    }
    const Formula formula = random.formula(polynomials, 3, true);
    CAPTURE(formula.to_string());
    const OpenCondition c(ring, formula);
    for (int i = 0; i < 20; ++i) {
      const Point at{Rational(random.between(-2, 2)), Rational(random.between(-2, 2)), Rational(random.between(-2, 2))};
      CHECK(c.holds_at(at) == formula.holds_at(at));
    }
  }
}

TEST_CASE("unknown signs never decide what a completion could change") {
  RandomSource random(77);
  const PolynomialRing ring({"x", "y", "z", "u"});
  std::vector<Polynomial> variables;
  for (std::size_t i = 0; i < 4; ++i) variables.push_back(Polynomial::variable(ring, i));
  for (int i = 0; i < 200; ++i) {
    const Formula formula = random.formula(variables, 3, true);
    const OpenCondition c(ring, formula);
    std::vector<Sign> partial;
    for (std::size_t k = 0; k < c.factors().size(); ++k) partial.push_back(static_cast<Sign>(random.between(-1, 2)));
    const Truth truth = c.evaluate(partial);
    std::vector<Sign> full = partial;
    for (Sign& s : full)
      if (s == unknown_sign) s = static_cast<Sign>(random.between(-1, 1));
    if (truth != Truth::unknown) CHECK(c.evaluate(full) == truth);
    CHECK(c.evaluate(full) != Truth::unknown);
  }
}

TEST_CASE("segments: touching, crossing, lying on, ending on a zero set") {
  const auto in = [](const std::string& text, Point from, Point to) {
    return condition(text).contains_segment(from, to);
  };
  const Point left{Rational(-2), Rational(1)};
  const Point right{Rational(2), Rational(1)};
  CHECK_FALSE(in("x^2+y^2 != 1", left, right));  // tangent at (0, 1)
  CHECK(in("x^2+y^2 > 1/2", left, right));
  CHECK_FALSE(in("y != 1 or x*y > 5", left, right));
  CHECK(in("x != 0 or y > 0", left, right));
  CHECK_FALSE(in("x != 0 or y > 1", left, right));
  CHECK(in("y-1 != 0 or x < 3", left, right));  // the segment lies on y = 1
  CHECK_FALSE(in("x < 2 and y > 0", left, right));
  CHECK_FALSE(in("x > -2 and y > 0", left, right));
  CHECK_FALSE(in("3*x != 1 and y > 0", left, right));
  CHECK_FALSE(in("(x^2-2)^2 > 0 and y > 0", left, right));
  CHECK(in("x != 1 and y != 0", {Rational(2), Rational(1)}, {Rational(2), Rational(1)}));
}

TEST_CASE("segments against exact truth at many points of them") {
  std::size_t inside = 0;
  for (std::size_t seed = 1; seed <= 400; ++seed) {
    CAPTURE(seed);
    RandomSource random(seed);
    const PolynomialRing ring({"x", "y"});
    std::vector<Polynomial> polynomials;
    for (int i = 0; i < 3; ++i) {
      Polynomial p = random.linear(ring) * random.linear(ring) + Polynomial(ring, Rational(random.between(-1, 1)));
      polynomials.push_back(p.is_zero() ? Polynomial::variable(ring, 1) : p);
    }
    const Formula formula = random.formula(polynomials, 2, true);
    const Point from{Rational(random.between(-3, 3)), Rational(random.between(-3, 3))};
    const Point to{Rational(random.between(-3, 3)), Rational(random.between(-3, 3))};
    const OpenCondition c(ring, formula);
    const bool claimed = c.contains_segment(from, to);
    CAPTURE(formula.to_string());
    CHECK(claimed == c.contains_segment(to, from));
    if (claimed) CHECK(holds_along(formula, from, to, 60));
    if (!claimed && formula.holds_at(from) && formula.holds_at(to)) {
      // Some factor vanishes on the way.
      bool vanishes = false;
      for (const Polynomial& p : c.factors()) {
        const UnivariatePolynomial along = p.restrict_to_line(from, to);
        vanishes = vanishes || along.is_zero() || has_root_in(along, Rational(0), Rational(1));
      }
      CHECK(vanishes);
    }
    inside += claimed ? 1 : 0;
  }
  CHECK(inside > 40);
}

TEST_CASE("a condition in another order of the variables has the same points and the same excluded factors") {
  for (std::size_t seed = 1; seed <= 60; ++seed) {
    CAPTURE(seed);
    RandomSource random(seed);
    const PolynomialRing ring({"x", "y", "z"});
    const PolynomialRing other({"z", "x", "y"});
    std::vector<Polynomial> polynomials;
    for (int i = 0; i < 3; ++i) polynomials.push_back(random.linear(ring) * random.sparse(ring, 2, 2));
    for (Polynomial& p : polynomials)
      if (p.is_zero()) p = Polynomial::variable(ring, 2) - Polynomial::variable(ring, 0);
    const Formula formula = random.formula(polynomials, 2, true);
    const OpenCondition condition(ring, formula);
    const OpenCondition moved = condition.in_order(other);
    const OpenCondition again(other, formula.map_atoms([&](const Atom& atom) {
      return Formula::atom(atom.polynomial.in_ring(other), atom.relation);
    }));
    REQUIRE(moved.factors() == again.factors());
    for (std::size_t i = 0; i < moved.factors().size(); ++i) CHECK(moved.excludes(i) == again.excludes(i));
    for (int i = 0; i < 20; ++i) {
      const std::vector<Rational> p = random.point(3);
      CHECK(condition.holds_at(p) == moved.holds_at({p[2], p[0], p[1]}));
    }
  }
}
