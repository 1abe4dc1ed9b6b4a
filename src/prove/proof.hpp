#pragma once

#include <string>
#include <vector>

#include "claim/claim.hpp"
#include "connect/family.hpp"
#include "decompose/progress.hpp"

namespace isthmus {

/// For which parameters and sizes a verdict was reached.
enum class Scope {
  all,             ///< every parameter that the hypotheses admit, in the stated dimensions
  all_dimensions,  ///< every parameter in every dimension
  instances,       ///< a listed finite set
};
/// "all", "all dimensions", "instances".
std::string to_string(Scope scope);

/// One step of a proof, as data for the log and, later, the certificate.
struct ProofStep {
  std::string rule;                ///< short fixed name, e.g. "cancel-invertible-factor"
  std::vector<std::string> lines;  ///< what was done, in words and formulas; deterministic, no times or paths
};

/// Decided (or not): the verdict with everything that supports it.
struct Proof {
  Verdict verdict = Verdict::undecided;
  Scope scope = Scope::all;
  std::string reason;                   ///< for undecided and vacuous: why
  std::vector<ProofStep> steps;         ///< in order; the log prints them
  std::vector<std::string> witness;     ///< for refuted: the exact witness, lines a reader can recompute by hand
  std::vector<std::string> theorems;    ///< names of the theorems it rests on, each once, sorted
  std::vector<FamilyCount> counts;      ///< the exact counts that were made on the way
};

/// Decides a claim. Never throws Undecided: that becomes the verdict, with the reason.
Proof prove(const Claim& claim, const Progress& progress = {});

}  // namespace isthmus
