#include "variety/network_equation.hpp"

#include <algorithm>

#include "variety/factored_matrix.hpp"
#include "variety/target_rank.hpp"

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
    result_.remaining = equation();
    const MatrixReduction whole = result_;
    cancel();
    result_.remaining = equation();
    if (!target_is_invertible() && factors_.scalar == MatrixExpression::number(Rational(1)) && use_rank()) {
      if (!result_.remaining) return result_;
    }
    if (target_is_invertible()) {
      const MatrixReduction cancelled = result_;
      translate();
      if (solve_for_a_weight()) {
        result_.remaining.reset();
        take_apart(result_, size_, facts_, fresh_);
        return result_;
      }
      result_ = cancelled;
    }
    // In entries an inverse of the data makes the equations longer than the data themselves.
    const NetworkEquation& left = *result_.remaining;
    return has_inverse(left.network) || has_inverse(left.target) ? whole : result_;
  }

 private:
  static bool has_inverse(const MatrixExpression& e) {
    return e.is(Kind::inverse) || std::any_of(e.parts().begin(), e.parts().end(), has_inverse);
  }

  NetworkEquation equation() const { return {factors_.to_expression(), target_factors_.to_expression()}; }

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
      result_.steps.emplace_back(ZeroStep{e.as_symbol()});
    }
  }

  void write_as_product() {
    const NetworkEquation product = equation();
    if (product.network == network_ && product.target == target_) return;
    result_.steps.emplace_back(EquationStep{{}, {}, {}, {network_, target_}, product});
  }

  void cancel() {
    if (has_weight(factors_.scalar)) return;
    EquationStep step{{}, {}, {}, equation(), equation()};
    Factors left;
    Factors right;
    const MatrixExpression scalar = factors_.scalar;
    const bool scaled = facts_.is_nonzero(scalar) && !(scalar == MatrixExpression::number(Rational(1)));
    if (scaled) {
      step.cancelled.push_back(scalar);
      multiply_target({}, MatrixExpression::scaled(MatrixExpression::inverse(scalar), step.before.target), {});
      factors_.scalar = MatrixExpression::number(Rational(1));
    }
    cancel_end(false, step.cancelled, right);
    cancel_end(true, step.cancelled, left);
    if (step.cancelled.empty()) return;
    if (scaled) {
      const MatrixExpression size = product_of(left, step.before.target.shape().rows);
      left = {MatrixExpression::scaled(MatrixExpression::inverse(scalar), size)};
    }
    if (!left.empty()) step.left = MatrixExpression::product(left);
    if (!right.empty()) step.right = MatrixExpression::product(right);
    step.after = equation();
    result_.steps.emplace_back(std::move(step));
  }

  void multiply_target(const Factors& left, const MatrixExpression& middle, const Factors& right) {
    Factors all = left;
    all.push_back(middle);
    all.insert(all.end(), right.begin(), right.end());
    target_factors_ = factor(MatrixExpression::product(all));
  }

  /// Moves factors without weights from one end of the network to the target, as long as they are invertible.
  /// Appends what was cancelled, and puts its inverses, in the order in which they multiply the equation, into
  /// `inverses`.
  void cancel_end(bool at_front, Factors& cancelled, Factors& inverses) {
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
      cancelled.push_back(product);
      const MatrixExpression inverse = MatrixExpression::inverse(product);
      inverses.insert(at_front ? inverses.begin() : inverses.end(), inverse);
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

  /// Whether the target is of a rank that the hypotheses tell, and was replaced by an identity matrix or dropped.
  bool use_rank() {
    OpenEquation state{factors_, target_factors_, result_};
    cancel_common_ends(state, facts_);
    state.reduction.remaining = state.equation();
    const bool used = use_rank_of_target(state, setting_, facts_, fresh_);
    factors_ = std::move(state.network);
    target_factors_ = std::move(state.target);
    result_ = std::move(state.reduction);
    if (result_.remaining) result_.remaining = equation();
    return used;
  }

  bool target_is_invertible() {
    const MatrixExpression target = target_factors_.to_expression();
    const bool fits = factors_.scalar == MatrixExpression::number(Rational(1)) && !factors_.factors.empty();
    if (!fits || !facts_.is_invertible(target)) return false;
    size_ = target.shape().rows;
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
      result_.steps.emplace_back(
          ChangeStep{weight.as_symbol(), variable, back, sum.to_string() + " = " + variable.name});
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
    SolveStep step{equation(), weight, {}, {}, solution};
    if (!left.empty()) step.left = MatrixExpression::product(left);
    if (!right.empty()) step.right = MatrixExpression::product(right);
    result_.steps.emplace_back(std::move(step));
    return true;
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
