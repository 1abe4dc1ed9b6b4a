#include <doctest/doctest.h>

#include "certificate/json.hpp"
#include "certificate/query_certificate.hpp"
#include "claim/set_language.hpp"

using namespace isthmus;

namespace {

struct Question {
  std::string set;
  std::string from;
  std::string to;
};

std::string certificate_between(const Question& question) {
  const SemialgebraicSet set = parse_set(question.set);
  const Point from = parse_point(question.from, set.ring);
  const Point to = parse_point(question.to, set.ring);
  return connection_certificate(set, from, to, connect_points(set, from, to));
}

Json document_between(const Question& question) { return Json::parse(certificate_between(question)); }

/// A point of a leg, exactly.
Point at(const Json& leg, const Rational& t) {
  Point point;
  for (const Json& quotient : leg) {
    const auto evaluate = [&](const Json& text) {
      const SemialgebraicSet zero = parse_set("u = " + text.get<std::string>(), {{"u", "t"}, {}, ""});
      const Polynomial p = zero.formula.as_atom().polynomial;
      const Rational slope = p.coefficient(0, 1).constant_value();
      return Rational(-1) / slope * p.coefficient(0, 0).evaluate({Rational(0), t});
    };
    point.push_back(evaluate(quotient[0]) / evaluate(quotient[1]));
  }
  return point;
}

}  // namespace

TEST_CASE("the legs of a path follow each other inside the set") {
  for (const Question& question : std::vector<Question>{{"x*y != 0", "x=1, y=2", "x=5, y=3"},
                                                        {"x^2+y^2 > 1", "x=2, y=0", "x=-2, y=0"},
                                                        {"z*(x*y+1) = 1", "x=0, y=0, z=1", "x=3, y=1, z=1/4"},
                                                        {"a*d-b*c = 1", "a=1, b=0, c=0, d=1", "a=-1, b=0, c=0, d=-1"},
                                                        {"x^2*y = z^3", "x=1, y=1, z=1", "x=1, y=-8, z=-2"},
                                                        {"x > 0", "x=1", "x=1"}}) {
    CAPTURE(question.set);
    const SemialgebraicSet set = parse_set(question.set);
    const Json document = document_between(question);
    CHECK(document["connected"] == true);
    const Json& path = document["path"];
    REQUIRE(!path.empty());
    Point end = parse_point(question.from, set.ring);
    for (const Json& leg : path) {
      CHECK(at(leg, Rational(0)) == end);
      for (const Rational& t : {Rational(0), Rational(1, 3), Rational(1, 2), Rational(1)})
        CHECK(set.formula.holds_at(at(leg, t)));
      end = at(leg, Rational(1));
    }
    CHECK(end == parse_point(question.to, set.ring));
    CHECK(certificate_between(question) == certificate_between(question));
  }
}

TEST_CASE("points are separated by a polynomial where one is known, else by the count") {
  const Json quadrants = document_between({"x*y != 0", "x=1, y=2", "x=-1, y=3"});
  CHECK(quadrants["connected"] == false);
  CHECK(quadrants["separator"] == "x");
  CHECK(quadrants["proof"]["rule"] == "contradiction");
  const Json curve = document_between({"y^2-x^3+x < 0", "x=-1/3, y=1/7", "x=5, y=1/3"});
  CHECK_FALSE(curve.contains("separator"));
  CHECK(curve["count"]["rule"] == "open");
  CHECK(curve["count"]["separation"].contains("walls"));
}

TEST_CASE("a point that root counts cannot locate is no evidence for a count") {
  const Question question{"y^2-x^3+x < 0 and (x != 5 or y > 1)", "x=-1/2, y=0", "x=5, y=2"};
  CHECK_THROWS_WITH_AS(certificate_between(question), doctest::Contains("root of the decomposition"), NotCertified);
}
