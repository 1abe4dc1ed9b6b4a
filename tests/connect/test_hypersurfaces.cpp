#include <doctest/doctest.h>

#include <set>

#include "claim/set_language.hpp"
#include "connect/components.hpp"
#include "connect/connection.hpp"
#include "connect/hypersurface_sides.hpp"
#include "connect/written_sets.hpp"
#include "exact/error.hpp"
#include "laws/random_source.hpp"

using namespace isthmus;

namespace {

ComponentsPtr by_sides(const SemialgebraicSet& set) {
  const ReducedSetPtr reduced = reduce_by_sides(set);
  return reduced ? count_components(reduced) : nullptr;
}

/// Samples lie in the set, and in their components.
void check_samples(const SemialgebraicSet& set, const Components& components) {
  for (std::size_t i = 0; i < components.count(); ++i) {
    CAPTURE(i);
    CHECK(contains(set, components.sample(i)));
    CHECK(components.component_at(components.sample(i)) == i);
    const auto located = components.located(components.sample(i));
    if (located) CHECK(*located == i);
    for (const std::size_t attempt : {1, 2}) {
      const AlgebraicPoint other = components.another_sample(i, attempt);
      CHECK(contains(set, other));
      CHECK(components.component_at(other) == i);
    }
  }
}

/// The samples of two counts of one set, each in a component of its own of the other.
void check_agreement(const Components& a, const Components& b) {
  REQUIRE(a.count() == b.count());
  for (const auto& [from, to] : {std::pair(&a, &b), std::pair(&b, &a)}) {
    std::set<std::size_t> reached;
    for (std::size_t i = 0; i < from->count(); ++i) reached.insert(to->component_at(from->sample(i)));
    CHECK(reached.size() == from->count());
  }
}

/// An equation, and in some cases linear conditions.
SemialgebraicSet random_hypersurface(RandomSource& random, const PolynomialRing& ring, unsigned degree) {
  std::vector<Formula> parts{Formula::atom(random.sparse(ring, degree, 4) + Polynomial(ring, Rational(1, 3)),
                                           Relation::equal)};
  for (std::size_t more = random.below(3); more > 0; --more) {
    const Relation relation = random.chance(1, 2) ? Relation::greater : Relation::not_equal;
    parts.push_back(Formula::atom(random.sparse(ring, 1, 2) + Polynomial(ring, Rational(1, 5)), relation));
  }
  return {ring, 0, Formula::truth(), Formula::conjunction(parts)};
}

/// Returns how many of some random sets are smooth.
std::size_t check_random(std::size_t first, std::size_t cases, const PolynomialRing& ring, unsigned degree) {
  std::size_t smooth = 0;
  for (std::size_t seed = first; seed < first + cases; ++seed) {
    RandomSource random(seed);
    const SemialgebraicSet set = random_hypersurface(random, ring, degree);
    CAPTURE(seed);
    CAPTURE(set.formula.to_string());
    const ComponentsPtr sides = by_sides(set);
    if (!sides) continue;
    ++smooth;
    check_samples(set, *sides);
    check_agreement(*sides, *count_components(reduce(set)));
  }
  return smooth;
}

}  // namespace

TEST_CASE("curves by their sides and by the cells of the plane; ISTHMUS_SIDES_SEED, _CASES") {
  const std::size_t cases = setting("ISTHMUS_SIDES_CASES", 60);
  const PolynomialRing plane({"x", "y"});
  CHECK(check_random(setting("ISTHMUS_SIDES_SEED", 1), cases, plane, 4) > cases / 2);
}

TEST_CASE("surfaces by their sides and by the cells of space; ISTHMUS_SIDES_SEED, _CASES") {
  const std::size_t cases = setting("ISTHMUS_SIDES_CASES", 60) / 3;
  const PolynomialRing space({"x", "y", "z"});
  CHECK(check_random(setting("ISTHMUS_SIDES_SEED", 1), cases, space, 3) > cases / 2);
}

TEST_CASE("hypersurfaces with known counts") {
  const std::vector<KnownCount> cases{
      {"x^2 = 2", 2, "two points of the line"},
      {"x^2+x+1 = 0", 0, "empty"},
      {"x^3+x = 5", 1, "a point"},
      {"x^2+y^2+z^2+w^2 = 1", 1, "a sphere"},
      {"x^2+y^2 = z^2+w^2+1", 1, "a circle times a plane"},
      {"x^2 = y^2+z^2+w^2+1", 2, "a hyperboloid of two sheets"},
      {"x^2+y^2+z^2+w^2 = 1 and x != 0", 2, "a sphere without an equator"},
      {"x^2+y^2+z^2+w^2 = 1 and x != 0 and y != 0", 4, "without two"},
      {"x^2+y^2+z^2+w^2 = 1 and x > 0 and y != 0 and x < 1/2", 2, "two parts of a zone"},
      {"x^2+y^2+z^2+w^2 = 1 and x > 2", 0, "a plane that misses the sphere"},
      {"x^2+y^2+z^2+w^2 = 1 and x > 1 and x < 1", 0, "a contradiction"},
      {"(x^2+y^2+z^2+w^2-1)*(x^2+y^2+z^2+w^2-4) = 0", 2, "two spheres, one inside the other"},
      {"(x^2+y^2+z^2-1)*((x-3)^2+y^2+z^2-1) = 1/100", 2, "near two spheres"},
      {"(x-y)*(x-y-1)*(x-y-2) = 0", 3, "parallel lines"},
      {"x^4+y^4+z^4+w^4 = 1", 1, "the boundary of a convex body"},
  };
  for (const KnownCount& each : cases) {
    CAPTURE(each.set);
    CAPTURE(each.why);
    const SemialgebraicSet set = parse_set(each.set);
    const ComponentsPtr components = by_sides(set);
    REQUIRE(components);
    CHECK(components->count() == each.components);
    check_samples(set, *components);
  }
}

