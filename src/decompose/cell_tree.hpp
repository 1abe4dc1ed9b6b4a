#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "decompose/open_condition.hpp"
#include "decompose/progress.hpp"
#include "decompose/projection.hpp"

namespace isthmus {

/// The polynomial of each root of a stack, ascending: its index in the level.
using RootOwners = std::vector<std::uint32_t>;

/// The open cells of a cylindrical decomposition that meet an open set, as a tree.
///
/// A cell of level k is an open connected subset of R^k, cylindrical over its parent: the k-th coordinate runs between
/// two neighbouring roots of the level-k factors. Its name is the vector of its positions, the numbers of roots below
/// it. A cell on which the condition is already decided false is pruned; one on which it is already true is a leaf,
/// which stands for the whole cylinder above it. Every leaf lies in the set.
class CellTree {
 public:
  static constexpr std::int32_t pruned = -1;

  struct Cell {
    std::int32_t parent = -1;
    std::uint32_t level = 0;
    Rational sample;                     ///< the level-th coordinate of the sample point
    bool sampled = true;                 ///< false: it has none
    std::vector<std::int32_t> children;  ///< one per gap of the stack above, in ascending order; empty for a leaf
    RootOwners owners;                       ///< of the roots of the stack above; empty for a leaf
    std::size_t first_leaf = 0;          ///< leaves below: [first_leaf, end_leaf), or no_range
    std::size_t end_leaf = 0;
    std::int32_t region = -1;  ///< the cell that stands for its region
    std::vector<bool> continues;  ///< per root above, whether it continues a root over another cell; empty: none does
    std::vector<std::size_t> sheets;  ///< per root above its sheet (decompose/sheets.hpp); empty: not known
    bool is_leaf() const { return children.empty(); }
  };
  /// In a tree of regions the leaves below a cell are not in a row.
  static constexpr std::size_t no_range = static_cast<std::size_t>(-1);
  /// Two cells of one level that were merged into one region, as a wall joins them: a root over a cell of lower level.
  struct Merge {
    std::int32_t first = -1;
    std::int32_t second = -1;
    std::int32_t wall_cell = -1;
    std::size_t wall_root = 0;
  };

  const std::vector<Cell>& cells() const noexcept { return cells_; }
  const Cell& cell(std::int32_t index) const { return cells_.at(static_cast<std::size_t>(index)); }
  static constexpr std::int32_t root = 0;
  /// The cell that stands for the region of a cell, itself where nothing was merged; pruned for pruned. Only cells that
  /// stand for their region have children.
  std::int32_t region(std::int32_t index) const { return index == pruned ? pruned : cell(index).region; }
  /// Whether the wall of a root over a cell is part of one that a root over another cell stands for.
  bool continues_another(std::int32_t index, std::size_t root) const {
    const Cell& c = cell(index);
    return root < c.continues.size() && c.continues[root];
  }
  bool has_regions() const noexcept { return has_regions_; }
  /// A spanning forest of the cells of each region.
  const std::vector<Merge>& merges() const noexcept { return merges_; }
  /// Cell index of each leaf.
  const std::vector<std::int32_t>& leaves() const noexcept { return leaves_; }
  /// A rational point of the cell; for a leaf one value per variable (coordinates above its level are 0). Cells have
  /// one if they stand for their region.
  std::vector<Rational> sample(std::int32_t cell, std::size_t dimension) const;
  /// Positions of a cell in the stacks from level 1 up to its own.
  std::vector<std::size_t> name(std::int32_t cell) const;

  /// The different sign vectors, at the leaves, of the factors that the condition excludes (in their order).
  const std::vector<std::vector<Sign>>& sign_vectors() const noexcept { return sign_vectors_; }
  /// Which of these each leaf has: an excluded factor has one sign on a leaf, since the condition would not hold on the
  /// whole leaf without that sign being known.
  const std::vector<std::size_t>& sign_vector_of_leaf() const noexcept { return sign_vector_of_leaf_; }

  friend class OpenLifting;
  friend class RegionCells;
  friend class RegionLifting;

 private:
  bool has_regions_ = false;
  std::vector<Merge> merges_;
  std::vector<Cell> cells_;
  std::vector<std::int32_t> leaves_;
  std::vector<std::vector<Sign>> sign_vectors_;
  std::vector<std::size_t> sign_vector_of_leaf_;
};

/// Lifts all open cells that meet the set. The projection must contain condition.factors() and be closed.
CellTree lift_open_cells(const Projection& projection, const OpenCondition& condition, const Progress& progress = {});

/// The same, or nullopt if there are more than `most_leaves` leaves.
std::optional<CellTree> lift_few_open_cells(const Projection& projection, const OpenCondition& condition,
                                            std::size_t most_leaves, const Progress& progress = {});

/// Whether the set is empty: the same lifting, which ends at the first cell in the set.
bool is_empty(const Projection& projection, const OpenCondition& condition);

/// The leaf that contains a point of the set, or nullopt if the point lies on a root of a projection factor or in a
/// pruned cell. In a tree of regions the leaf stands for one that lies over the same regions. One value per variable,
/// in the projection's order. Throws InternalError if the number of roots above the point differs from that of the
/// cell it was located in (delineability would be broken).
std::optional<std::size_t> locate(const Projection& projection, const CellTree& tree,
                                  const std::vector<Rational>& point);

/// The cell whose level is the number of the point's coordinates, or the leaf below, that contains it; nullopt as
/// above.
std::optional<std::int32_t> cell_at(const Projection& projection, const CellTree& tree,
                                    const std::vector<Rational>& point);

}  // namespace isthmus
