#include "report/claim_result.hpp"

#include <fmt/format.h>

namespace isthmus {

Outcome outcome_of(const ClaimResult& result) {
  if (result.defect) return Outcome::failed;
  const bool certified = result.proof.verdict == Verdict::undecided || result.proof.check == Check::accepted;
  if (result.proof.verdict == result.claim.expected) return certified ? Outcome::passed : Outcome::failed;
  return result.proof.verdict == Verdict::undecided ? Outcome::skipped : Outcome::failed;
}

std::string Tally::to_string() const {
  return fmt::format("{} passed, {} failed, {} skipped", passed, failed, skipped);
}

Tally tally_of(const std::vector<ClaimResult>& results) {
  Tally tally;
  for (const ClaimResult& result : results) {
    switch (outcome_of(result)) {
      case Outcome::passed:
        ++tally.passed;
        break;
      case Outcome::failed:
        ++tally.failed;
        break;
      case Outcome::skipped:
        ++tally.skipped;
        break;
    }
  }
  return tally;
}

std::string check_text(const ProofRecord& proof) {
  if (proof.verdict == Verdict::undecided) return "";
  switch (proof.check) {
    case Check::none:
      return proof.not_certified.empty() ? "missing" : "unchecked";
    case Check::accepted:
      return "accepted";
    case Check::refused:
      return "refused";
    case Check::declined:
      return "unchecked";
  }
  return "missing";
}

std::string certificates_text(const std::vector<ClaimResult>& results) {
  std::size_t accepted = 0;
  std::size_t holes = 0;
  for (const ClaimResult& result : results) {
    if (result.defect || result.proof.verdict == Verdict::undecided) continue;
    ++(result.proof.check == Check::accepted ? accepted : holes);
  }
  return fmt::format("{} claims, {} certificates accepted, {} holes", results.size(), accepted, holes);
}

std::string scope_text(const ProofRecord& proof) {
  return proof.verdict == Verdict::undecided ? "" : to_string(proof.scope);
}

}  // namespace isthmus
