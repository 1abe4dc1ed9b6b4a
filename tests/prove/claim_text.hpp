#pragma once

#include <algorithm>
#include <string>

#include "claim/claim_file.hpp"
#include "exact/error.hpp"
#include "prove/proof.hpp"

namespace isthmus::test {

/// The claim with this body (the tables behind [source]).
inline Claim claim_of(const std::string& kind, const std::string& body) {
  const std::string heading = "format = 1\nid = \"t\"\ntitle = \"t\"\nstatement = \"t\"\nkind = \"" + kind +
                              "\"\nexpected = \"proved\"\nvariant = \"beyond\"\n[source]\npaper = \"t\"\n";
  return read_claim(heading + body, "t");
}
inline Proof proof_of(const std::string& kind, const std::string& body) { return prove(claim_of(kind, body)); }

inline std::string dimensions(const std::string& text) { return "[dimensions]\n" + text + "\n"; }
inline std::string matrix(const std::string& name, const std::string& role, const std::string& rows,
                          const std::string& columns, const std::string& index = "") {
  return "[[matrix]]\nname = \"" + name + "\"\nrole = \"" + role + "\"\nrows = \"" + rows + "\"\ncolumns = \"" +
         columns + "\"\n" + (index.empty() ? "" : "index = \"" + index + "\"\n");
}
inline std::string scalar(const std::string& name) {
  return "[[scalar]]\nname = \"" + name + "\"\nrole = \"parameter\"\n";
}
inline std::string hypothesis(const std::string& text) { return "[[hypothesis]]\ntext = \"" + text + "\"\n"; }
inline std::string equation(const std::string& table, const std::string& network, const std::string& target,
                            const std::string& count) {
  return "[" + table + "]\nnetwork = \"" + network + "\"\ntarget = \"" + target + "\"\n" + count + "\n";
}

inline std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text;
}
inline bool has_step(const Proof& proof, const std::string& rule) {
  return std::any_of(proof.steps.begin(), proof.steps.end(), [&](const ProofStep& step) { return step.rule == rule; });
}

}  // namespace isthmus::test
