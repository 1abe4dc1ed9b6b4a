#include <doctest/doctest.h>

#include <functional>
#include <set>

#include "decompose/places_over_wall.hpp"
#include "decompose/random_walls.hpp"
#include "exact/error.hpp"

using namespace isthmus;
using namespace isthmus::fibres;

namespace {

using PlaceSet = std::set<Places::value_type>;

PlaceSet set_of(const Places& places) { return {places.begin(), places.end()}; }

bool all(std::size_t, std::size_t) { return true; }
bool odd(std::size_t l, std::size_t r) { return (l + r) % 2 == 1; }

/// By the definition: a point of each gap over alpha, moved to both sides until no root is passed.
PlaceSet gaps_of(const RandomWall& wall) {
  PlaceSet result;
  for (const Rational& y : gap_samples_over(wall.alpha, wall.fibres)) {
    Sides near = wall.sides;
    const auto passes_root = [&](const FibrePolynomial& f) {
      const UnivariatePolynomial p = value_along(f.coefficients, y);
      return !p.is_constant() && has_root_in(p, near.left, near.right);
    };
    while (std::any_of(wall.fibres.begin(), wall.fibres.end(), passes_root)) step(near, wall.alpha);
    result.emplace(roots_below(wall.fibres, near.left, y), roots_below(wall.fibres, near.right, y));
  }
  return result;
}

/// Whether the places agree with the definition, all that are wanted being sure or `perhaps`.
void check_places(const PlacesThatGoOn& places, const PlaceSet& gaps,
                  const std::function<bool(std::size_t, std::size_t)>& wanted) {
  for (const auto& place : places.sure) CHECK(gaps.count(place) == 1);
  PlaceSet named = set_of(places.sure);
  const PlaceSet perhaps = set_of(places.perhaps);
  named.insert(perhaps.begin(), perhaps.end());
  for (const auto& place : gaps)
    if (wanted(place.first, place.second)) CHECK(named.count(place) == 1);
}

/// With nothing known before.
std::optional<PlacesThatGoOn> places_over_wall(const RootOwners& left, const RootOwners& right,
                                               const std::vector<FibrePolynomial>& polynomials, const RealRoot& alpha,
                                               const std::function<bool(std::size_t, std::size_t)>& wanted) {
  ZeroRelations known;
  return isthmus::places_over_wall(left, right, polynomials, alpha, wanted, known);
}

std::vector<FibrePolynomial> exponents_of(std::vector<FibrePolynomial> polynomials) {
  for (FibrePolynomial& f : polynomials) f.coefficients.clear();
  return polynomials;
}

/// What was found over a wall is enough to find it again, and its mirror image.
void check_relations(const RandomWall& wall, const PlacesThatGoOn& places, ZeroRelations& known) {
  const std::vector<FibrePolynomial> exponents = exponents_of(wall.fibres);
  const auto again = places_by_relations(wall.left, wall.right, exponents, all, known);
  REQUIRE(again);
  CHECK(set_of(again->sure) == set_of(places.sure));
  const auto mirrored = places_by_relations(wall.right, wall.left, exponents, all, known);
  REQUIRE(mirrored);
  PlaceSet back;
  for (const auto& [l, r] : mirrored->sure) back.emplace(r, l);
  CHECK(back == set_of(places.sure));
}

/// Returns whether the zeros over the wall show everything.
bool check_wall(const RandomWall& wall) {
  const PlaceSet gaps = gaps_of(wall);
  ZeroRelations known;
  if (const auto by_orders = places_that_go_on(wall.left, wall.right, wall.fibres)) check_places(*by_orders, gaps, all);
  for (const auto& wanted : {std::function(odd), std::function(all)}) {
    const auto places = isthmus::places_over_wall(wall.left, wall.right, wall.fibres, wall.alpha, wanted, known);
    if (!places) return false;
    for (const auto& [l, r] : places->sure) CHECK(wanted(l, r));
    check_places(*places, gaps, wanted);
    if (!places->perhaps.empty()) return false;
    if (wanted(0, 0)) check_relations(wall, *places, known);
  }
  return true;
}

/// How many of some random walls are shown to the end.
std::size_t check_walls(std::size_t cases, bool through_points) {
  const std::size_t first = setting("ISTHMUS_FIBRE_SEED", 1);
  std::size_t shown = 0;
  for (std::size_t seed = first; seed < first + cases; ++seed) {
    CAPTURE(seed);
    RandomSource random(seed);
    const auto wall = random_wall(random, through_points);
    if (!wall) continue;
    CAPTURE(wall->text);
    if (check_wall(*wall)) ++shown;
  }
  return shown;
}

}  // namespace

