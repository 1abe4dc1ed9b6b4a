#include <fmt/format.h>

#include <memory>

#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/exit_code.hpp"
#include "cli/help.hpp"
#include "cli/more_points.hpp"
#include "cli/query.hpp"
#include "cli/set_options.hpp"
#include "connect/family.hpp"
#include "report/query_log.hpp"
#include "report/sample_report.hpp"

namespace isthmus {
namespace {

struct SampleOptions {
  SetQueryOptions query;
  std::size_t points = 1;
};

SampleAnswer sample_answer(const SemialgebraicSet& set, const FamilyCount& count, std::size_t wanted) {
  SampleAnswer answer{heading_of(set), {}, {}, count.undecided};
  for (const FamilyCase& part : count.cases) {
    SampledCase sampled{part.when.to_string(), part.parameters, part.components, {}};
    sampled.points = sample_points(*part.reduced, *part.evidence, wanted);
    const std::size_t found = sampled.points.size();
    const bool enough = part.components == 0 || found >= std::max(wanted, part.components);
    if (!enough && answer.note.empty()) answer.note = fmt::format("{} of {} points were found", found, wanted);
    answer.cases.push_back(std::move(sampled));
  }
  return answer;
}

QueryResult sample_result(const SetQueryOptions& options, const SampleAnswer& answer, const std::string& log) {
  QueryResult result{answer.exact() ? exit_as_expected : exit_undecided, {}, {}, {}};
  result.out = options.json ? sample_json(answer) : sample_report(answer);
  if (!options.log.empty()) result.files.push_back({options.log, log});
  return result;
}

int run_sample(const SampleOptions& options) {
  const SetQueryOptions& query_options = options.query;
  check_writable(query_options.log, "--log");
  Query query;
  query.answer = [&](Findings& findings) {
    const SemialgebraicSet set = query_options.read();
    findings.found(heading_of(set));
    const FamilyCount count = count_family(set, query_options.count_options(set, findings.channel()));
    return sample_result(query_options, sample_answer(set, count, options.points), count_log(set, count));
  };
  query.undecided = [&](const SetHeading& heading, const std::string& reason) {
    return sample_result(query_options, {heading, {}, {}, {reason}}, undecided_log(query_options.set, reason));
  };
  return run_query(query, query_options.limits.limits());
}

}  // namespace

void add_sample_command(CLI::App& program, ChosenCommand& chosen) {
  CLI::App* command = program.add_subcommand("sample", "Give exact points of a set, at least one on each component");
  const auto options = std::make_shared<SampleOptions>();
  add_set_options(*command, options->query);
  add_parameter_options(*command, options->query);
  command->add_option("-n", options->points, "Give at least N points")->type_name("N")->check(positive_integer());
  command->footer(sample_help());
  command->callback([&chosen, options] { chosen = [options] { return run_sample(*options); }; });
}

}  // namespace isthmus
