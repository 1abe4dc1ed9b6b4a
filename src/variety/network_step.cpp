#include "variety/network_step.hpp"

namespace isthmus {
namespace {

std::string conditions_text(const std::vector<RankCondition>& conditions, const std::string& none) {
  std::string text;
  for (const RankCondition& condition : conditions) text += (text.empty() ? "" : " and ") + condition.to_string();
  return text.empty() ? none : text;
}

/// Writes each kind of step as a rule.
struct Describer {
  Rule operator()(const ZeroStep& step) const {
    const std::string zero = step.symbol.name + " = 0";
    return {"use-hypothesis", {"by hypothesis " + zero}, {}};
  }

  Rule operator()(const LeastSquaresStep& step) const {
    const std::string target = step.before.target.to_string();
    if (!step.data) {
      return {
          "least-squares",
          {"|" + target + " - " + step.network.to_string() + "|^2 is least, 0, where both are equal, if they can be"},
          {}};
    }
    const MatrixExpression transpose = MatrixExpression::transpose(*step.data);
    const MatrixExpression gram = MatrixExpression::product({*step.data, transpose});
    const MatrixExpression fitted = MatrixExpression::product({step.after.target, *step.data});
    const std::string residual = MatrixExpression::sum({step.before.target, fitted.negated()}).to_string();
    const std::string x = step.data->to_string();
    return {"least-squares",
            {"P := " + step.network.to_string() + ", A := " + step.after.target.to_string(),
             "(" + residual + ")*" + transpose.to_string() + " = 0, so |" + target + " - P*" + x + "|^2 = |" +
                 residual + "|^2 + |(P - A)*" + x + "|^2",
             gram.to_string() + " is invertible by the hypotheses, so the last square is 0 iff P = A",
             "so the weights with P = A are the minimum, if there are any"},
            {Theorem::pythagoras}};
  }

  Rule operator()(const EquationStep& step) const {
    Rule rule{step.cancelled.empty() ? "pull-out-factors" : "cancel-invertible-factor", {}, {}};
    for (const MatrixExpression& each : step.cancelled) {
      rule.lines.push_back("by the hypotheses " + each.to_string() + (each.is_scalar() ? " != 0" : " is invertible"));
    }
    rule.lines.push_back(step.before.to_string());
    rule.lines.push_back("  <=>  " + step.after.to_string());
    return rule;
  }

  Rule operator()(const CancelStep& step) const {
    Rule rule{"cancel-full-rank", {}, {}};
    if (step.left)
      rule.lines.push_back("by the hypotheses the columns of " + step.left->to_string() + " are independent");
    if (step.right)
      rule.lines.push_back("by the hypotheses the rows of " + step.right->to_string() + " are independent");
    rule.lines.push_back(step.before.to_string());
    rule.lines.push_back("  <=>  " + step.after.to_string());
    return rule;
  }

  Rule operator()(const AbsorbStep& step) const {
    const MatrixExpression weight = MatrixExpression::symbol(step.weight);
    const MatrixExpression product =
        MatrixExpression::product(step.at_front ? std::vector{step.data, weight} : std::vector{weight, step.data});
    return {"absorb-data",
            {"by the hypotheses the " + std::string(step.at_front ? "rows" : "columns") + " of " +
                 step.data.to_string() + " are independent, and " + step.weight.name + " occurs once",
             step.replacement.name + " := " + product.to_string() + " takes every " +
                 step.replacement.shape.to_string() + " matrix as value",
             "continuous section: " + step.weight.name + " = " + step.value.to_string() + "; the fibres are affine"},
            {Theorem::homotopy_invariance}};
  }

