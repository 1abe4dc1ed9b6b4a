#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "decompose/cell_tree.hpp"
#include "decompose/lifting_state.hpp"
#include "decompose/stack_beyond_wall.hpp"

namespace isthmus {

/// Numbers sign vectors over something that has a number itself, in the order in which they come.
class SignClasses {
 public:
  std::size_t number(std::size_t below, const std::vector<Sign>& signs) {
    std::string key = std::to_string(below) + ":";
    key.append(signs.begin(), signs.end());
    return numbers_.emplace(std::move(key), numbers_.size()).first->second;
  }
  std::size_t size() const { return numbers_.size(); }

 private:
  std::unordered_map<std::string, std::size_t> numbers_;
};

/// The cells of one level after the other, over the cells that stand for the regions of the level below.
class RegionCells {
 public:
  RegionCells(const Projection& projection, const OpenCondition& condition, const Progress& progress);

 protected:
  CellTree::Cell& cell(std::int32_t index) { return tree_.cells_[static_cast<std::size_t>(index)]; }

  /// The cells of the last level of `part` over all regions of the level below, as leaves. Of two neighbouring regions
  /// the stack of the second may be known from that of the first: its cells are then without samples.
  void add_level(const Projection& part);

  /// Gives children of a cell samples. `state` is at depth 0, of the levels up to theirs. Throws InternalError if their
  /// stack is seen not to be the one that was expected.
  void sample_children(std::int32_t index, const std::set<std::size_t>& places, LiftingState& state);

  const Projection& projection_;
  const OpenCondition& condition_;
  const Progress& progress_;
  std::vector<std::size_t> class_of_leaf_;  ///< by the signs of the factors that bound regions
  SignClasses classes_;
  CellTree tree_;

 private:
  /// The stack over the cell that was visited last.
  struct StackBefore {
    std::int32_t cell = CellTree::pruned;
    std::vector<Sign> lowest_signs;  ///< below all roots
  };

  void visit(LiftingState& state);
  void extend_children(LiftingState& state);
  bool extend_as_neighbour(std::int32_t index, const StackBefore& before, Projection::Id wall, LiftingState& state);
  RootOwners roots_over(std::int32_t index, const std::vector<std::size_t>& factors, LiftingState& state);
  const WallEvents& events_over_wall(const Projection& part, Projection::Id wall);
  std::vector<Sign> extend(std::int32_t index, const LiftingState& state);
  void add_children(std::int32_t index, std::size_t level, RootOwners owners, std::vector<Sign> signs,
                    const std::vector<Rational>& samples);
  std::int32_t add_cell(std::int32_t parent, std::size_t level, const std::vector<Sign>& signs,
                        std::size_t class_below);
  void set_signs_of_condition(std::size_t level, const std::vector<Sign>& signs);
  const std::vector<Sign>& signs_on_path(std::size_t level) const;
  std::vector<Sign> signs_below(std::size_t level) const;
  void add_sign_vector();

  FactorPlaces places_;
  std::vector<Sign> signs_;                       ///< of the condition's factors
  std::vector<std::vector<Sign>> signs_of_cell_;  ///< of the factors of its level, per cell
  std::vector<std::int32_t> path_;                ///< from the root to the cell that is visited
  std::map<Projection::Id, WallEvents> events_;   ///< of the level that is added
  SignClasses classes_below_;
  SignClasses sign_vectors_;
};

}  // namespace isthmus
