#include "report/query_log.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "report/count_lines.hpp"

namespace isthmus {

std::string count_log(const SemialgebraicSet& set, const FamilyCount& count) {
  std::string text = fmt::format("set: {}\n", set.formula.to_string());
  const auto& names = set.ring.names();
  const auto first_variable = names.begin() + static_cast<std::ptrdiff_t>(set.parameter_count);
  text += fmt::format("variables: {}\n", fmt::join(first_variable, names.end(), ", "));
  if (set.parameter_count > 0) {
    text += fmt::format("for all: {}\n", fmt::join(names.begin(), first_variable, ", "));
    text += fmt::format("assuming: {}\n", set.assumption.to_string());
  }
  for (const std::string& line : count_lines(count, 0)) text += line + "\n";
  return text;
}

std::string undecided_log(const std::string& set_text, const std::string& reason) {
  return fmt::format("set: {}\nundecided: {}\n", set_text, reason);
}

}  // namespace isthmus
