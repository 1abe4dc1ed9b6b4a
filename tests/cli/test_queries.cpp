#include <doctest/doctest.h>

#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "claim/set_language.hpp"
#include "cli/run_program.hpp"
#include "connect/components.hpp"
#include "support/texts.hpp"

using namespace isthmus;
using namespace isthmus::test;
using nlohmann::json;

namespace {

/// The JSON that a query prints; it must be decided.
json decided(std::vector<std::string> arguments) {
  arguments.push_back("--json");
  const ProgramResult result = run_isthmus(arguments);
  CAPTURE(result.err);
  REQUIRE(result.exit_code == 0);
  return json::parse(result.out);
}

Point point_of(const json& coordinates, const PolynomialRing& ring) {
  std::string text;
  for (const auto& [name, value] : coordinates.items())
    text += (text.empty() ? "" : ", ") + name + "=" + value.get<std::string>();
  return parse_point(text, ring);
}

std::string keys_of(const nlohmann::ordered_json& object) {
  std::string keys;
  for (const auto& [key, value] : object.items()) keys += key + " ";
  return keys;
}

/// Whether the program has come to the point from which on it answers SIGINT: it blocks the signal then. So does a fork
/// for a moment before it becomes the program.
bool awaits_signals(pid_t pid) {
  std::error_code gone;
  const std::string process = "/proc/" + std::to_string(pid);
  if (std::filesystem::read_symlink(process + "/exe", gone).filename() != "isthmus") return false;
  const std::string status = file_contents(process + "/status");
  const std::size_t line = status.find("SigBlk:");
  return line != std::string::npos && (std::stoull(status.substr(line + 7), nullptr, 16) & (1ull << (SIGINT - 1))) != 0;
}

}  // namespace

TEST_CASE("sets that are counted, with a point of the set for each component") {
  struct Example {
    const char* set;
    std::size_t components;
  };
  const Example examples[] = {
      {"w3*(w2*w1+1) = 1", 3},
      {"w3*w2*w1 = 1", 4},
      {"a*d - b*c != 0", 2},
      {"x*y != 0", 4},
      {"x*z^2+2*y*z-x != 0", 2},
      {"x > 0 and x < 0", 0},
      {"x^2+1 < 0", 0},
      {"1 = 1", 1},
      {"x-x = 0", 1},
      {"-x > 0", 1},
      {"(x^2-2)^3 != 0", 3},
      {"0.1*x = 1/10 and y = x", 1},
  };
  for (const Example& example : examples) {
    CAPTURE(example.set);
    const json answer = decided({"components", example.set});
    CHECK(answer["schema"] == "isthmus.components/1");
    CHECK(answer["status"] == "exact");
    CHECK(answer["components"] == example.components);
    REQUIRE(answer["samples"].size() == example.components);
    const SemialgebraicSet set = parse_set(example.set);
    for (const json& sample : answer["samples"]) {
      const Point point = sample.empty() ? Point(set.ring.size()) : point_of(sample, set.ring);
      CHECK(set.formula.holds_at(point));
    }
  }
}

TEST_CASE("the text of a count says the same") {
  const ProgramResult result = run_isthmus({"components", "x^2 = 2"});
  CHECK(result.exit_code == 0);
  CHECK(result.out.rfind("2 components\n  1: x = root of t^2-2 in (", 0) == 0);
  CHECK(result.err.empty());
}

TEST_CASE("the keys of the JSON come in their order") {
  const auto keys = [](std::vector<std::string> arguments) {
    arguments.push_back("--json");
    return keys_of(nlohmann::ordered_json::parse(run_isthmus(arguments).out));
  };
  CHECK(keys({"components", "x > 0"}) == "schema variables status components samples method reason ");
  CHECK(keys({"components", "x > a", "--forall", "a"}) ==
        "schema variables parameters status components cases samples method reason ");
  CHECK(keys({"connect", "x > 0", "--from", "x=1", "--to", "x=2"}) ==
        "schema variables status connected path legs reason ");
  CHECK(keys({"connect", "x*y != 0", "--from", "x=1, y=1", "--to", "x=-2, y=1"}) ==
        "schema variables status connected components separator reason ");
}

TEST_CASE("the ambient space is what --vars says") {
  CHECK(decided({"components", "x > 0"})["variables"] == json({"x"}));
  CHECK(decided({"components", "y > x"})["variables"] == json({"y", "x"}));
  CHECK(decided({"components", "x > 0", "--vars", "z, x,y"})["variables"] == json({"z", "x", "y"}));
  CHECK(decided({"components", "x = 0 or y = 0", "--vars", "x,y,z"})["components"] == 1);
}

