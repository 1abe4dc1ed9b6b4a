#include <doctest/doctest.h>

#include "prove/claim_text.hpp"

using namespace isthmus;
using namespace isthmus::test;

namespace {

std::string curve(const std::string& coordinates, const std::string& from, const std::string& to,
                  const std::string& more) {
  return "[[curve]]\nparameter = \"t\"\ncoordinates = " + coordinates + "\nfrom = \"" + from + "\"\nto = \"" + to +
         "\"\n" + more;
}

std::string arc(const std::string& loss, const std::string& level, const std::string& start, const std::string& end,
                const std::string& more) {
  return "[[curve]]\nvariables = [\"x\", \"y\"]\nloss = \"" + loss + "\"\nlevel = \"" + level + "\"\nstart = " + start +
         "\nend = " + end + "\n" + more;
}

const std::string kOval = "(x^2 + y^2)^2 - 8*x^2 + 8*y^2";

}  // namespace

TEST_CASE("curvature: verdicts") {
  const auto verdict = [](const std::string& body) { return proof_of("curvature", body).verdict; };
  const std::string parabola = "[\"t\", \"t^2\"]";
  CHECK(verdict(curve(parabola, "0", "1", "squared-curvature = \"4\"\n")) == Verdict::proved);
  CHECK(verdict(curve(parabola, "0", "1", "squared-curvature = \"399/100\"\n")) == Verdict::refuted);
  CHECK(verdict(curve(parabola, "-1", "1", "attained = \"4\"\n")) == Verdict::proved);
  CHECK(verdict(curve(parabola, "-1", "1", "attained = \"5\"\n")) == Verdict::undecided);
  CHECK(verdict(curve(parabola, "0", "1", "squared-chord = \"2\"\n")) == Verdict::proved);
  CHECK(verdict(curve(parabola, "0", "1", "squared-chord = \"3\"\n")) == Verdict::refuted);
  CHECK(verdict(curve(parabola, "0", "1", "length = [\"147/100\", \"148/100\"]\n")) == Verdict::proved);
  CHECK(verdict(curve(parabola, "0", "1", "length = [\"1\", \"147/100\"]\n")) == Verdict::refuted);
  CHECK(verdict(curve(parabola, "0", "1", "length = [\"148/100\", \"2\"]\n")) == Verdict::refuted);
  CHECK(verdict(curve(parabola, "0", "3/5", "squared-curvature = \"9\"\nconclude = \"applies\"\n")) ==
        Verdict::undecided);
  CHECK(verdict(curve(parabola, "0", "1/2", "squared-curvature = \"4\"\nconclude = \"applies\"\n")) == Verdict::proved);
  CHECK(verdict(curve(parabola, "-2", "2", "squared-curvature = \"4\"\nconclude = \"applies\"\n")) == Verdict::refuted);
  CHECK(verdict(curve(parabola, "-2", "2", "conclude = \"fails\"\n")) == Verdict::proved);
}

TEST_CASE("curvature: a curve that is not regular, and arcs that are not shown to exist, are undecided") {
  const Proof cusp = proof_of("curvature", curve("[\"t^2\", \"t^3\"]", "-1", "1", "squared-curvature = \"100\"\n"));
  CHECK(cusp.verdict == Verdict::undecided);
  CHECK(cusp.reason.find("derivative") != std::string::npos);
  const Proof node = proof_of(
      "curvature", arc("y^2 - x^2 - x^3", "0", "[\"0\", \"0\"]", "[\"-1\", \"0\"]", "squared-curvature = \"100\"\n"));
  CHECK(node.verdict == Verdict::undecided);
  CHECK(node.reason.find("smooth") != std::string::npos);
  const Proof two = proof_of("curvature", arc("x*y", "1", "[\"1\", \"1\"]", "[\"-1\", \"-1\"]",
                                              "squared-curvature = "
                                              "\"1/2\"\n"));
  CHECK(two.verdict == Verdict::undecided);
  CHECK(two.reason.find("2 components") != std::string::npos);
  const Proof low =
      proof_of("curvature", arc(kOval, "9", "[\"0\", \"-1\"]", "[\"0\", \"1\"]", "squared-curvature = \"3/4\"\n"));
  CHECK(low.verdict == Verdict::undecided);
  CHECK(low.reason.find("not shown on the level set") != std::string::npos);
}

