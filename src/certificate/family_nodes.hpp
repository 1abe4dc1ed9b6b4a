#pragma once

#include "certificate/count_nodes.hpp"
#include "certificate/json.hpp"
#include "connect/family.hpp"

namespace isthmus {

/// A count node of the fibre of a family over a parameter value, from a reduction and components found there. Where the
/// evidence made for all parameters cannot be carried over, the fibre is reduced anew. Throws NotCertified.
Json fibre_node(CountNodes& counts, const SemialgebraicSet& family, const CountedFibre& fibre);

/// A node that counts a family for all parameters (proofs/FORMAT.md, section 8). `set` as a reader derives it: with the
/// formula of evidence.family. Throws NotCertified, also if the evidence is incomplete.
Json family_node(CountNodes& counts, const SemialgebraicSet& set, const FamilyEvidence& evidence);

}  // namespace isthmus
