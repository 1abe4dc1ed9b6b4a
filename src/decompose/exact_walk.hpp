#pragma once

#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "decompose/gaps.hpp"
#include "decompose/places_over_wall.hpp"
#include "decompose/quick_walk.hpp"
#include "exact/error.hpp"
#include "exact/minimal_polynomial.hpp"

namespace isthmus {

/// The roots of a level beside a wall, at the last place where they were looked for.
struct SideRoots {
  Rational at;
  std::optional<std::vector<StackRoot>> roots;
};

/// Lifts walls exactly.
class ExactWalk : public QuickWalk {
 public:
  using QuickWalk::QuickWalk;

 protected:
  /// Lifts the current wall, which is between two sectors with these samples.
  void lift_wall(std::int32_t left, std::int32_t right, Rational left_sample, Rational right_sample) {
    sample_left_ = std::move(left_sample);
    sample_right_ = std::move(right_sample);
    named_root_.reset();
    constexpr std::size_t few_levels = 5;  // in many, degrees mostly drop over walls, and enclosures do not help
    if (visitor_.lifted || projection_.levels() > few_levels) {
      WallPiece piece = first_piece(left, right);
      LiftedWall lifted = lift(piece);
      if (visitor_.lifted) visitor_.lifted(std::move(lifted));
      return;
    }
    lift_quickly({{{}, sample_left_, sample_right_},
                  nullptr,
                  region(left),
                  region(right),
                  {},
                  {},
                  signs_,
                  region(left) == left,
                  region(right) == right});
  }

  /// Merges what is known from other walls of the same sheet. Returns whether that is all that is wanted.
  bool merge_by_sheet(std::int32_t left_cell, std::int32_t right_cell, std::size_t level) {
    if (!merges_at(level) || is_leaf(left_cell) || is_leaf(right_cell)) return false;
    ZeroRelations* known = relations_of_sheet();
    if (known == nullptr) return false;
    const auto places = places_by_relations(tree_.cell(left_cell).owners, tree_.cell(right_cell).owners,
                                            exponents_over_wall(level), wanted(left_cell, right_cell), *known);
    return places && merge(left_cell, right_cell, *places);
  }

 private:
  /// The coordinate of the wall: the one root of its factor between the samples of the sectors beside it.
  RealRoot& alpha_of(WallInterval& around) const {
    if (!around.alpha)
      around.alpha = RealRoot::simple_between(state_.fibre(factor_), sample_left_, sample_right_);
    return *around.alpha;
  }

  /// The same, named by an irreducible polynomial where factoring is cheap.
  RealRoot& named_alpha_of(WallInterval& around) {
    constexpr long worthwhile_degree = 40;
    if (!named_root_) {
      WallInterval whole{{}, {}, {}};
      const RealRoot& root = alpha_of(whole);
      named_root_ = root.polynomial().degree() <= worthwhile_degree ? with_minimal_polynomial(root) : root;
    }
    if (!around.alpha || !(around.alpha->polynomial() == named_root_->polynomial())) around.alpha = *named_root_;
    return *around.alpha;
  }

  /// The wall itself, with the values of the next level only.
  WallPiece first_piece(std::int32_t left, std::int32_t right) {
    WallPiece piece{{{}, sample_left_, sample_right_},
                    region(left),
                    region(right),
                    {},
                    {},
                    signs_,
                    region(left) == left,
                    region(right) == right};
    piece.values.resize(projection_.levels());
    if (level_ < projection_.levels()) keep_wall_coordinate(piece, level_ + 1);
    return piece;
  }

  /// Cuts the piece, whose sides are not joined yet, nor merged without crossing it, by the factors of the next level
  /// and goes on above every gap.
  std::vector<WallSample> lift(WallPiece& piece) {
    std::vector<WallSample> samples;
    const std::size_t level = level_ + piece.above.size() + 1;
    if (ends_here(piece.left_cell, piece.right_cell, piece.signs)) {
      report(piece.left_cell, piece.right_cell, piece.around.left, piece.around.right, piece.above);
      return samples;
    }
    ensure(level <= projection_.levels(), "a wall was lifted beyond the last level");
    const std::vector<FibrePolynomial> fibre = fibre_of(piece, level);
    WallInterval around = piece.around;
    if (merges_at(level) && merge_over_wall(piece, fibre, around)) return samples;
    if (const auto gaps = gaps_from_the_sides(piece, fibre, around)) {
      for (const MatchedGap& gap : *gaps) {
        if (visitor_.done()) break;
        samples.push_back(sample(piece, matched(piece, around, level, gap), level));
      }
      return samples;
    }
    SideRoots left;
    SideRoots right;
    for (const Rational& y : gap_samples_over(named_alpha_of(around), fibre)) {
      if (visitor_.done()) break;
      samples.push_back(sample(piece, narrowed(piece, fibre, level, y, left, right), level));
    }
    return samples;
  }

