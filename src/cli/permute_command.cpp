#include <cstdio>
#include <memory>

#include "cli/commands.hpp"
#include "cli/exit_code.hpp"
#include "cli/help.hpp"
#include "cli/minima_file.hpp"
#include "report/permute_report.hpp"

namespace isthmus {
namespace {

struct PermuteOptions {
  std::string file;
  bool json = false;
};

int run_permute(const PermuteOptions& options) {
  const MinimaFile file = read_minima_file(options.file);
  const ProductMinimum minimum(file.x, file.y, file.from.size());
  const PermuteAnswer answer = permute_answer(minimum, file.from, file.to);
  std::fputs((options.json ? permute_json(answer) : permute_report(answer)).c_str(), stdout);
  return exit_as_expected;
}

}  // namespace

void add_permute_command(CLI::App& program, ChosenCommand& chosen) {
  CLI::App* command =
      program.add_subcommand("permute", "Join two minima of a linear network by permutations of hidden neurons");
  const auto options = std::make_shared<PermuteOptions>();
  command->add_option("FILE", options->file, "X, Y and the two points, in TOML or JSON")->required()->type_name("");
  command->add_flag("--json", options->json, "Print one JSON object");
  command->footer(permute_help());
  command->callback([&chosen, options] { chosen = [options] { return run_permute(*options); }; });
}

}  // namespace isthmus
