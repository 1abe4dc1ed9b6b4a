#include <doctest/doctest.h>

#include "cli/run_program.hpp"

using namespace isthmus;

TEST_CASE("plot writes every format, the same bytes every time") {
  const TemporaryDirectory directory;
  const std::vector<std::pair<std::string, std::string>> files{
      {"a.svg", "<svg "}, {"a.png", "\x89PNG"}, {"a.html", "<!DOCTYPE html>"}, {"a.obj", "# isthmus: "}};
  for (const auto& [name, beginning] : files) {
    CAPTURE(name);
    const std::vector<std::string> arguments{"plot", "z*(x*y+1) = 1", "-o", directory.file(name), "--cells", "8"};
    const ProgramResult result = run_isthmus(arguments);
    CHECK(result.exit_code == 0);
    CHECK(result.out == "3 components\n");
    CHECK(result.err.empty());
    const std::string bytes = file_contents(directory.file(name));
    CHECK(bytes.rfind(beginning, 0) == 0);
    run_isthmus(arguments);
    CHECK(file_contents(directory.file(name)) == bytes);
  }
}

TEST_CASE("a set whose count is given up is drawn in one colour, with the reason") {
  const TemporaryDirectory directory;
  std::string text = "x^9+y^9+z^9";
  for (const std::string term : {"7*x^7*y", "5*y^6*z^2", "3*x^4*z^5", "11*x^2*y^3*z", "2*x*z^8"}) text += "-" + term;
  const ProgramResult result = run_isthmus({"plot", text + " = 1", "-o", directory.file("a.svg"), "--cells", "8",
                                            "--time-limit", "1", "--box", "x=-2..2, y=-2..2, z=-2..2"});
  CHECK(result.exit_code == 2);
  CHECK(result.out.rfind("undecided: time limit", 0) == 0);
  CHECK(file_contents(directory.file("a.svg")).find("drawn in one colour") != std::string::npos);
}

TEST_CASE("barrier draws its two graphs") {
  const TemporaryDirectory directory;
  const ProgramResult result = run_isthmus({"barrier", "--degree", "1", "--scale", "3", "--plot",
                                            directory.file("a.svg"), "--plot-scales", directory.file("b.png")});
  CHECK(result.exit_code == 0);
  CHECK(file_contents(directory.file("a.svg")).find("The loss on the segment") != std::string::npos);
  CHECK(file_contents(directory.file("b.png")).rfind("\x89PNG", 0) == 0);
}
