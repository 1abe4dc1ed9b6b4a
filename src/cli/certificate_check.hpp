#pragma once

#include <string>

#include "report/claim_result.hpp"

namespace isthmus {

/// Hands the claim file and the certificate to isthmus-check, the program beside this one, which shares no code with
/// the prover, and notes in the record what it said. A claim of the catalogue is accepted only if its certificate is
/// also the one that is kept in proofs/certificates.
void check_certificate(const Claim& claim, ProofRecord& proof);

/// Certificates of the catalogue up to this size, in bytes, are kept with it.
inline constexpr std::size_t largest_kept_certificate = 65536;

}  // namespace isthmus
