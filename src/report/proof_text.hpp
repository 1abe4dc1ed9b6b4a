#pragma once

#include <string>
#include <vector>

#include "report/claim_result.hpp"

namespace isthmus {

/// Each line of a text that may have several, behind `indent`, with a newline.
std::string indented(const std::string& text, const std::string& indent);

/// The numbered steps of a proof, its witness and the theorems it rests on, each under a heading if there is any.
std::string steps_text(const ProofRecord& proof);
std::string witness_text(const ProofRecord& proof);
std::string theorems_text(const ProofRecord& proof);

}  // namespace isthmus
