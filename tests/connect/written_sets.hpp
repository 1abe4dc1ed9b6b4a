#pragma once

#include <string>
#include <vector>

#include "claim/set_language.hpp"
#include "connect/components.hpp"
#include "connect/family.hpp"

namespace isthmus {

/// A set written as on the command line.
inline ComponentsPtr components_of(const std::string& text) { return count_components(reduce(parse_set(text))); }

/// The counts of a set written as on the command line, over these parameters.
inline FamilyCount family(const std::string& set, const std::vector<std::string>& parameters,
                          const std::string& assumption = "") {
  return count_family(parse_set(set, {{}, parameters, assumption}));
}

/// A set, how many components it has, and why.
struct KnownCount {
  std::string set;
  std::size_t components;
  std::string why;
};

}  // namespace isthmus
