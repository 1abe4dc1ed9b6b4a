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
    while (split() || free_outer_weight()) {
    }
  }

 private:
  bool is_bare(const MatrixExpression& e) const {
    if (!is_weight(e)) return false;
    std::size_t uses = 0;
    for (const RankCondition& condition : result_.conditions) {
      for (const MatrixExpression& each : condition.factors) uses += occurrences(each, e.as_symbol());
    }
    return uses == 1;
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
