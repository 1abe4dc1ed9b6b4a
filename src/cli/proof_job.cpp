#include "cli/proof_job.hpp"

#include "certificate/claim_certificate.hpp"
#include "certificate/not_certified.hpp"
#include "cli/certificate_check.hpp"
#include "cli/packed_texts.hpp"
#include "exact/error.hpp"

namespace isthmus {
namespace {

/// The proof as a record, with the certificate, or why there is none, and what the checker says of it.
ProofRecord record_of(const Claim& claim, const Proof& proof) {
  ProofRecord record{proof.verdict,  proof.scope, proof.reason, proof.steps, proof.witness,
                     proof.theorems, "",          "",           Check::none, ""};
  if (proof.verdict == Verdict::undecided) return record;
  try {
    record.certificate = claim_certificate(claim, proof);
  } catch (const NotCertified& error) {
    record.not_certified = error.what();
  }
  check_certificate(claim, record);
  return record;
}

std::string packed(const ProofRecord& record) {
  std::vector<std::string> steps;
  for (const ProofStep& step : record.steps) {
    steps.push_back(step.rule);
    steps.push_back(pack(step.lines));
  }
  return pack({std::to_string(static_cast<int>(record.verdict)), std::to_string(static_cast<int>(record.scope)),
               record.reason, pack(steps), pack(record.witness), pack(record.theorems), record.certificate,
               record.not_certified, std::to_string(static_cast<int>(record.check)), record.checked});
}

ProofRecord unpacked(const std::string& text) {
  const std::vector<std::string> parts = unpack(text);
  ProofRecord record{static_cast<Verdict>(std::stoi(parts.at(0))),
                     static_cast<Scope>(std::stoi(parts.at(1))),
                     parts.at(2),
                     {},
                     unpack(parts.at(4)),
                     unpack(parts.at(5)),
                     parts.at(6),
                     parts.at(7),
                     static_cast<Check>(std::stoi(parts.at(8))),
                     parts.at(9)};
  const std::vector<std::string> steps = unpack(parts.at(3));
  for (std::size_t i = 0; i + 1 < steps.size(); i += 2) record.steps.push_back({steps[i], unpack(steps[i + 1])});
  return record;
}

}  // namespace

Job proof_job(const Claim& claim) {
  return [&claim](Channel& channel) {
    const Progress progress = [&channel](std::string_view stage, std::size_t done) { channel.progress(stage, done); };
    return packed(record_of(claim, prove(claim, progress)));
  };
}

ClaimResult claim_result(const Claim& claim, const JobOutcome& outcome) {
  ClaimResult result{claim, {}, outcome.seconds, false};
  switch (outcome.end) {
    case JobOutcome::End::finished:
      result.proof = unpacked(outcome.result);
      break;
    case JobOutcome::End::crashed:
      result.defect = true;
      result.proof.reason = "internal error: " + outcome.reason;
      break;
    default:
      result.proof.reason = outcome.reason;
      break;
  }
  return result;
}

}  // namespace isthmus
