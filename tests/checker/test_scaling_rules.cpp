#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "checker/rule_outcomes.hpp"

using namespace isthmus::check;
using namespace isthmus::check::test;

namespace {

/// Two lines, on each the gaps -1, 1 around the one root 0.
const std::string two_lines =
    "{'rule':'product','factors':[{'coordinates':['x'],'count':{'rule':'line','gaps':['-1','1']}},"
    "{'coordinates':['y'],'count':{'rule':'line','gaps':['-1','1']}}]}";

}  // namespace

TEST_CASE("count rule rays: a line without its points on an axis") {
  // x - 2 = 0 and y != 0 times a half line is x > 0 and y != 0.
  const std::string node =
      "{'rule':'rays','weights':[1,1],'equation':'x-2','high':'x','low':'-2','nonzero':" + kContradiction +
      ",'base':" + two_lines + "}";
  const Set set = set_of("x = 2 and y != 0", {"x", "y"});
  check_counts(set,
               {{node, "2"},
                {replaced(node, "'low':'-2'", "'low':'2'"), "the equation is not the sum of the two parts"},
                {replaced(node, "[1,1]", "[1]"), "there is not one weight for each coordinate"},
                {replaced(node, "[1,1]", "[0,1]"), "the parts are not homogeneous, the first of the greater degree"},
                {replaced(node, "'high':'x','low':'-2'", "'high':'-2','low':'x'"), "the first of the greater degree"},
                {replaced(node, "'high':'x','low':'-2'", "'high':'x-2','low':'0'"), "a part is zero"},
                {replaced(node, "'equation':'x-2','high':'x','low':'-2'", "'equation':'x-3','high':'x','low':'-3'"),
                 "not homogeneous: x - 2"},
                {replaced(node, "['x']", "['z']"), "encoding"}});
  check_counts(set_of("x = 2 and y != 1", {"x", "y"}), {{node, "not homogeneous"}});
  check_counts(set_of("x = 2 or y != 0", {"x", "y"}), {{node, "not homogeneous"}});
  check_counts(set_of("x > 0 and y != 0", {"x", "y"}), {{node, "the equation is not a conjunct"}});
  // Where the lower part vanishes, rays do not meet the set once: the parabola y = x^2 passes the origin.
  const std::string vanishing =
      "{'rule':'rays','weights':[1,1],'equation':'x^2-y','high':'x^2','low':'-y','nonzero':" + kContradiction +
      ",'base':" + two_lines + "}";
  check_counts(set_of("x^2 = y", {"x", "y"}), {{vanishing, "certificate.nonzero"}});
}

TEST_CASE("count rule rays: both parts are homogeneous") {
  const std::string node = "{'rule':'rays','weights':[1,1],'equation':'x^3+x+1','high':'x^3','low':'x+1','nonzero':" +
                           contradiction("'x^3+x+1','x+1'") + ",'base':" + two_lines + "}";
  check_counts(
      set_of("x^3 + x + 1 = 0 and y != 0", {"x", "y"}),
      {{node, "the parts are not homogeneous, the first of the greater degree"},
       {replaced(node, "'high':'x^3','low':'x+1'", "'high':'x^3+x','low':'1'"), "the parts are not homogeneous"},
       {replaced(node, "'high':'x^3','low':'x+1'", "'high':'x+1','low':'x^3'"), "the parts are not homogeneous"}});
}

TEST_CASE("count rules product and sum: conjuncts of one factor, equations that say something") {
  const std::string hyperbola =
      "{'rule':'graph-block','variables':['x'],'equations':['x*y-1'],'columns':[0],'proof':" + kContradiction +
      ",'base':{'rule':'line','gaps':['-1','1']}}";
  const std::string node = "{'rule':'product','factors':[{'coordinates':['x','y'],'count':" + hyperbola +
                           "},{'coordinates':['z'],'count':{'rule':'line','gaps':['-1','1']}}]}";
  check_counts(set_of("x*y = 1 and z != 0", {"x", "y", "z"}),
               {{node, "4"},
                {replaced(node, "{'coordinates':['z']", "{'note':1,'coordinates':['z']"), "unknown key 'note'"},
                {replaced(node, "['x','y']", "['x']"), "do not partition the coordinates"}});
  const std::string sum =
      "{'rule':'sum','equation':'x-x','pieces':[{'factor':'x','count':{'rule':'line','gaps':['0']}}],"
      "'disjoint':[]}";
  check_counts(set_of("x != 0"), {{sum, "the equation is trivial"}});
}

