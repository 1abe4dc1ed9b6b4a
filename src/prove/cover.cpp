#include <algorithm>

#include "prove/emptiness_decision.hpp"
#include "prove/matrix_space.hpp"
#include "prove/provers.hpp"
#include "variety/entries.hpp"
#include "variety/factored_matrix.hpp"

namespace isthmus {
namespace {

using Factors = std::vector<MatrixExpression>;

/// Weights that the equation L*B*R = C gives as inv(L)*C*inv(R), one choice each; for the search only.
std::vector<Eliminated> solutions(const Cover::Instance& instance) {
  std::vector<Eliminated> result;
  if (instance.network.is_scalar()) return result;
  const FactoredMatrix product = factor(instance.network);
  for (std::size_t i = 0; i < product.factors.size(); ++i) {
    const MatrixExpression& each = product.factors[i];
    const auto at = product.factors.begin() + static_cast<std::ptrdiff_t>(i);
    const Factors left(product.factors.begin(), at);
    const Factors right(at + 1, product.factors.end());
    Factors value;
    if (!each.is(MatrixExpression::Kind::symbol) || each.as_symbol().role != Role::weight) continue;
    const auto is_square = [](const Factors& f) {
      return f.empty() || f.front().shape().rows == f.back().shape().columns;
    };
    if (!is_square(left) || !is_square(right)) continue;
    if (!left.empty()) value.push_back(MatrixExpression::inverse(MatrixExpression::product(left)));
    value.push_back(MatrixExpression::scaled(MatrixExpression::inverse(product.scalar), instance.target));
    if (!right.empty()) value.push_back(MatrixExpression::inverse(MatrixExpression::product(right)));
    const MatrixExpression solution = MatrixExpression::product(value);
    const auto symbols = solution.symbols();
    if (std::find(symbols.begin(), symbols.end(), each.as_symbol()) != symbols.end()) continue;
    result.push_back({each.as_symbol(), solution});
  }
  return result;
}

class CoverProver {
 public:
  CoverProver(const Cover::Instance& instance, ProofBuilder& builder, const Progress& progress)
      : instance_(instance), builder_(builder), space_(instance.setting.symbols, conditions_of(instance), progress) {}

  Finding decide() {
    const ModelSearch search = find_model(parameters_of(instance_.setting), instance_.setting.hypotheses, {});
    if (search.exists == Truth::no) {
      return found_vacuous("no parameter value satisfies the hypotheses", NoModelEvidence{*search.empty, {}});
    }
    if (!search.model) return found_undecided("no rational parameter values that satisfy the hypotheses were found");
    CoverEvidence evidence{*search.model, {}};
    const bool defined = every_inverse_is_defined();
    bool proved = true;
    std::vector<std::string> lines;
    for (const auto& failing : choices()) {
      std::string text;
      for (const MatrixCondition& each : failing) text += (text.empty() ? "" : " and ") + each.to_string();
      auto empty = defined && is_small() ? shown_empty(points_with(failing)) : std::nullopt;
      if (empty) {
        lines.push_back("no point has " + text + ": written out in entries, case distinction");
        evidence.proofs.push_back(std::move(*empty));
        continue;
      }
      if (const auto finding = counterexample(failing)) return *finding;
      lines.push_back("no point has " + text + ": not shown");
      proved = false;
    }
    builder_.step("cover", lines);
    builder_.rest_on(Theorem::cramer);
    if (proved) return found_proved(std::move(evidence));
    return found_undecided(defined ? "not shown: " + lines.back()
                                   : "the hypotheses were not seen to make every inverse defined");
  }

 private:
  static std::vector<MatrixCondition> conditions_of(const Cover::Instance& instance) {
    std::vector<MatrixCondition> conditions = instance.setting.hypotheses;
    const bool scalar = instance.network.is_scalar();
    conditions.push_back({scalar ? MatrixCondition::Kind::sign : MatrixCondition::Kind::zero,
                          MatrixExpression::sum({instance.network, instance.target.negated()}), Relation::equal});
    return conditions;
  }

  /// Beyond this nothing is written out in entries.
  bool is_small() const { return entry_ring(instance_.setting.symbols).size() <= 40; }

  bool every_inverse_is_defined() const {
    const Facts facts(instance_.setting.hypotheses);
    bool defined = facts.is_defined(instance_.network) && facts.is_defined(instance_.target);
    for (const Cover::Part& part : instance_.parts) {
      for (const MatrixCondition& condition : part.conditions) {
        defined = defined && facts.is_defined(condition.expression);
      }
    }
    return defined;
  }

  /// The weights and parameters, in entries, that meet the hypotheses, the equation and these conditions.
  SemialgebraicSet points_with(const std::vector<MatrixCondition>& failing) const {
    SemialgebraicSet set{entry_ring(instance_.setting.symbols)};
    std::vector<Formula> parts;
    for (const MatrixCondition& each : conditions_of(instance_)) parts.push_back(entry_formula(each, set.ring));
    for (const MatrixCondition& each : failing) parts.push_back(entry_formula(each, set.ring));
    set.formula = Formula::conjunction(parts);
    return set;
  }

  /// The negation of the claim: for every choice of one condition of each part, all chosen ones fail.
  std::vector<std::vector<MatrixCondition>> choices() const {
    std::vector<std::vector<MatrixCondition>> result{{}};
    for (const Cover::Part& part : instance_.parts) {
      std::vector<std::vector<MatrixCondition>> longer;
      for (const auto& choice : result) {
        for (const MatrixCondition& condition : part.conditions) {
          longer.push_back(choice);
          longer.back().push_back(negated(condition));
        }
      }
      result = std::move(longer);
    }
    return result;
  }

  std::optional<Finding> counterexample(const std::vector<MatrixCondition>& failing) const {
    std::optional<Assignment> point;
    for (const Eliminated& each : solutions(instance_)) {
      if (!point) point = MatrixSpace(instance_.setting.symbols, conditions_of(instance_)).find(failing, {each});
    }
    if (!point) point = space_.find(failing);
    if (!point) return std::nullopt;
    std::vector<std::string> witness{"at " + to_string(*point, instance_.setting.symbols)};
    witness.push_back(instance_.network.to_string() + " = " + to_string(*evaluate(instance_.network, *point)) + " = " +
                      instance_.target.to_string());
    for (std::size_t i = 0; i < failing.size(); ++i) {
      witness.push_back("not in " + instance_.parts[i].name + ": " + failing[i].to_string());
    }
    return found_refuted(witness, Counterexample{*point, {}});
  }

  const Cover::Instance& instance_;
  ProofBuilder& builder_;
  MatrixSpace space_;
};

}  // namespace

Proof prove_cover(const Cover& claim, const Progress& progress) {
  ProofBuilder builder;
  std::vector<std::string> headings;
  for (const auto& instance : claim.instances) headings.push_back(instance.setting.to_string());
  return builder.over_instances(
      headings, Scope::all, [&](std::size_t i) { return CoverProver(claim.instances[i], builder, progress).decide(); });
}

}  // namespace isthmus
