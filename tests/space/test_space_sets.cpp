#include <doctest/doctest.h>

#include "claim/set_language.hpp"
#include "connect/components.hpp"
#include "exact/error.hpp"
#include "space/space_set.hpp"

using namespace isthmus;

namespace {

SemialgebraicSet space_set(const std::string& text) { return parse_set(text, {{"x", "y", "z"}, {}, ""}); }

/// The count; each sample lies in the set and is located in its component.
std::size_t count(const std::string& text) {
  CAPTURE(text);
  const SemialgebraicSet set = space_set(text);
  const SpaceSet space(set);
  for (std::size_t i = 0; i < space.count(); ++i) {
    const AlgebraicPoint sample = space.sample(i, 0);
    CHECK(contains(set, sample));
    CHECK(space.component_at(sample) == i);
  }
  return space.count();
}

AlgebraicPoint point(long x, long y, long z) { return to_algebraic({Rational(x), Rational(y), Rational(z)}); }

}  // namespace

TEST_CASE("sets in space whose count follows from a sentence") {
  CHECK(count("true") == 1);
  CHECK(count("1 = 0") == 0);
  CHECK(count("x^2+y^2+z^2+1 > 0") == 1);
  CHECK(count("x^2+y^2+z^2 = 0") == 1);
  CHECK(count("x^2+y^2 = 0") == 1);
  CHECK(count("x^2+y^2 = 0 and z != 0") == 2);
  CHECK(count("x^2 = 2") == 2);  // two planes, one irreducible polynomial
  CHECK(count("x*y*z != 0") == 8);
  CHECK(count("x*y*z >= 0") == 1);
  CHECK(count("x*y*z > 0") == 4);
  CHECK(count("x*y*z > 0 or (x = 0 and y = 0 and z = 0)") == 1);  // the corner alone joins them
  CHECK(count("x*y*z > 0 or (x = 0 and y = 0 and z = 1)") == 3);  // a point of an edge joins two octants
  CHECK(count("x*y*z > 0 or (x = 0 and y = 0 and z = -1)") == 3);
  CHECK(count("x > 0 or (x = 0 and y > 0) or (x < 0 and y < 0)") == 2);
  CHECK(count("x > 0 or (x = 0 and y >= 0) or (x < 0 and y < 0)") == 1);
}

TEST_CASE("singular surfaces, and what is left without their singular points") {
  CHECK(count("x^2+y^2 = z^2") == 1);
  CHECK(count("x^2+y^2 = z^2 and z != 0") == 2);
  CHECK(count("x^2 = y^2*z") == 1);
  CHECK(count("x^2 = y^2*z and x^2+y^2+z^2 != 0") == 2);  // the canopy and the handle
  CHECK(count("x^2 = y^2*z and z < 0") == 1);
  CHECK(count("x^2+y^2 = z^2*(1-z)") == 1);
  CHECK(count("y^2+z^2 = x^2*(x-1)") == 2);                    // a point and a sheet
  CHECK(count("y^2+z^2 = x^2*(x^2-1)") == 3);                  // a point and two sheets
  CHECK(count("(x^2+y^2+z^2)*(x^2+y^2+z^2-1) = 0") == 2);      // a point inside a sphere
  CHECK(count("x^4+y^4+z^4 = x^2+y^2+z^2") == 2);              // the same, irreducible
  CHECK(count("(x-2)^2*(x+2)^2+y^2+z^2 = 0 and x > 0") == 1);  // one of two points
}

TEST_CASE("irrational vertices: cusps and nodes of a contour, isolated points") {
  CHECK(count("z^3-3*(y+2*x)*z+x^2-2 = 0") == 1);          // two graphs over (x, z), joined by two lines
  CHECK(count("(x^2-2)^2+(y^2-3)^2+z^2 = 0") == 4);        // irrational points
  CHECK(count("(x^2-2)^2+(y^2-3)^2 = 0") == 4);            // lines through them
  CHECK(count("(x^2+y^2-2)^2+(z-x*y)^2 = 0") == 1);        // a closed curve
  CHECK(count("z^2 = (x^2-2)*(x^2-3)*(4-x^2)-y^2") == 3);  // three spheres
}

TEST_CASE("curves in space") {
  CHECK(count("x^2+y^2+z^2 = 4 and (x-1)^2+y^2 = 1") == 1);
  CHECK(count("x^2+y^2+z^2 = 4 and (x-1)^2+y^2 = 1 and x != 2") == 2);
  CHECK(count("x^2+y^2+z^2 = 4 and x*y*z = 1") == 4);
  CHECK(count("(x^2+y^2 = 4 and z = 0) or ((x-2)^2+z^2 = 1 and y = 0)") == 2);  // linked
  CHECK(count("(x^2+y^2 = 1 and z = 0) or ((x-2)^2+z^2 = 1 and y = 0)") == 1);  // they touch
  CHECK(count("x*y = 0 and y*z = 0 and x*z = 0 and x^2+y^2+z^2 != 0") == 6);
}

TEST_CASE("points are located among the cells") {
  const SpaceSet shells(space_set("(x^2+y^2+z^2-1)*(x^2+y^2+z^2-4) = 0 or (x = 5 and y = 0)"));
  REQUIRE(shells.count() == 3);
  CHECK(shells.component_at(point(0, 0, 1)) == shells.component_at(point(0, -1, 0)));
  CHECK(shells.component_at(point(0, 0, 2)) == shells.component_at(point(2, 0, 0)));
  CHECK(shells.component_at(point(0, 0, 1)) != shells.component_at(point(0, 0, 2)));
  CHECK(shells.component_at(point(5, 0, 7)).has_value());
  CHECK(!shells.component_at(point(0, 0, 0)));
  CHECK(!shells.component_at(point(5, 1, 0)));
  const RealRoot half_root =
      isolate_real_roots(parse_polynomial("2*t^2-1", PolynomialRing({"t"})).to_univariate(0)).at(1);
  CHECK(shells.component_at({half_root, half_root, RealRoot(Rational(0))}) == shells.component_at(point(0, 0, 1)));
  CHECK(!shells.component_at({half_root, half_root, RealRoot(Rational(1, 9))}));
  CHECK(!shells.component_at({half_root, RealRoot(Rational(1, 2)), RealRoot(Rational(1, 3))}));
  CHECK(shells.separators().empty());
  CHECK(SpaceSet(space_set("x*y*z != 0 and x+y+z = 1")).separators().size() == 3);
}

TEST_CASE("misuse") { CHECK_THROWS_AS(SpaceSet(parse_set("x*y = 1", {{"x", "y"}, {}, ""})), InvalidInput); }
