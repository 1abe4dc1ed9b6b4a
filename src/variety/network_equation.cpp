#include "variety/network_equation.hpp"

#include <algorithm>

#include "variety/factored_matrix.hpp"

namespace isthmus {
namespace {

using Kind = MatrixExpression::Kind;
using Factors = std::vector<MatrixExpression>;

class EquationRules {
 public:
  EquationRules(const Setting& setting, const MatrixExpression& network, const MatrixExpression& target)
      : setting_(setting), facts_(setting.hypotheses), fresh_(setting), network_(network), target_(target) {
    for (const MatrixSymbol& symbol : setting.symbols) {
      if (symbol.role == Role::weight) result_.coordinates.push_back(symbol);
    }
  }

  MatrixReduction run() {
    result_.remaining = {network_, target_};
    if (network_.is_scalar()) return result_;
    use_zero_hypotheses();
    factors_ = factor(network_);
    target_factors_ = factor(target_);
    write_as_product();
    cancel();
    result_.remaining = {factors_.to_expression(), target_factors_.to_expression()};
    if (!target_is_invertible()) return result_;
    const MatrixReduction unsolved = result_;
    translate();
    if (!solve_for_a_weight()) return unsolved;
    result_.remaining.reset();
    take_apart(result_, size_, facts_, fresh_);
    return result_;
  }

 private:
  void rule(std::string name, std::vector<std::string> lines, std::vector<Theorem> theorems) {
    result_.rules.push_back({std::move(name), std::move(lines), std::move(theorems)});
  }

  std::string equation() const {
    return factors_.to_expression().to_string() + " = " + target_factors_.to_expression().to_string();
  }

  /// A parameter that a hypothesis sets to zero is zero.
  void use_zero_hypotheses() {
    for (const MatrixCondition& hypothesis : setting_.hypotheses) {
      const MatrixExpression& e = hypothesis.expression;
      const bool zero = hypothesis.relation == Relation::equal && hypothesis.kind != MatrixCondition::Kind::rank;
      if (!zero || !e.is(Kind::symbol)) continue;
      const auto substitute = [&](const MatrixSymbol& symbol) {
        if (!(symbol == e.as_symbol())) return MatrixExpression::symbol(symbol);
        return symbol.scalar ? MatrixExpression::number(Rational(0)) : MatrixExpression::zero(symbol.shape);
      };
      network_ = network_.map_symbols(substitute);
      target_ = target_.map_symbols(substitute);
      rule("use-hypothesis", {"by hypothesis " + hypothesis.to_string()}, {});
    }
  }

  void write_as_product() {
    const MatrixExpression product = factors_.to_expression();
    if (product == network_ && target_factors_.to_expression() == target_) return;
    rule("pull-out-factors", {network_.to_string() + " = " + target_.to_string(), "  <=>  " + equation()}, {});
  }

  void cancel() {
    if (has_weight(factors_.scalar)) return;
    const std::string before = equation();
    std::vector<std::string> why;
    if (facts_.is_nonzero(factors_.scalar) && !(factors_.scalar == MatrixExpression::number(Rational(1)))) {
      why.push_back(factors_.scalar.to_string() + " != 0");
      const MatrixExpression inverse = MatrixExpression::inverse(factors_.scalar);
      multiply_target({}, MatrixExpression::scaled(inverse, target_factors_.to_expression()), {});
      factors_.scalar = MatrixExpression::number(Rational(1));
    }
    cancel_end(false, why);
    cancel_end(true, why);
    if (why.empty()) return;
    std::vector<std::string> lines;
    for (const std::string& each : why) lines.push_back("by the hypotheses " + each);
    lines.push_back(before);
    lines.push_back("  <=>  " + equation());
    rule("cancel-invertible-factor", lines, {});
  }

  void multiply_target(const Factors& left, const MatrixExpression& middle, const Factors& right) {
    Factors all = left;
    all.push_back(middle);
    all.insert(all.end(), right.begin(), right.end());
    target_factors_ = factor(MatrixExpression::product(all));
  }

  /// Moves factors without weights from one end of the network to the target, as long as they are invertible.
  void cancel_end(bool at_front, std::vector<std::string>& why) {
    auto& factors = factors_.factors;
    for (std::size_t length = 1; length < factors.size();) {
      const auto size = static_cast<std::ptrdiff_t>(length);
      const Factors end =
          at_front ? Factors(factors.begin(), factors.begin() + size) : Factors(factors.end() - size, factors.end());
      if (std::any_of(end.begin(), end.end(), has_weight)) return;
      const MatrixExpression product = MatrixExpression::product(end);
      if (!facts_.is_invertible(product)) {
        ++length;
        continue;
      }
      why.push_back(product.to_string() + " is invertible");
      const MatrixExpression inverse = MatrixExpression::inverse(product);
      const MatrixExpression old = target_factors_.to_expression();
      multiply_target(at_front ? Factors{inverse} : Factors{}, old, at_front ? Factors{} : Factors{inverse});
      if (at_front) {
        factors.erase(factors.begin(), factors.begin() + size);
      } else {
        factors.erase(factors.end() - size, factors.end());
      }
      factors_.shape = {factors.front().shape().rows, factors.back().shape().columns};
      length = 1;
    }
  }

