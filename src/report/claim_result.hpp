#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "claim/claim.hpp"
#include "prove/proof.hpp"

namespace isthmus {

/// What the independent checker said of a certificate; `none`: it was not asked; `declined`: it came to no judgement.
enum class Check { none, accepted, refused, declined };

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
  Check check = Check::none;
  std::string checked;  ///< what the checker printed, or why it refused or declined
};

/// A claim and what became of it.
struct ClaimResult {
  Claim claim;
  ProofRecord proof;
  double seconds = 0;   ///< wall clock
  bool defect = false;  ///< the prover broke down; proof.reason says how
};

/// passed: the expected verdict, and an accepted certificate if it is a decision; failed: another verdict, a decision
/// without an accepted certificate, or a defect; skipped: undecided, though something else was expected.
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

/// "accepted"; "refused"; "unchecked" (decided, but the evidence cannot be written as a certificate, or the checker
/// came to no judgement of it); "missing" (decided, but no certificate was made); empty for what is undecided.
std::string check_text(const ProofRecord& proof);

/// "N claims, N certificates accepted, N holes": a hole is a decision without an accepted certificate.
std::string certificates_text(const std::vector<ClaimResult>& results);

/// "all", "all dimensions", "instances"; empty if nothing was decided.
std::string scope_text(const ProofRecord& proof);

}  // namespace isthmus
