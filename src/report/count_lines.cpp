#include "report/count_lines.hpp"

#include <fmt/format.h>

#include "report/point_text.hpp"

namespace isthmus {

std::vector<std::string> count_lines(const FamilyCount& count, std::size_t indent) {
  const std::string space(indent, ' ');
  std::vector<std::string> lines;
  const auto say = [&](const std::string& line) { lines.push_back(space + line); };
  const bool parametric = count.parameter_ring.size() > 0;
  if (!count.log.empty()) say(parametric ? "reduction for all parameters:" : "reduction:");
  for (const std::string& line : count.log) say("  " + line);
  for (const FamilyCase& part : count.cases) {
    say(parametric ? fmt::format("case {}: {}", part.when.to_string(), components_text(part.components))
                   : components_text(part.components));
    if (!part.parameters.empty())
      say(fmt::format("  at {}:", point_text(count.parameter_ring.names(), to_algebraic(part.parameters))));
    if (part.reduced) {
      for (const std::string& line : describe(*part.reduced, indent + 2)) lines.push_back(line);
    }
    if (part.evidence) part.evidence->describe(lines, indent + 2);
  }
  for (const std::string& reason : count.undecided) say("undecided: " + reason);
  if (count.vacuous()) say("vacuous: no parameter value satisfies the assumption");
  return lines;
}

}  // namespace isthmus
