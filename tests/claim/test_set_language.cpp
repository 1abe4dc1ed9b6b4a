#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

#include "claim/set_language.hpp"

using namespace isthmus;

namespace {

/// A text and points, written as in parse_point, inside and outside of its set.
struct Accepted {
  std::string text;
  std::vector<std::string> inside;
  std::vector<std::string> outside;
};

const std::vector<Accepted> kAccepted = {
    // Relations.
    {"x = 1", {"x=1"}, {"x=0", "x=2"}},
    {"x == 1", {"x=1"}, {"x=0"}},
    {"x != 1", {"x=0", "x=2"}, {"x=1"}},
    {"x < 1", {"x=0"}, {"x=1", "x=2"}},
    {"x <= 1", {"x=0", "x=1"}, {"x=2"}},
    {"x > 1", {"x=2"}, {"x=1", "x=0"}},
    {"x >= 1", {"x=2", "x=1"}, {"x=0"}},
    {"1 < x", {"x=2"}, {"x=1"}},
    {"x<-1", {"x=-2"}, {"x=-1"}},
    {"x=-1", {"x=-1"}, {"x=1"}},
    {"x!=-1", {"x=1"}, {"x=-1"}},
    {"x>=-1", {"x=-1"}, {"x=-2"}},
    // Numbers.
    {"x = 0.1", {"x=1/10"}, {"x=0"}},
    {"x = 0.125", {"x=1/8", "x=0.125"}, {"x=0.1249"}},
    {"x = 3/7", {"x=3/7", "x=6/14"}, {"x=0.428571"}},
    {"x = 007", {"x=7"}, {"x=0"}},
    {"x = 00.50", {"x=1/2"}, {"x=0"}},
    {"x = 6/2/3", {"x=1"}, {"x=9"}},
    {"x = 2*3/4", {"x=3/2"}, {"x=1"}},
    {"x/2 = 1", {"x=2"}, {"x=1"}},
    {"x/(1+1) = 1", {"x=2"}, {"x=1"}},
    {"x/(y-y+4) = 1", {"x=4, y=9"}, {"x=1, y=0"}},
    {"(x+1)/2*3 = 3", {"x=1"}, {"x=0"}},
    // Powers and signs.
    {"-x^2 = -4", {"x=2", "x=-2"}, {"x=4"}},
    {"(-x)^2 = 4", {"x=2", "x=-2"}, {"x=1"}},
    {"x**3 = 8", {"x=2"}, {"x=-2"}},
    {"x^2^3 = 256", {"x=2", "x=-2"}, {"x=4"}},
    {"(x^2)^3 = 64", {"x=2"}, {"x=4"}},
    {"x^0 = 1", {"x=0", "x=5"}, {}},
    {"x^1 = 5", {"x=5"}, {"x=1"}},
    {"x^01 = 5", {"x=5"}, {"x=1"}},
    {"x^0^5 = 1", {"x=3"}, {}},
    {"--x = 1", {"x=1"}, {"x=-1"}},
    {"-+-+x = 1", {"x=1"}, {"x=-1"}},
    {"---x = 1", {"x=-1"}, {"x=1"}},
    {"2*-x = 2", {"x=-1"}, {"x=1"}},
    {"2--x = 3", {"x=1"}, {"x=-1"}},
    {"1-2-x = 0", {"x=-1"}, {"x=1", "x=3"}},
    {"1-(2-x) = 0", {"x=1"}, {"x=-1"}},
    {"2^10 = x", {"x=1024"}, {"x=20"}},
    {"-2^2 = x", {"x=-4"}, {"x=4"}},
    {"2*x^2 = 8", {"x=2"}, {"x=1"}},
    // Names.
    {"x_1*X1 = 6", {"x_1=2, X1=3"}, {"x_1=1, X1=1"}},
    {"_ = 1", {"_=1"}, {"_=0"}},
    {"andy = 1 and order = 2 and nothing = 3", {"andy=1, order=2, nothing=3"}, {"andy=1, order=2, nothing=0"}},
    {"e1 = 3", {"e1=3"}, {"e1=0"}},
    // Connectives: not before and before or.
    {"x = 1 or y = 1 and z = 1", {"x=1, y=0, z=0", "x=0, y=1, z=1"}, {"x=0, y=1, z=0"}},
    {"(x = 1 or y = 1) and z = 1", {"x=1, y=0, z=1"}, {"x=1, y=0, z=0"}},
    {"not x = 1", {"x=0"}, {"x=1"}},
    {"not x = 1 and y = 1", {"x=0, y=1"}, {"x=1, y=0", "x=0, y=0"}},
    {"not (x = 1 and y = 1)", {"x=1, y=0"}, {"x=1, y=1"}},
    {"not (x < 1 or y >= 1)", {"x=1, y=0"}, {"x=0, y=0", "x=1, y=1"}},
    {"not not x = 1", {"x=1"}, {"x=0"}},
    {"not not not x = 1", {"x=0"}, {"x=1"}},
    {"x=1and y=2", {"x=1, y=2"}, {"x=1, y=1"}},
    {"not(x=1)or(y=2)", {"x=0, y=0", "x=1, y=2"}, {"x=1, y=1"}},
    // Parentheses around polynomials and conditions alike.
    {"(x) = (1)", {"x=1"}, {"x=0"}},
    {"(((x = 1)))", {"x=1"}, {"x=0"}},
    {"((x)+1)*2 = 4", {"x=1"}, {"x=0"}},
    {"((x) = 1 or (x) = 2)", {"x=1", "x=2"}, {"x=3"}},
    {"(x+1)*(x-1) = 0 and (x > 0)", {"x=1"}, {"x=-1"}},
    // Constants.
    {"true", {""}, {}},
    {"false", {}, {""}},
    {"not false", {""}, {}},
    {"x = x", {"x=0", "x=7"}, {}},
    {"x != x", {}, {"x=0"}},
    {"x = 1 or true", {"x=0"}, {}},
    {"x*x >= 0 and 0 = 0", {"x=0", "x=-1"}, {}},
    {"1 > 2", {}, {""}},
    // From the paper and elsewhere.
    {"w3*(w2*w1+1) = 1", {"w3=1, w2=0, w1=5", "w3=1/3, w2=2, w1=1"}, {"w3=1, w2=1, w1=1"}},
    {"z*(x*y+1) = 1 and x != 0", {"z=1, x=2, y=0"}, {"z=1, x=0, y=0"}},
    {"x^3-z = 0 and x^2-y = 0 and x*y*z != 0", {"x=2, z=8, y=4"}, {"x=0, z=0, y=0"}},
    {"\tx\n=\r\n1\v\f", {"x=1"}, {"x=0"}},
};

}  // namespace