  /// Merges what the zeros over the wall show to be joined. Returns whether that is all that is wanted.
  bool merge_over_wall(const WallPiece& piece, const std::vector<FibrePolynomial>& fibre, WallInterval& around) {
    const CellTree::Cell& left = tree_.cell(piece.left_cell);
    const CellTree::Cell& right = tree_.cell(piece.right_cell);
    const auto is_wanted = wanted(piece.left_cell, piece.right_cell);
    const auto of_interest = [&](std::size_t l, std::size_t r) {
      const bool alike = (left.children[l] == CellTree::pruned) == (right.children[r] == CellTree::pruned);
      return !alike || is_wanted(l, r);
    };
    ZeroRelations of_this_piece;
    ZeroRelations* known = piece.above.empty() ? relations_of_sheet() : nullptr;
    if (known == nullptr) known = &of_this_piece;
    const auto places = places_over_wall(left.owners, right.owners, fibre, alpha_of(around), of_interest, *known);
    return places && merge(piece.left_cell, piece.right_cell, *places);
  }

  /// What is known of the zeros over the sheet of the wall; nullptr if its sheet is not known.
  ZeroRelations* relations_of_sheet() {
    const std::vector<std::size_t>& sheets = tree_.cell(wall_.cell).sheets;
    return sheets.empty() ? nullptr : &relations_[sheets.at(wall_.root)];
  }

  /// The gaps over a wall from the stacks on both sides, if few steps towards it suffice to match them; where nobody
  /// wants to know all of them, only those between cells that are not joined.
  std::optional<std::vector<MatchedGap>> gaps_from_the_sides(const WallPiece& piece,
                                                             const std::vector<FibrePolynomial>& fibre,
                                                             WallInterval& around) {
    constexpr int steps = 5;
    WallSides sides{[&]() -> const RealRoot& { return alpha_of(around); },
                    beside(piece.left_cell, around.left, piece.at_left_sample),
                    beside(piece.right_cell, around.right, piece.at_right_sample),
                    {}};
    if (!visitor_.lifted) sides.wanted = wanted(piece.left_cell, piece.right_cell);
    for (int step = 0; step < steps; ++step) {
      GapMatching matching = matched_gaps(fibre, sides);
      if (matching.outcome == GapMatching::Outcome::complete) return std::move(matching.gaps);
      if (matching.outcome == GapMatching::Outcome::undetermined) return std::nullopt;
      if (alpha_of(around).is_point()) return std::nullopt;
      shrink(around);
      sides.left.exact = sides.left.exact && sides.left.at == around.left;
      sides.right.exact = sides.right.exact && sides.right.at == around.right;
      sides.left.at = around.left;
      sides.right.at = around.right;
    }
    return std::nullopt;
  }

  /// `next` is the piece over a sample of `level`.
  WallSample sample(WallPiece& piece, WallPiece next, std::size_t level) {
    const bool inside = is_inside(next);
    WallSample result{next.above.back(), next.around.left, next.around.right, WallSample::Outcome::outside, {}};
    if (!inside) return result;
    result.outcome = WallSample::Outcome::joined;
    if (joined(next.left_cell, next.right_cell)) return result;
    if (merge_without_crossing(next.left_cell, next.right_cell, next.signs, level + 1)) return result;
    result.outcome = WallSample::Outcome::lifted;
    substitute(next, piece, level, next.above.back());
    result.over = lift(next);
    return result;
  }

  /// The factors of one level over the piece, which gives them away.
  std::vector<FibrePolynomial> fibre_of(WallPiece& piece, std::size_t level) {
    std::vector<FibrePolynomial> fibre = exponents_over_wall(level);
    for (std::size_t f = 0; f < fibre.size(); ++f)
      fibre[f].coefficients = state_.plan(level, f).coefficients_by_degree(std::move(piece.values[level - 1][f]));
    return fibre;
  }

  /// The piece without the values of the levels above.
  static WallPiece over(const WallPiece& piece, WallInterval around, const Rational& y) {
    WallPiece next{std::move(around), piece.left_cell,  piece.right_cell,    piece.above, {},
                   piece.signs,       piece.at_left_sample, piece.at_right_sample};
    next.above.push_back(y);
    return next;
  }

  void set_signs(WallPiece& next, std::size_t level, const std::vector<UnivariatePolynomial>& along) const {
    for (const auto& place : places_.at_level(level))
      next.signs[place.condition_factor] = static_cast<Sign>(along[place.level_factor].sign_at(next.around.left));
  }

