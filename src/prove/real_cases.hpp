#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "claim/barrier_claims.hpp"
#include "prove/power_field.hpp"

namespace isthmus {

/// One case of what assumptions on real variables allow, each variable expressed in positive ones.
struct RealCase {
  std::unique_ptr<PowerField> field;  ///< its variable i, written x_, belongs to the i-th variable x
  std::map<std::string, RationalFunction> values;
  std::vector<std::string> lines;  ///< "m = 1 + m_", ..
};

/// Cases that together cover all points that satisfy the assumptions. An assumption counts if one side is a variable
/// and the other mentions earlier ones only; `ignored` gets the others: what is shown without them is shown. Throws
/// Undecided if two bounds of a variable cannot be compared.
std::vector<RealCase> cases_of(const std::vector<std::string>& variables,
                               const std::vector<RealComparison>& assumptions, std::vector<RealComparison>& ignored);

}  // namespace isthmus
