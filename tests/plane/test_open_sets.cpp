#include <doctest/doctest.h>

#include <algorithm>
#include <optional>

#include "connect/wall_count.hpp"
#include "plane/cell_complex.hpp"
#include "plane/plane_curves.hpp"
#include "plane/plane_set.hpp"

using namespace isthmus;

namespace {

const std::vector<std::vector<std::string>> orders{{"x", "y"}, {"y", "x"}, {}};

std::vector<Polynomial> distinct_factors(const std::vector<Polynomial>& polynomials) {
  std::vector<Polynomial> factors;
  for (const Polynomial& p : polynomials)
    for (const auto& power : p.factor().powers)
      if (std::find(factors.begin(), factors.end(), power.factor) == factors.end()) factors.push_back(power.factor);
  return factors;
}

/// One to three polynomials, each a product of one or two curves, perhaps with multiplicities.
std::vector<Polynomial> random_curves(RandomSource& random, PlaneCurves& curves) {
  std::vector<Polynomial> pool;
  std::vector<Polynomial> result;
  const std::size_t count = 1 + random.below(3);
  for (std::size_t i = 0; i < count; ++i) {
    Polynomial product(curves.ring(), Rational(random.coefficient()));
    const std::size_t factors = random.chance(1, 3) ? 2 : 1;
    for (std::size_t j = 0; j < factors; ++j) {
      const Polynomial p = !pool.empty() && random.chance(1, 4) ? curves.companion(random.pick(pool)) : curves.curve();
      if (p.is_constant() || (j > 0 && product.total_degree() + p.total_degree() > 6)) break;
      pool.push_back(p);
      product *= pow(p, random.chance(1, 8) ? 2 : 1);
    }
    if (!product.is_constant()) result.push_back(product);
  }
  return result;
}

void check(const SemialgebraicSet& set, std::size_t expected, bool every_wall) {
  for (const auto& order : orders) {
    CAPTURE(order.size());
    CAPTURE(set.formula.to_string());
    const OpenComponents components(set, order);
    CHECK(components.count() == expected);
    if (order.empty()) continue;  // the walls of one of the given orders
    const CountByWalls walls = count_by_walls(components.condition(), every_wall);
    CHECK(walls.components == expected);
    CHECK(walls.faults.empty());
  }
}

}  // namespace

TEST_CASE("plane curve complements have as many components as their arrangement has faces") {
  const std::size_t first = setting("ISTHMUS_PLANE_SEED", 1);
  const std::size_t cases = setting("ISTHMUS_PLANE_CASES", 400) / 4;
  for (std::size_t seed = first; seed < first + cases; ++seed) {
    CAPTURE(seed);
    RandomSource random(seed);
    PlaneCurves curves(random);
    const std::vector<Polynomial> polynomials = random_curves(random, curves);
    const CellComplex cells(distinct_factors(polynomials));
    check(complement_of(curves.ring(), polynomials), cells.face_count(), seed % 4 == 0);
  }
}

TEST_CASE("Boolean combinations of strict conditions have the components that faces and edges give") {
  const std::size_t first = setting("ISTHMUS_PLANE_SEED", 1);
  const std::size_t cases = setting("ISTHMUS_PLANE_CASES", 400) / 4 / 5;
  for (std::size_t seed = first; seed < first + cases; ++seed) {
    CAPTURE(seed);
    RandomSource random(seed + 1000000);
    PlaneCurves curves(random);
    const std::vector<Polynomial> polynomials = random_curves(random, curves);
    if (polynomials.empty()) continue;
    for (int i = 0; i < 3; ++i) {
      const SemialgebraicSet set = plain_set(curves.ring(), random.formula(polynomials, 2, true));
      check(set, PlaneSet(set).components().size(), i == 0);
    }
  }
}
