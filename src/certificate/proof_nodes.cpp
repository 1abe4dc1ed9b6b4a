#include "certificate/proof_nodes.hpp"

#include <optional>

#include "certificate/not_certified.hpp"
#include "certificate/open_nodes.hpp"
#include "certificate/sign_factors.hpp"
#include "reduce/line_set.hpp"

namespace isthmus {

namespace {

/// Writes a proof from the top down. The set that a reader has at a node is the proof's set, except perhaps at the top.
class ProofNodes {
 public:
  Json node(const Formula& formula, const EmptinessProof& proof) const {
    if (std::holds_alternative<Contradiction>(proof.step))
      return {{"rule", "contradiction"}, {"factors", polynomial_texts(sign_factors({formula}))}};
    if (const auto* rewriting = std::get_if<Rewriting>(&proof.step)) return rewrite(formula, *rewriting->then);
    if (!(formula == proof.set.formula)) return rewrite(formula, proof);
    return std::visit([&](const auto& step) { return write(proof.set, step); }, proof.step);
  }

 private:
  Json rewrite(const Formula& formula, const EmptinessProof& then) const {
    return {{"rule", "rewrite"},
            {"formula", then.set.formula.to_string()},
            {"factors", polynomial_texts(sign_factors({formula, then.set.formula}))},
            {"then", node(then.set.formula, then)}};
  }

  Json write(const SemialgebraicSet& set, const Contradiction&) const {
    return {{"rule", "contradiction"}, {"factors", polynomial_texts(sign_factors({set.formula}))}};
  }
  Json write(const SemialgebraicSet& set, const Rewriting& step) const { return rewrite(set.formula, *step.then); }
  Json write(const SemialgebraicSet&, const Consequence& step) const {
    Json cofactors = Json::array();
    for (const auto& [cofactor, equation] : step.terms)
      cofactors.push_back(Json::array({cofactor.to_string(), equation.to_string()}));
    return {{"rule", "consequence"},
            {"equation", step.equation.to_string()},
            {"cofactors", std::move(cofactors)},
            {"then", node(step.then->set.formula, *step.then)}};
  }
  Json write(const SemialgebraicSet& set, const CaseDistinction& step) const {
    std::vector<Formula> conditions;
    Json cases = Json::array();
    for (const auto& [condition, proof] : step.cases) {
      conditions.push_back(condition);
      cases.push_back(Json::array({condition.to_string(), node(proof->set.formula, *proof)}));
    }
    conditions.push_back(set.formula);
    return {{"rule", "cases"}, {"factors", polynomial_texts(sign_factors(conditions))}, {"cases", std::move(cases)}};
  }
  Json write(const SemialgebraicSet& set, const Substitution& step) const {
    return {{"rule", "substitute"},
            {"variable", set.ring.name(step.variable)},
            {"numerator", step.numerator.to_string()},
            {"denominator", step.denominator.to_string()},
            {"then", node(step.then->set.formula, *step.then)}};
  }
  Json write(const SemialgebraicSet& set, const EmptyLine&) const {
    return {{"rule", "line"}, {"gaps", point_json(LineSet(set).gaps())}};
  }
  Json write(const SemialgebraicSet& set, const EmptyCells& step) const {
    Json result = Json::object();
    result["rule"] = "open";
    add_decomposition(result, set.formula, step.projection, step.tree);
    return result;
  }
};

}  // namespace

Json proof_node(const SemialgebraicSet& set, const EmptinessProof& proof) {
  const SemialgebraicSet plain = total_space(set);
  if (plain.ring == proof.set.ring) return ProofNodes().node(plain.formula, proof);
  const std::optional<EmptinessProof> own = prove_empty(plain);
  if (!own)
    throw NotCertified("that " + plain.formula.to_string() +
                       " has no solution was shown for all parameters, but not again for the value at hand");
  return ProofNodes().node(plain.formula, *own);
}

}  // namespace isthmus
