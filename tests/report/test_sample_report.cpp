#include <doctest/doctest.h>

#include "report/sample_report.hpp"

using namespace isthmus;

namespace {

SampleAnswer two_components() {
  SampleAnswer answer{{{}, {"x"}}, {{"true", {}, 2, {}}}, "", {}};
  for (const auto& [component, value] : {std::pair{0, -1}, {0, -2}, {1, 1}}) {
    answer.cases[0].points.push_back({static_cast<std::size_t>(component), to_algebraic({Rational(value)})});
  }
  return answer;
}

}  // namespace

TEST_CASE("points are listed behind the numbers of their components") {
  CHECK(sample_report(two_components()) == "2 components\n  1: x=-1\n  1: x=-2\n  2: x=1\n");
  CHECK(sample_json(two_components()) == R"({
  "schema": "isthmus.sample/1",
  "variables": [
    "x"
  ],
  "status": "exact",
  "components": 2,
  "samples": [
    {
      "component": 1,
      "point": {
        "x": "-1"
      }
    },
    {
      "component": 1,
      "point": {
        "x": "-2"
      }
    },
    {
      "component": 2,
      "point": {
        "x": "1"
      }
    }
  ],
  "note": "",
  "reason": ""
}
)");
}

TEST_CASE("a family is sampled case by case") {
  SampleAnswer answer{{{"a"}, {"x"}}, {{"a > 0", {Rational(4)}, 1, {}}}, "", {}};
  answer.cases[0].points.push_back({0, to_algebraic({Rational(2)})});
  CHECK(sample_report(answer) == "if a > 0: 1 component, at a=4\n  1: x=2\n");
  CHECK(sample_json(answer).find("\"at\": {\n        \"a\": \"4\"\n      }") != std::string::npos);
}

TEST_CASE("fewer points than wanted, none, and no answer") {
  SampleAnswer answer = two_components();
  answer.note = "3 of 9 points were found";
  CHECK(sample_report(answer).find("note: 3 of 9 points were found\n") != std::string::npos);
  CHECK(sample_report({{{}, {"x"}}, {{"true", {}, 0, {}}}, "", {}}) == "0 components: the set is empty\n");
  const SampleAnswer undecided{{{}, {"x"}}, {}, "", {"interrupted"}};
  CHECK(sample_report(undecided) == "undecided: interrupted\n");
  CHECK(sample_json(undecided).find("\"components\": null,\n  \"samples\": []") != std::string::npos);
}
