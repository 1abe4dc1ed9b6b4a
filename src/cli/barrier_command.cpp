#include <memory>

#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/exit_code.hpp"
#include "cli/help.hpp"
#include "cli/plot_file.hpp"
#include "cli/query.hpp"
#include "cli/set_options.hpp"
#include "exact/error.hpp"
#include "figure/axis.hpp"
#include "figure/graph_figure.hpp"
#include "plot/barrier_graph.hpp"
#include "report/barrier_report.hpp"

namespace isthmus {
namespace {

/// The options as they were typed; empty: not given.
struct BarrierOptions {
  std::string degree;
  std::string scale;
  std::string alpha;
  std::string squared_norm;
  std::string exceed;
  long long bits = 64;
  bool json = false;
  std::string segment_file;
  std::string scales_file;
  LimitOptions limits;
};

Rational number(const std::string& text, const std::string& option) {
  try {
    return Rational::parse(text);
  } catch (const InvalidInput&) {
    throw InvalidInput(option + ": '" + text +
                       "' is not a number (an integer, a fraction p/q, or a decimal was expected)");
  }
}

Rational number_or(const std::string& text, const std::string& option, const Rational& otherwise) {
  return text.empty() ? otherwise : number(text, option);
}

BarrierAnswer answer_to(const BarrierOptions& options) {
  const Rational degree = number_or(options.degree, "--degree", Rational(1));
  const Rational squared_norm = number_or(options.squared_norm, "--norm2", Rational(1));
  const Rational alpha = number_or(options.alpha, "--alpha", Rational(1) / Rational(2));
  std::optional<Rational> bound;
  if (!options.exceed.empty()) bound = number(options.exceed, "--exceed");
  const Rational scale = bound ? scale_exceeding(degree, squared_norm, *bound) : number(options.scale, "--scale");
  const Rescaling rescaling{degree, scale};
  const long bits = static_cast<long>(options.bits);
  return {rescaling,
          squared_norm,
          bound,
          alpha,
          barrier_value(rescaling, alpha, squared_norm, bits),
          barrier_maximum(rescaling, squared_norm, bits)};
}

/// A few digits, for a caption.
std::string caption(const RealValue& value) { return short_decimal(midpoint(value.lower(), value.upper())); }

std::string heading(const Rescaling& rescaling, const Rational& squared_norm) {
  return "degree k = " + rescaling.degree.to_string() + ", |Y|^2 = " + squared_norm.to_string();
}

void add_figures(QueryResult& result, const BarrierOptions& options, const BarrierAnswer& answer) {
  const Rescaling& rescaling = answer.rescaling;
  const std::string setting = heading(rescaling, answer.squared_norm);
  const std::string scale = rescaling.scale.to_string();
  if (!options.segment_file.empty()) {
    const Canvas canvas = graph_figure(
        loss_on_segment(rescaling, answer.squared_norm),
        "The loss on the segment between two minima, scale m = " + scale, setting,
        {"(1 - \u03b1) W + \u03b1 W', W' = W rescaled by m and m^-k. The dot is the maximum, at \u03b1 = " +
         (answer.maximum.alpha ? caption(*answer.maximum.alpha) : "any") + ", of height " +
         caption(answer.maximum.value) + "."});
    result.files.push_back({options.segment_file, canvas_file_contents(options.segment_file, canvas)});
  }
  if (!options.scales_file.empty()) {
    const Canvas canvas = graph_figure(barrier_over_scales(rescaling.degree, rescaling.scale, answer.squared_norm),
                                       "The height of the barrier over the scale m", setting,
                                       {"The largest loss on the segment between two minima that differ by the scale "
                                        "m: no bound holds for all m. At m = " +
                                        scale + " it is " + caption(answer.maximum.value) + "."});
    result.files.push_back({options.scales_file, canvas_file_contents(options.scales_file, canvas)});
  }
}

QueryResult undecided(const BarrierOptions& options, const std::string& reason) {
  const std::string json = "{\n  \"schema\": \"isthmus.barrier/1\",\n  \"status\": \"undecided\"\n}\n";
  return {exit_undecided, options.json ? json : "undecided: " + reason + "\n", "", {}};
}

int run_barrier(const BarrierOptions& options) {
  require(!options.scale.empty() || !options.exceed.empty(), "--scale M or --exceed B is required");
  require(!options.degree.empty() || options.scale.empty(), "--degree is required with --scale");
  for (const auto& [file, option] :
       {std::pair(options.segment_file, "--plot"), {options.scales_file, "--plot-scales"}}) {
    require_canvas_suffix(file, option);
    check_writable(file, option);
  }
  Query query;
  query.answer = [&](Findings&) {
    const BarrierAnswer answer = answer_to(options);
    check_printable(answer);
    QueryResult result{exit_as_expected, options.json ? barrier_json(answer) : barrier_report(answer), "", {}};
    add_figures(result, options, answer);
    return result;
  };
  query.undecided = [&](const SetHeading&, const std::string& reason) { return undecided(options, reason); };
  return run_query(query, options.limits.limits());
}

}  // namespace

void add_barrier_command(CLI::App& program, ChosenCommand& chosen) {
  CLI::App* command =
      program.add_subcommand("barrier", "The barrier between two minima that differ by a rescaling, exactly");
  const auto options = std::make_shared<BarrierOptions>();
  command->add_option("--degree", options->degree, "The degree k > 0 of homogeneity of the activation")->type_name("K");
  CLI::Option* scale =
      command->add_option("--scale", options->scale, "The scale m > 0 between the minima")->type_name("M");
  CLI::Option* alpha =
      command->add_option("--alpha", options->alpha, "The place on the segment, in [0, 1] (default: 1/2)")
          ->type_name("A");
  command->add_option("--norm2", options->squared_norm, "|Y|^2 (default: 1)")->type_name("Q");
  command->add_option("--exceed", options->exceed, "Find an m whose barrier exceeds B instead")
      ->type_name("B")
      ->excludes(scale)
      ->excludes(alpha);
  command->add_option("--bits", options->bits, "Enclose what is not exact to N bits (default: 64)")
      ->type_name("N")
      ->check(positive_integer());
  command->add_flag("--json", options->json, "Print one JSON object");
  command->add_option("--plot", options->segment_file, "Draw the loss along the segment: .svg or .png")
      ->type_name("FILE");
  command
      ->add_option("--plot-scales", options->scales_file, "Draw the barrier over the scales from 1 to M: .svg or .png")
      ->type_name("FILE");
  add_limit_options(*command, options->limits, "");
  command->footer(barrier_help());
  command->callback([&chosen, options] { chosen = [options] { return run_barrier(*options); }; });
}

}  // namespace isthmus
