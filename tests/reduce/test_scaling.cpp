#include <doctest/doctest.h>

#include <algorithm>

#include "claim/set_language.hpp"
#include "connect/components.hpp"
#include "connect/thickened_components.hpp"
#include "exact/error.hpp"
#include "exact/power_root.hpp"
#include "laws/random_source.hpp"
#include "reduce/scaling.hpp"

using namespace isthmus;

namespace {

using Point = std::vector<Rational>;

std::optional<Scaling> scaling_of(const std::string& text, const SetOptions& options = {}) {
  return find_scaling(parse_set(text, options));
}

Point moved(const Point& at, const std::vector<long>& weights, const Rational& t) {
  Point result = at;
  for (std::size_t v = 0; v < at.size(); ++v) result[v] *= pow(t, weights[v]);
  return result;
}

/// A weighted homogeneous polynomial; its degree is that of a random monomial.
Polynomial homogeneous(RandomSource& random, const PolynomialRing& ring, const std::vector<long>& weights) {
  Polynomial sum(ring);
  std::optional<long> degree;
  for (int attempt = 0; attempt < 60; ++attempt) {
    std::vector<unsigned> exponents;
    long total = 0;
    for (const long w : weights) {
      exponents.push_back(static_cast<unsigned>(random.below(3)));
      total += w * static_cast<long>(exponents.back());
    }
    if (degree.value_or(total) != total) continue;
    degree = total;
    sum += Polynomial(ring, {{Rational(random.coefficient()), exponents}});
  }
  return sum;
}

std::size_t count_of(const SemialgebraicSet& set) { return count_components(reduce(set))->count(); }

}  // namespace

TEST_CASE("level sets of homogeneous polynomials scale") {
  const auto sphere = scaling_of("x^2+y^2+z^2 = 5 and x*y*z != 0");
  REQUIRE(sphere.has_value());
  CHECK(sphere->weights == std::vector<long>{1, 1, 1});
  CHECK(sphere->degree == 2);
  CHECK(sphere->level == Rational(5));
  CHECK(sphere->form.to_string() == "x^2+y^2+z^2");
  CHECK(scaling_of("x*w-y*z = 1")->degree == 1);
  CHECK(scaling_of("x^2 = y^3+1").has_value());
  CHECK(scaling_of("x*y^2 = 3 and x*y < 7*x*y*z")->weights[2] == 0);
}

TEST_CASE("what fixes the scale does not") {
  CHECK_FALSE(scaling_of("x^2+y^2 = z^2").has_value());
  CHECK_FALSE(scaling_of("x^2+y^2+z^2 = 1 and x > 1/2").has_value());
  CHECK_FALSE(scaling_of("x^2+y^2+z = 1 and x+y^2 != 0 and z+y != 0").has_value());
  CHECK_FALSE(scaling_of("x^2+y^2+z^2 < 1").has_value());
  CHECK_FALSE(scaling_of("x^2+y = 1 or x = 0").has_value());
  CHECK_FALSE(scaling_of("x^2+y^2+z^2 = r", {{"x", "y", "z"}, {"r"}, ""}).has_value());
  CHECK_FALSE(scaling_of("a*x = 1 and x+y = a and y+x^2 = 0", {{"x", "y"}, {"a"}, ""}).has_value());
}

TEST_CASE("the cone has the equation replaced") {
  const SemialgebraicSet set = parse_set("x*y+z^2 = -2 and x != 0");
  CHECK(cone_over(set, *find_scaling(set)).formula ==
        parse_set("x != 0 and x*y+z^2 < 0", {{"x", "y", "z"}, {}, ""}).formula);
  CHECK_THROWS_AS(cone_over(parse_set("x != 0 and y = z"), *find_scaling(set)), InvalidInput);
}

TEST_CASE("a scaling keeps the cone, and multiplies the form by a power") {
  std::size_t found = 0;
  for (std::size_t seed = 1; seed <= 150; ++seed) {
    CAPTURE(seed);
    RandomSource random(seed);
    const PolynomialRing ring({"x", "y", "z"});
    std::vector<long> planted;
    for (int i = 0; i < 3; ++i) planted.push_back(random.between(-1, 2));
    const Polynomial form = homogeneous(random, ring, planted);
    std::vector<Polynomial> others{homogeneous(random, ring, planted), homogeneous(random, ring, planted)};
    const SemialgebraicSet set =
        plain_set(ring, Formula::conjunction({Formula::atom(form - Polynomial(ring, Rational(3)), Relation::equal),
                                              random.formula(others, 2, false)}));
    const auto scaling = find_scaling(set);
    if (!scaling) continue;
    ++found;
    CAPTURE(set.formula.to_string());
    const SemialgebraicSet cone = cone_over(set, *scaling);
    for (int i = 0; i < 30; ++i) {
      Point at;
      for (int v = 0; v < 3; ++v) at.emplace_back(random.between(-3, 3));
      for (const Rational& t : {Rational(Integer(1), Integer(3)), Rational(5)}) {
        const bool has_pole = std::any_of(at.begin(), at.end(), [](const Rational& x) { return x.is_zero(); });
        if (has_pole) continue;
        const Point there = moved(at, scaling->weights, t);
        CHECK(cone.formula.holds_at(there) == cone.formula.holds_at(at));
        CHECK(scaling->form.evaluate(there) == pow(t, static_cast<long>(scaling->degree)) * scaling->form.evaluate(at));
      }
    }
  }
  CHECK(found > 40);
}

