#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

namespace isthmus {

/// Refuses anything but a finite decimal number > 0.
CLI::Validator positive_number();
/// Refuses anything but an integer from 1 to 10^9.
CLI::Validator positive_integer();

/// The arguments of the program, ready for the parser: a set that begins with a minus sign, such as '-x > 0', is told
/// from an option by its relation sign and put behind a space.
std::vector<std::string> command_arguments(int argc, const char* const* argv);

}  // namespace isthmus