TEST_CASE("count rule slices: a double cone without its vertex") {
  const std::string line = "{'rule':'line','gaps':['-2','0','2']}";
  const std::string node = "{'rule':'slices','variable':'y','weights':[1,1],'nonzero':" + contradiction("'x-y','x+y'") +
                           ",'positive':" + line + ",'negative':" + line + "}";
  const Set set = set_of("x^2 > y^2 and y != 0", {"x", "y"});
  check_counts(set, {{node, "4"},
                     {replaced(node, "'variable':'y'", "'variable':'x'"), "certificate.positive"},
                     {replaced(node, "'positive'", "'note':1,'positive'"), "unknown key 'note'"},
                     {replaced(node, "[1,1]", "[1,0]"), "the weight of the variable is 0"},
                     {replaced(node, "[1,1]", "[1,2]"), "not homogeneous"},
                     {replaced(node, "[1,1]", "[1,1,1]"), "there is not one weight for each coordinate"},
                     {replaced(node, line, "{'rule':'line','gaps':['-2','2']}"), "certificate.positive"}});
  check_counts(set_of("x^2 > y^2", {"x", "y"}), {{node, "certificate.nonzero"}});
  check_counts(set_of("x^2 > y^2+1 and y != 0", {"x", "y"}), {{node, "not homogeneous"}});
}

// x^2 + y^4 vanishes where x and y do, and so along whole rays. No other comparison with 0 is one of rays, nor is one
// of a sum of terms that can cancel each other.
TEST_CASE("count rule slices: sums of even terms of one sign") {
  const std::string node = "{'rule':'slices','variable':'y','weights':[1,1],'nonzero':" + contradiction("'x^2+y^4'") +
                           ",'positive':" + kWhole + ",'negative':" + kWhole + "}";
  check_counts(set_of("y != 0 and x^2+y^4 != 0", {"x", "y"}), {{node, "2"}});
  check_counts(set_of("y != 0 and x^2+y^4 = 0", {"x", "y"}), {{node, "0"}});
  check_counts(set_of("y != 0 and -x^2-y^4 != 0", {"x", "y"}), {{node, "2"}});
  for (const std::string other : {"x^2+y^4 > 0", "x^2+y^4 >= 0", "x^2+y^4 < 0", "x^2+y^4 <= 0", "x^2-y^4 != 0",
                                  "x^2-y^4 = 0", "x^2+y^3 != 0", "x+y^2 = 0", "x^2+x*y^3+y^4 != 0", "x^2+y^4-1 = 0"})
    check_counts(set_of("y != 0 and " + other, {"x", "y"}), {{node, "slices: not homogeneous"}});
}

TEST_CASE("count rule slices: points are moved along their rays") {
  const std::string line = "{'rule':'line','gaps':['-2','0','2']}";
  const auto located = [&](const std::string& weights, const std::string& formula, const std::vector<Rational>& point) {
    return outcome_of_check([&] {
      Session session;
      const std::string node = "{'rule':'slices','variable':'y','weights':" + weights +
                               ",'nonzero':" + contradiction("'x-y','x+y','x^2-y','x^2+y'") + ",'positive':" + line +
                               ",'negative':" + line + "}";
      const auto found = check_count(set_of(formula, {"x", "y"}), *json_of(node), session).locate(point);
      return found ? std::to_string(*found) : std::string("nowhere");
    });
  };
  const std::string cone = "x^2 > y^2 and y != 0";
  CHECK(located("[1,1]", cone, {Rational(-5), Rational(3)}) == "0");
  CHECK(located("[1,1]", cone, {Rational(5), Rational(3)}) == "1");
  CHECK(located("[1,1]", cone, {Rational(-5), Rational(-3)}) == "2");
  CHECK(located("[1,1]", cone, {Rational(5), Rational(-3)}) == "3");
  // Whatever the order of the coordinates.
  const std::string turned = outcome_of_check([&] {
    Session session;
    const std::string node =
        "{'rule':'slices','variable':'y','weights':[1,1],'nonzero':" + contradiction("'x-y','x+y'") +
        ",'positive':" + line + ",'negative':" + line + "}";
    const Count count = check_count(set_of(cone, {"y", "x"}), *json_of(node), session);
    return std::to_string(count.locate({3, -5}).value()) + std::to_string(count.locate({-3, 5}).value());
  });
  CHECK(turned == "03");
  // A coordinate that is 0 stays 0, though the factor that makes y = 2 to 1 is irrational.
  const std::string halves = outcome_of_check([&] {
    Session session;
    const std::string node = "{'rule':'slices','variable':'y','weights':[1,2],'nonzero':" + kContradiction +
                             ",'positive':" + kWhole + ",'negative':" + kWhole + "}";
    const Count count = check_count(set_of("y != 0", {"x", "y"}), *json_of(node), session);
    return std::to_string(count.locate({0, 2}).value_or(9)) + std::to_string(count.locate({1, 2}).value_or(9));
  });
  CHECK(halves == "09");
  // Weights 1 and 2: the slice lies at x / sqrt(|y|).
  const std::string parabolas = "x^4 > y^2 and y != 0";
  CHECK(located("[1,2]", parabolas, {Rational(5), Rational(-1)}) == "3");
  CHECK(located("[1,2]", parabolas, {Rational(5), Rational(4)}) == "1");
  CHECK(located("[2,4]", parabolas, {Rational(-5), Rational(-4, 9)}) == "2");
  CHECK(located("[1,2]", parabolas, {Rational(5), Rational(2)}) == "nowhere");
  CHECK(located("[1,2]", parabolas, {Rational(5), Rational(4, 3)}) == "nowhere");
  CHECK(located("[1,2]", parabolas, {Rational(5), Rational(0)}) == "nowhere");
}