TEST_CASE("sets that are accepted, by what they contain") {
  for (const Accepted& accepted : kAccepted) {
    CAPTURE(accepted.text);
    const SemialgebraicSet set = parse_set(accepted.text);
    for (const std::string& point : accepted.inside) {
      CAPTURE(point);
      CHECK(set.formula.holds_at(parse_point(point, set.ring)));
    }
    for (const std::string& point : accepted.outside) {
      CAPTURE(point);
      CHECK_FALSE(set.formula.holds_at(parse_point(point, set.ring)));
    }
    CHECK(parse_formula(set.formula.to_string(), set.ring) == set.formula);
  }
}

TEST_CASE("variables: parameters, then the listed ones, then those that occur, in order of appearance") {
  using Names = std::vector<std::string>;
  CHECK(parse_set("z*y+x = z").ring.names() == Names{"z", "y", "x"});
  CHECK(parse_set("true").ring.names() == Names{});
  CHECK(parse_set("x-x = 0").ring.names() == Names{"x"});
  CHECK(parse_set("y = x", {{"x", "w"}, {}, ""}).ring.names() == Names{"x", "w", "y"});
  const SemialgebraicSet set = parse_set("w*x = e", {{"x"}, {"e", "f"}, "e != 0 and f > e"});
  CHECK(set.ring.names() == Names{"e", "f", "x", "w"});
  CHECK(set.parameter_count == 2);
  CHECK(set.dimension() == 2);
  CHECK(set.assumption.holds_at({1, 2, 0, 0}));
  CHECK_FALSE(set.assumption.holds_at({1, 1, 0, 0}));
  CHECK(parse_set("x = 1").assumption == Formula::truth());
  CHECK(parse_set("x = e", {{}, {"e"}, "true"}).assumption == Formula::truth());
  CHECK(parse_set("x = e", {{}, {"e"}, "e*e < 0 and false"}).assumption == Formula::falsity());
}

