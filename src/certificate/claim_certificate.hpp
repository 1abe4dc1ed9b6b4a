#pragma once

#include <string>

#include "claim/claim.hpp"
#include "prove/proof.hpp"

namespace isthmus {

/// The certificate of a decided claim (proofs/FORMAT.md, sections 2 and 9): the same bytes for the same claim and proof,
/// without paths, times or facts about the machine. Throws InvalidInput for a claim that is undecided, NotCertified if the
/// evidence for an instance cannot be written in the format.
std::string claim_certificate(const Claim& claim, const Proof& proof);

}  // namespace isthmus
