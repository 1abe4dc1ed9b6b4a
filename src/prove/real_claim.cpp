#include <utility>

#include "prove/proof_builder.hpp"
#include "prove/provers.hpp"
#include "prove/real_cases.hpp"
#include "prove/real_limits.hpp"
#include "prove/real_points.hpp"

namespace isthmus {
namespace {

std::string rule_text(const PowerFact& fact, const PowerField& field) {
  std::string monomial;
  for (std::size_t i = 0; i < fact.monomial.size(); ++i) {
    if (fact.monomial[i] == 0) continue;
    const std::string name = field.ring().name(field.atoms()[i].variable);
    monomial += (monomial.empty() ? "" : "*") + name;
    if (fact.monomial[i] != 1) monomial += "^(" + std::to_string(fact.monomial[i]) + ")";
  }
  const std::string relation = fact.strict ? " > " : " >= ";
  const std::string value = monomial + relation + fact.value.to_string();
  switch (fact.rule) {
    case PowerFact::Rule::positive:
      return value;
    case PowerFact::Rule::above_one:
      return value + ", a power of " + fact.base.to_string() + " > 1";
    case PowerFact::Rule::bernoulli:
      return value + ", by Bernoulli's inequality for " + fact.base.to_string();
    case PowerFact::Rule::monotone:
      return value + ", since powers grow with their base";
  }
  throw InternalError("a fact outside its enumeration");
}

bool is_shown(Relation relation, const PowerField::Sign& sign) {
  const bool below = sign.sign < 0;
  const bool zero = sign.sign == 0;
  const bool above = sign.sign > 0;
  switch (relation) {
    case Relation::equal:
      return zero;
    case Relation::not_equal:
      return !zero && sign.strict;
    case Relation::less:
      return below && sign.strict;
    case Relation::less_equal:
      return below || zero;
    case Relation::greater:
      return above && sign.strict;
    case Relation::greater_equal:
      return above || zero;
  }
  throw InternalError("a relation outside its enumeration");
}

class RealProver {
 public:
  explicit RealProver(ProofBuilder& builder) : builder_(builder) {}

  Finding decide(const RealStatement& statement) {
    const auto any = [](const RealPoint&) { return true; };
    const auto model = find_point(statement.variables, statement.assumptions, any);
    if (statement.bounded) return decide_bounded(statement, builder_);
    if (statement.limit) return decide_limit(statement, builder_);
    for (std::size_t i = 0; i < statement.conclusions.size(); ++i) {
      const RealComparison& conclusion = statement.conclusions[i];
      const auto fails = [&](const RealPoint& point) { return holds_at(conclusion, point) == false; };
      if (const auto point = find_point(statement.variables, statement.assumptions, fails)) {
        return counterexample(statement, i, *point);
      }
    }
    if (!model) return found_undecided("no values that satisfy the assumptions were found");
    builder_.step("model", {"the assumptions hold at " + to_string(*model, statement.variables)});
    return prove_statement(statement, *model);
  }

 private:
  Finding counterexample(const RealStatement& statement, std::size_t index, const RealPoint& point) {
    const RealComparison& conclusion = statement.conclusions[index];
    builder_.step("evaluation", {"a point where this fails was found by exact evaluation: " + conclusion.to_string()});
    return found_refuted({"at " + to_string(point, statement.variables),
                          conclusion.left.to_string() + " = " + value_at(conclusion.left, point)->to_string(),
                          conclusion.right.to_string() + " = " + value_at(conclusion.right, point)->to_string(),
                          "and not left " + to_string(conclusion.relation) + " right"},
                         RealRefutation{point, index});
  }

  Finding prove_statement(const RealStatement& statement, const RealPoint& model) {
    std::vector<RealComparison> ignored;
    const std::vector<RealCase> cases = cases_of(statement.variables, statement.assumptions, ignored);
    std::vector<RealFrame> frames;
    for (const RealCase& each : cases) {
      if (each.empty) {
        frames.push_back(each.frame());
        continue;
      }
      std::vector<std::string> lines = each.lines;
      for (const RealComparison& assumption : ignored) lines.push_back("without using " + assumption.to_string());
      builder_.step("case", lines);
      for (const RealComparison& conclusion : statement.conclusions) {
        if (!conclude(each, conclusion)) return found_undecided("neither shown nor refuted: " + conclusion.to_string());
      }
      frames.push_back(each.frame());
    }
    return found_proved(RealEvidence{model, std::move(frames)});
  }

  bool conclude(const RealCase& each, const RealComparison& conclusion) {
    PowerField& field = *each.field;
    const std::size_t known = field.signs().size();
    const RationalFunction difference =
        field.evaluate(conclusion.left, each.values) - field.evaluate(conclusion.right, each.values);
    const auto sign = field.sign_of(difference);
    if (!sign || !is_shown(conclusion.relation, *sign)) return false;
    std::vector<std::string> lines{conclusion.to_string()};
    for (const std::string& line : field.describe_atoms()) lines.push_back("  with " + line);
    lines.push_back("  left - right = " + difference.to_string());
    for (std::size_t i = known; i < field.signs().size(); ++i) add_sign(field.signs()[i], field, lines);
    builder_.step(difference.is_zero() ? "identity" : "sign", lines);
    builder_.rest_on(Theorem::laws_of_powers);
    return true;
  }

  void add_sign(const SignProof& proof, const PowerField& field, std::vector<std::string>& lines) {
    if (proof.sign == 0) return;
    const std::string relation = proof.sign > 0 ? (proof.strict ? " > 0" : " >= 0") : (proof.strict ? " < 0" : " <= 0");
    lines.push_back("  " + proof.polynomial.to_string() + relation + (proof.facts.empty() ? "" : ", since"));
    for (const PowerFact& fact : proof.facts) {
      lines.push_back("    " + rule_text(fact, field));
      if (fact.rule == PowerFact::Rule::bernoulli) builder_.rest_on(Theorem::bernoulli);
    }
  }

  ProofBuilder& builder_;
};

}  // namespace

Proof prove_real(const RealClaim& claim, const Progress&) {
  ProofBuilder builder;
  RealProver prover(builder);
  std::vector<std::string> headings(claim.statements.size());
  if (headings.size() > 1) {
    for (std::size_t i = 0; i < headings.size(); ++i) headings[i] = "statement " + std::to_string(i + 1);
  }
  return builder.over_instances(headings, Scope::all,
                                [&](std::size_t i) { return prover.decide(claim.statements[i]); });
}

}  // namespace isthmus
