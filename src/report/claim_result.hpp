#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "claim/claim.hpp"
#include "prove/proof.hpp"

namespace isthmus {

/// A proof as it is reported.
struct ProofRecord {
  Verdict verdict = Verdict::undecided;
  Scope scope = Scope::all;
  std::string reason;
  std::vector<ProofStep> steps;
  std::vector<std::string> witness;
  std::vector<std::string> theorems;
  std::string certificate;    ///< if one was asked for
  std::string not_certified;  ///< why there is none though one was asked for
};

/// A claim and what became of it.
struct ClaimResult {
  Claim claim;
  ProofRecord proof;
  double seconds = 0;   ///< wall clock
  bool defect = false;  ///< the prover broke down; proof.reason says how
};

/// passed: the expected verdict; failed: another one, or a defect; skipped: undecided, though something else was expected.
enum class Outcome { passed, failed, skipped };
Outcome outcome_of(const ClaimResult& result);

/// How many of each.
struct Tally {
  std::size_t passed = 0;
  std::size_t failed = 0;
  std::size_t skipped = 0;

  /// "N passed, N failed, N skipped".
  std::string to_string() const;
};
Tally tally_of(const std::vector<ClaimResult>& results);

/// "all", "all dimensions", "instances"; empty if nothing was decided.
std::string scope_text(const ProofRecord& proof);

}  // namespace isthmus
