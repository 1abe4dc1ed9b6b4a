#include "report/claim_result.hpp"

#include <fmt/format.h>

namespace isthmus {

Outcome outcome_of(const ClaimResult& result) {
  if (result.defect) return Outcome::failed;
  if (result.proof.verdict == result.claim.expected) return Outcome::passed;
  return result.proof.verdict == Verdict::undecided ? Outcome::skipped : Outcome::failed;
}

std::string Tally::to_string() const { return fmt::format("{} passed, {} failed, {} skipped", passed, failed, skipped); }

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

std::string scope_text(const ProofRecord& proof) {
  return proof.verdict == Verdict::undecided ? "" : to_string(proof.scope);
}

}  // namespace isthmus
