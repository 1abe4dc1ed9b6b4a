#pragma once

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "decompose/lifting_state.hpp"
#include "decompose/matched_gaps.hpp"
#include "decompose/places_that_go_on.hpp"
#include "decompose/wall_interval.hpp"
#include "decompose/walls.hpp"
#include "exact/error.hpp"

namespace isthmus {

/// A wall lifted up to some level, with the rational coordinates chosen above.
struct WallPiece {
  WallInterval around;
  std::int32_t left_cell;
  std::int32_t right_cell;
  std::vector<Rational> above;                                       ///< coordinates of levels k+1, k+2, ..
  std::vector<std::vector<EvaluationPlan::CoefficientsInT>> values;  ///< [level - 1][factor], levels above the current
  std::vector<Sign> signs;                                           ///< of the condition's factors on the wall
  bool at_left_sample = true;   ///< whether (prefix, left, above) is the sample of the left cell
  bool at_right_sample = true;  ///< the same on the right
};

/// The tree beside one wall after the other, and what the walks over the walls have in common.
class WallWalk {
 public:
  WallWalk(const Projection& projection, const OpenCondition& condition, const CellTree& tree,
           const WallVisitor& visitor)
      : projection_(projection),
        condition_(condition),
        tree_(tree),
        visitor_(visitor),
        places_(projection, condition),
        state_(projection),
        signs_(condition.factors().size(), unknown_sign) {}

 protected:
  /// Whether crossing between two cells, which stand for their regions, joins nothing new.
  bool joined(std::int32_t a, std::int32_t b) const {
    if (a == b && tree_.has_regions()) return true;
    const CellTree::Cell& left = tree_.cell(a);
    const CellTree::Cell& right = tree_.cell(b);
    if (left.first_leaf == CellTree::no_range || right.first_leaf == CellTree::no_range) return false;
    return visitor_.joined(left.first_leaf, left.end_leaf, right.first_leaf, right.end_leaf);
  }

  /// Whether all leaves below a cell are joined.
  bool joined_inside(const CellTree::Cell& cell) const {
    return cell.first_leaf != CellTree::no_range &&
           visitor_.joined(cell.first_leaf, cell.end_leaf, cell.first_leaf, cell.end_leaf);
  }

  /// In the tree of more levels a cell of the last one may have children and be part of a region.
  bool is_leaf(std::int32_t cell) const {
    return tree_.cell(cell).level == projection_.levels() || tree_.cell(cell).is_leaf();
  }
  std::int32_t region(std::int32_t cell) const {
    return cell == CellTree::pruned || tree_.cell(cell).level == projection_.levels() ? cell : tree_.region(cell);
  }

  /// The child at a place in a stack of so many gaps; a leaf stays itself.
  std::int32_t child(std::int32_t cell, std::size_t place, std::size_t gaps) const {
    if (is_leaf(cell)) return cell;
    const std::vector<std::int32_t>& children = tree_.cell(cell).children;
    ensure(gaps == children.size(), "the number of roots beside a wall differs from that of its cell");
    return children[place];
  }

  /// Goes on from a cell beside a wall to the child that holds the points with a coordinate y. `at_sample`, whether the
  /// point considered is the sample of the cell, stays true only if it is still.
  void enter(std::int32_t& cell, bool& at_sample, std::int32_t child, const Rational& y) const {
    cell = region(child);
    at_sample = at_sample && cell != CellTree::pruned && cell == child && tree_.cell(cell).sampled &&
                tree_.cell(cell).sample == y;
  }

  /// Whether children at these places beside a wall are not joined yet.
  std::function<bool(std::size_t, std::size_t)> wanted(std::int32_t left_cell, std::int32_t right_cell) const {
    return [this, left_cell, right_cell](std::size_t l, std::size_t r) {
      const std::int32_t left = is_leaf(left_cell) ? left_cell : region(tree_.cell(left_cell).children[l]);
      const std::int32_t right = is_leaf(right_cell) ? right_cell : region(tree_.cell(right_cell).children[r]);
      return left != CellTree::pruned && right != CellTree::pruned && !joined(left, right);
    };
  }

  /// What the tree knows of the stack of a cell over one of its points.
  StackBeside beside(std::int32_t index, const Rational& at, bool at_sample) const {
    StackBeside stack{at, nullptr, {}, at_sample};
    const CellTree::Cell& cell = tree_.cell(index);
    if (cell.is_leaf()) return stack;
    stack.owners = &cell.owners;
    for (const std::int32_t child : cell.children) {
      const bool sampled = child != CellTree::pruned && tree_.cell(child).sampled;
      stack.samples.push_back(sampled ? &tree_.cell(child).sample : nullptr);
    }
    return stack;
  }

  /// The exponents of the wall's factor in the discriminants and resultants of a level; no coefficients.
  const std::vector<FibrePolynomial>& exponents_over_wall(std::size_t level) {
    const Projection::Id wall{level_, factor_};
    auto& levels = exponents_[wall];
    levels.resize(projection_.levels());
    std::vector<FibrePolynomial>& result = levels[level - 1];
    for (std::size_t f = result.size(); f < projection_.level(level).size(); ++f) {
      result.push_back({{}, projection_.discriminant_exponent(level, f, wall), {}});
      for (std::size_t other = 0; other < f; ++other)
        result.back().resultant_exponents.push_back(projection_.resultant_exponent(level, f, other, wall));
    }
    return result;
  }

