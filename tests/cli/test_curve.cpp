#include <doctest/doctest.h>

#include "cli/run_program.hpp"

using namespace isthmus;

namespace {

ProgramResult curve(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), "curve");
  return run_isthmus(arguments);
}

bool has(const ProgramResult& result, const std::string& text) {
  CAPTURE(result.out);
  CAPTURE(result.err);
  return result.out.find(text) != std::string::npos;
}

const std::vector<std::string> kLoop{"--coordinates", "1 - t^2, t - t^3", "--from", "-9/10", "--to", "9/10"};

}  // namespace

TEST_CASE("a rational curve for a reader") {
  const ProgramResult result = curve(kLoop);
  CHECK(result.exit_code == 0);
  CHECK(has(result, "distance of the ends D  171/500"));
  CHECK(has(result, "length                  between 22040789/10000000 and 4408159/2000000"));
  CHECK(has(result, "does not apply: the total curvature exceeds pi"));
  CHECK(has(curve({"--coordinates", "(1 - t^2)/(1 + t^2), 2*t/(1 + t^2)", "--from", "0", "--to", "1"}),
            "largest curvature       1\n"));
  CHECK(has(curve({"--coordinates", "t, 1/t", "--from", "1/2", "--to", "2"}), "applies: every point"));
  CHECK(has(curve({"--coordinates", "t, 1/t", "--from", "1/3", "--to", "3"}), "kappa_max D > 2"));
  CHECK(has(curve({"--coordinates", "t^2, t^3", "--from", "-1", "--to", "1"}), "not regular"));
}

TEST_CASE("an exponential curve for a reader") {
  CHECK(has(curve({"--generator", "0, -1; 1, 0", "--start", "1, 0", "--from", "0", "--to", "2/3*pi"}),
            "largest curvature       1\n"));
  CHECK(has(curve({"--generator", "1, 0; 0, -1", "--start", "1, 1", "--from", "-1", "--to", "1"}), "kappa_max D > 2"));
  const ProgramResult half = curve({"--generator", "0,-1;1,0", "--start", "1,0", "--from", "0", "--to", "pi"});
  CHECK(half.exit_code == 2);
  CHECK(has(half, "undecided: kappa_max D is too close to 2"));
}

TEST_CASE("a curve as JSON: one hyperbola, given in two ways") {
  const ProgramResult rational = curve({"--coordinates", "t, 1/t", "--from", "1", "--to", "2", "--json"});
  CHECK(rational.exit_code == 0);
  CHECK(has(rational, "\"schema\": \"isthmus.curve/1\""));
  CHECK(has(rational, "\"squared_chord\": \"5/4\""));
  CHECK(has(rational, "\"squared_curvature\": \"1/2\""));
  CHECK(has(rational, "\"applies\": true"));
  CHECK(has(rational, "\"length\": {\n    \"between\": ["));
  CHECK(has(curve({"--coordinates", "t^2, t^3", "--from", "-1", "--to", "1", "--json"}), "\"curvature\": null"));
}

TEST_CASE("curves that are refused, with the reason") {
  const auto refused = [](const std::vector<std::string>& arguments, const std::string& reason) {
    const ProgramResult result = curve(arguments);
    CAPTURE(reason);
    CAPTURE(result.err);
    CHECK(result.exit_code == 3);
    CHECK(result.out.empty());
    CHECK(result.err.find(reason) != std::string::npos);
  };
  refused({"--from", "0", "--to", "1"}, "one of --coordinates and --generator");
  refused({"--coordinates", "t", "--generator", "1", "--from", "0", "--to", "1"},
          "one of --coordinates and --generator");
  refused({"--coordinates", "t", "--to", "1"}, "--from");
  refused({"--coordinates", "t, s", "--from", "0", "--to", "1"}, "'s' is not declared");
  refused({"--coordinates", "t, 2t", "--from", "0", "--to", "1"}, "--coordinates:1:");
  refused({"--coordinates", "t, 1/t", "--from", "-1", "--to", "1"}, "t vanishes there");
  refused({"--coordinates", "t", "--from", "1", "--to", "1"}, "empty or a point");
  refused({"--coordinates", "1, 2", "--from", "0", "--to", "1"}, "the curve is a point");
  refused({"--coordinates", "t", "--from", "zero", "--to", "1"}, "'zero' is not a number");
  refused({"--coordinates", "t", "--from", "0", "--to", "pi"}, "'pi' is not a number");
  refused({"--coordinates", "t", "--from", "0", "--to", "1", "--digits", "99"}, "from 1 to 12");
  refused({"--coordinates", "t", "--start", "1", "--from", "0", "--to", "1"}, "--start belongs to");
  refused({"--generator", "0,-1;1", "--start", "1,0", "--from", "0", "--to", "1"}, "row 2 has 1 entries");
  refused({"--generator", "0,-1", "--start", "1,0", "--from", "0", "--to", "1"}, "1 rows and 2 columns");
  refused({"--generator", "0,-1;1,0", "--from", "0", "--to", "1"}, "--start is required");
  refused({"--generator", "0,-1;1,0", "--start", "1", "--from", "0", "--to", "1"}, "the start has 1 coordinates");
  refused({"--generator", "0,-1;1,0", "--start", "0,0", "--from", "0", "--to", "1"}, "the curve is a point");
  refused({"--generator", "0,-1;1,0", "--start", "1,0", "--from", "pi", "--to", "3"}, "empty or a point");
  refused({"--generator", "0,-1;1,0", "--start", "1,0", "--from", "0", "--to", "pie"}, "no multiple of pi");
}
