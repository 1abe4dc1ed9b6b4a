#include <doctest/doctest.h>

#include "claim/set_language.hpp"
#include "decompose/walls.hpp"
#include "exact/error.hpp"

using namespace isthmus;

namespace {

struct WallDecomposition {
  OpenCondition condition;
  Projection projection;
  CellTree tree;

  explicit WallDecomposition(const std::string& text)
      : condition(parse_set(text).ring, parse_set(text).formula),
        projection(project(condition.ring(), condition.factors(), ProjectionKind::walls)),
        tree(lift_open_cells(projection, condition)) {}

  std::vector<LiftedWall> walls(const std::vector<std::size_t>& numbers) const {
    return lift_separating_walls(projection, condition, tree, numbers);
  }
};

/// The intervals around a wall shrink upwards, and only what was lifted has something over it.
void check_nested(const LiftedWall& wall, const Rational& left, const Rational& right) {
  REQUIRE_FALSE(wall.empty());
  for (const WallSample& s : wall) {
    CHECK(s.left >= left);
    CHECK(s.right <= right);
    CHECK(s.left < s.right);
    CHECK((s.outcome == WallSample::Outcome::lifted) == !s.over.empty());
    if (!s.over.empty()) check_nested(s.over, s.left, s.right);
  }
}

}  // namespace

TEST_CASE("the walls between components are lifted until they leave the set") {
  const WallDecomposition curve("y^2-x^3+x < 0");
  REQUIRE(curve.tree.leaves().size() == 4);  // below, oval, branch, above
  const std::vector<LiftedWall> walls = curve.walls({0, 1, 0, 0});
  CHECK(walls.size() == 2);
  for (const LiftedWall& wall : walls) {
    check_nested(wall, Rational(-100), Rational(100));
    for (const WallSample& s : wall) CHECK(s.outcome != WallSample::Outcome::lifted);
  }
  CHECK(curve.walls({0, 0, 0, 0}).empty());
}

TEST_CASE("a wall that joins two numbers is refused") {
  const WallDecomposition disc("x^2+y^2 != 1 and x+y < 100");
  const std::size_t leaves = disc.tree.leaves().size();
  std::vector<std::size_t> numbers(leaves);
  for (std::size_t i = 0; i < leaves; ++i) numbers[i] = i;
  CHECK_THROWS_AS(disc.walls(numbers), InvalidInput);
  CHECK_THROWS_AS(disc.walls({0}), InvalidInput);
  CHECK_THROWS_AS(
      lift_separating_walls(project(disc.condition.ring(), disc.condition.factors(), ProjectionKind::open_cells),
                            disc.condition, disc.tree, numbers),
      InvalidInput);
}
