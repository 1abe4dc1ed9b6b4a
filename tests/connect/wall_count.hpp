#pragma once

#include <string>
#include <vector>

#include "connect/open_components.hpp"
#include "decompose/union_find.hpp"

namespace isthmus {

/// The components of an open set by walls alone: all open cells, joined across every wall piece in the set.
struct CountByWalls {
  std::size_t components = 0;
  std::size_t leaves = 0;
  std::size_t crossings = 0;
  std::vector<std::string> faults;  ///< crossings that are not what they claim to be
};

/// `every_wall`: cross also the walls between cells that are joined already.
inline CountByWalls count_by_walls(const OpenCondition& condition, bool every_wall) {
  const Projection projection = project(condition.ring(), condition.factors(), ProjectionKind::walls);
  const CellTree tree = lift_open_cells(projection, condition);
  UnionFind groups(tree.leaves().size());
  CountByWalls result;
  result.leaves = tree.leaves().size();
  WallVisitor visitor;
  visitor.joined = [&](std::size_t first, std::size_t end, std::size_t other_first, std::size_t other_end) {
    return !every_wall && first < end && other_first < other_end && groups.joined(first, other_first) &&
           groups.uniform(first, end) && groups.uniform(other_first, other_end);
  };
  visitor.crossed = [&](const Crossing& crossing) {
    ++result.crossings;
    groups.join(crossing.left_leaf, crossing.right_leaf);
    if (!condition.contains_segment(crossing.left, crossing.right))
      result.faults.push_back("the segment of a crossing leaves the set");
    if (locate(projection, tree, crossing.left) != crossing.left_leaf)
      result.faults.push_back("the left end of a crossing lies elsewhere");
    if (locate(projection, tree, crossing.right) != crossing.right_leaf)
      result.faults.push_back("the right end of a crossing lies elsewhere");
  };
  visitor.done = [] { return false; };
  cross_walls(projection, condition, tree, visitor);
  result.components = groups.sets();
  return result;
}

}  // namespace isthmus
