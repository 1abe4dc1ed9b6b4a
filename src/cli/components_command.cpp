#include <memory>

#include "certificate/query_certificate.hpp"
#include "cli/answer_components.hpp"
#include "cli/certificate_output.hpp"
#include "cli/commands.hpp"
#include "cli/exit_code.hpp"
#include "cli/help.hpp"
#include "cli/query.hpp"
#include "cli/set_options.hpp"
#include "report/components_report.hpp"
#include "report/query_log.hpp"

namespace isthmus {
namespace {

std::string certificate_line(const MadeCertificate& certificate) {
  return certificate.reason.empty() ? "" : "certificate: unchecked, because " + certificate.reason + "\n";
}

QueryResult components_result(const SetQueryOptions& options, const ComponentsAnswer& answer, const std::string& log,
                      const MadeCertificate& certificate = {}) {
  QueryResult result{answer.exact() ? exit_as_expected : exit_undecided, {}, {}, {}};
  const std::string state = certificate.state();
  result.out = options.json ? components_json(answer, state) : components_report(answer, state);
  if (!options.log.empty()) result.files.push_back({options.log, log});
  return result;
}

int run_components(const SetQueryOptions& options) {
  check_writable(options.log, "--log");
  check_writable(options.certificate, "--certificate");
  Query query;
  query.answer = [&](Findings& findings) {
    const SemialgebraicSet set = options.read();
    findings.found(heading_of(set));
    const FamilyCount count = count_family(set, options.count_options(set, findings.channel()));
    const ComponentsAnswer answer = components_answer(set, count);
    const std::string log = count_log(set, count);
    return with_certificate(
        findings, answer.exact() ? options.certificate : "", [&] { return components_certificate(set, count); },
        [&](const MadeCertificate& certificate) {
          return components_result(options, answer, log + certificate_line(certificate), certificate);
        });
  };
  query.undecided = [&](const SetHeading& heading, const std::string& reason) {
    return components_result(options, {heading, {}, std::nullopt, {}, {reason}}, undecided_log(options.set, reason));
  };
  return run_query(query, options.limits.limits());
}

}  // namespace

void add_components_command(CLI::App& program, ChosenCommand& chosen) {
  CLI::App* command = program.add_subcommand("components", "Count the connected components of a set, exactly");
  const auto options = std::make_shared<SetQueryOptions>();
  add_set_options(*command, *options);
  add_parameter_options(*command, *options);
  add_certificate_option(*command, *options);
  command->footer(components_help());
  command->callback([&chosen, options] { chosen = [options] { return run_components(*options); }; });
}

}  // namespace isthmus
