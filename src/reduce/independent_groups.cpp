#include "reduce/independent_groups.hpp"

#include <algorithm>
#include <numeric>

namespace isthmus {

namespace {

std::vector<std::size_t> coordinates_of(const SemialgebraicSet& set, const Formula& formula) {
  std::vector<std::size_t> result;
  for (const Atom& atom : formula.atoms())
    for (std::size_t v : atom.polynomial.variables())
      if (v >= set.parameter_count && std::find(result.begin(), result.end(), v) == result.end()) result.push_back(v);
  return result;
}

}  // namespace

std::vector<std::vector<std::size_t>> independent_groups(const SemialgebraicSet& set) {
  std::vector<std::size_t> group(set.ring.size());
  std::iota(group.begin(), group.end(), std::size_t{0});
  std::vector<bool> occurs(set.ring.size(), false);
  for (const Formula& part : set.formula.conjuncts()) {
    const std::vector<std::size_t> variables = coordinates_of(set, part);
    for (std::size_t v : variables) {
      occurs[v] = true;
      const std::size_t from = group[v];
      for (std::size_t& g : group)
        if (g == from) g = group[variables.front()];
    }
  }
  std::vector<std::vector<std::size_t>> groups;
  std::vector<std::size_t> free;
  for (std::size_t v = set.parameter_count; v < set.ring.size(); ++v)
    if (!occurs[v]) free.push_back(v);
  for (std::size_t g = set.parameter_count; g < set.ring.size(); ++g) {
    std::vector<std::size_t> members;
    for (std::size_t v = set.parameter_count; v < set.ring.size(); ++v)
      if (occurs[v] && group[v] == g) members.push_back(v);
    if (!members.empty()) groups.push_back(std::move(members));
  }
  std::sort(groups.begin(), groups.end());
  if (!free.empty()) groups.push_back(std::move(free));
  return groups;
}

SemialgebraicSet restrict_to(const SemialgebraicSet& set, const std::vector<std::size_t>& group, bool first) {
  std::vector<std::string> names(set.ring.names().begin(),
                                 set.ring.names().begin() + static_cast<std::ptrdiff_t>(set.parameter_count));
  for (std::size_t v : group) names.push_back(set.ring.name(v));
  const PolynomialRing ring(std::move(names));
  const auto move = [&](const Atom& atom) { return Formula::atom(atom.polynomial.in_ring(ring), atom.relation); };
  std::vector<Formula> kept;
  for (const Formula& part : set.formula.conjuncts()) {
    const std::vector<std::size_t> variables = coordinates_of(set, part);
    const bool here =
        variables.empty() ? first : std::find(group.begin(), group.end(), variables.front()) != group.end();
    if (here) kept.push_back(part.map_atoms(move));
  }
  return {ring, set.parameter_count, set.assumption.map_atoms(move), Formula::conjunction(kept)};
}

}  // namespace isthmus
