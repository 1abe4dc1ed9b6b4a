#pragma once

#include <optional>
#include <string>
#include <vector>

namespace isthmus {

/// The name that differs least from a mistyped one (insertions, deletions, replaced letters), the first of several;
/// nullopt if all differ in more than half of their letters.
std::optional<std::string> nearest_name(const std::string& typed, const std::vector<std::string>& names);

}  // namespace isthmus
