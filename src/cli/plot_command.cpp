#include <algorithm>
#include <memory>

#include "claim/set_language.hpp"
#include "cli/answer_components.hpp"
#include "cli/commands.hpp"
#include "cli/exit_code.hpp"
#include "cli/help.hpp"
#include "cli/plot_file.hpp"
#include "cli/query.hpp"
#include "cli/set_options.hpp"
#include "connect/family.hpp"
#include "exact/error.hpp"
#include "plot/draw.hpp"
#include "report/point_text.hpp"

namespace isthmus {
namespace {

struct PlotOptions {
  SetQueryOptions query;
  std::string file;
  std::string box;
  long long cells = 40;  ///< of the mesh in space, along each side of the box
};

std::optional<Box> box_of(const PlotOptions& options, const SemialgebraicSet& set) {
  if (options.box.empty()) return std::nullopt;
  return parse_box(options.box, set.ring.names());
}

std::optional<ProvedComponents> proved(const ComponentsAnswer& answer, const FamilyCount& count) {
  if (!answer.exact() || count.cases.size() != 1) return std::nullopt;
  return ProvedComponents{count.cases.front().evidence, answer.cases.front().samples};
}

/// A picture with what is said about it.
Picture picture_of(const PlotOptions& options, const SemialgebraicSet& set, const ComponentsAnswer& answer,
                   const std::optional<ProvedComponents>& components) {
  Picture picture = draw_set(set, components, box_of(options, set), static_cast<std::size_t>(options.cells));
  picture.set = options.query.set;
  for (const std::string& reason : answer.undecided)
    picture.undecided += (picture.undecided.empty() ? "" : "; ") + reason;
  for (DrawnSample& sample : picture.samples) {
    const auto& point = answer.cases.front().samples.at(sample.component);
    sample.text = point ? point_text(picture.variables, *point) : "a point that was not written exactly";
  }
  return picture;
}

QueryResult result_of(const PlotOptions& options, const Picture& picture) {
  const std::string counted =
      picture.components ? components_text(*picture.components) : "undecided: " + picture.undecided;
  QueryResult result{picture.components ? exit_as_expected : exit_undecided, counted + "\n", {}, {}};
  result.files.push_back({options.file, plot_file_contents(options.file, picture)});
  return result;
}

QueryResult nothing_drawn(const std::string& reason) {
  return {exit_undecided, "undecided: " + reason + "\n", "isthmus: nothing was drawn\n", {}};
}

/// The set as it was typed; everything else about it that can be wrong is, before long work.
SemialgebraicSet set_to_draw(const PlotOptions& options) {
  SemialgebraicSet set = options.query.read();
  require_drawable(set);
  require_plottable(options.file, set.dimension());
  box_of(options, set);
  return set;
}

/// The count was given up: draws the set in one colour, within the same limits once more.
QueryResult without_count(const PlotOptions& options, const SetHeading& heading, const std::string& reason) {
  if (heading.variables.empty() || reason == "interrupted") return nothing_drawn(reason);
  Query query;
  query.answer = [&](Findings&) {
    const ComponentsAnswer answer{heading, {}, std::nullopt, {}, {reason}};
    return result_of(options, picture_of(options, set_to_draw(options), answer, std::nullopt));
  };
  query.undecided = [&](const SetHeading&, const std::string&) { return nothing_drawn(reason); };
  return {run_query(query, options.query.limits.limits()), {}, {}, {}};
}

int run_plot(const PlotOptions& options) {
  require_plot_suffix(options.file);
  check_writable(options.file, "-o");
  Query query;
  query.answer = [&](Findings& findings) {
    const SemialgebraicSet set = set_to_draw(options);
    const CountOptions count_options = options.query.count_options(set, findings.channel());
    findings.found(heading_of(set));
    const FamilyCount count = count_family(set, count_options);
    const ComponentsAnswer answer = components_answer(set, count);
    try {
      return result_of(options, picture_of(options, set, answer, proved(answer, count)));
    } catch (const Undecided& error) {
      return nothing_drawn(error.what());
    }
  };
  query.undecided = [&](const SetHeading& heading, const std::string& reason) {
    return without_count(options, heading, reason);
  };
  return run_query(query, options.query.limits.limits());
}

}  // namespace

void add_plot_command(CLI::App& program, ChosenCommand& chosen) {
  CLI::App* command = program.add_subcommand("plot", "Draw a set in 1, 2 or 3 variables, each component in its colour");
  const auto options = std::make_shared<PlotOptions>();
  add_set_argument(*command, options->query);
  command->add_option("-o,--output", options->file, "Write to FILE: .svg, .png, .html, or .obj (in 3 variables)")
      ->required()
      ->type_name("FILE");
  command->add_option("--box", options->box, "What to show (default: all that is special about the set)")
      ->type_name("'x=-2..2, y=-1..1'");
  command->add_option("--cells", options->cells, "In space: cells of the mesh along each side of the box (default: 40)")
      ->type_name("N")
      ->check(CLI::Range(4, 100));
  command->footer(plot_help());
  command->callback([&chosen, options] { chosen = [options] { return run_plot(*options); }; });
}

}  // namespace isthmus
