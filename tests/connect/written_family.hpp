#pragma once

#include <string>
#include <vector>

#include "claim/set_language.hpp"
#include "connect/family.hpp"

namespace isthmus {

/// The counts of a set written as on the command line, over these parameters.
inline FamilyCount family(const std::string& set, const std::vector<std::string>& parameters,
                          const std::string& assumption = "") {
  SetOptions options;
  options.parameters = parameters;
  options.assumption = assumption;
  return count_family(parse_set(set, options));
}

}  // namespace isthmus
