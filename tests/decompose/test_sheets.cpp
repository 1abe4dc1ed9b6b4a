#include <doctest/doctest.h>

#include "claim/set_language.hpp"
#include "decompose/sheets.hpp"
#include "exact/error.hpp"

using namespace isthmus;

namespace {

Polynomial in_space(const std::string& text) { return parse_polynomial(text, PolynomialRing({"x", "y", "z"})); }

Projection projection_of(const std::vector<std::string>& texts) {
  std::vector<Polynomial> polynomials;
  for (const std::string& text : texts) polynomials.push_back(in_space(text));
  return project(polynomials.front().ring(), polynomials, ProjectionKind::walls);
}

Projection::Id factor(const Projection& projection, const std::string& text) {
  const Polynomial p = in_space(text).primitive();
  for (std::size_t k = 1; k <= projection.levels(); ++k)
    for (std::size_t f = 0; f < projection.level(k).size(); ++f)
      if (projection.level(k)[f].polynomial == p) return {k, f};
  throw InternalError("no factor " + text);
}

}  // namespace

TEST_CASE("a sheet ends where surfaces that touch over it have a fold, not where others meet them") {
  // Over y = 0 the first two touch. The first has a fold over y = x-1, and meets the third where (x+y+9)^2 = x-1-y.
  const Projection projection = projection_of({"z^2-(x-1)+y", "z^2-(x-1)+y+y^2", "z-x-y-9"});
  SheetConditions conditions(projection, 2);
  const std::size_t y = factor(projection, "y").second;
  CHECK_FALSE(conditions.goes_on(y, factor(projection, "x-1")));
  CHECK(conditions.goes_on(y, factor(projection, "(x+9)^2-(x-1)")));
}

TEST_CASE("a factor of lower level that disturbs a sheet ends it") {
  // Over y = 0 both touch; over x = 0 a root of the first that is not there passes through infinity.
  const Projection projection = projection_of({"x*z^2+z+y^2", "z-y^2"});
  SheetConditions conditions(projection, 2);
  CHECK_FALSE(conditions.goes_on(factor(projection, "y").second, factor(projection, "x")));
}

TEST_CASE("a sheet of surfaces that touch ends where these cross elsewhere") {
  const Projection projection = projection_of({"z", "z-y^2*(x-1-y)"});
  SheetConditions conditions(projection, 2);
  CHECK_FALSE(conditions.goes_on(factor(projection, "y").second, factor(projection, "x-1")));
}

TEST_CASE("a sheet over which one surface crosses itself ends where a third branch passes") {
  // Over y = 0 the zeros are 0, twice, and x.
  const Projection projection = projection_of({"(z^2-y^2)*(z-x)+y^3"});
  SheetConditions conditions(projection, 2);
  CHECK_FALSE(conditions.goes_on(factor(projection, "y").second, factor(projection, "x")));
}
