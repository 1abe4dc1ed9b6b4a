#include "cli/proof_job.hpp"

#include "certificate/claim_certificate.hpp"
#include "certificate/not_certified.hpp"
#include "cli/packed_texts.hpp"
#include "exact/error.hpp"

namespace isthmus {
namespace {

/// The certificate, and why there is none; one of both is empty.
std::vector<std::string> certificate_of(const Claim& claim, const Proof& proof, WithCertificate wanted) {
  if (wanted == WithCertificate::no || proof.verdict == Verdict::undecided) return {"", ""};
  try {
    return {claim_certificate(claim, proof), ""};
  } catch (const NotCertified& error) {
    return {"", error.what()};
  }
}

std::string packed(const Proof& proof, const std::vector<std::string>& certificate) {
  std::vector<std::string> steps;
  for (const ProofStep& step : proof.steps) {
    steps.push_back(step.rule);
    steps.push_back(pack(step.lines));
  }
  return pack({std::to_string(static_cast<int>(proof.verdict)), std::to_string(static_cast<int>(proof.scope)), proof.reason,
               pack(steps), pack(proof.witness), pack(proof.theorems), certificate[0], certificate[1]});
}

ProofRecord unpacked(const std::string& text) {
  const std::vector<std::string> parts = unpack(text);
  ProofRecord record{static_cast<Verdict>(std::stoi(parts.at(0))), static_cast<Scope>(std::stoi(parts.at(1))), parts.at(2),
                     {}, unpack(parts.at(4)), unpack(parts.at(5)), parts.at(6), parts.at(7)};
  const std::vector<std::string> steps = unpack(parts.at(3));
  for (std::size_t i = 0; i + 1 < steps.size(); i += 2) record.steps.push_back({steps[i], unpack(steps[i + 1])});
  return record;
}

}  // namespace

Job proof_job(const Claim& claim, WithCertificate with_certificate) {
  return [&claim, with_certificate](Channel& channel) {
    const Progress progress = [&channel](std::string_view stage, std::size_t done) { channel.progress(stage, done); };
    const Proof proof = prove(claim, progress);
    return packed(proof, certificate_of(claim, proof, with_certificate));
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
