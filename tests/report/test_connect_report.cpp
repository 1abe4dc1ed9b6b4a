#include <doctest/doctest.h>

#include "claim/set_language.hpp"
#include "report/connect_report.hpp"

using namespace isthmus;

namespace {

const PolynomialRing ring({"z", "x", "y"});

AlgebraicPoint at(long z, long x, long y) { return to_algebraic({Rational(z), Rational(x), Rational(y)}); }

ConnectAnswer joined() {
  Connection connection;
  connection.connected = true;
  const Solved solved{0, parse_polynomial("1", ring), parse_polynomial("x*y+1", ring)};
  connection.path.push_back({{at(1, 0, 0), at(1, 0, 1)}, {solved}, {}});
  connection.path.push_back({{at(1, 0, 1), at(1, 0, 0)}, {}, {0, 0, 2}});
  connection.reason = "by hand";
  return {ring, connection, ""};
}

ConnectAnswer separated() {
  Connection connection;
  connection.separator = Separator{parse_polynomial("x*y+1", ring), 1, -1};
  connection.component_to = 2;
  return {ring, connection, ""};
}

}  // namespace

TEST_CASE("a path is told leg by leg") {
  CHECK(connect_report(joined()) ==
        "connected\n"
        "path\n"
        "  along straight segments with z = 1/(x*y+1):\n"
        "    z=1, x=0, y=0\n"
        "    z=1, x=0, y=1\n"
        "  along (z, x, t^2*y), t between 1 and 0:\n"
        "    z=1, x=0, y=1\n"
        "    z=1, x=0, y=0\n"
        "reason: by hand\n");
}

TEST_CASE("in JSON the path has the vertices of all legs, shared ones once") {
  CHECK(connect_json(joined()) == R"json({
  "schema": "isthmus.connect/1",
  "variables": [
    "z",
    "x",
    "y"
  ],
  "status": "exact",
  "connected": true,
  "path": [
    {
      "z": "1",
      "x": "0",
      "y": "0"
    },
    {
      "z": "1",
      "x": "0",
      "y": "1"
    },
    {
      "z": "1",
      "x": "0",
      "y": "0"
    }
  ],
  "legs": [
    {
      "vertices": [
        {
          "z": "1",
          "x": "0",
          "y": "0"
        },
        {
          "z": "1",
          "x": "0",
          "y": "1"
        }
      ],
      "solved": {
        "z": "1/(x*y+1)"
      }
    },
    {
      "vertices": [
        {
          "z": "1",
          "x": "0",
          "y": "1"
        },
        {
          "z": "1",
          "x": "0",
          "y": "0"
        }
      ],
      "solved": {},
      "weights": {
        "z": 0,
        "x": 0,
        "y": 2
      }
    }
  ],
  "reason": "by hand"
}
)json");
}

TEST_CASE("a separator is told with its signs") {
  CHECK(connect_report(separated()) ==
        "not connected: the points lie on components 1 and 3\n"
        "separator: x*y+1 has no zero on the set, is positive at the first point and negative at the second\n");
  CHECK(connect_json(separated()) == R"json({
  "schema": "isthmus.connect/1",
  "variables": [
    "z",
    "x",
    "y"
  ],
  "status": "exact",
  "connected": false,
  "components": [
    1,
    3
  ],
  "separator": {
    "polynomial": "x*y+1",
    "signs": [
      1,
      -1
    ]
  },
  "reason": ""
}
)json");
}

TEST_CASE("without a separator the numbers of the components remain") {
  ConnectAnswer answer = separated();
  answer.connection->separator.reset();
  answer.connection->reason = "all walls were crossed";
  CHECK(connect_report(answer) == "not connected: the points lie on components 1 and 3\nreason: all walls were crossed\n");
  CHECK(connect_json(answer).find("separator") == std::string::npos);
}

TEST_CASE("what became of a certificate of a connection") {
  const ConnectAnswer answer = separated();
  CHECK(connect_json(answer).find("certificate") == std::string::npos);
  CHECK(connect_report(answer, "unchecked").find("\ncertificate: unchecked\n") != std::string::npos);
  CHECK(connect_json(answer, "unchecked").find("\"certificate\": \"unchecked\"") != std::string::npos);
}

TEST_CASE("undecided is neither connected nor not") {
  const ConnectAnswer answer{ring, std::nullopt, "outside the method"};
  CHECK(connect_report(answer) == "undecided: outside the method\n");
  CHECK(connect_json(answer).find("\"status\": \"undecided\",\n  \"connected\": null,\n  \"reason\": \"outside the method\"") !=
        std::string::npos);
}

TEST_CASE("quotients keep their parentheses") {
  ConnectAnswer answer = joined();
  const auto solved_text = [&](const char* numerator, const char* denominator) {
    answer.connection->path.front().solved = {{0, parse_polynomial(numerator, ring), parse_polynomial(denominator, ring)}};
    const std::string text = connect_report(answer);
    const std::size_t begin = text.find("z = ");
    return text.substr(begin, text.find(":\n", begin) - begin);
  };
  CHECK(solved_text("x+1", "1") == "z = x+1");
  CHECK(solved_text("x+1", "y") == "z = (x+1)/y");
  CHECK(solved_text("x", "2*y") == "z = x/(2*y)");
  CHECK(solved_text("x", "-y") == "z = x/(-y)");
  CHECK(solved_text("x", "3/2") == "z = x/(3/2)");
  CHECK(solved_text("x", "x*y") == "z = x/(x*y)");
  CHECK(solved_text("-x", "y^2") == "z = -x/(y^2)");
}
