#pragma once

#include <algorithm>
#include <string>

#include "claim/claim_file.hpp"
#include "exact/error.hpp"
#include "prove/proof.hpp"
#include "support/claim_tables.hpp"

namespace isthmus::test {

/// The claim with this body (the tables behind [source]).
inline Claim claim_of(const std::string& kind, const std::string& body) {
  return read_claim(claim_text(kind, body), "t");
}
inline Proof proof_of(const std::string& kind, const std::string& body) { return prove(claim_of(kind, body)); }

inline std::string dimensions(const std::string& text) { return "[dimensions]\n" + text + "\n"; }

inline std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text;
}
inline bool has_step(const Proof& proof, const std::string& rule) {
  return std::any_of(proof.steps.begin(), proof.steps.end(), [&](const ProofStep& step) { return step.rule == rule; });
}

}  // namespace isthmus::test
