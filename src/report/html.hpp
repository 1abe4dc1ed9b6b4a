#pragma once

#include <string>
#include <vector>

#include "report/claim_result.hpp"

namespace isthmus {

/// A page on all claims: the table of verdicts, then each claim with its source, what is claimed, its witness, its
/// steps and the theorems it rests on. It needs no other file and no script.
std::string html_report(const std::vector<ClaimResult>& results);

}  // namespace isthmus
