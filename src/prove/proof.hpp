#pragma once

#include <string>
#include <vector>

#include "claim/claim.hpp"
#include "connect/family.hpp"
#include "decompose/progress.hpp"
#include "prove/evidence.hpp"

namespace isthmus {

/// For which parameters and sizes a verdict was reached.
enum class Scope {
  all,             ///< every parameter that the hypotheses admit, in the stated dimensions
  all_dimensions,  ///< every parameter in every dimension
  instances,       ///< a listed finite set
};
/// "all", "all dimensions", "instances".
std::string to_string(Scope scope);

/// One step of a proof, as the log prints it.
struct ProofStep {
  std::string rule;                ///< short fixed name, e.g. "cancel-invertible-factor"
  std::vector<std::string> lines;  ///< what was done, in words and formulas; deterministic, no times or paths
};

/// What shows the verdict on one instance of a claim.
struct InstanceEvidence {
  std::size_t instance;  ///< from 0, in the order of the claim
  Evidence evidence;
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
  /// For a certificate: all instances if proved, the one that fails if refuted, the one without a model if vacuous.
  std::vector<InstanceEvidence> evidence;
};

/// Decides a claim. Never throws Undecided: that becomes the verdict, with the reason.
Proof prove(const Claim& claim, const Progress& progress = {});

}  // namespace isthmus
