#pragma once

#include <string>
#include <vector>

#include "report/claim_result.hpp"

namespace isthmus {

/// A JUnit report: a test case for each claim; another verdict than the expected one is a failure; undecided, or a
/// defect, is an error.
std::string junit_report(const std::vector<ClaimResult>& results);

}  // namespace isthmus
