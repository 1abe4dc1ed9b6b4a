#pragma once

#include <string>

#include "connect/family.hpp"

namespace isthmus {

/// How a count was found, step by step: what was reduced to what by which identity, projection polynomials, cells,
/// joins, separators. Ends with a newline; holds no times and no paths.
std::string count_log(const SemialgebraicSet& set, const FamilyCount& count);

/// The log of a question that was not answered.
std::string undecided_log(const std::string& set_text, const std::string& reason);

}  // namespace isthmus
