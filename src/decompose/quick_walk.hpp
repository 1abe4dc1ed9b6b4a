#pragma once

#include <memory>
#include <utility>
#include <vector>

#include "decompose/quick_gaps.hpp"
#include "decompose/wall_walk.hpp"

namespace isthmus {

/// The same with enclosures of the values between both sides, which suffice for most.
struct QuickPiece {
  WallInterval around;
  std::shared_ptr<const WallRange> range;  ///< of `around`
  std::int32_t left_cell;
  std::int32_t right_cell;
  std::vector<Rational> above;
  std::vector<std::vector<CoefficientsAlong>> values;
  std::vector<Sign> signs;
  bool at_left_sample = true;
  bool at_right_sample = true;
};

/// Lifts walls with enclosures; exactly where these do not suffice.
class QuickWalk : public WallWalk {
 public:
  using WallWalk::WallWalk;
  virtual ~QuickWalk() = default;

 protected:
  virtual void lift_exactly(WallPiece piece) = 0;

  /// Lifts a piece of the wall whose sides are not joined, nor merged without crossing it; a piece whose gaps the
  /// enclosures do not show goes there.
  void lift_quickly(QuickPiece piece) {
    const std::size_t level = level_ + piece.above.size() + 1;
    if (ends_here(piece.left_cell, piece.right_cell, piece.signs)) {
      report(piece.left_cell, piece.right_cell, piece.around.left, piece.around.right, piece.above);
      return;
    }
    ensure(level <= projection_.levels(), "a wall was lifted beyond the last level");
    if (!piece.range) piece.range = std::make_shared<WallRange>(piece.around.left, piece.around.right);
    piece.values.resize(projection_.levels());
    fill_values(piece, level);
    const GapMatching shown = gaps_shown(piece, level);
    for (const MatchedGap& gap : shown.gaps) {
      if (visitor_.done()) break;
      QuickPiece next{piece.around,
                      piece.range,
                      piece.left_cell,
                      piece.right_cell,
                      piece.above,
                      {},
                      piece.signs,
                      piece.at_left_sample,
                      piece.at_right_sample};
      enter(next.left_cell, next.at_left_sample, child(piece.left_cell, gap.left, gap.left_gaps), gap.sample);
      enter(next.right_cell, next.at_right_sample, child(piece.right_cell, gap.right, gap.right_gaps), gap.sample);
      next.above.push_back(gap.sample);
      for (const auto& place : places_.at_level(level))
        next.signs[place.condition_factor] = static_cast<Sign>(gap.signs[place.level_factor]);
      if (condition_.evaluate(next.signs) == Truth::no || joined(next.left_cell, next.right_cell)) continue;
      if (merge_without_crossing(next.left_cell, next.right_cell, next.signs, level + 1)) continue;
      substitute(next, piece, level, gap.sample);
      lift_quickly(std::move(next));
    }
    if (shown.outcome == GapMatching::Outcome::complete || visitor_.done()) return;
    lift_exactly(exactly(piece, level));
  }

 private:
  /// The enclosures of the factors of a level over the piece.
  void fill_values(QuickPiece& piece, std::size_t k) const {
    std::vector<CoefficientsAlong>& values = piece.values[k - 1];
    for (std::size_t f = values.size(); f < projection_.level(k).size(); ++f) {
      const EvaluationPlan& plan = state_.plan(k, f);
      values.push_back(piece.range->keep(plan, level_ - 1, state_.coefficients(k, f)));
      for (std::size_t i = 0; i < piece.above.size(); ++i)
        values.back() = WallRange::substitute(plan, level_ + i, values.back(), Interval(piece.above[i]));
    }
  }

  GapMatching gaps_shown(const QuickPiece& piece, std::size_t level) {
    if (is_leaf(piece.left_cell) || is_leaf(piece.right_cell)) return {};
    WallSides sides{{},
                    beside(piece.left_cell, piece.around.left, piece.at_left_sample),
                    beside(piece.right_cell, piece.around.right, piece.at_right_sample),
                    wanted(piece.left_cell, piece.right_cell)};
    std::vector<const EvaluationPlan*> plans;
    for (std::size_t f = 0; f < projection_.level(level).size(); ++f) plans.push_back(&state_.plan(level, f));
    return quick_gaps(exponents_over_wall(level), plans, piece.values[level - 1], *piece.range, sides);
  }

  void substitute(QuickPiece& next, QuickPiece& piece, std::size_t level, const Rational& y) const {
    next.values.resize(projection_.levels());
    const Interval value(y);
    for (std::size_t k = level + 1; k <= projection_.levels(); ++k) {
      fill_values(piece, k);
      for (std::size_t f = 0; f < projection_.level(k).size(); ++f)
        next.values[k - 1].push_back(
            WallRange::substitute(state_.plan(k, f), level - 1, piece.values[k - 1][f], value));
    }
  }

  /// The piece with its exact values in the levels from `level` on.
  WallPiece exactly(const QuickPiece& piece, std::size_t level) const {
    WallPiece exact{piece.around,
                    piece.left_cell,
                    piece.right_cell,
                    piece.above,
                    std::vector<std::vector<EvaluationPlan::CoefficientsInT>>(projection_.levels()),
                    piece.signs,
                    piece.at_left_sample,
                    piece.at_right_sample};
    for (std::size_t k = level; k <= projection_.levels(); ++k) keep_wall_coordinate(exact, k);
    for (std::size_t i = 0; i < piece.above.size(); ++i) {
      SubstitutedValue value(piece.above[i]);
      for (std::size_t k = level; k <= projection_.levels(); ++k)
        for (std::size_t f = 0; f < projection_.level(k).size(); ++f)
          exact.values[k - 1][f] = state_.plan(k, f).substitute(level_ + i, exact.values[k - 1][f], value);
    }
    return exact;
  }

};

}  // namespace isthmus
