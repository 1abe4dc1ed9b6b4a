#pragma once

#include "cli/child_process.hpp"
#include "report/claim_result.hpp"

namespace isthmus {

/// Proves a claim, writes the certificate and has it checked; the result is for claim_result(). The claim must outlive
/// the job.
Job proof_job(const Claim& claim);

/// What became of a claim whose job ended like this.
ClaimResult claim_result(const Claim& claim, const JobOutcome& outcome);

}  // namespace isthmus