TEST_CASE("polynomials, points and names that are accepted") {
  const PolynomialRing ring({"x", "y"});
  const Polynomial x = Polynomial::variable(ring, 0);
  const Polynomial y = Polynomial::variable(ring, 1);
  CHECK(parse_polynomial("(x+y)*(x-y)", ring) == x * x - y * y);
  CHECK(parse_polynomial(" 0 ", ring).is_zero());
  CHECK(parse_polynomial("(x+y)^2/4", ring) ==
        Rational(Integer(1), Integer(4)) * (x * x + Rational(2) * x * y + y * y));
  CHECK(parse_polynomial("(x+1)^10000-(x+1)^9999*(x+1)", ring).is_zero());
  CHECK(parse_point("x=1/2, y=3", ring) == std::vector<Rational>{Rational(Integer(1), Integer(2)), 3});
  CHECK(parse_point("y = -0.5 , x == 2^3-1", ring) == std::vector<Rational>{7, Rational(Integer(-1), Integer(2))});
  CHECK(parse_point("", PolynomialRing(std::vector<std::string>{})).empty());
  CHECK(parse_names("x, y,z ", "--vars") == std::vector<std::string>{"x", "y", "z"});
  CHECK(parse_names("  ", "--vars").empty());
}

TEST_CASE("numbers and texts of great length") {
  const std::string digits(100000, '7');
  const SemialgebraicSet set = parse_set(digits + "*x = " + digits + "." + digits + "*y");
  CHECK(set.formula.is(Formula::Kind::atom));
  CHECK(set.formula.as_atom().polynomial.term_count() == 2);

  std::string sum = "0";
  for (int i = 0; i < 20000; ++i) sum += "+" + std::to_string(i) + "*x^" + std::to_string(i % 2000) + "*y";
  const PolynomialRing ring({"x", "y"});
  const Polynomial p = parse_polynomial(sum, ring);
  CHECK(p.term_count() == 2000);
  // At (1, 1) stands the sum of all coefficients, 0 + 1 + .. + 19999.
  CHECK(p.evaluate({1, 1}) == Rational(19999L * 20000 / 2));

  std::string conjunction = "x = 0";
  for (int i = 0; i < 20000; ++i) conjunction += " and x != " + std::to_string(i + 1);
  CHECK(parse_set(conjunction).formula.parts().size() == 20001);
  std::string variables = "x0 = 0";
  for (int i = 1; i < 3000; ++i) variables += " and x" + std::to_string(i) + " = 0";
  CHECK_THROWS_WITH_AS(parse_set(variables), doctest::Contains("more than 2000 variables"), ParseError);
}

TEST_CASE("texts drawn at random are read or refused, never anything else") {
  const std::vector<std::string> pieces = {"x",  "y",      "1",    "2.5",   "+",   "-",   "*",  "/",   "^",
                                           "(",  ")",      "=",    "<",     "!=",  "and", "or", "not", "true",
                                           "..", "[",      "]",    ",",     " ",   "\n",  "0",  "^2",  "**",
                                           "&&", "\u2212", "\xff", "false", "1e5", ".5",  "f(", ">="};
  for (unsigned seed = 1; seed <= 20000; ++seed) {
    std::mt19937 random(seed);
    std::string text;
    for (auto length = random() % 12; length > 0; --length) text += pieces[random() % pieces.size()];
    CAPTURE(text);
    try {
      const SemialgebraicSet set = parse_set(text);
      CHECK(parse_formula(set.formula.to_string(), set.ring) == set.formula);
    } catch (const ParseError& error) {
      CHECK(error.line() >= 1);
      CHECK(error.offset() <= text.size());
    }
  }
}