TEST_CASE("curvature: the circle is the sharp case") {
  // From (1, 0) to (-4/5, 3/5) the shorter arc of the unit circle; the theorem holds with equality in the middle.
  const std::string circle =
      "variables = [\"x\", \"y\"]\nloss = \"x^2 + y^2\"\nlevel = \"1\"\nsquared-curvature = \"1\"\n";
  const std::string half =
      curve("[\"(1 - t^2)/(1 + t^2)\", \"2*t/(1 + t^2)\"]", "0", "3", circle + "conclude = \"distance\"\n");
  CHECK(proof_of("curvature", half).verdict == Verdict::proved);
  // The longer arc between these points: the total curvature exceeds pi.
  const std::string long_way =
      curve("[\"(1 - t^2)/(1 + t^2)\", \"2*t/(1 + t^2)\"]", "-3", "1", circle + "conclude = \"fails\"\n");
  CHECK(proof_of("curvature", long_way).verdict == Verdict::proved);
  // The level set contains the shorter arc, too, so the distance stays small, and nothing refutes the theorem there.
  const std::string chord =
      curve("[\"(1 - t^2)/(1 + t^2)\", \"2*t/(1 + t^2)\"]", "-3", "1", circle + "conclude = \"distance\"\n");
  CHECK(proof_of("curvature", chord).verdict == Verdict::undecided);
}

TEST_CASE("curves of rotations: verdicts") {
  const auto verdict = [](const std::string& bound) {
    return proof_of("skew-curves", "[skew-curves]\nsquared-norm = \"" + bound + "\"\n").verdict;
  };
  CHECK(verdict("1/100") == Verdict::proved);
  CHECK(verdict("87/10") == Verdict::proved);
  CHECK(verdict("9") == Verdict::undecided);
  CHECK(verdict("986/100") == Verdict::undecided);
  CHECK(verdict("987/100") == Verdict::refuted);
  CHECK(verdict("100") == Verdict::refuted);
}

TEST_CASE("bounds: verdicts") {
  const auto proof = [](const std::string& equation, const std::string& numbers) {
    return proof_of("bounds", "[[bounds]]\nvariables = [\"x\", \"y\"]\nequation = \"" + equation + "\"\n" + numbers);
  };
  const auto numbers = [](const std::string& n, const std::string& b, const std::string& m, const std::string& t) {
    return "components = \"" + n + "\"\nbezout = \"" + b + "\"\nmixed-volume = \"" + m + "\"\nmilnor-thom = \"" + t +
           "\"\n";
  };
  CHECK(proof("x*y = 1", numbers("2", "8", "4", "6")).verdict == Verdict::proved);
  CHECK(proof("x*y = 1", numbers("1", "8", "4", "6")).verdict == Verdict::refuted);
  CHECK(proof("x*y = 1", numbers("2", "7", "4", "6")).verdict == Verdict::refuted);
  CHECK(proof("x*y = 1", numbers("2", "8", "5", "6")).verdict == Verdict::refuted);
  CHECK(proof("x*y = 1", numbers("2", "8", "4", "5")).verdict == Verdict::refuted);
  const Proof singular = proof("x*y = 0", numbers("1", "8", "4", "6"));
  CHECK(singular.verdict == Verdict::undecided);
  CHECK(singular.reason.find("smooth") != std::string::npos);
}

TEST_CASE("claims about curves that make no sense are refused with the place") {
  const auto refused = [](const std::string& kind, const std::string& body, const std::string& reason) {
    CAPTURE(reason);
    try {
      claim_of(kind, body);
      FAIL_CHECK("was accepted");
    } catch (const ParseError& error) {
      CAPTURE(std::string(error.what()));
      CHECK(std::string(error.what()).find(reason) != std::string::npos);
    }
  };
  const std::string level = "variables = [\"x\", \"y\"]\nloss = \"x*y\"\nlevel = \"1\"\n";
  const std::string bound = "squared-curvature = \"1\"\n";
  refused("curvature", curve("[\"t\", \"t\"]", "1", "2", level + bound), "leaves the level set");
  refused("curvature", curve("[\"t\"]", "1", "2", level + bound), "1 coordinates, there are 2 variables");
  refused("curvature", curve("[\"t\", \"1/(t - 1)\"]", "0", "2", bound), "not defined");
  refused("curvature", curve("[\"t\", \"t^(1/2)\"]", "1", "2", bound), "no integer");
  refused("curvature", curve("[\"t\", \"1/(t - t)\"]", "1", "2", bound), "division by zero");
  refused("curvature", curve("[\"t\", \"u\"]", "1", "2", bound), "not declared");
  refused("curvature", curve("[\"t\"]", "2", "1", bound), "empty or a point");
  refused("curvature", curve("[\"t\"]", "1", "2", ""), "nothing is said");
  refused("curvature", curve("[\"t\"]", "1", "2", bound + "conclude = \"distance\"\n"), "needs a level set");
  refused("curvature", curve("[\"t\"]", "1", "2", "conclude = \"applies\"\n"), "needs 'squared-curvature'");
  refused("curvature", curve("[\"t\"]", "1", "2", "conclude = \"short\"\n"), "none of the statements");
  refused("curvature", curve("[\"t\"]", "1", "2", "squared-curvature = \"0\"\n"), "must be positive");
  refused("curvature", curve("[\"t\"]", "1", "2", "length = [\"2\", \"1\"]\n"), "wrong order");
  refused("curvature", curve("[\"t\"]", "1", "2", "length = [\"2\"]\n"), "needs two numbers");
  refused("curvature", arc("x*y", "1", "[\"1\", \"2\"]", "[\"2\", \"1/2\"]", bound), "does not lie on the level set");
  refused("curvature", arc("x*y", "1", "[\"1\", \"1\"]", "[\"1\", \"1\"]", bound), "same point");
  refused("curvature", arc("x*y", "1", "[\"1\"]", "[\"1\", \"1\"]", bound), "needs 2 coordinates");
  refused("curvature", arc("x*y", "1", "[\"1\", \"1\"]", "[\"2\", \"1/2\"]", bound + "length = [\"1\", \"2\"]\n"),
          "need a curve with coordinates");
  refused("curvature", arc("x*y", "1", "[\"1\", \"1\"]", "[\"2\", \"1/2\"]", bound + "conclude = \"loss\"\n"),
          "needs 'lipschitz'");
  refused("curvature", "", "are missing");
  refused("skew-curves", "[skew-curves]\nsquared-norm = \"0\"\n", "must be positive");
  refused("bounds", "[[bounds]]\nvariables = [\"x\"]\nequation = \"x > 0\"\n", "one equation");
  refused("bounds", "[[bounds]]\nvariables = [\"x\"]\nequation = \"1 = 0\"\n", "one equation");
}

