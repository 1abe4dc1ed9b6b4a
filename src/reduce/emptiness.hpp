#pragma once

#include <optional>
#include <string>
#include <vector>

#include "claim/semialgebraic_set.hpp"

namespace isthmus {

/// Why a set has no point: a tree of case distinctions whose leaves are contradictions.
struct EmptinessProof {
  std::string step;                   ///< what was done or assumed here, in the set language and words
  std::vector<EmptinessProof> cases;  ///< together they cover every possibility; none at a leaf
};

/// Tries to show that the set (with its assumption on the parameters) has no real point: normalisation, substitution of
/// linearly occurring variables, case distinction over the factors of an equation and over pivots. nullopt means only
/// that no proof was found within a small bound on the number of cases.
std::optional<EmptinessProof> prove_empty(const SemialgebraicSet& set);

/// Indents a proof as lines of text.
std::vector<std::string> describe(const EmptinessProof& proof, std::size_t indent = 0);

}  // namespace isthmus
