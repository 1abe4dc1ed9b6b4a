#include <algorithm>

#include <doctest/doctest.h>

#include "claim/set_language.hpp"
#include "decompose/open_condition.hpp"
#include "decompose/projection.hpp"
#include "exact/error.hpp"
#include "laws/random_source.hpp"

using namespace isthmus;

namespace {

Projection project_text(const std::vector<std::string>& names, const std::vector<std::string>& texts, ProjectionKind kind) {
  const PolynomialRing ring(names);
  std::vector<Polynomial> inputs;
  for (const std::string& text : texts) inputs.push_back(parse_polynomial(text, ring));
  return project(ring, inputs, kind);
}

std::vector<std::string> texts_of(const Projection& projection, std::size_t level) {
  std::vector<std::string> texts;
  for (const auto& factor : projection.level(level)) texts.push_back(factor.polynomial.to_string());
  std::sort(texts.begin(), texts.end());
  return texts;
}

using Texts = std::vector<std::string>;

/// Whether every irreducible factor of p that may vanish divides a factor of its level.
bool covers(const Projection& projection, const Polynomial& p) {
  if (p.is_constant()) return true;
  for (const auto& power : p.factor().powers) {
    if (evident_sign(power.factor) != 0) continue;
    const std::size_t level = power.factor.variables().back() + 1;
    const auto& factors = projection.level(level);
    if (std::none_of(factors.begin(), factors.end(),
                     [&](const auto& f) { return divide(f.polynomial, power.factor).has_value(); }))
      return false;
  }
  return true;
}

int exponent_in(const Polynomial& p, const Polynomial& factor) {
  int exponent = 0;
  Polynomial rest = p;
  for (auto quotient = divide(rest, factor); quotient; quotient = divide(rest, factor)) {
    rest = *quotient;
    ++exponent;
  }
  return exponent;
}

/// Leading coefficients, discriminants and resultants of every level are covered, and their exponents are right.
void check_closed(const Projection& projection) {
  for (std::size_t k = projection.levels(); k > 1; --k) {
    const auto& level = projection.level(k);
    for (std::size_t i = 0; i < level.size(); ++i) {
      const Polynomial& f = level[i].polynomial;
      CAPTURE(f.to_string());
      CHECK(covers(projection, f.leading_coefficient(k - 1)));
      const Polynomial disc = f.degree(k - 1) > 1 ? discriminant(f, k - 1) : Polynomial(f.ring(), Rational(1));
      CHECK(covers(projection, disc));
      for (std::size_t low = 1; low < k; ++low)
        for (std::size_t g = 0; g < projection.level(low).size(); ++g)
          CHECK(projection.discriminant_exponent(k, i, {low, g}) == exponent_in(disc, projection.level(low)[g].polynomial));
      for (std::size_t j = 0; j < i; ++j) {
        const Polynomial res = resultant(level[j].polynomial, f, k - 1);
        CHECK(covers(projection, res));
        for (std::size_t low = 1; low < k; ++low)
          for (std::size_t g = 0; g < projection.level(low).size(); ++g)
            CHECK(projection.resultant_exponent(k, i, j, {low, g}) ==
                  exponent_in(res, projection.level(low)[g].polynomial));
      }
    }
  }
}

/// For each irreducible p | lc(f), some coefficient of f is coprime to p, and constant or covered.
void check_walls(const Projection& projection) {
  for (std::size_t k = projection.levels(); k > 1; --k)
    for (const auto& factor : projection.level(k)) {
      const Polynomial& f = factor.polynomial;
      const Polynomial leading = f.leading_coefficient(k - 1);
      if (leading.is_constant()) continue;
      for (const auto& power : leading.factor().powers) {
        if (evident_sign(power.factor) != 0) continue;
        bool found = false;
        for (long e = 0; e < f.degree(k - 1) && !found; ++e) {
          const Polynomial c = f.coefficient(k - 1, static_cast<unsigned>(e));
          found = !c.is_zero() && gcd(c, power.factor).is_constant() && covers(projection, c);
        }
        CAPTURE(f.to_string());
        CHECK(found);
      }
    }
}

}  // namespace

TEST_CASE("projections of known examples") {
  const auto circle = project_text({"x", "y"}, {"x^2+y^2-1"}, ProjectionKind::open_cells);
  CHECK(texts_of(circle, 2) == Texts{"x^2+y^2-1"});
  CHECK(texts_of(circle, 1) == Texts{"x+1", "x-1"});
  CHECK(circle.discriminant_exponent(2, 0, {1, 0}) == 1);

  const auto cusp = project_text({"x", "y"}, {"y^2-x^3"}, ProjectionKind::open_cells);
  CHECK(texts_of(cusp, 1) == Texts{"x"});
  CHECK(cusp.discriminant_exponent(2, 0, {1, 0}) == 3);

  const auto tangent = project_text({"x", "y"}, {"y-x^2", "y"}, ProjectionKind::open_cells);
  CHECK(texts_of(tangent, 1) == Texts{"x"});
  CHECK(tangent.resultant_exponent(2, 0, 1, {1, 0}) == 2);
  CHECK(tangent.resultant_exponent(2, 1, 0, {1, 0}) == 2);

  const auto hyperbola = project_text({"x", "y"}, {"x*y-1"}, ProjectionKind::open_cells);
  CHECK(texts_of(hyperbola, 1) == Texts{"x"});
  CHECK(hyperbola.level(1)[0].origin.rule == ProjectionOrigin::Rule::leading_coefficient);
}

