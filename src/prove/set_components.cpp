#include "exact/error.hpp"
#include "prove/counted_set.hpp"
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
  const PolynomialRing ring = at_parameters(claimed.set, each.parameters).ring;
  for (std::size_t i = 0; i < std::min<std::size_t>(each.components, 16); ++i) {
    lines.push_back("  " + to_string(each.evidence->sample(i), ring));
  }
  return lines;
}

}  // namespace

Finding decide_counted_set(const CountedSet& claimed, SetCounter& counter) {
  const FamilyCount& count = counter.count(claimed.set);
  for (const FamilyCase& each : count.cases) {
    if (!claimed.count.admits(Integer(static_cast<long>(each.components))))
      return found_refuted(witness_of(claimed, each));
  }
  if (!count.undecided.empty()) return found_undecided(count.undecided.front());
  if (count.vacuous()) return found_vacuous("no parameter value satisfies the assumption");
  return found_proved();
}

Proof prove_set_components(const SetComponents& claim, const Progress& progress) {
  ProofBuilder builder;
  SetCounter counter(builder, progress);
  return builder.over_instances({""}, Scope::all, [&](std::size_t) { return decide_counted_set(claim.set, counter); });
}

}  // namespace isthmus
