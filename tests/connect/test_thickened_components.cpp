#include <doctest/doctest.h>

#include "claim/set_language.hpp"
#include "connect/components.hpp"
#include "connect/thickened_components.hpp"
#include "connect/written_sets.hpp"
#include "exact/error.hpp"

using namespace isthmus;

namespace {

ComponentsPtr thick_components(const std::string& text, const std::vector<std::string>& variables = {}) {
  const SemialgebraicSet set = parse_set(text, {variables, {}, ""});
  return std::make_shared<ThickenedComponents>(set, *thicken(set), Progress{});
}

}  // namespace

TEST_CASE("sets that are neither open nor solved, with known counts") {
  const std::vector<KnownCount> cases{
      {"(x^2+y^2-1)*(x^2+y^2-9) = 0", 2, "two circles"},
      {"y^2 = x^2*(x+1)", 1, "nodal cubic"},
      {"y^2 = x^2*(x-1)", 2, "isolated point and a branch"},
      {"y^2 = x^3", 1, "cusp"},
      {"x^2+y^2+x*y^2 = 0", 3, "isolated point and two branches with an asymptote"},
      {"x*y = 1", 2, "hyperbola"},
      {"y*(x*y-1) = 0", 3, "line and hyperbola that meet at infinity only"},
      {"(x^2+y^2)^2-2*(x^2-y^2) <= 0", 1, "closed lemniscate: the lobes touch"},
      {"x^2+y^2 = 1 and x*y != 0", 4, "four open arcs"},
      {"x^2+y^2 <= 1 and x != 0", 2, "half discs"},
      {"x >= 0 and y >= 0 and x*y <= 0", 1, "two half lines"},
      {"x^2+y^2 <= 0", 1, "a point"},
      {"x^2+y^2 <= -1", 0, "empty"},
      {"(x-1)^2+y^2 <= 1 and (x+1)^2+y^2 <= 1", 1, "discs that touch"},
      {"(x^2-1)^2+y^2 = 0", 2, "two points"},
      {"(x^2-2)^2+(y^2-3)^2 = 0", 4, "four irrational points"},
      {"x^2+y^2 = 1 and z*x >= 1", 2, "over two arcs"},
      {"x^2+y^2+z^4-z^2 = 0", 1, "two drops that touch"},
      {"x^2+y^2+z^4-z^2 = 0 and z != 0", 2, "two drops without the point where they touch"},
      {"x^2+y^2+z^2 = 1 and x^2+y^2 = 1", 1, "the equator, tangentially"},
      {"x^2+y^2 = z^2 and x^2+y^2+z^2 <= 1 and z != 0", 2, "a double cone without its vertex"},
  };
  for (const KnownCount& each : cases) {
    CAPTURE(each.set);
    CAPTURE(each.why);
    CHECK(thick_components(each.set)->count() == each.components);
  }
}

TEST_CASE("samples lie in the set and in their own component") {
  for (const std::string text : {"y^2 = x*(x-1)*(x+1)", "x^2+y^2 = 1 and x*y != 0", "y^2 = x^2*(x-1)",
                                 "x^2+y^2+z^4-z^2 = 0 and z != 0", "x^2+y^2 <= 1 and x != 0"}) {
    CAPTURE(text);
    const SemialgebraicSet set = parse_set(text);
    const ComponentsPtr components = thick_components(text);
    for (std::size_t i = 0; i < components->count(); ++i) {
      const AlgebraicPoint point = components->sample(i);
      CHECK(contains(set, point));
      CHECK(components->component_at(point) == i);
    }
  }
}

TEST_CASE("infinitesimals lie below every positive root of their level") {
  const SemialgebraicSet set = parse_set("x^2+y^2 = 1 and 1000*x != 1");
  const std::vector<Rational> values = thin_fibre(*thicken(set)).values;
  REQUIRE(values.size() == 2);
  CHECK(values[0].sign() > 0);
  CHECK(values[1].sign() > 0);
  CHECK(values[1] < values[0]);
  CHECK(thick_components("x^2+y^2 = 1 and 1000*x != 1")->count() == 2);
  CHECK_THROWS_AS(thin_fibre(*thicken(parse_set("x^2+y^2 = c", {{"x", "y"}, {"c"}, ""}))), InvalidInput);
}

TEST_CASE("a linear change of coordinates does not change the count") {
  for (const auto& [text, changed] : std::vector<std::pair<std::string, std::string>>{
           {"y^2 = x^2*(x-1)", "(x-2*y)^2 = (x+y)^2*(x+y-1)"},
           {"x*y = 1 and x != 2", "(x+3*y)*(2*x-y) = 1 and x+3*y != 2"},
           {"x^2+y^2 <= 1 and x >= y", "(2*x+y)^2+(x-y)^2 <= 1 and 2*x+y >= x-y"}})
    CHECK(thick_components(text)->count() == thick_components(changed)->count());
}
