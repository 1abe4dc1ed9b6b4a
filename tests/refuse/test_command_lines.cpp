#include <doctest/doctest.h>

#include "cli/catalogue_of_tests.hpp"

using namespace isthmus;

namespace {

struct Refusal {
  std::vector<std::string> arguments;
  std::string message;  ///< a piece of what is printed on standard error
};

/// Each is bad input or usage: exit code 3, words on standard error, nothing on standard output, no file left behind.
void check_refused(const std::vector<Refusal>& refusals) {
  for (const Refusal& refusal : refusals) {
    std::string line = "isthmus";
    for (const std::string& argument : refusal.arguments) line += " '" + argument.substr(0, 80) + "'";
    CAPTURE(line);
    const ProgramResult result = run_isthmus(refusal.arguments);
    CAPTURE(result.err);
    CHECK(result.exit_code == 3);
    CHECK(result.out.empty());
    CHECK(result.err.rfind("isthmus: ", 0) == 0);
    CHECK(result.err.find(refusal.message) != std::string::npos);
  }
}

}  // namespace

TEST_CASE("command lines that name no command or no argument") {
  check_refused({
      {{}, "subcommand is required"},
      {{""}, "there is no command ''"},
      {{"compnents", "x > 0"}, "did you mean 'components'?"},
      {{"plot", "x > 0"}, "--output is required"},
      {{"--frobnicate"}, "a command was expected, not '--frobnicate'"},
      {{"components"}, "SET is required"},
      {{"components", "x > 0", "y > 0"}, "y > 0"},
      {{"connect", "x > 0"}, "is required"},
      {{"connect", "x > 0", "--from", "x=1"}, "--to is required"},
      {{"connect", "x > 0", "--from", "x=1", "--to", "x=1", "--forall", "a"}, "--forall"},
      {{"explain"}, "ID is required"},
      {{"components", "x > 0", "--time-limit"}, "--time-limit"},
      {{"components", "x > 0", "--vars", "x", "--vars", "y"}, "--vars"},
  });
}

TEST_CASE("sets that are no sets, with the place") {
  check_refused({
      {{"components", ""}, "set:1:1: the text is empty"},
      {{"components", "x"}, "set:1:1: a condition was expected"},
      {{"components", "x >"}, "set:1:4:"},
      {{"components", "(x > 0"}, "set:1:1: this '(' is never closed"},
      {{"components", "x > 0)"}, "set:1:6:"},
      {{"components", "1/x > 0"}, "set:1:"},
      {{"components", "x/0 > 0"}, "set:1:"},
      {{"components", "0 < x < 1"}, "set:1:7:"},
      {{"components", "2x > 0"}, "set:1:2:"},
      {{"components", "x > 0 and"}, "set:1:10:"},
      {{"components", "x & y > 0"}, "set:1:3:"},
      {{"components", "x^y > 0"}, "set:1:"},
      {{"components", "x^-1 > 0"}, "set:1:"},
      {{"components", "x => 0"}, "set:1:"},
      {{"components", "x > 0; y > 0"}, "set:1:6:"},
      {{"components", "sin(x) > 0"}, "set:1:1: there are no functions"},
      {{"components", "x > 0\ny >"}, "set:2:1:"},
      {{"components", "x > \xff"}, "set:1:5:"},
      {{"sample", "x >"}, "set:1:4:"},
      {{"connect", "x >", "--from", "x=1", "--to", "x=2"}, "set:1:4:"},
  });
}

TEST_CASE("legal sets that are too large are undecided, with the reason, within their limits") {
  const std::string digits(100000, '7');
  std::string nested = "x > 0";
  for (int i = 0; i < 300; ++i) nested = "(" + nested + ")";
  const std::vector<std::pair<std::string, std::string>> sets{
      {"(x+y+z+w+1)^1000 > 0", "too large to expand"},
      {"x^99999999999999999999 != y", "the exponent is above 10000"},
      {nested, "nested deeper than"},
      {"x^5000+x*y^3-2 > 0 and y*x^4999 != 7", "time limit"},
      {"x^9000+y^9000 < " + digits, "time limit"},
  };
  for (const auto& [set, reason] : sets) {
    CAPTURE(set.substr(0, 80));
    const ProgramResult result = run_isthmus({"components", set, "--time-limit", "1", "--memory-limit", "2000"});
    CHECK(result.exit_code == 2);
    CHECK(result.out.find("undecided: ") == 0);
    CHECK(result.out.find(reason) != std::string::npos);
    CHECK(result.err.empty());
  }
}