TEST_CASE("exponential curves: verdicts") {
  const auto verdict = [](const std::string& generator, const std::string& start, const std::string& to,
                          const std::string& more) {
    return proof_of("exponential-curves", "[[exponential]]\ngenerator = " + generator + "\nstart = " + start +
                                              "\nto = \"" + to + "\"\n" + more)
        .verdict;
  };
  const std::string rotation = "[\"0, -1\", \"1, 0\"]";
  const std::string point = "[\"1\", \"0\"]";
  CHECK(verdict(rotation, point, "2", "length = [\"199/100\", \"201/100\"]\n") == Verdict::proved);
  CHECK(verdict(rotation, point, "2", "length = [\"1\", \"199/100\"]\n") == Verdict::refuted);
  CHECK(verdict(rotation, point, "2", "length = [\"1\", \"2\"]\n") == Verdict::undecided);
  CHECK(verdict(rotation, point, "3", "conclude = \"applies\"\n") == Verdict::proved);
  CHECK(verdict(rotation, point, "4", "conclude = \"applies\"\n") == Verdict::refuted);
  CHECK(verdict(rotation, point, "4", "conclude = \"fails\"\n") == Verdict::proved);
  // The logarithmic spiral turns by the angle t: its total curvature is the length of the interval.
  CHECK(verdict("[\"1/4, -1\", \"1, 1/4\"]", point, "4", "total-curvature = [\"39/10\", \"41/10\"]\n") ==
        Verdict::proved);
}

TEST_CASE("exponential curves that make no sense are refused with the place") {
  const auto refused = [](const std::string& body, const std::string& reason) {
    CAPTURE(reason);
    try {
      claim_of("exponential-curves", body);
      FAIL_CHECK("was accepted");
    } catch (const ParseError& error) {
      CAPTURE(std::string(error.what()));
      CHECK(std::string(error.what()).find(reason) != std::string::npos);
    }
  };
  const std::string rest = "to = \"1\"\nconclude = \"applies\"\n";
  refused("", "are missing");
  refused("[[exponential]]\ngenerator = [\"0, -1\", \"1\"]\nstart = [\"1\", \"0\"]\n" + rest, "not square");
  refused("[[exponential]]\ngenerator = [\"x\"]\nstart = [\"1\"]\n" + rest, "not a rational number");
  refused("[[exponential]]\ngenerator = [\"1\"]\nstart = [\"1\", \"0\"]\n" + rest, "2 coordinates");
  refused("[[exponential]]\ngenerator = [\"0\"]\nstart = [\"1\"]\n" + rest, "the curve is a point");
  refused("[[exponential]]\ngenerator = [\"1\"]\nstart = [\"1\"]\nto = \"-1\"\nconclude = \"applies\"\n",
          "empty or a point");
  refused("[[exponential]]\ngenerator = [\"1\"]\nstart = [\"1\"]\nto = \"1\"\n", "nothing is said");
  refused("[[exponential]]\ngenerator = [\"1\"]\nstart = [\"1\"]\nto = \"1\"\nconclude = \"distance\"\n",
          "only 'applies'");
}
