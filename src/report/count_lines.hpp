#pragma once

#include <string>
#include <vector>

#include "connect/family.hpp"

namespace isthmus {

/// How the count of a family was found, as indented lines without newlines.
std::vector<std::string> count_lines(const FamilyCount& count, std::size_t indent);

}  // namespace isthmus
