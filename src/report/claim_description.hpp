#pragma once

#include <string>
#include <vector>

#include "claim/claim.hpp"

namespace isthmus {

/// What exactly is claimed: sets, matrices with their shapes, hypotheses, expressions, counts, as lines of text.
std::vector<std::string> describe_claim(const Claim& claim);

/// Where it was said: "paper, label, page 5".
std::string citation_text(const Citation& citation);

}  // namespace isthmus
