#pragma once

#include <optional>
#include <string>
#include <vector>

#include "claim/semialgebraic_set.hpp"
#include "decompose/cell_tree.hpp"
#include "decompose/progress.hpp"
#include "decompose/walls.hpp"
#include "exact/algebraic_point.hpp"

namespace isthmus {

enum class SegmentSearch;

/// Why two open cells lie in one component: a piecewise linear path in the set between their sample points, or a
/// crossing of a wall between two points of the cells, or a wall that joins them. In the order of the projection's
/// variables.
struct Join {
  std::size_t first = 0;  ///< leaves of the cell tree
  std::size_t second = 0;
  std::vector<Point> path;  ///< from the sample of `first` to that of `second`; empty if there is a crossing or a merge
  std::optional<Crossing> crossing;
  std::optional<CellTree::Merge> merge;  ///< where only the wall is known
};

/// What shows that the components are different.
enum class Separation {
  trivial,        ///< at most one component
  signs,          ///< polynomials without zero on the set take different sign vectors on the components
  decomposition,  ///< all walls of the decomposition were crossed (completeness: docs/engine.md, Theorem 1)
};

/// Exactly the connected components of an open semialgebraic set in R^n, with the evidence for both bounds.
class OpenComponents {
 public:
  /// Decomposes the set. `variables` fixes the projection order (last eliminated first) or is empty for an automatic
  /// choice. Throws InvalidInput if a condition is not strict, parameters are present, or the order is not a
  /// permutation.
  OpenComponents(const SemialgebraicSet& set, const std::vector<std::string>& variables = {},
                 const Progress& progress = {})
      : OpenComponents(set, variables, progress, EliminationMemo()) {}

  std::size_t count() const noexcept { return representatives_.size(); }
  const PolynomialRing& ring() const noexcept { return ring_; }
  /// The set over the variables in projection order, its projection and its cells.
  const OpenCondition& condition() const noexcept { return condition_; }
  const Projection& projection() const noexcept { return projection_; }
  const CellTree& tree() const noexcept { return tree_; }

  /// A simple point of each component, in the ring's variable order.
  Point sample(std::size_t component) const;
  std::size_t component_of_leaf(std::size_t leaf) const { return component_of_leaf_.at(leaf); }
  /// Leaf whose sample stands for the component.
  std::size_t representative(std::size_t component) const { return representatives_.at(component); }
  /// A spanning forest of the component graph.
  const std::vector<Join>& joins() const noexcept { return joins_; }
  Separation separation() const noexcept { return separation_; }
  /// Factors (indices in condition()) that vanish nowhere on the set and take both signs on it.
  const std::vector<std::size_t>& separators() const noexcept { return separators_; }
  /// Signs of separators() on a component.
  std::vector<int> separator_signs(std::size_t component) const;

  /// A point of the set that lies in an open cell, and the leaf of that cell; the segment from the given point to it
  /// lies in the set. nullopt if the given point is not in the set. Ring order in, projection order out.
  struct Located {
    Point point;
    std::size_t leaf;
  };
  std::optional<Located> locate_near(const Point& point) const;
  /// The component that contains a point (ring order), or nullopt if the point is not in the set.
  std::optional<std::size_t> component_at(const Point& point) const;

  /// The same components, numbered anew, by the open cells of all dimensions one by one, of which a certificate
  /// consists; nullopt if there are more than `most`. Throws InternalError if they do not agree with the regions.
  std::optional<OpenComponents> in_cells(std::size_t most) const;

  Point to_projection_order(const Point& point) const;
  Point to_ring_order(const Point& point) const;

 private:
  OpenComponents(const SemialgebraicSet& set, const std::vector<std::string>& variables, const Progress& progress,
                 EliminationMemo memo);
  std::size_t sign_classes();
  void decompose_in_given_order(const Progress& progress);
  void decompose_by_walls(const Progress& progress);
  void decompose_in_best_order(EliminationMemo& memo, const Progress& progress);
  void decompose(Projection walls, const Progress& progress);
  CellTree lifted(const Progress& progress) const;
  bool join_by_segments(SegmentSearch search);
  void join_by_walls(const Progress& progress);
  bool convex_classes() const;
  void finish();

  PolynomialRing ring_;
  std::vector<std::size_t> order_;  ///< order_[i]: index in ring_ of the i-th projection variable
  OpenCondition condition_;
  Projection projection_;
  CellTree tree_;
  std::optional<std::size_t> sign_class_count_;
  std::vector<std::size_t> separators_;
  std::vector<std::size_t> component_of_leaf_;
  std::vector<std::size_t> representatives_;
  std::vector<Join> joins_;
  Separation separation_ = Separation::trivial;
};

}  // namespace isthmus
