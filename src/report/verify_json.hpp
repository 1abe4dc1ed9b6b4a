#pragma once

#include <string>
#include <vector>

#include "report/claim_result.hpp"

namespace isthmus {

/// One JSON object of the schema isthmus.verify/1. The scope is null where nothing was decided.
std::string verify_json(const std::vector<ClaimResult>& results);

}  // namespace isthmus
