#include "decompose/walls.hpp"

#include <optional>
#include <utility>

#include "decompose/exact_walk.hpp"
#include "decompose/stack_part.hpp"
#include "exact/error.hpp"

namespace isthmus {

/// Walks the tree from the leaves down to the root and lifts the walls between neighbouring cells.
class WallLifting : public ExactWalk {
 public:
  WallLifting(const Projection& projection, const OpenCondition& condition, const CellTree& tree,
              const WallVisitor& visitor, const Progress& progress)
      : ExactWalk(projection, condition, tree, visitor), progress_(progress) {
    const auto is_considered = [&](std::size_t level) {
      if (!visitor_.considered) return true;
      for (std::size_t f = 0; f < projection_.level(level).size(); ++f)
        if (visitor_.considered(level, f)) return true;
      return false;
    };
    while (deepest_ > 0 && !is_considered(deepest_)) --deepest_;
  }

  void run() { visit(CellTree::root); }

  void run(Wall wall) {
    std::vector<std::int32_t> cells;
    for (std::int32_t c = wall.cell; c != CellTree::root; c = tree_.cell(c).parent) cells.push_back(c);
    for (std::size_t level = 1; !cells.empty(); ++level) {
      set_signs(fibres_of_condition(level), level, tree_.cell(cells.back()).sample);
      state_.push(tree_.cell(cells.back()).sample);
      cells.pop_back();
    }
    const std::size_t level = state_.depth() + 1;
    consider_wall(wall, fibres_of_condition(level), level);
  }

 private:
  void visit(std::int32_t index) {
    const CellTree::Cell& cell = tree_.cell(index);
    if (cell.is_leaf() || visitor_.done()) return;
    if (joined_inside(cell)) return;
    const std::size_t level = state_.depth() + 1;
    if (level > deepest_) return;
    ensure(cell.owners.size() + 1 == cell.children.size(), "a stack changed its number of roots");
    const std::vector<UnivariatePolynomial> fibres = fibres_of_condition(level);
    for (const std::int32_t child : cell.children) {
      const bool stands = child != CellTree::pruned && region(child) == child;
      if (!stands || level == deepest_ || tree_.cell(child).is_leaf()) continue;
      set_signs(fibres, level, tree_.cell(child).sample);
      state_.push(tree_.cell(child).sample);
      visit(child);
      state_.pop();
    }
    stack_.reset();
    for (std::size_t i = 0; i < cell.owners.size() && !visitor_.done(); ++i)
      consider_wall({index, i}, fibres, level);
    for (const auto& place : places_.at_level(level)) signs_[place.condition_factor] = unknown_sign;
  }

  /// The condition's factors of a level over the current point.
  std::vector<UnivariatePolynomial> fibres_of_condition(std::size_t level) const {
    std::vector<UnivariatePolynomial> fibres;
    for (const auto& place : places_.at_level(level)) fibres.push_back(state_.fibre(place.level_factor));
    return fibres;
  }

  void set_signs(const std::vector<UnivariatePolynomial>& fibres, std::size_t level, const Rational& at) {
    const auto& places = places_.at_level(level);
    for (std::size_t i = 0; i < places.size(); ++i)
      signs_[places[i].condition_factor] = static_cast<Sign>(fibres[i].sign_at(at));
  }

  void consider_wall(Wall wall, const std::vector<UnivariatePolynomial>& fibres, std::size_t level) {
    const CellTree::Cell& cell = tree_.cell(wall.cell);
    const std::size_t i = wall.root;
    const std::int32_t left = cell.children[i];
    const std::int32_t right = cell.children[i + 1];
    if (visitor_.considered && !visitor_.considered(level, cell.owners[i])) return;
    if (level < projection_.levels() && tree_.continues_another(wall.cell, i)) return;
    if (left == CellTree::pruned || right == CellTree::pruned) return;
    if (joined(region(left), region(right))) return;
    if (!places_.at_level(level).empty()) {
      set_signs(fibres, level, sample_of_gap(wall.cell, i));
      for (const auto& place : places_.at_level(level))
        if (place.level_factor == cell.owners[i]) signs_[place.condition_factor] = 0;
      if (condition_.evaluate(signs_) == Truth::no) return;
    }
    if (progress_ && ++walls_ % 32 == 0) progress_("walls", walls_);
    wall_ = wall;
    level_ = level;
    factor_ = cell.owners[i];
    if (merge_without_crossing(region(left), region(right), signs_, level + 1)) return;
    if (merge_by_sheet(region(left), region(right), level + 1)) return;
    lift_wall(left, right, sample_of_gap(wall.cell, i), sample_of_gap(wall.cell, i + 1));
  }

  /// A point of a sector over the current point, which is that of `index`.
  Rational sample_of_gap(std::int32_t index, std::size_t place) {
    const CellTree::Cell& cell = tree_.cell(index);
    const CellTree::Cell& sector = tree_.cell(cell.children[place]);
    if (sector.sampled) return sector.sample;
    if (!stack_) stack_.emplace(state_, cell.owners);
    return stack_->sample(place);
  }

  const Progress& progress_;
  std::size_t deepest_ = projection_.levels();  ///< the last level with walls that are looked at
  std::optional<StackPart> stack_;              ///< over the current point, once a point of a gap is needed
  std::size_t walls_ = 0;
};

void cross_walls(const Projection& projection, const OpenCondition& condition, const CellTree& tree,
                 const WallVisitor& visitor, const Progress& progress) {
  require(projection.kind() == ProjectionKind::walls, "crossing walls needs a projection of kind walls");
  if (!tree.leaves().empty()) WallLifting(projection, condition, tree, visitor, progress).run();
}

void cross_wall(const Projection& projection, const OpenCondition& condition, const CellTree& tree, Wall wall,
                const WallVisitor& visitor) {
  require(projection.kind() == ProjectionKind::walls, "crossing walls needs a projection of kind walls");
  WallLifting(projection, condition, tree, visitor, {}).run(wall);
}

}  // namespace isthmus
