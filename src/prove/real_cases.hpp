#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "claim/barrier_claims.hpp"
#include "prove/power_field.hpp"
#include "prove/real_evidence.hpp"

namespace isthmus {

/// One case of what assumptions on real variables allow, each variable expressed in positive ones.
struct RealCase {
  std::unique_ptr<PowerField> field;  ///< its variable i, written x_, belongs to the i-th variable x
  std::map<std::string, RationalFunction> values;
  std::vector<std::string> lines;  ///< "m = 1 + m_", ..
  std::vector<VariableBounds> bounds;
  std::optional<std::pair<std::size_t, std::size_t>> empty;  ///< bounds that exclude each other: no point belongs to it

  /// What was used in it so far.
  RealFrame frame() const { return {field->ring(), field->atoms(), field->signs(), bounds, empty}; }
};

/// Cases, the empty ones too, that together cover all points that satisfy the assumptions. An assumption counts if one
/// side is a variable and the other mentions earlier ones only; `ignored` gets the others: what is shown without them
/// is shown. Throws Undecided if two bounds of a variable cannot be compared.
std::vector<RealCase> cases_of(const std::vector<std::string>& variables,
                               const std::vector<RealComparison>& assumptions, std::vector<RealComparison>& ignored);

}  // namespace isthmus
