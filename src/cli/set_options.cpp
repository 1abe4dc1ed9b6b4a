#include "cli/set_options.hpp"

#include <algorithm>
#include <cmath>

#include "claim/set_language.hpp"
#include "cli/arguments.hpp"
#include "exact/error.hpp"

namespace isthmus {

Limits LimitOptions::limits() const {
  Limits limits;
  if (seconds != 0) limits.seconds = seconds;
  if (megabytes != 0) limits.megabytes = static_cast<std::size_t>(megabytes);
  return limits;
}

SemialgebraicSet SetQueryOptions::read() const {
  SetOptions options;
  options.variables = parse_names(variables, "--vars");
  options.parameters = parse_names(parameters, "--forall");
  options.assumption = assumption;
  return parse_set(set, options);
}

CountOptions SetQueryOptions::count_options(const SemialgebraicSet& read_set, Channel& channel) const {
  CountOptions options;
  options.order = parse_names(order, "--order");
  const std::vector<std::string> variables_read = heading_of(read_set).variables;
  for (const std::string& name : options.order) {
    const bool known = std::find(variables_read.begin(), variables_read.end(), name) != variables_read.end();
    require(known, "--order: '" + name + "' is not a variable of the set");
  }
  options.progress = [&channel](std::string_view stage, std::size_t done) { channel.progress(stage, done); };
  return options;
}

SetHeading heading_of(const SemialgebraicSet& set) {
  const std::vector<std::string>& names = set.ring.names();
  const auto first_variable = names.begin() + static_cast<std::ptrdiff_t>(set.parameter_count);
  return {{names.begin(), first_variable}, {first_variable, names.end()}};
}

void add_limit_options(CLI::App& command, LimitOptions& options, const std::string& of_what) {
  command.add_option("--time-limit", options.seconds, "Give up after S seconds" + of_what)
      ->type_name("S")
      ->check(positive_number());
  command.add_option("--memory-limit", options.megabytes, "Give up beyond MB megabytes of memory" + of_what)
      ->type_name("MB")
      ->check(positive_integer());
}

void add_set_argument(CLI::App& command, SetQueryOptions& options) {
  command.add_option("SET", options.set, "The set, for example 'z*(x*y+1) = 1 and x != 0'")->required()->type_name("");
  command.add_option("--vars", options.variables, "The variables of the ambient space, in order")->type_name("x,y,..");
  command.add_option("--order", options.order, "The projection order, last eliminated first")->type_name("x,y,..");
  add_limit_options(command, options.limits, "");
}

void add_set_options(CLI::App& command, SetQueryOptions& options) {
  add_set_argument(command, options);
  command.add_flag("--json", options.json, "Print one JSON object");
  command.add_option("--log", options.log, "Write a step-by-step log")->type_name("FILE");
}

void add_parameter_options(CLI::App& command, SetQueryOptions& options) {
  command.add_option("--forall", options.parameters, "Parameters: answer for all their values")->type_name("e,..");
  command.add_option("--assume", options.assumption, "A condition on the parameters, as 'e != 0'")->type_name("COND");
}

void add_certificate_option(CLI::App& command, SetQueryOptions& options) {
  command.add_option("--certificate", options.certificate, "Write a certificate of the answer, for isthmus-check")
      ->type_name("FILE");
}

}  // namespace isthmus
