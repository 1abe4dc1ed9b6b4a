#include "decompose/region_tree.hpp"

#include <map>
#include <string>
#include <utility>

#include "decompose/joined_leaves.hpp"
#include "decompose/lifting_state.hpp"
#include "decompose/walls.hpp"
#include "exact/error.hpp"

namespace isthmus {

namespace {

/// Signs far below all roots.
std::vector<Sign> signs_at_minus_infinity(const std::vector<UnivariatePolynomial>& fibre) {
  std::vector<Sign> signs;
  for (const UnivariatePolynomial& p : fibre) {
    const int leading = p.leading_coefficient().sign();
    signs.push_back(static_cast<Sign>(p.degree() % 2 == 0 ? leading : -leading));
  }
  return signs;
}

}  // namespace

/// Level by level: the cells of one level over all regions of the level below, then their walls.
class RegionLifting {
 public:
  RegionLifting(const Projection& projection, const OpenCondition& condition, const Progress& progress)
      : projection_(projection),
        condition_(condition),
        places_(projection, condition),
        progress_(progress),
        signs_(condition.factors().size(), unknown_sign) {}

  CellTree run() {
    tree_.has_regions_ = true;
    tree_.cells_.emplace_back();
    tree_.cells_.front().region = CellTree::root;
    signs_of_cell_.emplace_back();
    if (condition_.evaluate(signs_) == Truth::no) return std::move(tree_);
    for (std::size_t k = 1; k <= projection_.levels(); ++k) {
      const bool last = k == projection_.levels();
      const Projection part = projection_.up_to(k);
      add_level(part);
      if (k > 1 && !last) merge_level(part);
    }
    return std::move(tree_);
  }

 private:
  /// Numbers sign vectors in the order in which they come.
  class SignClasses {
   public:
    std::size_t number(const std::vector<Sign>& signs) {
      return numbers_.emplace(std::string(signs.begin(), signs.end()), numbers_.size()).first->second;
    }
    std::size_t size() const { return numbers_.size(); }

   private:
    std::map<std::string, std::size_t> numbers_;
  };

  CellTree::Cell& cell(std::int32_t index) { return tree_.cells_[static_cast<std::size_t>(index)]; }

  /// The cells of the last level of `part` over all regions of the level below, as leaves.
  void add_level(const Projection& part) {
    for (CellTree::Cell& each : tree_.cells_) each.first_leaf = each.end_leaf = CellTree::no_range;
    tree_.leaves_.clear();
    tree_.sign_vectors_.clear();
    tree_.sign_vector_of_leaf_.clear();
    class_of_leaf_.clear();
    classes_ = {};
    sign_vectors_ = {};
    path_.assign(1, CellTree::root);
    LiftingState state(part);
    visit(state);
  }

  void visit(LiftingState& state) {
    const std::int32_t index = path_.back();
    if (state.depth() + 1 == state.projection().levels()) {
      extend(index, state);
      return;
    }
    const std::vector<std::int32_t> children = cell(index).children;
    for (const std::int32_t child : children) {
      if (child == CellTree::pruned || tree_.region(child) != child) continue;
      path_.push_back(child);
      state.push(cell(child).sample);
      visit(state);
      state.pop();
      path_.pop_back();
    }
  }

  void extend(std::int32_t index, const LiftingState& state) {
    const std::size_t level = state.depth() + 1;
    const Stack stack = state.stack();
    RootOwners owners = stack.owners();
    std::vector<Sign> signs = signs_at_minus_infinity(stack.fibre);
    std::vector<std::int32_t> children;
    const std::size_t first_leaf = tree_.leaves_.size();
    const std::vector<Rational> samples = stack.samples();
    for (std::size_t i = 0; i < samples.size(); ++i) {
      if (i > 0) signs[owners[i - 1]] = static_cast<Sign>(-signs[owners[i - 1]]);
      children.push_back(add_cell(index, level, samples[i], signs));
    }
    cell(index).children = std::move(children);
    cell(index).owners = std::move(owners);
    cell(index).first_leaf = first_leaf;
    cell(index).end_leaf = tree_.leaves_.size();
  }

  std::int32_t add_cell(std::int32_t parent, std::size_t level, const Rational& sample,
                        const std::vector<Sign>& signs) {
    set_signs_of_condition(level, signs);
    const Truth truth = condition_.evaluate(signs_);
    if (truth == Truth::no) return CellTree::pruned;
    const auto index = static_cast<std::int32_t>(tree_.cells_.size());
    CellTree::Cell added;
    added.parent = parent;
    added.level = static_cast<std::uint32_t>(level);
    added.sample = sample;
    added.region = index;
    added.first_leaf = tree_.leaves_.size();
    added.end_leaf = added.first_leaf + 1;
    tree_.cells_.push_back(std::move(added));
    tree_.leaves_.push_back(index);
    signs_of_cell_.push_back(signs);
    if (level == projection_.levels()) {
      ensure(truth == Truth::yes, "the condition is undecided on a full-dimensional cell");
      add_sign_vector();
    } else {
      class_of_leaf_.push_back(classes_.number(signs_of_region(level, signs)));
    }
    if (progress_ && tree_.leaves_.size() % 64 == 0) progress_("cells over regions", tree_.leaves_.size());
    return index;
  }

