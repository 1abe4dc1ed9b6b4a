#include <doctest/doctest.h>

#include <fstream>
#include <iterator>

#include "claim/claim_file.hpp"
#include "claim/parse_error.hpp"
#include "support/texts.hpp"

using namespace isthmus;

// Claims of the catalogue about barriers and curves, with one part replaced by bad data.

namespace {

std::string text_of(const std::string& claim) {
  std::ifstream file(std::string(ISTHMUS_SOURCE_DIR) + "/proofs/catalogue/" + claim + ".toml");
  REQUIRE(file.good());
  return {std::istreambuf_iterator<char>(file), {}};
}

std::string problem_with(const std::string& claim, const std::string& what, const std::string& by) {
  try {
    read_claim(test::replaced(text_of(claim), what, by), "text");
  } catch (const ParseError& error) {
    return error.problem();
  }
  return "";
}

struct BadData {
  std::string what;
  std::string by;
  std::string message;  ///< the beginning of the problem
};

void check_bad_data(const std::string& claim, const std::vector<BadData>& all) {
  CAPTURE(claim);
  for (const BadData& bad : all) {
    CAPTURE(bad.by);
    CHECK(problem_with(claim, bad.what, bad.what).empty());
    const std::string found = problem_with(claim, bad.what, bad.by);
    CAPTURE(found);
    CHECK(found.rfind(bad.message, 0) == 0);
  }
}

}  // namespace

TEST_CASE("a scale that is not positive, an alpha outside of [0, 1], a degree that is not positive, shapes") {
  check_bad_data("5/5.4-assumption-superfluous",
                 {{"scale = \"100\"", "scale = \"0\"", "the scale m must be positive"},
                  {"scale = \"100\"", "scale = \"-1/2\"", "the scale m must be positive"},
                  {"alpha = \"1/2\"", "alpha = \"3/2\"", "alpha must lie in [0, 1]"},
                  {"alpha = \"1/2\"", "alpha = \"-1/2\"", "alpha must lie in [0, 1]"},
                  {"degree = 1", "degree = 0", "a degree outside of 1..1000"},
                  {"degree = 1", "degree = -1", "a degree outside of 1..1000"},
                  {"outer = [\"1, 1\"]", "outer = [\"1, 1, 1\"]", "'outer' has 3 columns, 'preactivation' 2 rows"},
                  {"\"-4\"", "\"-4, 2\"", "the rows differ in length"}});
  check_bad_data("5/figure-4", {{"scales = [\"2\"", "scales = [\"0\"", "a scale m that is not positive"},
                                {"scales = [\"2\"", "scales = [\"-2\"", "a scale m that is not positive"},
                                {"alphas = [\"1/2\"", "alphas = [\"2\"", "an alpha outside of [0, 1]"},
                                {"degree = 1", "degree = 0", "a degree outside of 1..1000"},
                                {"samples = 4", "samples = 0", "a number of samples outside of 1..200"},
                                {"widths = [8", "widths = [0", "a number outside of 1..200"},
                                {"16, 32, 16, 8, 4]", "4]", "fewer than two layers"}});
  check_bad_data("5/5.3-homogeneity",
                 {{"degree = \"1\"", "degree = \"0\"", "an activation is given, so the degree"},
                  {"degree = \"1\"", "degree = \"1/2\"", "an activation is given, so the degree"}});
}

TEST_CASE("curves that leave their level set, intervals that are empty, bounds that are not positive") {
  check_bad_data("6/6.2-distance-cubic",
                 {{"from = \"-9/10\"", "from = \"9/10\"", "the interval [9/10, 9/10] is empty or a point"},
                  {"from = \"-9/10\"", "from = \"1\"", "the interval [1, 9/10] is empty or a point"},
                  {"level = \"0\"", "level = \"1\"", "the curve leaves the level set"},
                  {"\"47/4\"", "\"-1\"", "'squared-curvature' must be positive"},
                  {"\"47/4\"", "\"0\"", "'squared-curvature' must be positive"},
                  {"\"1 - t^2\"", "\"1/t\"", "the curve is not defined on [-9/10, 9/10]"}});
  check_bad_data("6/6.2-distance-cassini",
                 {{"start = [\"0\", \"-1\"]", "start = [\"0\", \"-2\"]", "'start' does not lie on the level set"},
                  {"start = [\"0\", \"-1\"]", "start = [\"0\", \"1\"]", "'start' and 'end' are the same point"}});
  check_bad_data("6/6.2-exponential",
                 {{"to = \"1\"", "to = \"0\"", "the interval is empty or a point"},
                  {"to = \"1\"", "to = \"-1\"", "the interval is empty or a point"},
                  {"[\"1\", \"0\", \"1\", \"0\"]", "[\"0\", \"0\", \"0\", \"0\"]", "the curve is a point"},
                  {"[\"1\", \"0\", \"1\", \"0\"]", "[\"0\", \"0\", \"1\"]", "the start has 3 coordinates"},
                  {"\"54/25\", \"231/100\"", "\"3\", \"2\"", "the ends of the interval are in wrong order"}});
  check_bad_data("6/6.2-rotations", {{"\"87/10\"", "\"0\"", "'squared-norm' must be positive"}});
  check_bad_data("6/6.fig3a", {{"smallest = \"2\"", "smallest = \"0\"", "smallest must lie between 1 and 200"},
                               {"smallest = \"2\"", "smallest = \"101\"", "smallest is above largest"}});
  check_bad_data("5/5.5", {{"inner = \"p\"", "inner = \"0\"", "a size must lie between 1 and 1000"}});
  check_bad_data("B/B-bounds", {{"w2*w1 = 1", "1 = 1", "one equation was expected"},
                                {"w2*w1 = 1", "w2*w1 > 1", "one equation was expected"}});
}
