#include "cli/program.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <exception>
#include <filesystem>

#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/exit_code.hpp"
#include "cli/help.hpp"
#include "cli/nearest_name.hpp"
#include "exact/error.hpp"

namespace isthmus {
namespace {

int fail(ExitCode code, const std::string& message) {
  std::fprintf(stderr, "isthmus: %s\n", message.c_str());
  return code;
}

/// Help and version requests are exceptions of the parser, too.
int end_of_parsing(const CLI::App& program, const CLI::ParseError& error) {
  if (error.get_exit_code() == 0) return program.exit(error);
  const auto used = program.get_subcommands();
  const std::string command = used.empty() ? "isthmus" : "isthmus " + used.front()->get_name();
  return fail(exit_bad_input, std::string(error.what()) + "\n('" + command + " --help' says what is possible)");
}

/// Throws InvalidInput if the first word is no command.
void check_command(CLI::App& program, const std::vector<std::string>& arguments) {
  const std::string first = arguments.empty() ? "--help" : arguments.front();
  std::vector<std::string> known{"-h", "--help", "--version"};
  if (std::find(known.begin(), known.end(), first) != known.end()) return;
  const std::string advice = "\n('isthmus --help' lists the commands)";
  require(first.rfind('-', 0) != 0, "a command was expected, not '" + first + "'" + advice);
  known.clear();
  for (const CLI::App* command : program.get_subcommands(nullptr)) known.push_back(command->get_name());
  if (std::find(known.begin(), known.end(), first) != known.end()) return;
  const auto nearest = nearest_name(first, known);
  throw InvalidInput("there is no command '" + first + "'" + (nearest ? "; did you mean '" + *nearest + "'?" : "") +
                     advice);
}

int parse_and_run(int argc, const char* const* argv) {
  CLI::App program("Isthmus certifies, in exact arithmetic, statements about connected components of real sets.",
                   "isthmus");
  program.set_version_flag("--version", "isthmus " ISTHMUS_VERSION);
  program.require_subcommand(1);
  program.footer(program_help());
  ChosenCommand chosen;
  add_verify_command(program, chosen);
  add_components_command(program, chosen);
  add_connect_command(program, chosen);
  add_sample_command(program, chosen);
  add_plot_command(program, chosen);
  add_barrier_command(program, chosen);
  add_curve_command(program, chosen);
  add_explain_command(program, chosen);
  add_permute_command(program, chosen);
  try {
    std::vector<std::string> arguments = command_arguments(argc, argv);
    check_command(program, arguments);
    std::reverse(arguments.begin(), arguments.end());
    program.parse(arguments);
  } catch (const CLI::ParseError& error) {
    return end_of_parsing(program, error);
  }
  return chosen();
}

}  // namespace

int run_program(int argc, const char* const* argv) {
  try {
    const int code = parse_and_run(argc, argv);
    if (std::fflush(stdout) != 0) return fail(exit_bad_input, "the output cannot be written");
    return code;
  } catch (const InvalidInput& error) {
    return fail(exit_bad_input, error.what());
  } catch (const std::filesystem::filesystem_error& error) {
    return fail(exit_bad_input, error.what());
  } catch (const std::exception& error) {
    return fail(exit_internal_error, std::string("internal error: ") + error.what());
  }
}

}  // namespace isthmus