TEST_CASE("walls need a coefficient that keeps a polynomial from vanishing identically") {
  CHECK(texts_of(project_text({"x", "y", "z"}, {"x*z+y-1"}, ProjectionKind::open_cells), 2).empty());
  CHECK(texts_of(project_text({"x", "y", "z"}, {"x*z+y-1"}, ProjectionKind::walls), 2) == Texts{"y-1"});
  CHECK(texts_of(project_text({"x", "y", "z"}, {"x*z+1"}, ProjectionKind::walls), 2).empty());
  const auto fourth = project_text({"x1", "x2", "x3", "x4"}, {"x1*x4-(x2-1)*(x3-1)"}, ProjectionKind::walls);
  CHECK(texts_of(fourth, 3) == Texts{"x3-1"});
  CHECK(texts_of(fourth, 2) == Texts{"x2-1"});
  CHECK(texts_of(fourth, 1) == Texts{"x1"});
}

TEST_CASE("factors without a real zero are left out, multiplicities and constants too") {
  const auto p = project_text({"x", "y"}, {"(x^2+1)^2*(y^2+x^2+3)", "-3*(x-2)^5*y^3"}, ProjectionKind::walls);
  CHECK(texts_of(p, 2) == Texts{"y"});
  CHECK(texts_of(p, 1) == Texts{"x-2"});
}

TEST_CASE("inputs: nothing, constants and zero") {
  CHECK(project_text({"x", "y"}, {}, ProjectionKind::walls).level(2).empty());
  CHECK(project_text({"x", "y"}, {"3"}, ProjectionKind::walls).level(1).empty());
  CHECK_THROWS_AS(project_text({"x"}, {"0"}, ProjectionKind::walls), InvalidInput);
}

TEST_CASE("every projection is closed, and its exponents are true") {
  for (std::size_t seed = 1; seed <= 60; ++seed) {
    CAPTURE(seed);
    RandomSource random(seed);
    const PolynomialRing ring = random.chance(1, 2) ? PolynomialRing({"x", "y"}) : PolynomialRing({"x", "y", "z"});
    std::vector<Polynomial> inputs;
    for (std::size_t i = 0; i < 1 + random.below(2); ++i) {
      Polynomial p = random.sparse(ring, ring.size() == 2 ? 4 : 3, 3);
      if (!p.is_zero()) inputs.push_back(random.chance(1, 4) ? p * p * random.linear(ring) : p);
    }
    std::erase_if(inputs, [](const Polynomial& p) { return p.is_zero(); });
    check_closed(project(ring, inputs, ProjectionKind::open_cells));
    const Projection walls = project(ring, inputs, ProjectionKind::walls);
    check_closed(walls);
    check_walls(walls);
    for (const Polynomial& p : inputs) CHECK(covers(walls, p));
  }
}

TEST_CASE("level 1 stays coprime where large polynomials are not factored") {
  // disc_y(y^2 - p*q^2) = 4*p*q^2 has degree above the limit for factoring; q and p come again on their own.
  const PolynomialRing ring({"x", "y"});
  const Polynomial x = Polynomial::variable(ring, 0);
  const Polynomial y = Polynomial::variable(ring, 1);
  const Polynomial a = pow(x, 13) - Polynomial(ring, Rational(2));
  const Polynomial b = pow(x, 11) - x - Polynomial(ring, Rational(3));
  const Polynomial c = pow(x, 17) + x - Polynomial(ring, Rational(5));
  const Projection projection = project(ring, {y * y - a * b * b * c * c, a, c, y - x}, ProjectionKind::walls);
  const auto& level = projection.level(1);
  for (std::size_t i = 0; i < level.size(); ++i)
    for (std::size_t j = 0; j < i; ++j) CHECK(gcd(level[i].polynomial, level[j].polynomial).is_constant());
  for (const Polynomial& p : {a, b, c}) CHECK(covers(projection, p));
}

TEST_CASE("a work limit ends a projection before it starts to grow") {
  const PolynomialRing ring({"x", "y", "z"});
  RandomSource random(5);
  const std::vector<Polynomial> inputs{random.dense(ring, 3), random.dense(ring, 3)};
  CHECK_FALSE(project_within(ring, inputs, ProjectionKind::walls, {.work = 10}).has_value());
  CHECK(project_within(ring, {parse_polynomial("x*y-z", ring)}, ProjectionKind::walls, {.work = 1000}).has_value());
}
