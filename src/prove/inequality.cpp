#include "prove/dimension_scope.hpp"
#include "prove/matrix_space.hpp"
#include "prove/provers.hpp"
#include "prove/random_model.hpp"
#include "variety/word_consequence.hpp"

namespace isthmus {
namespace {

MatrixExpression squared_norm(const MatrixExpression& e) {
  return MatrixExpression::trace(MatrixExpression::product({MatrixExpression::transpose(e), e}));
}

/// Decides left <= right instance by instance: the difference is a sum of squares as a consequence of the hypotheses,
/// or it is negative at a point.
class InequalityProver {
 public:
  InequalityProver(ProofBuilder& builder, const Progress& progress) : builder_(builder), progress_(progress) {}

  Finding decide(const MatrixInequality::Instance& instance) {
    const Setting& setting = instance.setting;
    const ModelSearch model = find_model(setting.symbols, setting.hypotheses, progress_);
    if (model.exists == Truth::no) return found_vacuous("no values satisfy the hypotheses");
    if (model.exists == Truth::unknown) return found_undecided("no values that satisfy the hypotheses were found");
    const MatrixSpace space(setting.symbols, setting.hypotheses, progress_);
    std::vector<MatrixExpression> all{instance.left, instance.right};
    all.insert(all.end(), instance.squares.begin(), instance.squares.end());
    for (const MatrixExpression& each : all) {
      const auto defined = space.defines(each);
      if (!defined.shown) return found_undecided("an inverse in " + each.to_string() + " was not seen to be defined");
      independent_of_sizes_ = independent_of_sizes_ && defined.in_all_dimensions;
    }
    const MatrixExpression difference = MatrixExpression::sum({instance.right, instance.left.negated()});
    if (shows_squares(instance, difference)) return found_proved();
    const MatrixCondition negative{MatrixCondition::Kind::sign, difference, Relation::less};
    if (const auto finding = counterexample(instance, space, negative)) return *finding;
    const auto excluded = space.excludes({negative});
    if (!excluded.shown) return found_undecided("neither a sum of squares nor a point where it fails was found");
    independent_of_sizes_ = false;
    builder_.step("inequality", {instance.left.to_string(), "  <= " + instance.right.to_string(), excluded.how});
    builder_.rest_on(Theorem::cramer);
    return found_proved();
  }

  bool independent_of_sizes() const { return independent_of_sizes_; }

 private:
  bool shows_squares(const MatrixInequality::Instance& instance, const MatrixExpression& difference) {
    std::vector<MatrixExpression> parts{difference};
    std::vector<std::string> lines{instance.right.to_string(), "  - (" + instance.left.to_string() + ")"};
    for (const MatrixExpression& each : instance.squares) {
      parts.push_back(squared_norm(each).negated());
      lines.push_back((parts.size() == 2 ? "  = |" : "  + |") + each.to_string() + "|^2");
    }
    const auto consequence = derive_zero(MatrixExpression::sum(parts), instance.setting.hypotheses);
    if (!consequence) return false;
    builder_.step("sum-of-squares", lines);
    builder_.step("consequence", consequence->lines());
    builder_.rest_on({Theorem::identity_of_free_rings, Theorem::cyclic_trace});
    for (const KnownEquation& each : consequence->equations) {
      if (each.origin == "pseudo-inverse" || each.origin == "full rank") builder_.rest_on(Theorem::pseudo_inverse);
    }
    independent_of_sizes_ = independent_of_sizes_ && consequence->independent_of_sizes;
    return true;
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
                          "and the first is larger than the second"});
  }

  ProofBuilder& builder_;
  const Progress& progress_;
  bool independent_of_sizes_ = true;
};

}  // namespace

Proof prove_matrix_inequality(const MatrixInequality& claim, const Progress& progress) {
  ProofBuilder builder;
  InequalityProver prover(builder, progress);
  std::vector<std::string> headings;
  std::vector<std::string> texts;
  for (const auto& instance : claim.instances) {
    headings.push_back(instance.setting.to_string());
    texts.push_back(text_without_sizes(std::vector{instance.left, instance.right}) +
                    text_without_sizes(instance.setting.hypotheses));
  }
  Proof proof =
      builder.over_instances(headings, Scope::all, [&](std::size_t i) { return prover.decide(claim.instances[i]); });
  if (proof.verdict == Verdict::proved) proof.scope = scope_of(texts, prover.independent_of_sizes());
  return proof;
}

}  // namespace isthmus
