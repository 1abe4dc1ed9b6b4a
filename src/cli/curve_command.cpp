#include <memory>

#include "claim/curve_language.hpp"
#include "claim/set_language.hpp"
#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/exit_code.hpp"
#include "cli/help.hpp"
#include "cli/query.hpp"
#include "cli/set_options.hpp"
#include "exact/error.hpp"
#include "report/curve_report.hpp"

namespace isthmus {
namespace {

/// The options as they were typed; empty: not given.
struct CurveOptions {
  std::string coordinates;
  std::string parameter = "t";
  std::string generator;
  std::string start;
  std::string from;
  std::string to;
  long long digits = 6;
  bool json = false;
  LimitOptions limits;
};

Rational number(std::string_view text, const std::string& option) {
  try {
    return Rational::parse(text);
  } catch (const InvalidInput&) {
    throw InvalidInput(option + ": '" + std::string(text) +
                       "' is not a number (an integer, a fraction p/q, or a decimal was expected)");
  }
}

Angle angle(const std::string& text, const std::string& option) {
  try {
    return Angle::parse(text);
  } catch (const InvalidInput&) {
    throw InvalidInput(option + ": '" + text + "' is no number and no multiple of pi like 'pi', '2/3*pi' or 'pi/4'");
  }
}

/// The pieces of a text between separators, without spaces around them.
std::vector<std::string> pieces(const std::string& text, char separator) {
  std::vector<std::string> result(1);
  for (const char c : text) {
    if (c == separator) {
      result.emplace_back();
    } else {
      result.back() += c;
    }
  }
  for (std::string& piece : result) {
    const std::size_t begin = piece.find_first_not_of(' ');
    piece = begin == std::string::npos ? "" : piece.substr(begin, piece.find_last_not_of(' ') - begin + 1);
  }
  return result;
}

CurveAnswer rational_answer(const CurveOptions& options) {
  require(options.start.empty(), "--start belongs to --generator");
  const std::vector<std::string> names = parse_names(options.parameter, "--parameter");
  require(names.size() == 1, "--parameter: one name was expected");
  const RealNames known{{names[0], RealExpression::variable(names[0])}};
  const Source source{"--coordinates", options.coordinates};
  std::vector<RealExpression> coordinates;
  for (const Expression& e : parse_expression_list(source)) {
    coordinates.push_back(real_expression(source, e, known));
    try {
      fraction_of(coordinates.back(), PolynomialRing({names[0]}));
    } catch (const InvalidInput& error) {
      source.fail(e.offset, error.what());
    }
  }
  require(!coordinates.empty(), "--coordinates: no coordinates");
  const RationalCurve curve =
      rational_curve(coordinates, names[0], number(options.from, "--from"), number(options.to, "--to"));
  return {"curve (" + options.coordinates + "), " + names[0] + " from " + curve.from.to_string() + " to " +
              curve.to.to_string(),
          figures_of(curve, static_cast<long>(options.digits))};
}

CurveAnswer exponential_answer(const CurveOptions& options) {
  require(!options.start.empty(), "--start is required with --generator");
  const std::vector<std::string> rows = pieces(options.generator, ';');
  Matrix generator(rows.size(), pieces(rows[0], ',').size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const std::vector<std::string> entries = pieces(rows[i], ',');
    require(entries.size() == generator.columns(), "--generator: row " + std::to_string(i + 1) + " has " +
                                                       std::to_string(entries.size()) + " entries, row 1 has " +
                                                       std::to_string(generator.columns()));
    for (std::size_t j = 0; j < entries.size(); ++j) generator.set(i, j, number(entries[j], "--generator"));
  }
  Point start;
  for (const std::string& entry : pieces(options.start, ',')) start.push_back(number(entry, "--start"));
  const ExponentialCurve curve(generator, start, angle(options.from, "--from"), angle(options.to, "--to"));
  return {"curve exp(tM)w, M = [" + options.generator + "], w = (" + options.start + "), t from " + options.from +
              " to " + options.to,
          figures_of(curve, static_cast<long>(options.digits))};
}

QueryResult undecided(const CurveOptions& options, const std::string& reason) {
  const std::string json = "{\n  \"schema\": \"isthmus.curve/1\",\n  \"status\": \"undecided\"\n}\n";
  return {exit_undecided, options.json ? json : "undecided: " + reason + "\n", "", {}};
}

int run_curve(const CurveOptions& options) {
  require(options.coordinates.empty() != options.generator.empty(), "one of --coordinates and --generator is required");
  require(options.digits >= 1 && options.digits <= 12, "--digits: a number from 1 to 12 was expected");
  Query query;
  query.answer = [&](Findings&) {
    const CurveAnswer answer = options.generator.empty() ? rational_answer(options) : exponential_answer(options);
    const int code = answer.figures.applies ? exit_as_expected : exit_undecided;
    return QueryResult{static_cast<ExitCode>(code), options.json ? curve_json(answer) : curve_report(answer), "", {}};
  };
  query.undecided = [&](const SetHeading&, const std::string& reason) { return undecided(options, reason); };
  return run_query(query, options.limits.limits());
}

}  // namespace

void add_curve_command(CLI::App& program, ChosenCommand& chosen) {
  CLI::App* command =
      program.add_subcommand("curve", "Length, curvature and chord of a curve, and what Theorem 6.2 says about it");
  const auto options = std::make_shared<CurveOptions>();
  command->add_option("--coordinates", options->coordinates, "Rational functions of the parameter, with commas between")
      ->type_name("F,F..");
  command->add_option("--parameter", options->parameter, "The name of the parameter (default: t)")->type_name("NAME");
  command->add_option("--generator", options->generator, "The matrix M of a curve exp(tM)w: rows with ';' between")
      ->type_name("M");
  command->add_option("--start", options->start, "The point w of a curve exp(tM)w")->type_name("W");
  command->add_option("--from", options->from, "Where the interval begins")->type_name("A")->required();
  command->add_option("--to", options->to, "Where it ends; with --generator also 'pi', '2/3*pi'")
      ->type_name("B")
      ->required();
  command->add_option("--digits", options->digits, "Enclose what is not exact to N decimals, 1..12 (default: 6)")
      ->type_name("N");
  command->add_flag("--json", options->json, "Print one JSON object");
  add_limit_options(*command, options->limits, "");
  command->footer(curve_help());
  command->callback([&chosen, options] { chosen = [options] { return run_curve(*options); }; });
}

}  // namespace isthmus