TEST_CASE("a count for all parameters") {
  const json residual =
      decided({"components", "w3*(w2*w1*x+e*x) = y", "--forall", "x,y,e", "--assume", "x != 0 and y != 0 and e != 0"});
  CHECK(residual["components"] == 3);
  CHECK(residual["parameters"] == json({"x", "y", "e"}));
  CHECK(residual["variables"] == json({"w3", "w2", "w1"}));
  const json square = decided({"components", "x^2 = a", "--forall", "a"});
  CHECK(square["components"].is_null());
  std::map<std::string, int> cases;
  for (const json& each : square["cases"]) cases[each["when"]] = each["components"];
  CHECK(cases == std::map<std::string, int>{{"a < 0", 0}, {"a = 0", 1}, {"a > 0", 2}});
}

TEST_CASE("an assumption without a model is vacuous, and said to be") {
  const json answer = decided({"components", "x^2 = a", "--forall", "a", "--assume", "a^2 < 0"});
  CHECK(answer["status"] == "exact");
  CHECK(answer["components"].is_null());
  CHECK(answer["cases"].empty());
  CHECK(answer["reason"] == "no parameter value satisfies the assumption");
}

TEST_CASE("what is outside the method stays undecided, with a reason") {
  // Two equations on the parameters, neither of which can be solved for a or b.
  const std::string assumption = "a^2+b^2 = 3 and a^3+b^3 = 1";
  const ProgramResult text = run_isthmus({"components", "x^2 = a", "--forall", "a,b", "--assume", assumption});
  CHECK(text.exit_code == 2);
  CHECK(text.out.rfind("undecided: ", 0) == 0);
  const ProgramResult result =
      run_isthmus({"components", "x^2 = a", "--forall", "a,b", "--assume", assumption, "--json"});
  CHECK(result.exit_code == 2);
  const json answer = json::parse(result.out);
  CHECK(answer["status"] == "undecided");
  CHECK(answer["components"].is_null());
  CHECK_FALSE(answer["reason"].get<std::string>().empty());
}

TEST_CASE("a wall that no parameter parametrises is counted over its roots") {
  // y^2 = x^3+a*x+b with a double root: a node for b > 0, an isolated point and a branch for b < 0.
  const json answer = decided({"components", "y^2 = x^3+a*x+b", "--forall", "a,b"});
  std::size_t walls = 0;
  for (const json& row : answer["cases"]) {
    const std::string when = row["when"];
    if (when.find("4*a^3+27*b^2 = 0") == std::string::npos || when.find("a = 0") != std::string::npos) continue;
    CHECK(row["components"] == (when.find("b < 0") != std::string::npos ? 2 : 1));
    ++walls;
  }
  CHECK(walls == 2);
}

TEST_CASE("two points on one component, and a path between them") {
  const json answer = decided({"connect", "z*(x*y+1) = 1", "--from", "x=0, y=0, z=1", "--to", "x=1, y=1, z=1/2"});
  CHECK(answer["connected"] == true);
  const SemialgebraicSet set = parse_set("z*(x*y+1) = 1");
  REQUIRE(answer["path"].size() >= 2);
  for (const json& vertex : answer["path"]) CHECK(set.formula.holds_at(point_of(vertex, set.ring)));
  CHECK(point_of(answer["path"].front(), set.ring) == Point{Rational(1), Rational(0), Rational(0)});
  CHECK(point_of(answer["path"].back(), set.ring) == Point{Rational(1, 2), Rational(1), Rational(1)});
  for (const json& leg : answer["legs"]) CHECK(leg["solved"]["z"] == "1/(x*y+1)");
}

TEST_CASE("two points on two components, and what separates them") {
  const json answer = decided({"connect", "z*(x*y+1) = 1", "--from", "x=0, y=0, z=1", "--to", "x=1, y=-2, z=-1"});
  CHECK(answer["connected"] == false);
  CHECK(answer["components"][0] != answer["components"][1]);
  const PolynomialRing ring({"z", "x", "y"});
  const Polynomial separator = parse_polynomial(answer["separator"]["polynomial"].get<std::string>(), ring);
  CHECK(separator.evaluate({Rational(1), Rational(0), Rational(0)}).sign() == answer["separator"]["signs"][0]);
  CHECK(separator.evaluate({Rational(-1), Rational(1), Rational(-2)}).sign() == answer["separator"]["signs"][1]);
}

