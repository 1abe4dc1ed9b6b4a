#include <memory>

#include "certificate/query_certificate.hpp"
#include "claim/set_language.hpp"
#include "cli/certificate_output.hpp"
#include "cli/commands.hpp"
#include "cli/exit_code.hpp"
#include "cli/help.hpp"
#include "cli/query.hpp"
#include "cli/set_options.hpp"
#include "exact/error.hpp"
#include "report/connect_report.hpp"
#include "report/query_log.hpp"

namespace isthmus {
namespace {

struct ConnectOptions {
  SetQueryOptions query;
  std::string from;
  std::string to;
};

/// The first condition that does not hold at a point, or the whole formula if it is a disjunction.
std::string failing_condition(const Formula& formula, const Point& point) {
  for (const Formula& part : formula.conjuncts()) {
    if (!part.holds_at(point)) return part.to_string();
  }
  return formula.to_string();
}

Point point_of(const SemialgebraicSet& set, const std::string& text, const std::string& option) {
  const Point point = parse_point(text, set.ring);
  if (!set.formula.holds_at(point)) {
    throw InvalidInput(option + ": the point " + text + " is not in the set, since '" +
                       failing_condition(set.formula, point) + "' does not hold there");
  }
  return point;
}

QueryResult connect_result(const SetQueryOptions& options, const ConnectAnswer& answer, const std::string& log,
                      const MadeCertificate& certificate = {}) {
  QueryResult result{answer.connection ? exit_as_expected : exit_undecided, {}, {}, {}};
  const std::string state = certificate.state();
  result.out = options.json ? connect_json(answer, state) : connect_report(answer, state);
  if (!options.log.empty()) result.files.push_back({options.log, log});
  return result;
}

/// How the components were found.
std::string log_of(const SetQueryOptions& options, const SemialgebraicSet& set, const CountOptions& count_options) {
  return options.log.empty() ? "" : count_log(set, count_family(set, count_options));
}

int run_connect(const ConnectOptions& options) {
  check_writable(options.query.log, "--log");
  check_writable(options.query.certificate, "--certificate");
  Query query;
  query.answer = [&](Findings& findings) {
    const SemialgebraicSet set = options.query.read();
    findings.found(heading_of(set));
    const Point from = point_of(set, options.from, "--from");
    const Point to = point_of(set, options.to, "--to");
    const CountOptions count_options = options.query.count_options(set, findings.channel());
    const ConnectAnswer answer{set.ring, connect_points(set, from, to, count_options), {}};
    const std::string log = log_of(options.query, set, count_options);
    return with_certificate(
        findings, answer.connection ? options.query.certificate : "",
        [&] { return connection_certificate(set, from, to, *answer.connection); },
        [&](const MadeCertificate& certificate) {
          return connect_result(options.query, answer, log + connect_report(answer, certificate.state()), certificate);
        });
  };
  query.undecided = [&](const SetHeading& heading, const std::string& reason) {
    return connect_result(options.query, {PolynomialRing(heading.variables), std::nullopt, reason},
                     undecided_log(options.query.set, reason));
  };
  return run_query(query, options.query.limits.limits());
}

}  // namespace

void add_connect_command(CLI::App& program, ChosenCommand& chosen) {
  CLI::App* command =
      program.add_subcommand("connect", "Connect two points of a set by a path, or show what separates them");
  const auto options = std::make_shared<ConnectOptions>();
  add_set_options(*command, options->query);
  add_certificate_option(*command, options->query);
  command->add_option("--from", options->from, "A point of the set, as 'x=1/2, y=3'")->required()->type_name("POINT");
  command->add_option("--to", options->to, "Another point of the set")->required()->type_name("POINT");
  command->footer(connect_help());
  command->callback([&chosen, options] { chosen = [options] { return run_connect(*options); }; });
}

}  // namespace isthmus
