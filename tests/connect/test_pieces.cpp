#include <doctest/doctest.h>

#include "claim/set_language.hpp"
#include "connect/components.hpp"
#include "connect/thickened_components.hpp"
#include "connect/written_sets.hpp"
#include "exact/error.hpp"
#include "plane/plane_set.hpp"
#include "plane/plane_sets.hpp"
#include "reduce/locally_closed.hpp"

using namespace isthmus;

namespace {

/// Products of few small curves, so that thin neighbourhoods are counted quickly.
SemialgebraicSet small_mixed_set(RandomSource& random) {
  const PolynomialRing ring({"x", "y"});
  const Polynomial x = Polynomial::variable(ring, 0);
  const Polynomial y = Polynomial::variable(ring, 1);
  const Polynomial one(ring, Rational(1));
  const std::vector<Polynomial> curves{
      x, y, x - one, y - one, x - y, x * y, x * x + y * y, x * x + y * y - one, y - x * x, x * x - one};
  std::vector<Polynomial> chosen;
  for (std::size_t count = 2 + random.below(2); count > 0; --count) chosen.push_back(random.pick(curves));
  return {ring, 0, Formula::truth(), random.formula(chosen, 2, false)};
}

}  // namespace

TEST_CASE("sets that mix strict and other comparisons, with known counts") {
  const std::vector<KnownCount> cases{
      {"x > 0 or (x = 0 and y = 0)", 1, "a half plane with a point of its edge"},
      {"x > 0 or (x = -1 and y = 0)", 2, "a half plane and a point beside it"},
      {"(x > 0 and y > 0) or (x < 0 and y = 0)", 2, "a ray ends at the corner, which belongs to neither"},
      {"(x > 0 and y > 0) or (x <= 0 and y = 0)", 1, "a ray that has its end"},
      {"x*y > 0 or (x = 0 and y = 0)", 1, "two quadrants and their corner"},
      {"x*y > 0 or (x = 0 and y > 0)", 2, "a quadrant with a side, and another quadrant"},
      {"x^2+y^2 < 1 or (x = 1 and y != 0)", 3, "a disc and a tangent without the point of contact"},
      {"x^2+y^2 < 1 or x = 1", 1, "a disc and its tangent"},
      {"x^2+y^2 <= 1 and (x != 0 or y >= 0)", 1, "a slit disc"},
      {"x^2+y^2 <= 1 and (x != 0 or y > 2)", 2, "two half discs"},
      {"x^2+y^2 = 1 and (x > 0 or y = 1 or y = -1)", 1, "a half circle with its ends"},
      {"x^2+y^2 = 1 and (x > 0 or y = 0)", 2, "a half circle and a point"},
      {"(x > 0 and y <= 0) or (y > 0 and x <= 0)", 2, "quadrants that share the corner, which neither has"},
      {"(x > 0 and y <= 0) or (y > 0 and x <= 0) or x^2+y^2 <= 0", 1, "now they have it"},
  };
  for (const KnownCount& each : cases) {
    CAPTURE(each.set);
    CAPTURE(each.why);
    const SemialgebraicSet set = parse_set(each.set);
    const ThickenedComponents components(set, *thicken(set), Progress{});
    CHECK(components.count() == each.components);
    CHECK(PlaneSet(set).components().size() == each.components);
    for (std::size_t i = 0; i < components.count(); ++i) {
      CHECK(contains(set, components.sample(i)));
      CHECK(components.component_at(components.sample(i)) == i);
    }
  }
}

TEST_CASE("mixed sets in space") {
  const std::vector<KnownCount> cases{
      {"x^2+y^2+z^2 < 1 or (z = 2 and x > 0)", 2, "a ball and a half plane beside it"},
      {"x^2+y^2+z^2 < 1 or x = 1", 1, "a ball and a tangent plane"},
      {"x^2+y^2+z^2 < 1 or (x = 1 and y != 0)", 3, "the tangent plane without a line through the point of contact"},
      {"x*y*z > 0 or (x = 0 and y = 0 and z = 0)", 1, "four octants and their corner"},
      {"z > 0 or (z = 0 and x*y = 0)", 1, "a half space with two lines of its edge"},
      {"(z > 0 and x*y > 0) or (z = 0 and x = 0)", 1, "two quarters of space with a line that bounds both"},
      {"(z = 0 and x > 0) or (y = 0 and (z > 0 or x < 1))", 1, "each alternative ends on the other"},
      {"(z > 0 and x*y > 0) or (z = 0 and x = 1)", 2, "a line that bounds one of them"},
  };
  for (const KnownCount& each : cases) {
    CAPTURE(each.set);
    CAPTURE(each.why);
    const SemialgebraicSet set = parse_set(each.set, {{"x", "y", "z"}, {}, ""});
    CHECK(ThickenedComponents(set, *thicken(set), Progress{}).count() == each.components);
  }
}

TEST_CASE("random mixed plane sets have as many components as the cells of their curves say") {
  const std::size_t first = setting("ISTHMUS_PLANE_SEED", 1);
  const std::size_t cases = setting("ISTHMUS_MIXED_CASES", 40);
  std::size_t compared = 0;
  for (std::size_t seed = first; compared < cases; ++seed) {
    CAPTURE(seed);
    RandomSource random(seed + 5000000);
    const SemialgebraicSet set = small_mixed_set(random);
    CAPTURE(set.formula.to_string());
    if (has_pure_conditions(set.formula)) continue;
    const auto thickening = thicken(set);
    if (!thickening || thickening->infinitesimals > 2) continue;
    ++compared;
    const PlaneSet plane(set);
    const ThickenedComponents thick(set, *thickening, Progress{});
    CHECK(thick.count() == plane.components().size());
  }
}
