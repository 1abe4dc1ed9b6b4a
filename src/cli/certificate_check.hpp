#pragma once

#include <string>

#include "report/claim_result.hpp"

namespace isthmus {

/// Hands the claim file and the certificate to isthmus-check, the program beside this one, which shares no code with
/// the prover, and notes in the record what it said. A claim in a folder `catalogue` beside which there is a folder
/// `certificates` is accepted only if its certificate is also the one that is kept there.
void check_certificate(const Claim& claim, ProofRecord& proof);

/// Certificates of a catalogue up to this size, in bytes, must be kept with it.
inline constexpr std::size_t largest_kept_certificate = std::size_t{1} << 20;

}  // namespace isthmus
