#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "checker/real_claims.hpp"
#include "checker/real_field.hpp"

namespace isthmus::check {

/// Checks one frame for each case of what assumptions allow (section 9 of proofs/FORMAT.md), and calls `check` with the
/// field and the values of the variables for each that is not shown to be empty.
void check_cases(
    const Json& frames, const std::vector<std::string>& variables, const std::vector<RealComparison>& assumptions,
    Session& session,
    const std::function<void(const RealField&, const std::map<std::string, Quotient>&, const Json&)>& check);

}  // namespace isthmus::check
