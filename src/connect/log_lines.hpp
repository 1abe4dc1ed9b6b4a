#pragma once

#include <string>
#include <vector>

namespace isthmus {

/// Appends a line of a log, indented.
inline void add_line(std::vector<std::string>& lines, std::size_t indent, const std::string& text) {
  lines.push_back(std::string(indent, ' ') + text);
}

/// "1 component", "3 components".
inline std::string components_text(std::size_t n) {
  return std::to_string(n) + (n == 1 ? " component" : " components");
}

}  // namespace isthmus