  Rule operator()(const RankStep& step) const {
    const std::string target = step.equation.target.to_string();
    const std::string r = std::to_string(step.rank);
    const std::string& b = step.left.name;
    const std::string& c = step.right.name;
    std::vector<std::string> lines{step.equation.to_string()};
    if (step.rank == 0) {
      lines.push_back("the target is 0: (" + b + ", " + c + ") -> (t*" + b + ", t*" + c + ") contracts to " + b +
                      " = 0 and " + c + " = 0; the other weights are free");
      return {"contract-to-zero", lines, {Theorem::homotopy_invariance}};
    }
    std::vector<MatrixExpression> factors{MatrixExpression::symbol(*step.new_left)};
    if (step.middle) factors.push_back(*step.middle);
    factors.push_back(MatrixExpression::symbol(*step.new_right));
    lines.push_back(target + " has rank " + r + " by the hypotheses: " + target + " = U*diag(I(" + r +
                    "), 0)*V, U and V invertible");
    lines.push_back(b + " -> inv(U)*" + b + " and " + c + " -> " + c + "*inv(V) make the target diag(I(" + r +
                    "), 0); the rows of " + b + " and the columns of " + c + " after the first " + r +
                    " are scaled to 0");
    lines.push_back("the set retracts to " + MatrixExpression::product(factors).to_string() + " = I(" + r + ")");
    return {"rank-normal-form", lines, {Theorem::linear_change_of_variables, Theorem::homotopy_invariance}};
  }

  Rule operator()(const ChangeStep& step) const {
    return {"change-of-variables",
            {step.replacement.name + " takes the place of " + step.weight.name + " = " + step.value.to_string(),
             step.effect},
            {Theorem::linear_change_of_variables}};
  }

  Rule operator()(const SolveStep& step) const {
    std::string conditions;
    bool graph = true;
    for (const auto& side : {step.left, step.right}) {
      if (!side) continue;
      const RankCondition condition{{*side}, step.equation.target.shape().rows};
      conditions += (conditions.empty() ? "" : " and ") + condition.to_string();
      graph = graph && side->shape().is_square();
    }
    const std::string& name = step.weight.name;
    std::vector<std::string> lines{
        step.equation.target.to_string() + " is invertible by the hypotheses",
        step.equation.to_string() + " can be solved for " + name + ", which occurs once, iff " +
            (conditions.empty() ? "true" : conditions),
        (graph ? "the set is the graph of " : "continuous section: ") + name + " = " + step.solution.to_string()};
    if (graph) {
      return {"graph-over-a-weight", lines, {Theorem::graph_of_a_continuous_map, Theorem::multiplicative_determinant}};
    }
    lines.push_back("the solutions " + name + " over one point form an affine space: the set retracts to the section");
    return {"affine-fibres",
            lines,
            {Theorem::multiplicative_determinant, Theorem::homotopy_invariance, Theorem::rank_of_a_product,
             Theorem::cauchy_binet}};
  }

  Rule operator()(const SplitStep& step) const {
    return {"split-invertible-product",
            {step.condition.to_string() + "  <=>  " + conditions_text(step.kept, "true, by the hypotheses")},
            {Theorem::multiplicative_determinant, Theorem::rank_of_a_product}};
  }

  Rule operator()(const FreeStep& step) const {
    const std::string& s = step.replacement.name;
    const RankCondition moving{{MatrixExpression::symbol(step.replacement)}, step.condition.rank};
    const RankCondition rest{{step.rest}, step.condition.rank};
    return {"free-outer-factor",
            {step.condition.to_string() + ": " + step.weight.name + " occurs once, put " + s +
                 " := " + step.condition.matrix().to_string(),
             s + " is " + step.replacement.shape.to_string() + " and moves freely under " + moving.to_string() +
                 ", where " + rest.to_string(),
             "continuous section: " + step.weight.name + " = " + step.value.to_string() + "; the fibres are affine"},
            {Theorem::homotopy_invariance, Theorem::rank_of_a_product, Theorem::cauchy_binet}};
  }

  Rule operator()(const ScaleStep& step) const {
    const std::string scalar = step.scalar.to_string();
    return {"drop-scalar",
            {scalar + " != 0 by the hypotheses",
             step.condition.to_string() + "  <=>  " + RankCondition{{step.rest}, step.condition.rank}.to_string()},
            {}};
  }
};

}  // namespace

std::string NetworkEquation::to_string() const { return network.to_string() + " = " + target.to_string(); }

MatrixExpression RankCondition::matrix() const { return MatrixExpression::product(factors); }

std::string RankCondition::to_string() const {
  const MatrixExpression product = matrix();
  if (product.shape() == Shape{rank, rank}) return "det(" + product.to_string() + ") != 0";
  return "rank(" + product.to_string() + ") = " + std::to_string(rank);
}

Rule rule_of(const NetworkStep& step) { return std::visit(Describer{}, step); }

}  // namespace isthmus
