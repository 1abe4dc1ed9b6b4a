#include "cli/arguments.hpp"

#include <cctype>
#include <charconv>
#include <cmath>

namespace isthmus {
namespace {

bool is_option_n(const std::string& argument) {
  return argument.rfind("-n", 0) == 0 && argument.find_first_not_of("0123456789", 3) == std::string::npos &&
         argument.size() > 2 && (argument[2] == '=' || std::isdigit(static_cast<unsigned char>(argument[2])) != 0);
}

bool is_negative_set(const std::string& argument) {
  return argument.size() > 1 && argument[0] == '-' && argument[1] != '-' && !is_option_n(argument) &&
         argument.find_first_of("=<>!") != std::string::npos;
}

}  // namespace

CLI::Validator positive_number() {
  return CLI::Validator(
      [](std::string& text) -> std::string {
        double value = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        const bool number = error == std::errc() && end == text.data() + text.size() && std::isfinite(value);
        return number && value > 0 ? "" : "'" + text + "' is not a positive number";
      },
      "");
}

CLI::Validator positive_integer() {
  return CLI::Validator(
      [](std::string& text) -> std::string {
        long value = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        const bool integer = error == std::errc() && end == text.data() + text.size();
        return integer && value >= 1 && value <= 1000000000 ? "" : "'" + text + "' is not an integer from 1 to 10^9";
      },
      "");
}

std::vector<std::string> command_arguments(int argc, const char* const* argv) {
  std::vector<std::string> arguments;
  for (int i = 1; i < argc; ++i) {
    const std::string argument = argv[i];
    arguments.push_back((is_negative_set(argument) ? " " : "") + argument);
  }
  return arguments;
}

}  // namespace isthmus
