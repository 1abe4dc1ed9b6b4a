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
    std::vector<std::string> lines;
    for (const RankCondition& condition : result_.conditions) {
      const auto pieces = split_at(condition.factors, size_);
      std::string into;
      std::size_t kept = 0;
      for (const Factors& piece : pieces) {
        const MatrixExpression product = MatrixExpression::product(piece);
        if (!has_weight(product) && facts_.is_invertible(product)) continue;
        next.push_back({piece, size_});
        into += (into.empty() ? "" : " and ") + next.back().to_string();
        ++kept;
      }
      if (pieces.size() > 1 || kept == 0) {
        lines.push_back(condition.to_string() + "  <=>  " + (into.empty() ? "true, by the hypotheses" : into));
      }
    }
    if (lines.empty()) return false;
    result_.conditions = std::move(next);
    result_.rules.push_back(
        {"split-invertible-product", lines, {Theorem::multiplicative_determinant, Theorem::rank_of_a_product}});
    return true;
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
    const std::string before = result_.conditions[index].to_string();
    const MatrixExpression product = result_.conditions[index].matrix();
    const MatrixSymbol variable = fresh_.next(product.shape());
    const MatrixExpression s = MatrixExpression::symbol(variable);
    const MatrixExpression others = MatrixExpression::product(rest);
    const MatrixExpression value = at_front ? MatrixExpression::product({s, left_inverse(others)})
                                            : MatrixExpression::product({right_inverse(others), s});
    result_.conditions[index] = {{s}, size_};
    result_.conditions.push_back({rest, size_});
    result_.eliminated.push_back({weight.as_symbol(), value});
    std::replace(result_.coordinates.begin(), result_.coordinates.end(), weight.as_symbol(), variable);
    result_.rules.push_back(
        {"free-outer-factor",
         {before + ": " + weight.to_string() + " occurs once, put " + variable.name + " := " + product.to_string(),
          variable.name + " is " + variable.shape.to_string() + " and moves freely under " +
              result_.conditions[index].to_string() + ", where " + result_.conditions.back().to_string(),
          "continuous section: " + weight.to_string() + " = " + value.to_string() + "; the fibres are affine"},
         {Theorem::homotopy_invariance, Theorem::rank_of_a_product, Theorem::cauchy_binet}});
  }

  /// rank(s*A + B*C) = n with s != 0 for a weight B that occurs nowhere else: B = s*S.
  bool rescale() {
    for (RankCondition& condition : result_.conditions) {
      for (MatrixExpression& factor : condition.factors) {
        if (!factor.is(MatrixExpression::Kind::sum)) continue;
        for (const MatrixExpression& scalar : scalars_of(factor)) {
          for (const MatrixSymbol& weight : std::vector<MatrixSymbol>(result_.coordinates)) {
            if (rescale(factor, scalar, weight)) return true;
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

  bool rescale(MatrixExpression& sum, const MatrixExpression& scalar, const MatrixSymbol& weight) {
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
    std::vector<MatrixExpression> parts;
    for (const MatrixExpression& part : sum.parts()) {
      parts.push_back(is_scaled(part) ? part.parts()[1] : part.map_symbols([&](const MatrixSymbol& symbol) {
        return symbol == weight ? s : MatrixExpression::symbol(symbol);
      }));
    }
    const MatrixExpression rescaled = MatrixExpression::sum(parts);
    result_.rules.push_back({"rescale",
                             {scalar.to_string() + " != 0 by the hypotheses; with " + weight.name + " = " +
                                  scalar.to_string() + "*" + variable.name,
                              sum.to_string() + " = " + scalar.to_string() + "*(" + rescaled.to_string() + ")"},
                             {Theorem::linear_change_of_variables}});
    std::replace(result_.coordinates.begin(), result_.coordinates.end(), weight, variable);
    result_.eliminated.push_back({weight, MatrixExpression::scaled(scalar, s)});
    sum = rescaled;
    return true;
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

MatrixExpression RankCondition::matrix() const { return MatrixExpression::product(factors); }

std::string RankCondition::to_string() const {
  const MatrixExpression product = matrix();
  if (product.shape() == Shape{rank, rank}) return "det(" + product.to_string() + ") != 0";
  return "rank(" + product.to_string() + ") = " + std::to_string(rank);
}

void take_apart(MatrixReduction& reduction, std::size_t n, const Facts& facts, FreshWeights& fresh) {
  ConditionRules(reduction, n, facts, fresh).run();
}

}  // namespace isthmus