TEST_CASE("components of level sets, each with a point on it") {
  const std::vector<std::pair<std::string, std::size_t>> known{
      {"x^2+y^2+z^2 = 1", 1},
      {"x^2+y^2+z^2 = 7 and x*y*z != 0", 8},
      {"x^2+y^2+z^2 = 2 and x*y = 0", 1},
      {"x^2+y^2-z^2 = 1", 1},
      {"x^2+y^2-z^2 = -1", 2},
      {"x^2+y^2+z^2 = -1", 0},
      {"a*d-b*c = 0 and a^2+b^2+c^2+d^2 = 1", 1},
      {"a^2+b^2 = 1 and c^2+d^2 = 1 and a*c+b*d = 0", 2},              // O(2)
      {"a^2+b^2+c^2 = 1 and d^2+e^2+f^2 = 1 and a*d+b*e+c*f = 0", 1},  // the unit tangent vectors of the sphere
      {"x^3+y^3+z^3 = 1 and x+y+z != 0", 4}                            // a graph over the plane, less three arcs
  };
  for (const auto& [text, count] : known) {
    CAPTURE(text);
    const SemialgebraicSet set = parse_set(text);
    const ComponentsPtr components = count_components(reduce(set));
    CHECK(components->count() == count);
    for (std::size_t i = 0; i < components->count(); ++i) {
      CHECK(contains(set, components->sample(i)));
      CHECK(components->component_at(components->sample(i)) == i);
    }
  }
}

TEST_CASE("a quadric less a plane has the components that thin neighbourhoods give") {
  for (std::size_t seed = 1; seed <= 4; ++seed) {
    CAPTURE(seed);
    RandomSource random(seed);
    const PolynomialRing ring({"x", "y", "z"});
    Polynomial form(ring);
    for (std::size_t v = 0; v < 3; ++v) form += Rational(random.between(-2, 2)) * pow(Polynomial::variable(ring, v), 2);
    form += Rational(random.between(-1, 1)) * Polynomial::variable(ring, 0) * Polynomial::variable(ring, 2);
    const std::vector<Formula> conditions{
        Formula::atom(form - Polynomial(ring, Rational(1)), Relation::equal),
        Formula::atom(Polynomial::variable(ring, 0) + Rational(random.between(-1, 1)) * Polynomial::variable(ring, 1),
                      Relation::not_equal)};
    const SemialgebraicSet set = plain_set(ring, Formula::conjunction(conditions));
    CAPTURE(set.formula.to_string());
    const auto thickening = thicken(set);
    REQUIRE(thickening.has_value());
    CHECK(count_of(set) == ThickenedComponents(set, *thickening, {}).count());
  }
}

TEST_CASE("positive roots of algebraic numbers") {
  CHECK(positive_root(RealRoot(Rational(4)), 2).to_string() == "2");
  CHECK(positive_root(RealRoot(Rational(Integer(8), Integer(27))), 3).to_string() == "2/3");
  CHECK(positive_root(RealRoot(Rational(7)), 1) == RealRoot(Rational(7)));
  const RealRoot two = RealRoot(Rational(2));
  CHECK(positive_root(positive_root(two, 2), 3) == positive_root(two, 6));
  CHECK(positive_root(positive_root(RealRoot(Rational(16)), 4), 2) == positive_root(two, 2));
  CHECK_THROWS_AS(positive_root(RealRoot(Rational(0)), 2), InvalidInput);
  CHECK_THROWS_AS(positive_root(RealRoot(Rational(-1)), 3), InvalidInput);
  CHECK_THROWS_AS(positive_root(two, 0), InvalidInput);
  // Of the two positive roots of t^2-3*t+1, the smaller one.
  const RealRoot small = isolate_real_roots(UnivariatePolynomial({Integer(1), Integer(-3), Integer(1)})).front();
  const RealRoot root = positive_root(small, 2);
  CHECK(root.polynomial().to_string() == "t^2+t-1");
  CHECK(root.compare(Rational(0)) > 0);
}
