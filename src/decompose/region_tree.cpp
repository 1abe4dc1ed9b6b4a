#include "decompose/region_tree.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "decompose/joined_leaves.hpp"
#include "decompose/region_cells.hpp"
#include "decompose/sheets.hpp"
#include "exact/error.hpp"

namespace isthmus {

/// Level by level: the cells of one level over all regions of the level below, then their walls.
class RegionLifting : public RegionCells {
 public:
  using RegionCells::RegionCells;

  CellTree run() {
    const std::vector<Sign> unknown(condition_.factors().size(), unknown_sign);
    if (condition_.evaluate(unknown) == Truth::no) return std::move(tree_);
    for (std::size_t k = 1; k <= projection_.levels(); ++k) {
      const bool last = k == projection_.levels();
      const Projection part = projection_.up_to(k);
      add_level(part);
      if (k > 1 && !last) merge_level(part);
    }
    return std::move(tree_);
  }

 private:
  /// Cells that are one region, or roots that go on into each other: of each the cell below and the place there.
  using Members = std::vector<std::pair<std::int32_t, std::size_t>>;

  /// Merges the leaves across the walls that end here.
  void merge_level(const Projection& part) {
    const std::size_t level = part.levels();
    const OpenCondition everywhere(part.ring(), Formula::truth());
    JoinedLeaves joined(class_of_leaf_, classes_.size());
    number_roots();
    UnionFind roots(last_root_);
    UnionFind sheets(last_root_);
    SheetConditions conditions(projection_, level);
    WallVisitor visitor;
    visitor.continued = [&](Wall left, Wall right, Projection::Id over, bool alone) {
      const std::size_t a = first_root_.at(left.cell) + left.root;
      const std::size_t b = first_root_.at(right.cell) + right.root;
      if (alone) roots.join(a, b);
      if (conditions.goes_on(cell(left.cell).owners[left.root], over)) sheets.join(a, b);
    };
    visitor.joined = [&](std::size_t first, std::size_t end, std::size_t other_first, std::size_t other_end) {
      return joined.settled(first, end, other_first, other_end);
    };
    visitor.crossed = [&](const Crossing& crossing) {
      if (!joined.join(crossing.left_leaf, crossing.right_leaf)) return;
      tree_.merges_.push_back(
          {tree_.leaves_[crossing.left_leaf], tree_.leaves_[crossing.right_leaf], crossing.wall.cell, crossing.wall.root});
    };
    visitor.merged = [&](std::int32_t left, std::int32_t right, Wall wall) {
      if (joined.join(cell(left).first_leaf, cell(right).first_leaf))
        tree_.merges_.push_back({left, right, wall.cell, wall.root});
    };
    visitor.done = [&] { return joined.groups() == classes_.size(); };
    visitor.considered = [&](std::size_t l, std::size_t factor) {
      return l < level && projection_.bounds_regions(level - 1, {l, factor}) &&
             !projection_.bounds_regions(level, {l, factor});
    };
    visitor.pruned_alike = true;
    cross_walls(part, everywhere, tree_, visitor, progress_);
    choose(part, joined, roots);
    for (const auto& [below, first] : first_root_)
      for (std::size_t i = 0; i < cell(below).owners.size(); ++i)
        cell(below).sheets.push_back(sheets.find(first + i));
  }

  /// Numbers the roots of the last level, over all cells.
  void number_roots() {
    first_root_.clear();
    last_root_ = 0;
    for (const std::int32_t leaf : tree_.leaves_) {
      const std::int32_t below = cell(leaf).parent;
      if (first_root_.emplace(below, last_root_).second) last_root_ += cell(below).owners.size();
    }
  }

  /// In each region one cell, which gets a sample, and of roots that go on into each other one stands for all.
  void choose(const Projection& part, JoinedLeaves& joined, UnionFind& roots) {
    std::map<std::size_t, Members> regions;
    std::map<std::size_t, Members> walls;
    for (const auto& [below, first] : first_root_) {
      const CellTree::Cell& c = cell(below);
      for (std::size_t i = 0; i < c.children.size(); ++i)
        if (const std::int32_t child = c.children[i]; child != CellTree::pruned)
          regions[joined.group(cell(child).first_leaf)].emplace_back(below, i);
      for (std::size_t i = 0; i < c.owners.size(); ++i) walls[roots.find(first + i)].emplace_back(below, i);
    }
    wanted_.clear();
    sizes_.clear();
    for (const auto& [group, members] : regions) choose_region(members);
    for (const auto& [group, members] : walls) choose_root(members);
    LiftingState state(part);
    for (const auto& [below, places] : wanted_) sample_children(below, places, state);
  }