  /// The piece over the gap that holds y, with the cells beside it.
  WallPiece narrowed(const WallPiece& piece, const std::vector<FibrePolynomial>& fibre, std::size_t level,
                     const Rational& y, SideRoots& at_left, SideRoots& at_right) {
    WallPiece next = over(piece, piece.around, y);
    named_alpha_of(next.around);
    std::vector<UnivariatePolynomial> along;
    for (const FibrePolynomial& f : fibre) along.push_back(value_along(f.coefficients, y));
    shrink_from_roots(next.around, along);
    set_signs(next, level, along);
    if (condition_.evaluate(next.signs) == Truth::no) return next;
    const std::int32_t left = child_at(next.left_cell, fibre, next.around.left, y, at_left);
    const std::int32_t right = child_at(next.right_cell, fibre, next.around.right, y, at_right);
    enter(next, piece.around, left, right);
    return next;
  }

  /// The same where the gap is known by its places.
  WallPiece matched(const WallPiece& piece, const WallInterval& around, std::size_t level,
                    const MatchedGap& gap) const {
    WallPiece next = over(piece, around, gap.sample);
    for (const auto& place : places_.at_level(level))
      next.signs[place.condition_factor] = static_cast<Sign>(gap.signs[place.level_factor]);
    if (condition_.evaluate(next.signs) == Truth::no) return next;
    const std::int32_t left = child(next.left_cell, gap.left, gap.left_gaps);
    const std::int32_t right = child(next.right_cell, gap.right, gap.right_gaps);
    enter(next, piece.around, left, right);
    return next;
  }

  /// Goes on to these children of the cells beside the piece below, which lay around `before`.
  void enter(WallPiece& next, const WallInterval& before, std::int32_t left, std::int32_t right) const {
    next.at_left_sample = next.at_left_sample && next.around.left == before.left;
    next.at_right_sample = next.at_right_sample && next.around.right == before.right;
    WallWalk::enter(next.left_cell, next.at_left_sample, left, next.above.back());
    WallWalk::enter(next.right_cell, next.at_right_sample, right, next.above.back());
  }

  /// Whether the piece may lie in the set.
  bool is_inside(const WallPiece& piece) const {
    const Truth truth = condition_.evaluate(piece.signs);
    if (truth == Truth::no) return false;
    const bool left = piece.left_cell != CellTree::pruned;
    const bool right = piece.right_cell != CellTree::pruned;
    if (left && right) return true;
    if (visitor_.pruned_alike)
      ensure(!left && !right, "only one side of a wall inside a region was pruned");
    else
      ensure(truth != Truth::yes, "a wall inside the set borders a cell outside it");
    return false;
  }

  /// Fixes the coordinate y of `level` in the factors of the levels above.
  void substitute(WallPiece& next, WallPiece& piece, std::size_t level, const Rational& y) const {
    if (level == projection_.levels()) return;
    next.values.resize(projection_.levels());
    SubstitutedValue value(y);
    for (std::size_t k = level + 1; k <= projection_.levels(); ++k) {
      if (level == level_ + 1 && piece.values[k - 1].empty()) keep_wall_coordinate(piece, k);
      for (std::size_t f = 0; f < projection_.level(k).size(); ++f)
        next.values[k - 1].push_back(state_.plan(k, f).substitute(level - 1, piece.values[k - 1][f], value));
    }
  }

  /// The child of `cell` that holds the point with wall coordinate t and next coordinate y; a leaf stays itself.
  std::int32_t child_at(std::int32_t cell, const std::vector<FibrePolynomial>& fibre, const Rational& t,
                        const Rational& y, SideRoots& side) const {
    if (is_leaf(cell)) return cell;
    if (!side.roots || !(side.at == t)) {
      std::vector<UnivariatePolynomial> polynomials;
      for (const FibrePolynomial& f : fibre) polynomials.push_back(specialise(f.coefficients, t));
      side = {t, stack_roots(polynomials)};
    }
    const auto is_below = [&](const StackRoot& root) { return root.value.compare(y) < 0; };
    const auto end = std::partition_point(side.roots->begin(), side.roots->end(), is_below);
    return child(cell, static_cast<std::size_t>(end - side.roots->begin()), side.roots->size() + 1);
  }

  void lift_exactly(WallPiece piece) override { lift(piece); }

  Rational sample_left_;  ///< of the sectors beside the wall
  Rational sample_right_;
  std::optional<RealRoot> named_root_;              ///< the coordinate of the wall, once it is needed
  std::map<std::size_t, ZeroRelations> relations_;  ///< over the walls of each sheet
};

}  // namespace isthmus
