#include <doctest/doctest.h>

#include "claim/set_language.hpp"
#include "connect/components.hpp"
#include "exact/error.hpp"
#include "plane/plane_set.hpp"

using namespace isthmus;

namespace {

SemialgebraicSet plane_set(const std::string& text) { return parse_set(text, {{"x", "y"}, {}, ""}); }

std::size_t count(const std::string& text) { return PlaneSet(plane_set(text)).components().size(); }

RealRoot root_of(const std::string& text, std::size_t index) {
  return isolate_real_roots(parse_polynomial(text, PolynomialRing({"t"})).to_univariate(0)).at(index);
}

AlgebraicPoint point(long x, long y) { return to_algebraic({Rational(x), Rational(y)}); }

}  // namespace

TEST_CASE("sets whose count follows from a sentence") {
  CHECK(count("true") == 1);
  CHECK(count("1 = 0") == 0);
  CHECK(count("x^2+y^2 = -1") == 0);
  CHECK(count("x^2+y^2+1 > 0") == 1);
  CHECK(count("x^2+y^2 = 0") == 1);
  CHECK(count("x^2+y^2 <= 0 or (x-1)^2+y^2 <= 0") == 2);
  CHECK(count("x = 0") == 1);
  CHECK(count("x^2 = 2") == 2);  // two vertical lines, one irreducible polynomial
  CHECK(count("x = 0 and y != 0") == 2);
  CHECK(count("x*y = 0") == 1);
  CHECK(count("x*y = 0 and x^2+y^2 != 0") == 4);
  CHECK(count("x^2 = 2*y^2") == 1);  // irreducible over Q, two lines over R
  CHECK(count("(x*y-1)^2 = 0") == 2);
  CHECK(count("x*y >= 0") == 1);                    // two closed quadrants with a common corner
  CHECK(count("x*y > 0 or x = 0 and y = 0") == 1);  // the corner alone joins them
  CHECK(count("x*y > 0") == 2);
  CHECK(count("x*y > 0 or x^2+y^2 = 0 and x > 0") == 2);     // it does not, if it is missing
  CHECK(count("x >= 0 and y > 0 or x < 0 and y < 0") == 2);  // the corner belongs to neither
  CHECK(count("x > 0 or x < 0 and y > 0 or x = 0 and y = 1") == 1);
  CHECK(count("x > 0 or x < 0 or x = 0 and y^2 = 0") == 1);
  CHECK(count("x*y*(x-y) = 0 and x^2+y^2 <= 1 and x^2+y^2 > 0") == 6);
}

TEST_CASE("isolated points, in faces, on other curves, and of two curves at once") {
  CHECK(count("y^2 = x^2*(x-1)") == 2);
  CHECK(count("y^2 = x^2*(x-1) and x = 0") == 1);
  CHECK(count("y^2 = x^2*(x-1) and y != 0") == 2);
  CHECK(count("y^2 = x^2*(x-1) and x^2+y^2 = 0") == 1);  // isolated on both curves
  CHECK(count("y^2 != x^2*(x-1) and y = 0") == 3);       // the isolated point cuts the line y = 0, as the branch does
  CHECK(count("(y^2-x^2*(x-1))*(x^2+y^2-1) != 0 or x = 0") == 2);
  CHECK(count("x^2+y^2 > 0 and y = x") == 2);
  CHECK(count("x^2+y^2 != 0 and x*y = 0") == 4);
  CHECK(count("x^2+y^2+x*y^2 = 0") == 3);
  CHECK(count("x^2+y^2+x*y^2 <= 0") == 3);
  CHECK(count("x^2+y^2+x*y^2 >= 0") == 1);
}

TEST_CASE("closed, open and mixed sets of the same curves differ") {
  CHECK(count("(x^2+y^2)^2-2*(x^2-y^2) < 0") == 2);
  CHECK(count("(x^2+y^2)^2-2*(x^2-y^2) <= 0") == 1);
  CHECK(count("(x^2+y^2)^2-2*(x^2-y^2) <= 0 and (x^2+y^2 != 0)") == 2);
  CHECK(count("x^2+y^2 <= 1 or (x-2)^2+y^2 <= 1") == 1);
  CHECK(count("x^2+y^2 < 1 or (x-2)^2+y^2 <= 1") == 1);  // the point of contact lies in the second disc
  CHECK(count("x^2+y^2 < 1 or (x-2)^2+y^2 < 1") == 2);
  CHECK(count("x^2+y^2 < 1 and y >= 0 or x^2+y^2 < 1 and y < 0") == 1);
  CHECK(count("x^2+y^2 <= 1 and (x-2)^2+y^2 <= 1") == 1);  // the point of contact
  CHECK(count("1-x^2-y^2 >= 0 and (x-7/20)^2+y^2-49/100 >= 0") == 1);
  CHECK(count("y^2 = x^3") == 1);
  CHECK(count("y^2 = x^3 and x > 0") == 2);
  CHECK(count("y^2 <= x^3 and y^2 >= x^5") == 1);
  CHECK(count("y*(x*y-1) = 0") == 3);  // a line and the hyperbola that tends to it
  CHECK(count("0 <= y and x*y <= 1 and x >= 0") == 1);
  CHECK(count("x*y >= 1 or y <= 0 and x >= 0") == 3);
  CHECK(count("x^2*y^2 = 1") == 4);
  CHECK(count("x*(x*y-1) >= 0 and x != 0") == 2);
}

