#include "exact/error.hpp"
#include "prove/counted_set.hpp"
#include "prove/emptiness_decision.hpp"
#include "prove/provers.hpp"

namespace isthmus {
namespace {

/// The set on part of its parameter space, and a point of each component there.
std::vector<std::string> witness_of(const CountedSet& claimed, const FamilyCase& each) {
  std::vector<std::string> lines{"claimed: " + claimed.count.to_string()};
  std::string parameters;
  for (std::size_t i = 0; i < each.parameters.size(); ++i) {
    parameters += (i == 0 ? "at " : ", ") + claimed.set.ring.name(i) + "=" + each.parameters[i].to_string();
  }
  if (!parameters.empty()) lines.push_back(parameters);
  lines.push_back("{" + claimed.text + "} has exactly " + std::to_string(each.components) +
                  (each.components == 1 ? " component" : " components"));
  const auto& names = claimed.set.ring.names();
  const PolynomialRing ring({names.begin() + static_cast<std::ptrdiff_t>(claimed.set.parameter_count), names.end()});
  for (std::size_t i = 0; i < std::min<std::size_t>(each.components, 16); ++i) {
    lines.push_back("  " + to_string(each.evidence->sample(i), ring));
  }
  return lines;
}

/// A rational parameter value of one of the cases; none if there is none.
std::vector<Rational> some_parameters(const FamilyCount& count) {
  for (const FamilyCase& each : count.cases)
    if (!each.parameters.empty()) return each.parameters;
  return {};
}

/// The assumption of a family, as a set in the space of its parameters.
SemialgebraicSet parameter_space(const SemialgebraicSet& family) {
  const auto& names = family.ring.names();
  const PolynomialRing ring({names.begin(), names.begin() + static_cast<std::ptrdiff_t>(family.parameter_count)});
  const auto moved = [&](const Atom& atom) { return Formula::atom(atom.polynomial.in_ring(ring), atom.relation); };
  return {ring, 0, Formula::truth(), family.assumption.map_atoms(moved)};
}

}  // namespace

Finding decide_counted_set(const CountedSet& claimed, std::optional<std::size_t> which, SetCounter& counter) {
  const CountedFamily counted = counter.count(claimed.set);
  for (const FamilyCase& each : counted.count->cases) {
    if (!claimed.count.admits(Integer(static_cast<long>(each.components))))
      return found_refuted(witness_of(claimed, each), CountRefutation{which, claimed.set, each});
  }
  if (!counted.count->undecided.empty()) return found_undecided(counted.count->undecided.front());
  if (!counted.count->vacuous()) return found_proved(SetEvidence{some_parameters(*counted.count), counted});
  EmptinessDecision decision = decide_emptiness(parameter_space(claimed.set));
  if (!decision.empty) return found_undecided("no parameter value was found that satisfies the assumption");
  return found_vacuous("no parameter value satisfies the assumption",
                       NoModelEvidence{std::move(*decision.empty), which});
}

Proof prove_set_components(const SetComponents& claim, const Progress& progress) {
  ProofBuilder builder;
  SetCounter counter(builder, progress);
  return builder.over_instances({""}, Scope::all,
                                [&](std::size_t) { return decide_counted_set(claim.set, {}, counter); });
}

}  // namespace isthmus