  /// The cell with the simplest sample point stands for the region, or one over the simplest.
  void choose_region(const Members& members) {
    const auto size = [&](const auto& member) {
      const CellTree::Cell& child = cell(cell(member.first).children[member.second]);
      return size_below(member.first) + (child.sampled ? size_of(child.sample) : 0);
    };
    const auto less = [&](const auto& a, const auto& b) { return size(a) < size(b); };
    const auto standing = *std::min_element(members.begin(), members.end(), less);
    want(standing.first, standing.second);
    for (const auto& [below, place] : members)
      cell(cell(below).children[place]).region = cell(standing.first).children[standing.second];
  }

  /// The root over the cell with the simplest sample point stands for all.
  void choose_root(const Members& members) {
    const auto beside = [&](const auto& member) {
      const std::vector<std::int32_t>& children = cell(member.first).children;
      return std::pair(tree_.region(children[member.second]), tree_.region(children[member.second + 1]));
    };
    const auto less = [&](const auto& a, const auto& b) { return size_below(a.first) < size_below(b.first); };
    const auto standing = *std::min_element(members.begin(), members.end(), less);
    for (const auto& member : members) {
      CellTree::Cell& below = cell(member.first);
      below.continues.resize(below.owners.size(), false);
      below.continues[member.second] = member != standing;
      ensure(beside(member) == beside(standing), "a wall that goes on is between other regions there");
    }
  }

  /// Marks a child that needs a sample.
  void want(std::int32_t below, std::size_t place) {
    if (!cell(cell(below).children[place]).sampled) wanted_[below].insert(place);
  }

  static std::size_t size_of(const Rational& x) {
    return x.numerator().bit_length() + 2 * x.denominator().bit_length();
  }

  /// Of the sample point of a cell.
  std::size_t size_below(std::int32_t index) {
    const auto [entry, added] = sizes_.emplace(index, 0);
    if (!added) return entry->second;
    std::size_t bits = 0;
    for (std::int32_t c = index; c != CellTree::root; c = cell(c).parent) bits += size_of(cell(c).sample);
    return entry->second = bits;
  }

  std::map<std::int32_t, std::size_t> first_root_;  ///< of the last level over a cell, among all of that level
  std::size_t last_root_ = 0;
  std::map<std::int32_t, std::size_t> sizes_;  ///< of the sample points of cells below
  std::map<std::int32_t, std::set<std::size_t>> wanted_;  ///< places of children that need samples, by cell
};

CellTree lift_regions(const Projection& projection, const OpenCondition& condition, const Progress& progress) {
  require(projection.kind() == ProjectionKind::walls, "lifting regions needs a projection of kind walls");
  require(projection.levels() > 0, "a set without coordinates has no regions");
  return RegionLifting(projection, condition, progress).run();
}

Crossing crossing_of(const Projection& projection, const CellTree& tree, const CellTree::Merge& merge) {
  const Projection part = projection.up_to(tree.cell(merge.first).level);
  const OpenCondition everywhere(part.ring(), Formula::truth());
  std::optional<Crossing> found;
  WallVisitor visitor;
  visitor.joined = [](std::size_t, std::size_t, std::size_t, std::size_t) { return false; };
  visitor.crossed = [&](Crossing crossing) {
    const bool forward = crossing.left_cell == merge.first && crossing.right_cell == merge.second;
    const bool back = crossing.left_cell == merge.second && crossing.right_cell == merge.first;
    if (!found && (forward || back)) found = std::move(crossing);
  };
  visitor.done = [&] { return found.has_value(); };
  visitor.pruned_alike = true;
  cross_wall(part, everywhere, tree, {merge.wall_cell, merge.wall_root}, visitor);
  ensure(found.has_value(), "a wall does not join the cells that were merged across it");
  return std::move(*found);
}

bool joins_leaves_of_regions(const Projection& projection, std::size_t level, std::size_t factor) {
  return level == projection.levels() || projection.bounds_regions(projection.levels() - 1, {level, factor});
}

}  // namespace isthmus
