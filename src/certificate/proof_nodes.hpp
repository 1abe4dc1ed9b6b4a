#pragma once

#include "certificate/json.hpp"
#include "claim/semialgebraic_set.hpp"
#include "reduce/emptiness.hpp"

namespace isthmus {

/// A proof node (proofs/FORMAT.md, section 4): the set has no point, for any parameter value that satisfies its
/// assumption. `proof` speaks of a set with the same points, or of the family of which `set` is a fibre; then a proof
/// for the fibre is searched. Throws NotCertified if none is found.
Json proof_node(const SemialgebraicSet& set, const EmptinessProof& proof);

}  // namespace isthmus
