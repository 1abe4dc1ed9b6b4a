#pragma once

#include <string>

namespace isthmus {

/// The set language in short, with examples.
std::string set_language_help();

/// What follows the options in the help of each command.
std::string program_help();
std::string components_help();
std::string connect_help();
std::string sample_help();
std::string plot_help();
std::string verify_help();
std::string barrier_help();
std::string curve_help();
std::string explain_help();
std::string permute_help();

}  // namespace isthmus
