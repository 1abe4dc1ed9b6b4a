#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "cli/run_program.hpp"
#include "support/texts.hpp"

using namespace isthmus;
using namespace isthmus::test;
using nlohmann::json;

namespace {

const std::string kPoints = R"(X = [[1, 0], [0, 1]]
Y = [["1/2", 0], [0, 2]]
from = [[[1, 0], [0, 1]], [["1/2", 0], [0, 2]]]
to = [[[-1, 0], [0, 1]], [["-1/2", 0], [0, 2]]]
)";

/// Writes a file and returns its path.
std::string written(const TemporaryDirectory& directory, const std::string& name, const std::string& text) {
  std::ofstream(directory.file(name)) << text;
  return directory.file(name);
}

}  // namespace

TEST_CASE("permute joins two minima by one exchange of neurons") {
  const TemporaryDirectory directory;
  const std::string toml = written(directory, "minima.toml", kPoints);
  const ProgramResult report = run_isthmus({"permute", toml});
  CHECK(report.exit_code == 0);
  CHECK(report.out.find("P_1 = (1 2)\npermuted W_1 = [[0, 1], [1, 0]]\npermuted W_2 = [[0, 1/2], [2, 0]]\n") !=
        std::string::npos);
  const std::string points =
      R"({"X": [[1, 0], [0, 1]], "Y": [["1/2", 0], [0, 2]], "from": [[[1, 0], [0, 1]], [["1/2", 0], [0, 2]]],
    "to": [[[-1, 0], [0, 1]], [["-1/2", 0], [0, 2]]]})";
  const ProgramResult from_json = run_isthmus({"permute", written(directory, "minima.json", points), "--json"});
  REQUIRE(from_json.exit_code == 0);
  const json answer = json::parse(from_json.out);
  CHECK(answer["schema"] == "isthmus.permute/1");
  CHECK(answer["connected"] == false);
  CHECK(answer["joined"] == true);
  CHECK(answer["permutations"] == json::parse("[[2, 1]]"));
  CHECK(run_isthmus({"permute", toml, "--json"}).out == from_json.out);
  const std::string narrow =
      written(directory, "narrow.toml", "X = [[1]]\nY = [[1]]\nfrom = [[[1]], [[1]]]\nto = [[[-1]], [[-1]]]\n");
  CHECK(run_isthmus({"permute", narrow}).out.find("no permutation joins them") != std::string::npos);
}

TEST_CASE("permute refuses what is no pair of minima") {
  const TemporaryDirectory directory;
  const auto refusal = [&](const std::string& name, const std::string& text) {
    const ProgramResult result = run_isthmus({"permute", written(directory, name, text)});
    CHECK(result.exit_code == 3);
    return result.err;
  };
  const auto refuses = [&](const std::string& what, const std::string& by, const std::string& message) {
    CAPTURE(by);
    CHECK(refusal("bad.toml", replaced(kPoints, what, by)).find(message) != std::string::npos);
  };
  refuses("[[1, 0], [0, 1]], [[\"1/2\"", "[[1, 0], [0, 1]], [[\"1/3\"",
          "from is not a minimum: entry (1, 1) of W_l..W_1 X is 1/3");
  refuses("to = [[[-1, 0], [0, 1]], ", "to = [", "to has 1 weights, but there are 2 layers");
  refuses("X = [[1, 0], [0, 1]]", "X = [[1, 0], [0]]", "row 2 has 1 entries, but the first row has 2");
  refuses("X = [[1, 0], [0, 1]]", "X = [[1, 0], [1, 0]]", "the rows of X are linearly dependent");
  refuses("X = ", "Z = ", "the key 'X' is missing");
  refuses("X = ", "Z = 1\nX = ", "Z");
  refuses("Y = [[\"1/2\"", "Y = [[0.5", "a number in a string was expected");
  CHECK(refusal("bad.json", "{").find("no JSON") != std::string::npos);
  CHECK(refusal("bad.json", "{\"X\": [[1]], \"Y\": [[1]], \"from\": [], \"to\": 3}").find("an array of matrices") !=
        std::string::npos);
  CHECK(refusal("bad.json", "{\"X\": [[1.5]], \"Y\": [[1]], \"from\": [], \"to\": []}").find("found 1.5") !=
        std::string::npos);
  CHECK(refusal("bad.json", "{\"X\": [[1]], \"X\": [[2]], \"Y\": [[1]], \"from\": [], \"to\": []}")
            .find("the key \"X\" stands twice") != std::string::npos);
  CHECK(run_isthmus({"permute", "missing.toml"}).exit_code == 3);
  const ProgramResult folder = run_isthmus({"permute", directory.path()});
  CHECK(folder.exit_code == 3);
  CHECK(folder.err.find("this is a directory") != std::string::npos);
}