  /// Whether pieces between cells of the level below are merged without crossings: what holds beside the wall must hold
  /// on it.
  bool merges_at(std::size_t level) const {
    return visitor_.merged && level == projection_.levels() && !degrees_drop_over_wall(level) &&
           projection_.level(level_)[factor_].origin.rule != ProjectionOrigin::Rule::input;
  }

  /// Whether a piece of the wall with these signs is crossed where it is.
  bool ends_here(std::int32_t left_cell, std::int32_t right_cell, const std::vector<Sign>& signs) const {
    return is_leaf(left_cell) && is_leaf(right_cell) && condition_.evaluate(signs) == Truth::yes;
  }

  /// Merges what the wall joins on the last level, `level`, over a piece between two cells of the level below it.
  /// Returns whether that is all that is wanted.
  bool merge_without_crossing(std::int32_t left_cell, std::int32_t right_cell, const std::vector<Sign>& signs,
                              std::size_t level) {
    if (level != projection_.levels() || ends_here(left_cell, right_cell, signs)) return false;
    if (visitor_.continued) continue_roots(left_cell, right_cell, level);
    if (!merges_at(level)) return false;
    const auto places = places_that_go_on(tree_.cell(left_cell).owners, tree_.cell(right_cell).owners,
                                          exponents_over_wall(level));
    return places && merge(left_cell, right_cell, *places);
  }

  bool merge(std::int32_t left_cell, std::int32_t right_cell, const PlacesThatGoOn& places) const {
    const CellTree::Cell& left = tree_.cell(left_cell);
    const CellTree::Cell& right = tree_.cell(right_cell);
    const auto is_wanted = wanted(left_cell, right_cell);
    for (const auto& [l, r] : places.sure) {
      ensure((left.children[l] == CellTree::pruned) == (right.children[r] == CellTree::pruned),
             "only one side of a wall inside a region was pruned");
      if (is_wanted(l, r)) visitor_.merged(left.children[l], right.children[r], wall_);
    }
    return std::none_of(places.perhaps.begin(), places.perhaps.end(),
                        [&](const auto& place) { return is_wanted(place.first, place.second); });
  }

  /// The roots of the polynomials whose discriminant and leading coefficient do not vanish at the wall.
  void continue_roots(std::int32_t left_cell, std::int32_t right_cell, std::size_t level) {
    const RootOwners& left = tree_.cell(left_cell).owners;
    const RootOwners& right = tree_.cell(right_cell).owners;
    std::vector<bool> goes_on;
    std::vector<bool> alone;
    const Projection::Id over{level_, factor_};
    const std::vector<FibrePolynomial>& exponents = exponents_over_wall(level);
    for (std::size_t f = 0; f < exponents.size(); ++f) {
      goes_on.push_back(exponents[f].discriminant_exponent == 0 && projection_.leading_exponent(level, f, over) == 0);
      alone.push_back(true);
      for (std::size_t other = 0; other < f; ++other)
        if (exponents[f].resultant_exponents[other] > 0) alone[f] = alone[other] = false;
    }
    std::vector<std::vector<std::size_t>> places(exponents.size());
    for (std::size_t i = right.size(); i-- > 0;) places[right[i]].push_back(i);
    for (std::size_t i = 0; i < left.size(); ++i) {
      const std::size_t f = left[i];
      if (!goes_on[f]) continue;
      ensure(!places[f].empty(), "a root that meets no other of its polynomial ends at a wall");
      visitor_.continued({left_cell, i}, {right_cell, places[f].back()}, over, alone[f]);
      places[f].pop_back();
    }
  }

  /// Whether a leading coefficient of the level may vanish at the wall.
  bool degrees_drop_over_wall(std::size_t level) const {
    for (std::size_t f = 0; f < projection_.level(level).size(); ++f)
      if (projection_.leading_exponent(level, f, {level_, factor_}) > 0) return true;
    return false;
  }

  /// The factors of level k over the wall itself.
  void keep_wall_coordinate(WallPiece& piece, std::size_t k) const {
    for (std::size_t f = 0; f < projection_.level(k).size(); ++f)
      piece.values[k - 1].push_back(state_.plan(k, f).keep(level_ - 1, state_.coefficients(k, f)));
  }

  void report(std::int32_t left_cell, std::int32_t right_cell, const Rational& left, const Rational& right,
              const std::vector<Rational>& above) {
    Crossing crossing;
    crossing.left_cell = left_cell;
    crossing.right_cell = right_cell;
    crossing.left_leaf = tree_.cell(left_cell).first_leaf;
    crossing.right_leaf = tree_.cell(right_cell).first_leaf;
    crossing.level = level_;
    crossing.factor = factor_;
    crossing.wall = wall_;
    crossing.left = state_.point();
    crossing.left.push_back(left);
    crossing.left.insert(crossing.left.end(), above.begin(), above.end());
    crossing.left.resize(projection_.levels());
    crossing.right = crossing.left;
    crossing.right[level_ - 1] = right;
    visitor_.crossed(std::move(crossing));
  }

  const Projection& projection_;
  const OpenCondition& condition_;
  const CellTree& tree_;
  const WallVisitor& visitor_;
  FactorPlaces places_;
  LiftingState state_;
  std::vector<Sign> signs_;
  Wall wall_;               ///< the wall being lifted
  std::size_t level_ = 0;   ///< level of the wall being lifted
  std::size_t factor_ = 0;  ///< its factor in that level
  std::map<Projection::Id, std::vector<std::vector<FibrePolynomial>>> exponents_;  ///< of walls seen, per level
};

}  // namespace isthmus
