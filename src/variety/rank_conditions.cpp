#include "variety/rank_conditions.hpp"

#include <algorithm>

#include "exact/error.hpp"
#include "variety/facts.hpp"
#include "variety/factored_matrix.hpp"

namespace isthmus {
namespace {

using Kind = MatrixExpression::Kind;
using Factors = std::vector<MatrixExpression>;

std::string size_text(const MatrixExpression& matrix) { return matrix.to_string() + " is " + matrix.shape().to_string(); }

MatrixExpression transpose(const MatrixExpression& matrix) { return MatrixExpression::transpose(matrix); }

/// inv(T(R)*R)*T(R), or inv(R) for a square R.
MatrixExpression left_inverse(const MatrixExpression& r) {
  if (r.shape().is_square()) return MatrixExpression::inverse(r);
  return MatrixExpression::product({MatrixExpression::inverse(MatrixExpression::product({transpose(r), r})), transpose(r)});
}

/// T(L)*inv(L*T(L)), or inv(L) for a square L.
MatrixExpression right_inverse(const MatrixExpression& l) {
  if (l.shape().is_square()) return MatrixExpression::inverse(l);
  return MatrixExpression::product({transpose(l), MatrixExpression::inverse(MatrixExpression::product({l, transpose(l)}))});
}

std::size_t occurrences(const MatrixExpression& e, const MatrixSymbol& symbol) {
  if (e.is(Kind::symbol)) return e.as_symbol() == symbol ? 1 : 0;
  std::size_t count = 0;
  for (const MatrixExpression& part : e.parts()) count += occurrences(part, symbol);
  return count;
}

bool is_weight(const MatrixExpression& e) { return e.is(Kind::symbol) && e.as_symbol().role == Role::weight; }

bool has_weight(const MatrixExpression& e) {
  const auto symbols = e.symbols();
  return std::any_of(symbols.begin(), symbols.end(), [](const auto& each) { return each.role == Role::weight; });
}

class Reducer {
 public:
  Reducer(const Setting& setting, const MatrixExpression& network, const MatrixExpression& target)
      : setting_(setting), facts_(setting.hypotheses), network_(network), target_(target) {
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
    while (split() || free_outer_weight()) {
    }
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
      const Factors end = at_front ? Factors(factors.begin(), factors.begin() + size) : Factors(factors.end() - size, factors.end());
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

  MatrixSymbol fresh(const Shape& shape) {
    std::string name;
    const auto taken = [&] {
      const auto same = [&](const MatrixSymbol& each) { return each.name == name || each.identifier == name; };
      return std::any_of(setting_.symbols.begin(), setting_.symbols.end(), same) ||
             std::any_of(result_.coordinates.begin(), result_.coordinates.end(), same);
    };
    do name = "S" + std::to_string(++fresh_count_);
    while (taken());
    return {name, name, Role::weight, shape, false};
  }

  void replace_coordinate(const MatrixSymbol& old, const MatrixSymbol& by) {
    std::replace(result_.coordinates.begin(), result_.coordinates.end(), old, by);
  }

  /// How often a symbol occurs in the equation or in the conditions.
  std::size_t uses(const MatrixSymbol& symbol) const {
    std::size_t count = 0;
    if (result_.remaining) {
      for (const MatrixExpression& each : factors_.factors) count += occurrences(each, symbol);
    } else {
      for (const RankCondition& condition : result_.conditions) {
        for (const MatrixExpression& each : condition.factors) count += occurrences(each, symbol);
      }
    }
    return count;
  }

  bool is_bare(const MatrixExpression& e) const { return is_weight(e) && uses(e.as_symbol()) == 1; }

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
      const MatrixSymbol variable = fresh(weight.shape());
      std::vector<MatrixExpression> value{MatrixExpression::symbol(variable)};
      for (const MatrixExpression& other : sum.parts()) {
        if (!(other == part)) value.push_back(other.negated());
      }
      const MatrixExpression back =
          MatrixExpression::scaled(MatrixExpression::inverse(scalar), MatrixExpression::sum(value));
      rule("translate", {variable.name + " := " + sum.to_string() + " takes the place of " + weight.to_string(),
                         "inverse: " + weight.to_string() + " = " + back.to_string()},
           {Theorem::linear_change_of_variables});
      result_.eliminated.push_back({weight.as_symbol(), back});
      replace_coordinate(weight.as_symbol(), variable);
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
    lines.push_back((graph ? "the set is the graph of " : "continuous section: ") + weight.name + " = " + solution.to_string());
    if (graph) return rule("graph-over-a-weight", lines, {Theorem::graph_of_a_continuous_map, Theorem::multiplicative_determinant});
    lines.push_back("the solutions " + weight.name + " over one point form an affine space: the set retracts to the section");
    rule("affine-fibres", lines, {Theorem::homotopy_invariance, Theorem::rank_of_a_product, Theorem::cauchy_binet});
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
    rule("split-invertible-product", lines, {Theorem::multiplicative_determinant, Theorem::rank_of_a_product});
    return true;
  }