  /// The signs of the condition's factors on a cell of a level with these signs, over the last cell of the path.
  void set_signs_of_condition(std::size_t level, const std::vector<Sign>& signs) {
    std::fill(signs_.begin(), signs_.end(), unknown_sign);
    for (std::size_t l = 1; l <= level; ++l)
      for (const auto& place : places_.at_level(l))
        signs_[place.condition_factor] = (l == level ? signs : signs_on_path(l))[place.level_factor];
  }

  const std::vector<Sign>& signs_on_path(std::size_t level) const {
    return signs_of_cell_[static_cast<std::size_t>(path_[level])];
  }

  /// The signs of the factors that bound regions: cells where one differs lie in different regions.
  std::vector<Sign> signs_of_region(std::size_t level, const std::vector<Sign>& signs) const {
    std::vector<Sign> result = signs;
    for (std::size_t l = 1; l < level; ++l)
      for (std::size_t f = 0; f < projection_.level(l).size(); ++f)
        if (projection_.bounds_regions(level, {l, f})) result.push_back(signs_on_path(l)[f]);
    return result;
  }

  void add_sign_vector() {
    std::vector<Sign> signs;
    for (std::size_t i = 0; i < signs_.size(); ++i)
      if (condition_.excludes(i)) signs.push_back(signs_[i]);
    const std::size_t before = sign_vectors_.size();
    tree_.sign_vector_of_leaf_.push_back(sign_vectors_.number(signs));
    if (sign_vectors_.size() > before) tree_.sign_vectors_.push_back(std::move(signs));
  }

  /// Merges the leaves across the walls that end here.
  void merge_level(const Projection& part) {
    const std::size_t level = part.levels();
    const OpenCondition everywhere(part.ring(), Formula::truth());
    JoinedLeaves joined(class_of_leaf_, classes_.size());
    number_roots();
    UnionFind roots(first_root_.empty() ? 0 : last_root_);
    WallVisitor visitor;
    visitor.continued = [&](Wall left, Wall right) {
      roots.join(first_root_.at(left.cell) + left.root, first_root_.at(right.cell) + right.root);
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
    choose_regions(joined);
    choose_roots(roots);
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

  /// Of roots that go on into each other the first stands for all.
  void choose_roots(UnionFind& roots) {
    std::vector<std::pair<std::int32_t, std::int32_t>> beside(last_root_);
    for (const auto& [index, first] : first_root_) {
      CellTree::Cell& below = cell(index);
      below.continues.assign(below.owners.size(), false);
      for (std::size_t i = 0; i < below.owners.size(); ++i) {
        beside[first + i] = {tree_.region(below.children[i]), tree_.region(below.children[i + 1])};
        const std::size_t standing = roots.find(first + i);
        below.continues[i] = standing != first + i;
        ensure(beside[standing] == beside[first + i], "a wall that goes on is between other regions there");
      }
    }
  }

  /// In each region the cell with the simplest sample point stands for it.
  void choose_regions(JoinedLeaves& joined) {
    std::map<std::size_t, std::pair<std::size_t, std::int32_t>> best;  ///< by group: size of the sample point, cell
    for (std::size_t leaf = 0; leaf < tree_.leaves_.size(); ++leaf) {
      const std::int32_t index = tree_.leaves_[leaf];
      const std::pair<std::size_t, std::int32_t> candidate{size_of_sample(index), index};
      const auto [entry, added] = best.emplace(joined.group(leaf), candidate);
      if (!added) entry->second = std::min(entry->second, candidate);
    }
    for (std::size_t leaf = 0; leaf < tree_.leaves_.size(); ++leaf)
      cell(tree_.leaves_[leaf]).region = best.at(joined.group(leaf)).second;
  }

  std::size_t size_of_sample(std::int32_t index) {
    std::size_t bits = 0;
    for (std::int32_t c = index; c != CellTree::root; c = cell(c).parent)
      bits += cell(c).sample.numerator().bit_length() + 2 * cell(c).sample.denominator().bit_length();
    return bits;
  }

  const Projection& projection_;
  const OpenCondition& condition_;
  FactorPlaces places_;
  const Progress& progress_;
  std::vector<Sign> signs_;                        ///< of the condition's factors
  std::vector<std::vector<Sign>> signs_of_cell_;   ///< of the factors of its level, per cell
  std::vector<std::int32_t> path_;                 ///< from the root to the cell that is visited
  std::map<std::int32_t, std::size_t> first_root_;  ///< of the last level over a cell, among all of that level
  std::size_t last_root_ = 0;
  std::vector<std::size_t> class_of_leaf_;
  SignClasses classes_;
  SignClasses sign_vectors_;
  CellTree tree_;
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
