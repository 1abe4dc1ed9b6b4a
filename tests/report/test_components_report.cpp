#include <doctest/doctest.h>

#include "claim/set_language.hpp"
#include "connect/family.hpp"
#include "report/components_report.hpp"
#include "report/method.hpp"
#include "report/point_text.hpp"

using namespace isthmus;

namespace {

RealRoot root_of_two() {
  return RealRoot(UnivariatePolynomial({Integer(-2), Integer(0), Integer(1)}), Rational(1), Rational(3, 2));
}

ComponentsAnswer two_points() {
  ComponentsAnswer answer{{{}, {"x", "y"}}, {}, 2, "by hand", {}};
  answer.cases.push_back({"true", {}, 2, {AlgebraicPoint{RealRoot(Rational(1, 2)), RealRoot(Rational(3))},
                                          AlgebraicPoint{root_of_two(), RealRoot(Rational(0))}}});
  return answer;
}

ComponentsAnswer family() {
  ComponentsAnswer answer{{{"a"}, {"x"}}, {}, std::nullopt, "by hand", {}};
  answer.cases.push_back({"a < 0", {Rational(-1)}, 0, {}});
  answer.cases.push_back({"a = 0", {Rational(0)}, 1, {AlgebraicPoint{RealRoot(Rational(0))}}});
  return answer;
}

}  // namespace

TEST_CASE("a point is written as the command line reads it") {
  CHECK(point_text({"x", "y"}, to_algebraic({Rational(1, 2), Rational(-3)})) == "x=1/2, y=-3");
  CHECK(point_text({"x"}, {root_of_two()}) == "x = root of t^2-2 in (1, 3/2)");
  CHECK(point_text({}, {}) == "the only point");
  const PolynomialRing ring({"x", "y"});
  CHECK(parse_point(point_text({"x", "y"}, to_algebraic({Rational(1, 2), Rational(-3)})), ring) ==
        Point{Rational(1, 2), Rational(-3)});
}

TEST_CASE("one set: the count, a point of each component, the method") {
  CHECK(components_report(two_points()) ==
        "2 components\n"
        "  1: x=1/2, y=3\n"
        "  2: x = root of t^2-2 in (1, 3/2), y=0\n"
        "method: by hand\n");
}

TEST_CASE("one set as JSON") {
  CHECK(components_json(two_points()) == R"({
  "schema": "isthmus.components/1",
  "variables": [
    "x",
    "y"
  ],
  "status": "exact",
  "components": 2,
  "samples": [
    {
      "x": "1/2",
      "y": "3"
    },
    {
      "x": {
        "root_of": "t^2-2",
        "between": [
          "1",
          "3/2"
        ]
      },
      "y": "0"
    }
  ],
  "method": "by hand",
  "reason": ""
}
)");
}

TEST_CASE("a family whose count depends on the parameters") {
  CHECK(components_report(family()) ==
        "the number of components depends on the parameters\n"
        "  if a < 0: 0 components\n"
        "  if a = 0: 1 component, at a=0\n"
        "    1: x=0\n"
        "method: by hand\n");
  CHECK(components_json(family()) == R"({
  "schema": "isthmus.components/1",
  "variables": [
    "x"
  ],
  "parameters": [
    "a"
  ],
  "status": "exact",
  "components": null,
  "cases": [
    {
      "when": "a < 0",
      "components": 0,
      "at": {
        "a": "-1"
      },
      "samples": []
    },
    {
      "when": "a = 0",
      "components": 1,
      "at": {
        "a": "0"
      },
      "samples": [
        {
          "x": "0"
        }
      ]
    }
  ],
  "samples": [],
  "method": "by hand",
  "reason": ""
}
)");
}

TEST_CASE("one count for all parameters is the headline") {
  ComponentsAnswer answer = family();
  answer.cases.erase(answer.cases.begin());
  answer.common = 1;
  CHECK(components_report(answer).rfind("1 component for all a that the assumption admits\n", 0) == 0);
  CHECK(components_json(answer).find("\"components\": 1,\n  \"cases\"") != std::string::npos);
}

TEST_CASE("what is undecided is no number, whatever is known besides") {
  ComponentsAnswer answer = two_points();
  answer.undecided = {"time limit of 5 s reached"};
  CHECK(components_report(answer).rfind("undecided: time limit of 5 s reached\n", 0) == 0);
  const std::string json = components_json(answer);
  CHECK(json.find("\"status\": \"undecided\"") != std::string::npos);
  CHECK(json.find("\"components\": null") != std::string::npos);
  CHECK(json.find("\"reason\": \"time limit of 5 s reached\"") != std::string::npos);
}

TEST_CASE("an assumption that nothing satisfies") {
  const ComponentsAnswer answer{{{"a"}, {"x"}}, {}, std::nullopt, "", {}};
  CHECK(components_report(answer) == "vacuous: no parameter value satisfies the assumption\n");
  const std::string json = components_json(answer);
  CHECK(json.find("\"status\": \"exact\"") != std::string::npos);
  CHECK(json.find("\"components\": null") != std::string::npos);
  CHECK(json.find("\"cases\": []") != std::string::npos);
  CHECK(json.find("\"reason\": \"no parameter value satisfies the assumption\"") != std::string::npos);
}

TEST_CASE("what became of a certificate that was wanted") {
  const ComponentsAnswer answer = two_points();
  CHECK(components_report(answer).find("certificate") == std::string::npos);
  CHECK(components_json(answer).find("certificate") == std::string::npos);
  CHECK(components_report(answer, "unchecked").find("\ncertificate: unchecked\n") != std::string::npos);
  CHECK(components_json(answer, "unchecked").find("\"certificate\": \"unchecked\"") != std::string::npos);
}

TEST_CASE("the empty set") {
  ComponentsAnswer answer{{{}, {"x"}}, {{"true", {}, 0, {}}}, 0, "", {}};
  CHECK(components_report(answer) == "0 components: the set is empty\n");
  CHECK(components_json(answer).find("\"components\": 0") != std::string::npos);
}

TEST_CASE("a component without an exact point is still counted") {
  ComponentsAnswer answer{{{}, {"x"}}, {{"true", {}, 1, {std::nullopt}}}, 1, "", {}};
  CHECK(components_report(answer) == "1 component\n  1: a point that was not written exactly\n");
  CHECK(components_json(answer).find("\"samples\": [\n    null\n  ]") != std::string::npos);
}

TEST_CASE("the method names each kind of step once, from the outside in") {
  const auto method = [](const char* text) { return method_text(*reduce(parse_set(text))); };
  CHECK(method("z*(x*y+1) = 1") == "graph of z over the other coordinates; open cells of an exact decomposition, joined across walls");
  CHECK(method("x^2 < 1 and y^2 < 1").rfind("product of sets in disjoint variables", 0) == 0);
  CHECK(method("x^2 = 2") == "real roots on the line");
}
