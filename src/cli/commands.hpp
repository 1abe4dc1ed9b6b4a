#pragma once

#include <CLI/CLI.hpp>
#include <functional>

namespace isthmus {

/// What the command line asks for, once it is parsed; returns the exit code.
using ChosenCommand = std::function<int()>;

/// Each adds its command to the program; if the command line names it, `chosen` becomes the work to do.
void add_barrier_command(CLI::App& program, ChosenCommand& chosen);
void add_components_command(CLI::App& program, ChosenCommand& chosen);
void add_connect_command(CLI::App& program, ChosenCommand& chosen);
void add_curve_command(CLI::App& program, ChosenCommand& chosen);
void add_explain_command(CLI::App& program, ChosenCommand& chosen);
void add_permute_command(CLI::App& program, ChosenCommand& chosen);
void add_plot_command(CLI::App& program, ChosenCommand& chosen);
void add_sample_command(CLI::App& program, ChosenCommand& chosen);
void add_verify_command(CLI::App& program, ChosenCommand& chosen);

}  // namespace isthmus