TEST_CASE("a linear change of coordinates does not change the count") {
  for (const std::string text : {"x^3+y^3+z^3+w^3+x*y*z*w = 1", "x^2*y+z*w+w^3 = x+1", "x^3-3*x+y^2+z^2-w^2 = 1"}) {
    CAPTURE(text);
    const SemialgebraicSet set = parse_set(text);
    const PolynomialRing& ring = set.ring;
    std::vector<Polynomial> images;
    for (std::size_t i = 0; i < ring.size(); ++i) {
      images.push_back(Polynomial::variable(ring, i));
      if (i > 0) images.back() += Rational(static_cast<long>(i)) * Polynomial::variable(ring, i - 1);
    }
    SemialgebraicSet changed = set;
    changed.formula = set.formula.map_atoms(
        [&](const Atom& atom) { return Formula::atom(atom.polynomial.compose(images, ring), atom.relation); });
    const ComponentsPtr first = by_sides(set);
    const ComponentsPtr second = by_sides(changed);
    REQUIRE(first);
    REQUIRE(second);
    CHECK(first->count() == second->count());
  }
}

TEST_CASE("the rule is chosen in four coordinates, and with parameters") {
  const ReducedSetPtr cubic = reduce(parse_set("x^3+y^3+z^3+w^3+x*y*z*w = 1"));
  CHECK(std::holds_alternative<HypersurfacePart>(cubic->part));
  CHECK(count_components(cubic)->count() == 2);
  const SemialgebraicSet family = parse_set("x^2*y+y^3+z^3+w^3+x*w+e*z = 1", {{"x", "y", "z", "w"}, {"e"}, "e > 0"});
  const ReducedSetPtr reduced = reduce(family);
  REQUIRE(std::holds_alternative<HypersurfacePart>(reduced->part));
  CHECK(count_components(instantiate(*reduced, {Rational(2)}))->count() == 1);
}

TEST_CASE("points are connected or not, without a path") {
  const SemialgebraicSet spheres = parse_set("(x^2+y^2+z^2+w^2-1)*(x^2+y^2+z^2+w^2-4) = 0");
  const SemialgebraicSet set = parse_set("x^3+y^3+z^3+w^3+x*y*z*w = 1");
  const Connection near = connect_points(set, {1, 0, 0, 0}, {0, 1, 0, 0});
  CHECK(near.connected);
  CHECK(near.path.empty());
  CHECK(near.reason.find("no path is built") != std::string::npos);
  const ComponentsPtr components = by_sides(spheres);
  REQUIRE(components);
  CHECK(components->component_at(to_algebraic({1, 0, 0, 0})) == components->component_at(to_algebraic({0, 0, 0, -1})));
  CHECK(components->component_at(to_algebraic({1, 0, 0, 0})) != components->component_at(to_algebraic({0, 2, 0, 0})));
  CHECK_THROWS_AS(components->path(to_algebraic({1, 0, 0, 0}), to_algebraic({0, 0, 0, -1})), Undecided);
}

TEST_CASE("sides of a point: rational or not, and near other conditions") {
  const SemialgebraicSet space = parse_set("x > 0 and y != 3", {{"x", "y"}, {}, ""});
  const Polynomial f = parse_polynomial("y^2-2", space.ring);
  const HypersurfaceSides sides(f, space);
  const RealRoot root = isolate_real_roots(f.to_univariate(1)).back();
  std::size_t found = 0;
  for (std::size_t attempt = 0; attempt < 30; ++attempt) {
    const auto at = sides.at({RealRoot(Rational(1, 1000000)), root}, attempt);
    if (!at) continue;
    ++found;
    CHECK(f.evaluate(at->negative).sign() == -1);
    CHECK(f.evaluate(at->positive).sign() == 1);
    for (const Point& side : {at->negative, at->positive}) CHECK(space.formula.holds_at(side));
  }
  CHECK(found > 10);
  const HypersurfaceSides circle(parse_polynomial("x^2+y^2-1", space.ring), parse_set("x < 2", {{"x", "y"}, {}, ""}));
  const auto first = circle.at(to_algebraic({1, 0}), 0);
  CHECK_FALSE(first);  // the step of 1 leads to the other conditions
  CHECK(circle.at(to_algebraic({1, 0}), 1));
}