TEST_CASE("large legal sets that are answered") {
  const std::string digits(100000, '7');
  const std::vector<std::string> sets{digits + "*x^2-1 > 0", "x^5000*y = 1", std::string(100000, '-') + "x != 0"};
  for (const std::string& set : sets) {
    CAPTURE(set.substr(0, 80));
    const ProgramResult result = run_isthmus({"components", set});
    CHECK(result.exit_code == 0);
    CHECK(result.out.find("2 components") == 0);
  }
}

TEST_CASE("options that do not fit the set or each other") {
  check_refused({
      {{"components", "x > 0", "--vars", "x,,y"}, "--vars:1:3:"},
      {{"components", "x > 0", "--vars", "x,x"}, "'x' occurs twice"},
      {{"components", "x > 0", "--vars", "2"}, "--vars:1:1:"},
      {{"components", "x > 0", "--forall", "x", "--vars", "x"}, "both as a variable and as a parameter"},
      {{"components", "x > a", "--forall", "a", "--assume", "x > 0"}, "'x' is not a parameter"},
      {{"components", "x > a", "--assume", "a > 0"}, "none is declared"},
      {{"components", "x > a", "--forall", "a", "--assume", "a >"}, "assumption:1:4:"},
      {{"components", "x > 0", "--order", "x,y"}, "--order: 'y' is not a variable of the set"},
      {{"components", "x > a", "--forall", "a", "--order", "a,x"}, "--order: 'a' is not a variable of the set"},
      {{"components", "x > 0", "--time-limit", "0"}, "'0' is not a positive number"},
      {{"components", "x > 0", "--time-limit", "-1"}, "'-1' is not a positive number"},
      {{"components", "x > 0", "--time-limit", "nan"}, "'nan' is not a positive number"},
      {{"components", "x > 0", "--time-limit", "5s"}, "'5s' is not a positive number"},
      {{"components", "x > 0", "--memory-limit", "1.5"}, "'1.5' is not an integer"},
      {{"components", "x > 0", "--memory-limit", "0"}, "'0' is not an integer from 1"},
      {{"sample", "x > 0", "-n", "0"}, "'0' is not an integer from 1"},
      {{"sample", "x > 0", "-n", "many"}, "'many' is not an integer"},
  });
}

TEST_CASE("points that are no points of the set") {
  check_refused({
      {{"connect", "x > 0", "--from", "x=0", "--to", "x=1"}, "--from: the point x=0 is not in the set, since 'x > 0' does not hold"},
      {{"connect", "x > 0", "--from", "x=1", "--to", "x=-1"}, "--to: the point x=-1 is not in the set"},
      {{"connect", "x > 0", "--from", "y=1", "--to", "x=1"}, "unknown name 'y'"},
      {{"connect", "x > 0", "--from", "x=1, x=2", "--to", "x=1"}, "'x' is given twice"},
      {{"connect", "x*y > 0", "--from", "x=1", "--to", "x=1, y=1"}, "no value for 'y'"},
      {{"connect", "x > 0", "--from", "1", "--to", "x=1"}, "point:1:1:"},
      {{"connect", "x > 0", "--from", "x=1/0", "--to", "x=1"}, "point:1:"},
      {{"connect", "x > 0", "--from", "x=y", "--to", "x=1"}, "point:1:"},
  });
}