TEST_CASE("samples: rational in open pieces, exact and named by minimal polynomials elsewhere") {
  const PlaneSet two_points(plane_set("x^2 = 2 and y = x and y > 0 or x^2+y^2 < 0"));
  REQUIRE(two_points.components().size() == 1);
  const AlgebraicPoint sample = two_points.components()[0].sample;
  CHECK(sample[0] == root_of("t^2-2", 1));
  CHECK(sample[0].polynomial() == sample[1].polynomial());
  CHECK(sample[0].polynomial().degree() == 2);
  const PlaneSet circle(plane_set("x^2+y^2 = 1"));
  CHECK(to_rational(circle.components().at(0).sample).has_value());
  const PlaneSet crossings(plane_set("x^2+y^2 = 3 and x^3-y = x"));
  for (const PlaneComponent& component : crossings.components()) {
    CHECK(component.dimension == 0);
    CHECK(contains(plane_set("x^2+y^2 = 3 and x^3-y = x"), component.sample));
  }
}

TEST_CASE("algebraic points are located exactly") {
  const PlaneSet circle(plane_set("x^2+y^2 = 4 and x != y"));
  REQUIRE(circle.components().size() == 2);
  const RealRoot root2 = root_of("t^2-2", 1);
  const RealRoot root3 = root_of("t^2-3", 1);
  CHECK(circle.component_at({RealRoot(Rational(1)), root3}) == circle.component_at(point(0, 2)));
  CHECK(circle.component_at({root3, RealRoot(Rational(1))}) == circle.component_at(point(2, 0)));
  CHECK(circle.component_at(point(0, 2)) != circle.component_at(point(2, 0)));
  CHECK(!circle.component_at({root2, root2}).has_value());
  CHECK(!circle.component_at({root3, root3}).has_value());
  const PlaneSet disc(plane_set("x^2+y^2 <= 5 or x = 7"));
  CHECK(disc.component_at({root2, root3}) == disc.component_at(point(0, 0)));
  CHECK(disc.component_at({root2, root3}) == disc.component_at({root3, root2}));
  CHECK(disc.component_at({RealRoot(Rational(7)), root3}) != disc.component_at(point(1, 2)));
  CHECK(!disc.component_at(point(3, 0)).has_value());
  const PlaneSet isolated(plane_set("y^2 = x^2*(x-1)"));
  CHECK(isolated.component_at(point(0, 0)) != isolated.component_at(point(2, 2)));
  CHECK(isolated.component_at({RealRoot(Rational(3)), root_of("t^2-18", 0)}) == isolated.component_at(point(2, 2)));
}

TEST_CASE("a chain of cells links two points of one component") {
  const PlaneSet bridge(plane_set("x*y > 0 or x = 0 and y = 0"));
  const std::vector<std::size_t> chain = bridge.chain(point(1, 1), point(-1, -1));
  REQUIRE(chain.size() == 3);
  CHECK(bridge.cells().dimension(chain[0]) == 2);
  CHECK(bridge.cells().dimension(chain[1]) == 0);
  CHECK(bridge.chain(point(1, 1), point(2, 3)).size() == 1);
  CHECK_THROWS_AS(bridge.chain(point(1, 1), point(1, -1)), InvalidInput);
  CHECK_THROWS_AS(PlaneSet(plane_set("x*y > 0")).chain(point(1, 1), point(-1, -1)), InvalidInput);
}

TEST_CASE("separators vanish nowhere on the set") {
  const PlaneSet set(plane_set("x^2+y^2 >= 1 and x*y = 1 and x > 0 or x < -5 and y <= 0"));
  bool found = false;
  for (const Polynomial& p : set.separators()) found = found || p == parse_polynomial("x", p.ring());
  CHECK(found);
}

TEST_CASE("the same set gives the same numbers whatever CGAL's random choices") {
  const SemialgebraicSet set = plane_set("(x^3-y^2+x*y-1)*(y^3-2*x) = 0 or x^2+y^2 <= 1/2");
  const PlaneSet first(set);
  const PlaneSet second(set);
  REQUIRE(first.components().size() == second.components().size());
  for (std::size_t i = 0; i < first.components().size(); ++i) {
    CHECK(first.components()[i].cells == second.components()[i].cells);
    for (std::size_t k = 0; k < 2; ++k)
      CHECK(first.components()[i].sample[k].to_string() == second.components()[i].sample[k].to_string());
  }
}

TEST_CASE("what is no plane set is refused") {
  CHECK_THROWS_AS(PlaneSet(parse_set("x^2 = 1")), InvalidInput);
  CHECK_THROWS_AS(PlaneSet(parse_set("x^2+y^2+z^2 = 1")), InvalidInput);
  CHECK_THROWS_AS(PlaneSet(parse_set("x^2+y^2 = c", {{"x", "y"}, {"c"}, ""})), InvalidInput);
  const PolynomialRing ring({"x", "y"});
  CHECK_THROWS_AS(CellComplex({Polynomial(ring, Rational(1))}), InvalidInput);
  CHECK_THROWS_AS(CurveArrangement({parse_polynomial("x", ring)}), InvalidInput);
  CHECK_THROWS_AS(CurveArrangement({parse_polynomial("x*y-1", ring)}), InvalidInput);
  CHECK_THROWS_AS(PlaneSet(plane_set("x^2+y^2 = 1")).component_at({RealRoot(Rational(1))}), InvalidInput);
}

TEST_CASE("a cusp between two branches that run on in x is a vertex") {
  const CellComplex cusp({parse_polynomial("y^3-x^2", PolynomialRing({"x", "y"}))});
  CHECK(cusp.vertex_count() == 1);
  CHECK(cusp.edge_count() == 2);
  CHECK(cusp.locate(point(0, 0)) == 0);
  const CellComplex higher({parse_polynomial("(y-1)^3-x^4", PolynomialRing({"x", "y"}))});
  CHECK(higher.vertex_count() == 1);
  CHECK(higher.locate(point(0, 1)) == 0);
}
