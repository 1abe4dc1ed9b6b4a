#include "variety/rank_conditions.hpp"

#include <algorithm>

#include "variety/factored_matrix.hpp"

namespace isthmus {
namespace {

using Factors = std::vector<MatrixExpression>;

class ConditionRules {
 public:
  ConditionRules(MatrixReduction& reduction, std::size_t n, const Facts& facts, FreshWeights& fresh)
      : result_(reduction), size_(n), facts_(facts), fresh_(fresh) {}

  void run() {
    while (split() || free_outer_weight() || rescale()) {
    }
  }

 private:
  bool is_bare(const MatrixExpression& e) const { return is_weight(e) && uses(e.as_symbol()) == 1; }

  std::size_t uses(const MatrixSymbol& weight) const {
    std::size_t count = 0;
    for (const RankCondition& condition : result_.conditions) {
      for (const MatrixExpression& each : condition.factors) count += occurrences(each, weight);
    }
    return count;
  }

  /// rank(A*B) = n with inner dimension n: both ranks are n. Pieces that the hypotheses make invertible drop out.
  bool split() {
    std::vector<RankCondition> next;
    bool changed = false;
    for (const RankCondition& condition : result_.conditions) {
      SplitStep step{next.size(), condition, {}, {}};
      for (const Factors& piece : split_at(condition.factors, size_)) {
        step.pieces.push_back(MatrixExpression::product(piece));
        const bool holds = !has_weight(step.pieces.back()) && facts_.is_invertible(step.pieces.back());
        if (!holds) step.kept.push_back({piece, size_});
      }
      next.insert(next.end(), step.kept.begin(), step.kept.end());
      if (step.pieces.size() == 1 && step.kept.size() == 1) continue;
      result_.steps.emplace_back(std::move(step));
      changed = true;
    }
    result_.conditions = std::move(next);
    return changed;
  }

  /// rank(B*R) = n or rank(L*B) = n for a weight B that occurs once.
  bool free_outer_weight() {
    for (std::size_t i = 0; i < result_.conditions.size(); ++i) {
      const RankCondition condition = result_.conditions[i];
      if (condition.factors.size() < 2) continue;
      const Shape shape = condition.matrix().shape();
      if (shape.columns == size_ && is_bare(condition.factors.front())) {
        free_weight(i, condition.factors.front(), Factors(condition.factors.begin() + 1, condition.factors.end()),
                    true);
        return true;
      }
      if (shape.rows == size_ && is_bare(condition.factors.back())) {
        free_weight(i, condition.factors.back(), Factors(condition.factors.begin(), condition.factors.end() - 1),
                    false);
        return true;
      }
    }
    return false;
  }

  void free_weight(std::size_t index, const MatrixExpression& weight, const Factors& rest, bool at_front) {
    const RankCondition condition = result_.conditions[index];
    const MatrixSymbol variable = fresh_.next(condition.matrix().shape());
    const MatrixExpression s = MatrixExpression::symbol(variable);
    const MatrixExpression others = MatrixExpression::product(rest);
    const MatrixExpression value = at_front ? MatrixExpression::product({s, left_inverse(others)})
                                            : MatrixExpression::product({right_inverse(others), s});
    result_.conditions[index] = {{s}, size_};
    result_.conditions.push_back({rest, size_});
    result_.eliminated.push_back({weight.as_symbol(), value});
    std::replace(result_.coordinates.begin(), result_.coordinates.end(), weight.as_symbol(), variable);
    result_.steps.emplace_back(FreeStep{index, condition, weight.as_symbol(), at_front, others, variable, value});
  }

  /// rank(s*A + B*C) = n with s != 0 for a weight B that occurs nowhere else: B = s*S.
  bool rescale() {
    for (std::size_t i = 0; i < result_.conditions.size(); ++i) {
      for (std::size_t j = 0; j < result_.conditions[i].factors.size(); ++j) {
        const MatrixExpression sum = result_.conditions[i].factors[j];
        if (!sum.is(MatrixExpression::Kind::sum)) continue;
        for (const MatrixExpression& scalar : scalars_of(sum)) {
          for (const MatrixSymbol& weight : std::vector<MatrixSymbol>(result_.coordinates)) {
            if (rescale(i, j, scalar, weight)) return true;
          }
        }
      }
    }
    return false;
  }