TEST_CASE("gaps over random walls are sorted as their points are") {
  const std::size_t cases = setting("ISTHMUS_FIBRE_CASES", 300);
  CHECK(check_walls(cases, false) > cases / 4);
}

TEST_CASE("gaps are sorted where curves meet, touch, branch and cross themselves at one point") {
  const std::size_t cases = setting("ISTHMUS_FIBRE_CASES", 300);
  CHECK(check_walls(cases, true) > cases / 2);
}

TEST_CASE("zeros that are close but not equal are not taken for one, though the polynomials have others in common") {
  // f = (x^2 + 1 + t) (x - 1 - t^2), g = (x^2 + 1) (x - 1 - 2^-400 - t^2): over t = 0 both vanish at i and -i
  const RealRoot alpha{Rational(0)};
  const FibrePolynomial f{{univariate({-1, -1, -1, -1}), univariate({1, 1}), univariate({-1, 0, -1}), univariate({1})}, 0, {}};
  const Integer large = pow(Integer(2), 400);
  const UnivariatePolynomial constant(std::vector<Integer>{-large - Integer(1), Integer(0), -large});
  const UnivariatePolynomial leading = UnivariatePolynomial::constant(large);
  const FibrePolynomial g{{constant, leading, constant, leading}, 0, {2}};
  const RootOwners both{0, 1};
  const auto places = places_over_wall(both, both, {f, g}, alpha, all);
  REQUIRE(places);
  CHECK(set_of(places->sure) == PlaceSet{{0, 0}, {2, 2}});
  CHECK(set_of(places->perhaps) == PlaceSet{{1, 1}});
}

TEST_CASE("a curve through a cusp, above it or below it") {
  // f = x^2 - t^3, g = x - t: on the right g is above both roots of f or, mirrored, below
  const RealRoot alpha{Rational(0)};
  const FibrePolynomial f{{univariate({0, 0, 0, -1}), UnivariatePolynomial(), univariate({1})}, 3, {}};
  for (const int slope : {1, -1}) {
    CAPTURE(slope);
    const FibrePolynomial g{{univariate({0, -slope}), univariate({1})}, 0, {2}};
    const RootOwners right = slope > 0 ? RootOwners{0, 0, 1} : RootOwners{1, 0, 0};
    const auto places = places_over_wall({1}, right, {f, g}, alpha, all);
    REQUIRE(places);
    CHECK(set_of(places->sure) == PlaceSet{{0, 0}, {1, 3}});
    CHECK(places->perhaps.empty());
  }
}

TEST_CASE("stacks that contradict the orders are an internal error, never an answer") {
  const RealRoot alpha{Rational(0)};
  const FibrePolynomial branching{{univariate({0, -1}), UnivariatePolynomial(), univariate({1})}, 1, {}};
  CHECK_THROWS_AS(places_over_wall({0, 0}, {0, 0}, {branching}, alpha, all), InternalError);
  CHECK_THROWS_AS(places_over_wall({}, {}, {branching}, alpha, all), InternalError);
  const FibrePolynomial node{{univariate({0, 0, -1}), UnivariatePolynomial(), univariate({1})}, 2, {}};
  CHECK_THROWS_AS(places_over_wall({0, 0}, {}, {node}, alpha, all), InternalError);
  const FibrePolynomial line{{univariate({0}), univariate({1})}, 0, {}};
  CHECK_THROWS_AS(places_over_wall({0}, {}, {line}, alpha, all), InternalError);
}
