#pragma once

#include "cli/child_process.hpp"
#include "report/claim_result.hpp"

namespace isthmus {

/// What a job hands over beside the proof.
enum class WithCertificate { no, yes };

/// Proves a claim, and writes the certificate if one is asked for; the result is for claim_result(). The claim must outlive
/// the job.
Job proof_job(const Claim& claim, WithCertificate with_certificate);

/// What became of a claim whose job ended like this.
ClaimResult claim_result(const Claim& claim, const JobOutcome& outcome);

}  // namespace isthmus