  /// Scalars without zero that stand in front of terms of a sum.
  std::vector<MatrixExpression> scalars_of(const MatrixExpression& sum) const {
    std::vector<MatrixExpression> scalars;
    for (const MatrixExpression& part : sum.parts()) {
      if (!part.is(MatrixExpression::Kind::scaled)) continue;
      const MatrixExpression& scalar = part.parts()[0];
      if (!scalar.is(MatrixExpression::Kind::number) && !has_weight(scalar) && facts_.is_nonzero(scalar)) {
        scalars.push_back(scalar);
      }
    }
    return scalars;
  }

  /// Rescales a weight in factor j of condition i, if that makes the scalar a common factor of the sum there.
  bool rescale(std::size_t i, std::size_t j, const MatrixExpression& scalar, const MatrixSymbol& weight) {
    const MatrixExpression sum = result_.conditions[i].factors[j];
    const auto is_scaled = [&](const MatrixExpression& part) {
      return part.is(MatrixExpression::Kind::scaled) && part.parts()[0] == scalar;
    };
    std::size_t inside = 0;
    for (const MatrixExpression& part : sum.parts()) {
      const std::size_t expected = is_scaled(part) ? 0 : 1;
      if (occurrences(part, weight) != expected) return false;
      inside += expected;
    }
    if (inside == 0 || uses(weight) != inside || !is_linear_in(sum, weight)) return false;
    const MatrixSymbol variable = fresh_.next(weight.shape);
    const MatrixExpression s = MatrixExpression::symbol(variable);
    const MatrixExpression value = MatrixExpression::scaled(scalar, s);
    std::vector<MatrixExpression> parts;
    for (const MatrixExpression& part : sum.parts()) {
      parts.push_back(is_scaled(part) ? part.parts()[1] : with(part, weight, s));
    }
    const MatrixExpression rescaled = MatrixExpression::sum(parts);
    result_.steps.emplace_back(
        ChangeStep{weight, variable, value,
                   sum.to_string() + " = " + scalar.to_string() + "*(" + rescaled.to_string() + ")"});
    RankCondition& condition = result_.conditions[i];
    condition.factors[j] = with(sum, weight, value);
    const RankCondition before = condition;
    condition.factors[j] = rescaled;
    result_.steps.emplace_back(ScaleStep{i, before, scalar, condition.matrix()});
    std::replace(result_.coordinates.begin(), result_.coordinates.end(), weight, variable);
    result_.eliminated.push_back({weight, value});
    return true;
  }

  static MatrixExpression with(const MatrixExpression& e, const MatrixSymbol& weight, const MatrixExpression& value) {
    return e.map_symbols([&](const MatrixSymbol& symbol) {
      return symbol == weight ? value : MatrixExpression::symbol(symbol);
    });
  }

  /// The weight stands in products, transposes and multiples only, not inside an inverse or a determinant.
  static bool is_linear_in(const MatrixExpression& e, const MatrixSymbol& weight) {
    using Kind = MatrixExpression::Kind;
    if (e.is(Kind::inverse) || e.is(Kind::determinant)) return occurrences(e, weight) == 0;
    return std::all_of(e.parts().begin(), e.parts().end(),
                       [&](const auto& part) { return is_linear_in(part, weight); });
  }

  MatrixReduction& result_;
  std::size_t size_;
  const Facts& facts_;
  FreshWeights& fresh_;
};

}  // namespace

void take_apart(MatrixReduction& reduction, std::size_t n, const Facts& facts, FreshWeights& fresh) {
  ConditionRules(reduction, n, facts, fresh).run();
}

}  // namespace isthmus
