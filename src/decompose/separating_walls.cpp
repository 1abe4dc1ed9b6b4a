#include <algorithm>

#include "decompose/walls.hpp"
#include "exact/error.hpp"

namespace isthmus {

namespace {

/// Whether at most one number occurs in two ranges of leaves.
bool one_number(const std::vector<std::size_t>& numbers, std::size_t first, std::size_t end, std::size_t other_first,
                std::size_t other_end) {
  if (first >= end && other_first >= other_end) return true;
  const std::size_t number = numbers[first < end ? first : other_first];
  const auto uniform = [&](std::size_t from, std::size_t to) {
    return std::all_of(numbers.begin() + static_cast<std::ptrdiff_t>(from),
                       numbers.begin() + static_cast<std::ptrdiff_t>(to), [&](std::size_t n) { return n == number; });
  };
  return uniform(first, end) && uniform(other_first, other_end);
}

}  // namespace

std::vector<LiftedWall> lift_separating_walls(const Projection& projection, const OpenCondition& condition,
                                              const CellTree& tree, const std::vector<std::size_t>& component_of_leaf,
                                              const Progress& progress) {
  require(component_of_leaf.size() == tree.leaves().size(), "one component number per leaf is needed");
  std::vector<LiftedWall> walls;
  WallVisitor visitor;
  visitor.joined = [&](std::size_t first, std::size_t end, std::size_t other_first, std::size_t other_end) {
    return one_number(component_of_leaf, first, end, other_first, other_end);
  };
  visitor.crossed = [](const Crossing&) { throw InvalidInput("a wall joins leaves of different components"); };
  visitor.lifted = [&](LiftedWall wall) { walls.push_back(std::move(wall)); };
  visitor.done = [] { return false; };
  cross_walls(projection, condition, tree, visitor, progress);
  return walls;
}

}  // namespace isthmus
