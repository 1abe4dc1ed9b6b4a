#pragma once

#include <string>
#include <vector>

#include "report/claim_result.hpp"

namespace isthmus {

/// The whole argument for one claim, step by step. Holds no times and no paths, so that two runs give the same bytes.
std::string claim_log(const ClaimResult& result);

/// A claim in words: what is said where, what became of it and why, what it rests on. `amended` is the claim that it
/// repairs (nullptr: none), `repairs` those that repair it.
std::string explanation(const ClaimResult& result, const Claim* amended, const std::vector<const Claim*>& repairs);

}  // namespace isthmus
