#pragma once

#include <functional>
#include <vector>

#include "decompose/cell_tree.hpp"

namespace isthmus {

/// A wall: one root of the stack over a cell.
struct Wall {
  std::int32_t cell = CellTree::root;
  std::size_t root = 0;
};

/// A place where a wall is crossed: two rational points that differ in one coordinate only, in the open cells on both
/// sides; the closed segment between them lies in the set and meets one root of one projection factor.
struct Crossing {
  std::int32_t left_cell = CellTree::pruned;
  std::int32_t right_cell = CellTree::pruned;
  std::size_t left_leaf = 0;
  std::size_t right_leaf = 0;
  std::size_t level = 0;       ///< the coordinate that changes (1-based, in the projection's order)
  std::size_t factor = 0;      ///< the factor of that level that vanishes between
  Wall wall;
  std::vector<Rational> left;  ///< in the order of the projection's variables
  std::vector<Rational> right;
};

/// One sample over a wall piece and what was found there. Over the sample, no factor of its level vanishes for a wall
/// coordinate in [left, right].
struct WallSample {
  enum class Outcome {
    outside,  ///< the piece does not lie in the set
    joined,   ///< the cells on both sides were known to lie in one component
    lifted,   ///< see `over`
  };
  Rational sample;
  Rational left;
  Rational right;
  Outcome outcome = Outcome::outside;
  std::vector<WallSample> over;  ///< one or more per gap of the next level over the piece; empty if it was crossed
};
/// The samples over one wall, over its first level.
using LiftedWall = std::vector<WallSample>;

/// Decides which walls are worth lifting, and receives what was found.
struct WallVisitor {
  /// Whether all leaves [first, end) and [other_first, other_end) are known to lie in one component.
  std::function<bool(std::size_t first, std::size_t end, std::size_t other_first, std::size_t other_end)> joined;
  std::function<void(Crossing)> crossed;
  /// Receives every wall that was lifted, after its crossings. May be empty.
  std::function<void(LiftedWall)> lifted;
  /// Whether nothing more needs to be known.
  std::function<bool()> done;
  /// Whether the walls of a factor, by level and index, are looked at. Empty: all are.
  std::function<bool(std::size_t level, std::size_t factor)> considered;
  /// Whether cells were pruned by another condition, which has one truth on both sides of each wall considered.
  bool pruned_alike = false;
  /// Receives cells of the last level that a wall of a factor that is no input joins, where orders of discriminants and
  /// resultants or enclosures show it without a point of the crossing. Empty: all are crossed.
  std::function<void(std::int32_t left, std::int32_t right, Wall)> merged;
  /// If not empty, receives roots of the last level over cells of the level below that go on into each other over a
  /// wall, of a polynomial whose leading coefficient and discriminant do not vanish there; `alone`, if no roots of
  /// others meet them there.
  std::function<void(Wall left, Wall right, Projection::Id over, bool alone)> continued;
};

/// Visits every wall of the decomposition that lies in the set and whose two sides are not yet joined: over every piece
/// of it one crossing is reported. The projection must be of kind `walls`, and the tree its lifting.
///
/// Guards, always on, each an InternalError: a factor that vanishes identically over a wall; a number of roots beside a
/// wall that differs from that of the cell there; a crossing into a pruned cell from a point of the set.
void cross_walls(const Projection& projection, const OpenCondition& condition, const CellTree& tree,
                 const WallVisitor& visitor, const Progress& progress = {});

/// The same for one wall.
void cross_wall(const Projection& projection, const OpenCondition& condition, const CellTree& tree, Wall wall,
                const WallVisitor& visitor);

/// The liftings which show that no wall joins two components: `component_of_leaf` numbers the leaves of the tree. Every
/// wall between cells with leaves of different components that the condition allows is lifted, in the order of the
/// walk: for each cell the walls inside its children, child by child, then those between neighbouring children. Throws
/// InvalidInput if a wall joins leaves of different components.
std::vector<LiftedWall> lift_separating_walls(const Projection& projection, const OpenCondition& condition,
                                              const CellTree& tree, const std::vector<std::size_t>& component_of_leaf,
                                              const Progress& progress = {});

}  // namespace isthmus
