#include "prove/matrix_space.hpp"
#include "prove/provers.hpp"
#include "prove/random_model.hpp"
#include "variety/word_consequence.hpp"

namespace isthmus {
namespace {

/// Decides identities instance by instance and notes whether any step depended on the sizes.
class IdentityProver {
 public:
  IdentityProver(ProofBuilder& builder, const Progress& progress) : builder_(builder), progress_(progress) {}

  Finding decide(const MatrixIdentity::Instance& instance) {
    const auto& [setting, left, right] = instance;
    const ModelSearch model = find_model(setting.symbols, setting.hypotheses, progress_);
    if (model.exists == Truth::no) {
      return found_vacuous("no values satisfy the hypotheses", NoModelEvidence{*model.empty, {}});
    }
    if (!model.model) return found_undecided("no rational values that satisfy the hypotheses were found");
    IdentityEvidence evidence{*model.model, {}, false, {}, {}};
    const MatrixSpace space(setting.symbols, setting.hypotheses, progress_);
    for (const MatrixExpression* side : {&left, &right}) {
      const auto defined = space.defines(*side);
      if (!defined.shown) return undefined(space, *side);
      note(defined, evidence);
    }
    const MatrixExpression difference = MatrixExpression::sum({left, right.negated()});
    const auto equal = vanishes(space, difference, evidence);
    if (!equal.shown) return different(space, left, right, difference);
    note(equal, evidence);
    builder_.step("identity", {left.to_string(), "  = " + right.to_string(), equal.how});
    if (!evidence.consequence) evidence.eliminated = space.eliminated();
    return found_proved(std::move(evidence));
  }

  /// Whether the identity is shown by words alone.
  static bool shown_by_words(const MatrixIdentity::Instance& instance) {
    const MatrixSpace space(instance.setting.symbols, instance.setting.hypotheses);
    const MatrixExpression difference = MatrixExpression::sum({instance.left, instance.right.negated()});
    if (!space.defines(instance.left).in_all_dimensions || !space.defines(instance.right).in_all_dimensions)
      return false;
    if (space.cancels(difference).shown) return true;
    const auto consequence = derive_zero(difference, space.conditions());
    return consequence && consequence->independent_of_sizes;
  }

  bool independent_of_sizes() const { return independent_of_sizes_; }

 private:
  /// By words, as a consequence of the equations among the hypotheses, or in entries, whichever says more.
  MatrixSpace::Answer vanishes(const MatrixSpace& space, const MatrixExpression& difference,
                               IdentityEvidence& evidence) {
    const auto words = space.cancels(difference);
    if (words.shown) return words;
    if (const auto consequence = derive_zero(difference, space.conditions())) {
      builder_.step("consequence", consequence->lines());
      builder_.rest_on(consequence->theorems());
      evidence.consequence = *consequence;
      return {true,
              consequence->independent_of_sizes,
              "the difference is the sum of these consequences of the hypotheses",
              false,
              {}};
    }
    return space.vanishes(difference);
  }

  void note(const MatrixSpace::Answer& answer, IdentityEvidence& evidence) {
    evidence.entries = evidence.entries || answer.by_entries;
    if (answer.exception) evidence.exceptions.push_back(*answer.exception);
    independent_of_sizes_ = independent_of_sizes_ && answer.in_all_dimensions;
    builder_.rest_on(answer.by_entries || answer.exception ? Theorem::cramer : Theorem::identity_of_free_rings);
  }

  Finding different(const MatrixSpace& space, const MatrixExpression& left, const MatrixExpression& right,
                    const MatrixExpression& difference) const {
    const MatrixCondition nonzero{left.is_scalar() ? MatrixCondition::Kind::sign : MatrixCondition::Kind::zero,
                                  difference, Relation::not_equal};
    auto point = space.find({nonzero});
    if (!point) {
      std::vector<MatrixCondition> all = space.conditions();
      all.push_back(nonzero);
      point = random_model(space.symbols(), all);
    }
    if (!point) return found_undecided("neither an identity nor a point where the two sides differ was found");
    return found_refuted(
        {"at " + to_string(*point, space.symbols()), left.to_string() + " = " + to_string(*evaluate(left, *point)),
         right.to_string() + " = " + to_string(*evaluate(right, *point))},
        Counterexample{*point, {}});
  }

  static void collect_inverted(const MatrixExpression& e, std::vector<MatrixExpression>& inverted) {
    for (const MatrixExpression& part : e.parts()) collect_inverted(part, inverted);
    if (e.is(MatrixExpression::Kind::inverse)) inverted.push_back(e.parts()[0]);
  }

  /// A point where something that is inverted is singular.
  static Finding undefined(const MatrixSpace& space, const MatrixExpression& side) {
    std::vector<MatrixExpression> inverted;
    collect_inverted(side, inverted);
    for (const MatrixExpression& each : inverted) {
      const MatrixCondition singular{MatrixCondition::Kind::sign, MatrixExpression::determinant(each), Relation::equal};
      if (const auto point = space.find({singular})) {
        return found_refuted({"at " + to_string(*point, space.symbols()), each.to_string() + " has no inverse there"},
                             Counterexample{*point, {}});
      }
    }
    return found_undecided("the hypotheses were not seen to make every inverse in " + side.to_string() + " defined");
  }

  ProofBuilder& builder_;
  const Progress& progress_;
  bool independent_of_sizes_ = true;
};

}  // namespace

Proof prove_matrix_identity(const MatrixIdentity& claim, const Progress& progress) {
  ProofBuilder builder;
  IdentityProver prover(builder, progress);
  std::vector<std::string> headings;
  for (const auto& instance : claim.instances) headings.push_back(instance.setting.to_string());
  Proof proof =
      builder.over_instances(headings, Scope::all, [&](std::size_t i) { return prover.decide(claim.instances[i]); });
  const bool by_words = proof.verdict == Verdict::proved && prover.independent_of_sizes();
  if (by_words && claim.generic && IdentityProver::shown_by_words(*claim.generic)) proof.scope = Scope::all_dimensions;
  return proof;
}

}  // namespace isthmus
