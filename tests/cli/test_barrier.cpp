#include <doctest/doctest.h>

#include "cli/run_program.hpp"

using namespace isthmus;

namespace {

bool prints(const std::vector<std::string>& arguments, const std::string& text) {
  std::vector<std::string> words{"barrier"};
  words.insert(words.end(), arguments.begin(), arguments.end());
  const ProgramResult result = run_isthmus(words);
  CAPTURE(result.out);
  CAPTURE(result.err);
  CHECK(result.exit_code == 0);
  CHECK(result.err.empty());
  return result.out.find(text) != std::string::npos;
}

}  // namespace

TEST_CASE("the barrier for a reader") {
  CHECK(prints({"--degree", "1", "--scale", "2"}, "loss at alpha = 1/2: 1/64"));
  CHECK(prints({"--degree", "1", "--scale", "3", "--norm2", "9"}, "largest loss on the segment: 1\n"));
  CHECK(prints({"--degree", "1", "--scale", "3"}, "taken at alpha = 1/2"));
  CHECK(prints({"--degree", "2", "--scale", "1"}, "the segment is a point"));
  CHECK(prints({"--degree", "1/2", "--scale", "2"}, "between "));
  CHECK(prints({"--degree", "0.5", "--scale", "4", "--alpha", "1"}, "loss at alpha = 1: 0\n"));
  CHECK(prints({"--degree", "2", "--exceed", "1000"}, "which exceeds 1000"));
  CHECK(prints({"--exceed", "5"}, "degree k = 1"));
}

TEST_CASE("the barrier as JSON") {
  const ProgramResult exact = run_isthmus({"barrier", "--degree", "2", "--scale", "2", "--norm2", "4", "--json"});
  CHECK(exact.exit_code == 0);
  CHECK(exact.out ==
        "{\n  \"schema\": \"isthmus.barrier/1\",\n  \"status\": \"exact\",\n  \"degree\": \"2\",\n  \"scale\": \"2\",\n"
        "  \"norm2\": \"4\",\n  \"alpha\": \"1/2\",\n  \"value\": \"169/256\",\n  \"maximum\": \"40000/59049\",\n"
        "  \"argmax\": \"5/9\"\n}\n");
  CHECK(prints({"--degree", "1/2", "--scale", "2", "--json"}, "\"status\": \"enclosed\""));
  CHECK(prints({"--degree", "1/2", "--scale", "2", "--json"}, "\"between\": ["));
  CHECK(prints({"--degree", "1", "--scale", "1", "--json"}, "\"argmax\": null"));
  CHECK(prints({"--exceed", "5", "--json"}, "\"exceeds\": \"5\""));
}

TEST_CASE("numbers too large to print are undecided") {
  const ProgramResult result = run_isthmus({"barrier", "--degree", "100000000", "--scale", "7"});
  CHECK(result.exit_code == 2);
  CHECK(result.out.find("undecided: a number of more than") == 0);
}

TEST_CASE("bad numbers are refused with the reason") {
  const auto refused = [](std::vector<std::string> arguments, const std::string& reason) {
    arguments.insert(arguments.begin(), "barrier");
    const ProgramResult result = run_isthmus(arguments);
    CAPTURE(reason);
    CAPTURE(result.err);
    CHECK(result.exit_code == 3);
    CHECK(result.out.empty());
    CHECK(result.err.rfind("isthmus: ", 0) == 0);
    CHECK(result.err.find(reason) != std::string::npos);
  };
  refused({}, "--scale M or --exceed B is required");
  refused({"--degree", "1"}, "--scale M or --exceed B is required");
  refused({"--scale", "2"}, "--degree is required");
  refused({"--degree", "0", "--scale", "2"}, "the degree k = 0 is not positive");
  refused({"--degree", "-1", "--scale", "2"}, "the degree k = -1 is not positive");
  refused({"--degree", "1", "--scale", "0"}, "the scale m = 0 is not positive");
  refused({"--degree", "1", "--scale", "-2"}, "the scale m = -2 is not positive");
  refused({"--degree", "1", "--scale", "2", "--alpha", "-1/2"}, "alpha = -1/2 is outside of [0, 1]");
  refused({"--degree", "1", "--scale", "2", "--alpha", "3/2"}, "alpha = 3/2 is outside of [0, 1]");
  refused({"--degree", "1", "--scale", "2", "--norm2", "-1"}, "|Y|^2 = -1 is negative");
  refused({"--degree", "1", "--exceed", "-1"}, "the bound b = -1 is negative");
  refused({"--degree", "1", "--exceed", "1", "--norm2", "0"}, "|Y|^2 = 0 is not positive");
  refused({"--degree", "k", "--scale", "2"}, "--degree: 'k' is not a number");
  refused({"--degree", "1", "--scale", "two"}, "--scale: 'two' is not a number");
  refused({"--degree", "1", "--scale", "1/0"}, "--scale: '1/0' is not a number");
  refused({"--degree", "1", "--scale", "2", "--alpha", "1e-3"}, "--alpha: '1e-3' is not a number");
  refused({"--exceed", "inf"}, "--exceed: 'inf' is not a number");
  refused({"--degree", "1", "--scale", "2", "--exceed", "3"}, "--exceed");
  refused({"--exceed", "3", "--alpha", "1/2"}, "--alpha");
  refused({"--degree", "1", "--scale", "2", "--bits", "0"}, "--bits");
  refused({"--degree", "1", "--scale", "2", "x > 0"}, "x > 0");
}
