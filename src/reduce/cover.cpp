#include "reduce/cover.hpp"

#include <algorithm>

#include "reduce/locally_closed.hpp"

namespace isthmus {

std::vector<Alternatives> alternatives_of(const SemialgebraicSet& set) {
  std::vector<Alternatives> equations;
  std::vector<Alternatives> disjunctions;
  for (const Formula& part : set.formula.conjuncts()) {
    if (part.is(Formula::Kind::disjunction)) disjunctions.push_back({part, part.parts()});
    if (!part.is(Formula::Kind::atom) || part.as_atom().relation != Relation::equal) continue;
    Alternatives factors{part, {}};
    for (const auto& power : part.as_atom().polynomial.factor().powers)
      factors.options.push_back(Formula::atom(power.factor, Relation::equal));
    if (factors.options.size() > 1) equations.push_back(std::move(factors));
  }
  equations.insert(equations.end(), disjunctions.begin(), disjunctions.end());
  return equations;
}

SemialgebraicSet with_condition_replaced(SemialgebraicSet set, const Formula& condition, const Formula& replacement) {
  std::vector<Formula> parts;
  for (const Formula& part : set.formula.conjuncts())
    parts.push_back(part.to_string() == condition.to_string() ? replacement : part);
  set.formula = Formula::conjunction(parts);
  return set;
}

std::optional<std::vector<EmptinessProof>> closed_options(const SemialgebraicSet& set,
                                                          const Alternatives& alternatives) {
  std::vector<EmptinessProof> proofs;
  for (const Formula& option : alternatives.options) {
    if (!has_strict_condition(option)) continue;
    if (!has_pure_conditions(option)) return std::nullopt;
    for (const Formula& other : alternatives.options) {
      if (&other == &option) continue;
      auto proof = prove_empty(with_condition_replaced(set, alternatives.condition, leaving(option, other)));
      if (!proof) return std::nullopt;
      proofs.push_back(std::move(*proof));
    }
  }
  return proofs;
}

}  // namespace isthmus
