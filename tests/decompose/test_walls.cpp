#include <doctest/doctest.h>

#include "claim/set_language.hpp"
#include "connect/wall_count.hpp"
#include "exact/error.hpp"
#include "laws/random_source.hpp"

using namespace isthmus;

namespace {

CountByWalls walls_of(const std::string& text, const std::vector<std::string>& order) {
  const SemialgebraicSet set = parse_set(text, {order, {}, ""});
  return count_by_walls(OpenCondition(set.ring, set.formula), true);
}

void check_count(const std::string& text, const std::vector<std::string>& order, std::size_t components) {
  CAPTURE(text);
  const CountByWalls result = walls_of(text, order);
  CHECK(result.components == components);
  CHECK(result.faults.empty());
}

}  // namespace

TEST_CASE("sets on which a smaller projection or fewer sectors give too many components") {
  for (const auto& order : std::vector<std::vector<std::string>>{
           {"x", "y", "z"}, {"x", "z", "y"}, {"y", "x", "z"}, {"y", "z", "x"}, {"z", "x", "y"}, {"z", "y", "x"}}) {
    check_count("x*z+y-1 != 0", order, 2);
    check_count("x*z^2+2*y*z-x != 0", order, 2);
    check_count("2*x*y*z-x^2-y^2-z^2+1 != 0", order, 6);
    check_count("x*y*z != 0", order, 8);
    check_count("x*y-z^2 != 0", order, 3);
    check_count("x^2-y^2*z != 0", order, 3);
    check_count("x^2+y^2+z^2 != 0", order, 1);
    check_count("x^2+y^2 > 0 and z > -1", order, 1);
    check_count("x*y > 0 or z > 0", order, 1);
    check_count("x*y > 0 and z != 0", order, 4);
  }
  check_count("x1*x4-(x2-1)*(x3-1) != 0", {"x1", "x2", "x3", "x4"}, 2);
  check_count("x1*x4-(x2-1)*(x3-1) != 0", {"x2", "x3", "x1", "x4"}, 2);
}

TEST_CASE("walls outside the set are not crossed, those inside are") {
  CHECK(walls_of("x != 0", {"x", "y"}).crossings == 0);
  CHECK(walls_of("x^2+y^2 != 1", {"x", "y"}).crossings == 4);  // over x = -1 and x = 1, below and above the circle
  CHECK(walls_of("y > x or y < x or x > 0", {"x", "y"}).crossings > 0);
}

TEST_CASE("every crossing of random sets is what it claims, and skipping joined walls does not change the count") {
  for (std::size_t seed = 1; seed <= 60; ++seed) {
    CAPTURE(seed);
    RandomSource random(seed);
    const PolynomialRing ring({"x", "y", "z"});
    std::vector<Polynomial> polynomials;
    for (int i = 0; i < 2; ++i) {
      const Polynomial p = random.sparse(ring, 2, 3);
      polynomials.push_back(p.is_zero() ? Polynomial::variable(ring, 0) : p);
    }
    const Formula formula = random.formula(polynomials, 2, true);
    CAPTURE(formula.to_string());
    const OpenCondition condition(ring, formula);
    const CountByWalls all = count_by_walls(condition, true);
    const CountByWalls some = count_by_walls(condition, false);
    CHECK(all.faults.empty());
    CHECK(some.faults.empty());
    CHECK(all.components == some.components);
    CHECK(all.crossings >= some.crossings);
  }
}

TEST_CASE("a projection for open cells only is refused") {
  const SemialgebraicSet set = parse_set("x*y != 1");
  const OpenCondition condition(set.ring, set.formula);
  const Projection projection = project(set.ring, condition.factors(), ProjectionKind::open_cells);
  const CellTree tree = lift_open_cells(projection, condition);
  CHECK_THROWS_AS(cross_walls(projection, condition, tree, WallVisitor{}), InvalidInput);
}
