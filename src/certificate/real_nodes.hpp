#pragma once

#include "certificate/json.hpp"
#include "claim/claim.hpp"
#include "prove/real_evidence.hpp"

namespace isthmus {

// Entries of instances of the claims about real powers, homogeneous activations, permutations and forward passes
// (section 9 of proofs/FORMAT.md). Each adds its keys to the entry.
void write_entry(const RealEvidence& evidence, const Claim& claim, Json& entry);
void write_entry(const RealRefutation& evidence, const Claim& claim, std::size_t instance, Json& entry);
void write_entry(const CurveRefutation& evidence, const Claim& claim, std::size_t instance, Json& entry);
void write_entry(const HomogeneousRefutation& evidence, const Claim& claim, Json& entry);
void write_entry(const PermutationEvidence& evidence, Json& entry);
void write_entry(const ForwardPassEvidence& evidence, Json& entry);

}  // namespace isthmus