  bool target_is_invertible() {
    const MatrixExpression target = target_factors_.to_expression();
    const bool fits = factors_.scalar == MatrixExpression::number(Rational(1)) && !factors_.factors.empty();
    if (!fits || !facts_.is_invertible(target)) return false;
    size_ = target.shape().rows;
    rule("invertible-target", {"C := " + target.to_string() + " is invertible by the hypotheses"},
         {Theorem::multiplicative_determinant});
    return true;
  }

  bool is_bare(const MatrixExpression& e) const {
    if (!is_weight(e)) return false;
    std::size_t uses = 0;
    for (const MatrixExpression& each : factors_.factors) uses += occurrences(each, e.as_symbol());
    return uses == 1;
  }

  void translate() {
    for (MatrixExpression& each : factors_.factors) {
      if (each.is(Kind::sum)) translate(each);
    }
  }

  /// s*B + rest becomes a new variable, if B occurs nowhere else and s is a scalar without zero.
  void translate(MatrixExpression& sum) {
    for (const MatrixExpression& part : sum.parts()) {
      const bool scaled = part.is(Kind::scaled);
      const MatrixExpression& weight = scaled ? part.parts()[1] : part;
      const MatrixExpression scalar = scaled ? part.parts()[0] : MatrixExpression::number(Rational(1));
      if (!is_bare(weight) || has_weight(scalar) || !facts_.is_nonzero(scalar)) continue;
      const MatrixSymbol variable = fresh_.next(weight.shape());
      std::vector<MatrixExpression> value{MatrixExpression::symbol(variable)};
      for (const MatrixExpression& other : sum.parts()) {
        if (!(other == part)) value.push_back(other.negated());
      }
      const MatrixExpression back =
          MatrixExpression::scaled(MatrixExpression::inverse(scalar), MatrixExpression::sum(value));
      rule("translate",
           {variable.name + " := " + sum.to_string() + " takes the place of " + weight.to_string(),
            "inverse: " + weight.to_string() + " = " + back.to_string()},
           {Theorem::linear_change_of_variables});
      result_.eliminated.push_back({weight.as_symbol(), back});
      std::replace(result_.coordinates.begin(), result_.coordinates.end(), weight.as_symbol(), variable);
      sum = MatrixExpression::symbol(variable);
      return;
    }
  }

  bool solve_for_a_weight() {
    const auto& factors = factors_.factors;
    const auto found = std::find_if(factors.begin(), factors.end(), [&](const auto& each) { return is_bare(each); });
    if (found == factors.end()) return false;
    const Factors left(factors.begin(), found);
    const Factors right(found + 1, factors.end());
    const MatrixSymbol weight = found->as_symbol();
    Factors value;
    if (!left.empty()) value.push_back(right_inverse(MatrixExpression::product(left)));
    value.push_back(target_factors_.to_expression());
    if (!right.empty()) value.push_back(left_inverse(MatrixExpression::product(right)));
    const MatrixExpression solution = MatrixExpression::product(value);
    if (!left.empty()) result_.conditions.push_back({left, size_});
    if (!right.empty()) result_.conditions.push_back({right, size_});
    std::erase(result_.coordinates, weight);
    result_.eliminated.push_back({weight, solution});
    report_solution(weight, solution);
    return true;
  }

  void report_solution(const MatrixSymbol& weight, const MatrixExpression& solution) {
    std::string conditions;
    bool graph = true;
    for (const RankCondition& condition : result_.conditions) {
      conditions += (conditions.empty() ? "" : " and ") + condition.to_string();
      graph = graph && condition.matrix().shape().is_square();
    }
    std::vector<std::string> lines{equation() + " can be solved for " + weight.name + ", which occurs once, iff " +
                                   (conditions.empty() ? "true" : conditions)};
    lines.push_back((graph ? "the set is the graph of " : "continuous section: ") + weight.name + " = " +
                    solution.to_string());
    if (graph)
      return rule("graph-over-a-weight", lines,
                  {Theorem::graph_of_a_continuous_map, Theorem::multiplicative_determinant});
    lines.push_back("the solutions " + weight.name +
                    " over one point form an affine space: the set retracts to the section");
    rule("affine-fibres", lines, {Theorem::homotopy_invariance, Theorem::rank_of_a_product, Theorem::cauchy_binet});
  }

  const Setting& setting_;
  Facts facts_;
  FreshWeights fresh_;
  MatrixExpression network_;
  MatrixExpression target_;
  FactoredMatrix factors_{MatrixExpression::number(Rational(1)), {}, {}};
  FactoredMatrix target_factors_{MatrixExpression::number(Rational(1)), {}, {}};
  std::size_t size_ = 0;
  MatrixReduction result_;
};

}  // namespace

MatrixReduction reduce_matrices(const Setting& setting, const MatrixExpression& network,
                                const MatrixExpression& target) {
  return EquationRules(setting, network, target).run();
}

}  // namespace isthmus
