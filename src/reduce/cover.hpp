#pragma once

#include <optional>
#include <vector>

#include "claim/semialgebraic_set.hpp"
#include "reduce/emptiness.hpp"

namespace isthmus {

/// A top-level condition of a set that says that one of the options holds: a product that vanishes, or a disjunction.
struct Alternatives {
  Formula condition;
  std::vector<Formula> options;
};

/// All of them, equations first.
std::vector<Alternatives> alternatives_of(const SemialgebraicSet& set);

/// The set with another condition in place of one of its top-level conditions.
SemialgebraicSet with_condition_replaced(SemialgebraicSet set, const Formula& condition, const Formula& replacement);

/// Shows that the parts of the set where an option holds are closed in it: for each option with strict conditions and
/// each other one, in lexicographic order, that no point of the latter is in the closure of the former, but not in the
/// former. nullopt if that was not shown.
std::optional<std::vector<EmptinessProof>> closed_options(const SemialgebraicSet& set,
                                                          const Alternatives& alternatives);

}  // namespace isthmus