  /// rank(B*R) = n or rank(L*B) = n for a weight B that occurs once.
  bool free_outer_weight() {
    for (std::size_t i = 0; i < result_.conditions.size(); ++i) {
      const RankCondition condition = result_.conditions[i];
      if (condition.factors.size() < 2) continue;
      const Shape shape = condition.matrix().shape();
      if (shape.columns == size_ && is_bare(condition.factors.front())) {
        free_weight(i, condition.factors.front(), Factors(condition.factors.begin() + 1, condition.factors.end()), true);
        return true;
      }
      if (shape.rows == size_ && is_bare(condition.factors.back())) {
        free_weight(i, condition.factors.back(), Factors(condition.factors.begin(), condition.factors.end() - 1), false);
        return true;
      }
    }
    return false;
  }

  void free_weight(std::size_t index, const MatrixExpression& weight, const Factors& rest, bool at_front) {
    const std::string before = result_.conditions[index].to_string();
    const MatrixExpression product = result_.conditions[index].matrix();
    const MatrixSymbol variable = fresh(product.shape());
    const MatrixExpression s = MatrixExpression::symbol(variable);
    const MatrixExpression others = MatrixExpression::product(rest);
    const MatrixExpression value = at_front ? MatrixExpression::product({s, left_inverse(others)})
                                            : MatrixExpression::product({right_inverse(others), s});
    result_.conditions[index] = {{s}, size_};
    result_.conditions.push_back({rest, size_});
    result_.eliminated.push_back({weight.as_symbol(), value});
    replace_coordinate(weight.as_symbol(), variable);
    rule("free-outer-factor",
         {before + ": " + weight.to_string() + " occurs once, put " + variable.name + " := " + product.to_string(),
          size_text(s) + " and moves freely under " + result_.conditions[index].to_string() + ", where " +
              result_.conditions.back().to_string(),
          "continuous section: " + weight.to_string() + " = " + value.to_string() + "; the fibres are affine"},
         {Theorem::homotopy_invariance, Theorem::rank_of_a_product, Theorem::cauchy_binet});
  }

  const Setting& setting_;
  Facts facts_;
  MatrixExpression network_;
  MatrixExpression target_;
  FactoredMatrix factors_{MatrixExpression::number(Rational(1)), {}, {}};
  FactoredMatrix target_factors_{MatrixExpression::number(Rational(1)), {}, {}};
  std::size_t size_ = 0;
  std::size_t fresh_count_ = 0;
  MatrixReduction result_;
};

}  // namespace

MatrixExpression RankCondition::matrix() const { return MatrixExpression::product(factors); }

std::string RankCondition::to_string() const {
  const MatrixExpression product = matrix();
  if (product.shape() == Shape{rank, rank}) return "det(" + product.to_string() + ") != 0";
  return "rank(" + product.to_string() + ") = " + std::to_string(rank);
}

MatrixReduction reduce_matrices(const Setting& setting, const MatrixExpression& network, const MatrixExpression& target) {
  return Reducer(setting, network, target).run();
}

}  // namespace isthmus