TEST_CASE("pictures that cannot be drawn") {
  const TemporaryDirectory directory;
  const std::string file = directory.file("picture.svg");
  check_refused({
      {{"plot", "x >", "-o", file}, "set:1:4:"},
      {{"plot", "x > 0", "-o", directory.file("picture")}, "the file has no suffix"},
      {{"plot", "x > 0", "-o", directory.file("picture.gif")}, "the suffix '.gif' is unknown"},
      {{"plot", "x > 0", "-o", directory.file("missing/picture.svg")}, "there is no directory"},
      {{"plot", "x > 0", "-o", directory.file("picture.obj")}, "OBJ files hold surfaces in space, the set has 1 variable"},
      {{"plot", "1 > 0", "-o", file}, "the set has no variables; pictures are drawn of sets in 1, 2 or 3 variables"},
      {{"plot", "x+y+z+w > 0", "-o", file}, "the set has 4 variables; pictures are drawn of sets in 1, 2 or 3 variables"},
      {{"plot", "x > 0", "-o", file, "--box", "y=0..1"}, "--box: 'y' is not a variable of the set"},
      {{"plot", "x > 0", "-o", file, "--box", "x=1..0"}, "--box: the range of 'x' is empty"},
      {{"plot", "x > 0", "-o", file, "--box", "x=1"}, "is not of the form x=LOW..HIGH"},
      {{"plot", "x*y > 0", "-o", file, "--box", "x=0..1"}, "--box: no range for 'y'"},
      {{"plot", "x > 0", "-o", file, "--order", "y"}, "--order: 'y' is not a variable of the set"},
      {{"plot", "x > 0", "-o", file, "--cells", "3"}, "--cells"},
      {{"plot", "x > a", "-o", file, "--forall", "a"}, "--forall"},
      {{"barrier", "--degree", "1", "--scale", "2", "--plot", directory.file("picture.html")}, ".svg or .png"},
      {{"barrier", "--degree", "1", "--scale", "2", "--plot-scales", directory.file("missing/p.svg")}, "there is no directory"},
  });
  CHECK(std::filesystem::is_empty(directory.path()));
}

TEST_CASE("files and directories that are not what they should be") {
  const TemporaryDirectory directory;
  write_claim(directory, "fine", "x*y != 0", "4", "proved");
  const std::string claim = directory.file("fine.toml");
  std::filesystem::create_directory(directory.file("empty"));
  std::ofstream(directory.file("text.txt")) << "no claim";
  check_refused({
      {{"components", "x > 0", "--log", directory.path()}, "this is a directory, a file was expected"},
      {{"components", "x > 0", "--log", directory.file("missing/log")}, "there is no directory"},
      {{"components", "x > 0", "--log", claim + "/log"}, "is not a directory"},
      {{"components", "x > 0", "--log", "--json"}, "looks like an option"},
      {{"verify", directory.file("missing.toml")}, "there is no such file"},
      {{"verify", directory.file("empty")}, "no *.toml file below this directory"},
      {{"verify", directory.file("text.txt")}, "text.txt:1:"},
      {{"verify", claim, "--json", directory.path()}, "this is a directory, a file was expected"},
      {{"verify", claim, "--log", claim}, "a directory was expected"},
      {{"verify", claim, "--json", directory.file("out"), "--html", directory.file("out")}, "another option names the same file"},
      {{"verify", claim, "--only", "other*"}, "matches 'other*'"},
      {{"verify", claim, "--shard", "3/2"}, "I must lie between 1 and N"},
      {{"verify", claim, "--shard", "0/2"}, "I must lie between 1 and N"},
      {{"verify", claim, "--shard", "half"}, "is not of the form I/N"},
      {{"verify", claim, "--shard", "2/2"}, "is empty"},
      {{"verify", claim, "--jobs", "0"}, "'0' is not an integer from 1"},
      {{"verify", claim, "--jobs", "two"}, "'two' is not an integer"},
      {{"verify", claim, "--certificates", claim}, "a directory was expected"},
      {{"explain", "fin", claim}, "no claim has the id 'fin'; did you mean 'fine'?"},
      {{"explain", "fine", directory.file("missing.toml")}, "there is no such file"},
  });
  CHECK(std::distance(std::filesystem::directory_iterator(directory.path()), {}) == 3);
}
