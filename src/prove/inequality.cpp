#include "prove/matrix_space.hpp"
#include "prove/provers.hpp"
#include "prove/random_model.hpp"
#include "variety/word_consequence.hpp"

namespace isthmus {
namespace {

/// Decides left <= right instance by instance: the difference is a sum of squares as a consequence of the hypotheses,
/// or it is negative at a point.
class InequalityProver {
 public:
  InequalityProver(ProofBuilder& builder, const Progress& progress) : builder_(builder), progress_(progress) {}

  Finding decide(const MatrixInequality::Instance& instance) {
    const Setting& setting = instance.setting;
    const ModelSearch model = find_model(setting.symbols, setting.hypotheses, progress_);
    if (model.exists == Truth::no) {
      return found_vacuous("no values satisfy the hypotheses", NoModelEvidence{*model.empty, {}});
    }
    if (!model.model) return found_undecided("no rational values that satisfy the hypotheses were found");
    const MatrixSpace space(setting.symbols, setting.hypotheses, progress_);
    for (const MatrixExpression& each : all_of(instance)) {
      if (space.defines(each).in_all_dimensions) continue;
      return found_undecided("an inverse in " + each.to_string() + " was not seen to be defined");
    }
    if (auto squares = sum_of_squares(instance)) {
      report(instance, *squares);
      return found_proved(InequalityEvidence{*model.model, std::move(*squares)});
    }
    const MatrixExpression difference = MatrixExpression::sum({instance.right, instance.left.negated()});
    const MatrixCondition negative{MatrixCondition::Kind::sign, difference, Relation::less};
    if (const auto finding = counterexample(instance, space, negative)) return *finding;
    const auto excluded = space.excludes({negative});
    if (!excluded.shown) return found_undecided("neither a sum of squares nor a point where it fails was found");
    by_words_ = false;
    builder_.step("inequality", {instance.left.to_string(), "  <= " + instance.right.to_string(), excluded.how});
    builder_.rest_on(Theorem::cramer);
    return found_proved(InequalityEvidence{*model.model, excluded.exception.value()});
  }

  /// Whether a sum of squares is found by steps that do not depend on the sizes.
  static bool shown_by_words(const MatrixInequality::Instance& instance) {
    const MatrixSpace space(instance.setting.symbols, instance.setting.hypotheses);
    for (const MatrixExpression& each : all_of(instance)) {
      if (!space.defines(each).in_all_dimensions) return false;
    }
    const auto squares = sum_of_squares(instance);
    return squares && squares->consequence.independent_of_sizes;
  }

  /// Whether everything so far was.
  bool by_words() const { return by_words_; }

 private:
  static std::vector<MatrixExpression> all_of(const MatrixInequality::Instance& instance) {
    std::vector<MatrixExpression> all{instance.left, instance.right};
    all.insert(all.end(), instance.squares.begin(), instance.squares.end());
    return all;
  }

  static std::optional<SquareSum> sum_of_squares(const MatrixInequality::Instance& instance) {
    std::vector<MatrixExpression> parts{instance.right, instance.left.negated()};
    for (const MatrixExpression& each : instance.squares) parts.push_back(squared_norm(each).negated());
    auto consequence = derive_zero(MatrixExpression::sum(parts), instance.setting.hypotheses);
    if (!consequence) return std::nullopt;
    return SquareSum{instance.squares, std::move(*consequence)};
  }

  void report(const MatrixInequality::Instance& instance, const SquareSum& sum) {
    std::vector<std::string> lines{instance.right.to_string(), "  - (" + instance.left.to_string() + ")"};
    for (const MatrixExpression& each : sum.squares) {
      lines.push_back((lines.size() == 2 ? "  = |" : "  + |") + each.to_string() + "|^2");
    }
    builder_.step("sum-of-squares", lines);
    builder_.step("consequence", sum.consequence.lines());
    builder_.rest_on(sum.consequence.theorems());
    by_words_ = by_words_ && sum.consequence.independent_of_sizes;
  }

  static std::optional<Finding> counterexample(const MatrixInequality::Instance& instance, const MatrixSpace& space,
                                               const MatrixCondition& negative) {
    std::vector<MatrixCondition> all = instance.setting.hypotheses;
    all.push_back(negative);
    auto point = random_model(instance.setting.symbols, all);
    if (!point) point = space.find({negative});
    if (!point) return std::nullopt;
    return found_refuted({"at " + to_string(*point, space.symbols()),
                          instance.left.to_string() + " = " + to_string(*evaluate(instance.left, *point)),
                          instance.right.to_string() + " = " + to_string(*evaluate(instance.right, *point)),
                          "and the first is larger than the second"},
                         Counterexample{*point, {}});
  }

  ProofBuilder& builder_;
  const Progress& progress_;
  bool by_words_ = true;
};

}  // namespace

Proof prove_matrix_inequality(const MatrixInequality& claim, const Progress& progress) {
  ProofBuilder builder;
  InequalityProver prover(builder, progress);
  std::vector<std::string> headings;
  for (const auto& instance : claim.instances) headings.push_back(instance.setting.to_string());
  Proof proof =
      builder.over_instances(headings, Scope::all, [&](std::size_t i) { return prover.decide(claim.instances[i]); });
  const bool by_words = proof.verdict == Verdict::proved && prover.by_words();
  if (by_words && claim.generic && InequalityProver::shown_by_words(*claim.generic)) {
    proof.scope = Scope::all_dimensions;
  }
  return proof;
}

}  // namespace isthmus