TEST_CASE("a point that is not in the set is bad input, with the condition that fails") {
  const ProgramResult result =
      run_isthmus({"connect", "x > 0 and x^2+y^2 < 9", "--from", "x=1, y=0", "--to", "x=1, y=3"});
  CHECK(result.exit_code == 3);
  CHECK(result.out.empty());
  CHECK(contains(result.err, "--to: the point x=1, y=3 is not in the set, since 'x^2+y^2-9 < 0' does not hold there"));
}

TEST_CASE("samples: at least one on each component, as many as wanted, all in the set") {
  const json answer = decided({"sample", "x*y != 0 and x^2+y^2 < 1", "-n", "10"});
  CHECK(answer["components"] == 4);
  CHECK(answer["samples"].size() >= 10);
  const SemialgebraicSet set = parse_set("x*y != 0 and x^2+y^2 < 1");
  std::set<int> seen;
  for (const json& sample : answer["samples"]) {
    seen.insert(sample["component"].get<int>());
    CHECK(set.formula.holds_at(point_of(sample["point"], set.ring)));
  }
  CHECK(seen == std::set<int>{1, 2, 3, 4});
}

TEST_CASE("the order of the projection can be chosen and does not change the count") {
  for (const char* order : {"x,y,z", "z,y,x", "y,z,x"}) {
    CAPTURE(order);
    const TemporaryDirectory directory;
    CHECK(decided({"components", "x*z^2+2*y*z-x != 0", "--order", order, "--log",
                   directory.file("log")})["components"] == 2);
    std::string spaced = order;
    for (std::size_t i = 0; (i = spaced.find(',', i)) != std::string::npos; i += 2) spaced.replace(i, 1, ", ");
    CHECK(contains(file_contents(directory.file("log")), "projection order (" + spaced + ")"));
  }
}

TEST_CASE("a log tells the reduction, the projection, the joins, the separators") {
  const TemporaryDirectory directory;
  const std::string log = directory.file("log");
  CHECK(run_isthmus({"components", "z*(x*y+1) = 1", "--log", log}).exit_code == 0);
  const std::string text = file_contents(log);
  for (const std::string piece :
       {"set: ", "variables: z, x, y", "z = ", "x*y+1", "projection order", "join", "separated"}) {
    CAPTURE(piece);
    CHECK(contains(text, piece));
  }
  CHECK(run_isthmus({"components", "z*(x*y+1) = 1", "--log", directory.file("again")}).exit_code == 0);
  CHECK(file_contents(directory.file("again")) == text);
}

TEST_CASE("coefficients of 10^4 digits are read and used") {
  const std::string digits(10000, '7');
  CHECK(decided({"components", digits + "*x^2 > " + digits})["components"] == 2);
}

TEST_CASE("what takes too long ends undecided, and says so in the same form") {
  const ProgramResult result = run_isthmus({"components", heavy_set(), "--time-limit", "1.5", "--json"});
  CHECK(result.exit_code == 2);
  const json answer = json::parse(result.out);
  CHECK(answer["status"] == "undecided");
  CHECK(answer["variables"] == json({"x", "y", "z", "w"}));
  CHECK(answer["components"].is_null());
  CHECK(answer["reason"] == "time limit of 1.5 s reached");
  for (const std::string command : {"sample", "components"}) {
    const ProgramResult text = run_isthmus({command, heavy_set(), "--time-limit", "0.1"});
    CHECK(text.exit_code == 2);
    CHECK(text.out == "undecided: time limit of 0.1 s reached\n");
  }
}

TEST_CASE("what takes too much memory ends undecided") {
  const ProgramResult result = run_isthmus({"components", heavy_set(), "--memory-limit", "1"});
  CHECK(result.exit_code == 2);
  CHECK(result.out == "undecided: memory limit of 1 MB reached\n");
}

TEST_CASE("an interrupt ends a query undecided, whichever signal it is") {
  for (const int signal : {SIGINT, SIGTERM}) {
    CAPTURE(signal);
    const TemporaryDirectory directory;
    RunningProgram program({"components", heavy_set(), "--json", "--log", directory.file("log")});
    while (!awaits_signals(program.pid())) usleep(1000);
    kill(program.pid(), signal);
    const ProgramResult result = program.wait();
    CHECK(result.exit_code == 2);
    CHECK(json::parse(result.out)["reason"] == "interrupted");
    CHECK(contains(file_contents(directory.file("log")), "undecided: interrupted"));
  }
}
