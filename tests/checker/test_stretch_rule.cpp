#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "checker/rule_outcomes.hpp"

using namespace isthmus::check;
using namespace isthmus::check::test;

namespace {

/// x > 0 and y = c + 3*x, given by an equation, with y := c + y*factor: x > 0 and y = 3.
std::string ray(const std::string& c, const std::string& factor = "x", const std::string& equation = "y-3*x") {
  const std::string base =
      "{'rule':'rewrite','formula':'y = 3 and x > 0','factors':['x','y-3'],'then':{'rule':'graph','solved':"
      "[['y','3','1']],'nonzero':[],'base':" +
      kSplit + "}}";
  return "{'rule':'stretch','moved':[['y','" + c + "']],'factor':'" + factor +
         "','nonzero':" + contradiction("'x','" + equation + "'") + ",'base':" + base + "}";
}

}  // namespace

TEST_CASE("count rule stretch: a half line in other coordinates") {
  const std::string other = "certificate.base.factors: rewrite: the polynomial of an atom is no product";
  check_counts(set_of("y = 3*x and x > 0", {"x", "y"}),
               {{ray("0"), "1"},
                {ray("1"), other},
                {ray("0", "-x"), other},
                {ray("0", "x-1"), "certificate.nonzero"},
                {ray("0", "x+y"), "the factor mentions a moved coordinate"},
                {replaced(ray("0"), "[['y','0']]", "[['y','0'],['y','0']]"), "a coordinate is moved twice"},
                {replaced(ray("0"), "[['y','0']]", "[]"), "no coordinate is moved"},
                {replaced(ray("0"), "[['y','0']]", "[['y']]"), "not a coordinate and a number"},
                {replaced(ray("0"), "['y','0']", "['z','0']"), "z"},
                {replaced(ray("0"), "'factor':'x'", "'factor':'0'"), "certificate.nonzero"},
                {replaced(ray("0"), "'factor'", "'note':1,'factor'"), "unknown key 'note'"}});
  check_counts(set_of("y = 3*x+2 and x > 0", {"x", "y"}),
               {{ray("2", "x", "y-3*x-2"), "1"}, {ray("0", "x", "y-3*x-2"), other}});
  check_counts(set_of("y = 3*x and x > -1", {"x", "y"}), {{ray("0"), "certificate.nonzero"}});
}

TEST_CASE("count rule stretch: parameters are no coordinates to move, but may occur in the factor") {
  const Set set = set_of("y = 3*x and x > 0", {"y"}, {"x"}, "x > 0");
  const std::string moved_parameter = replaced(ray("0"), "[['y','0']],'factor':'x'", "[['x','0']],'factor':'y'");
  CHECK(contains(counted(set, moved_parameter), "not a coordinate"));
}

TEST_CASE("count rule stretch: points are carried over") {
  // x != 0 and (y-1)*x != 0 with y := 1 + y*x: x != 0 and y != 0.
  const std::string node =
      "{'rule':'stretch','moved':[['y','1']],'factor':'x','nonzero':" + contradiction("'x','y-1'") +
      ",'base':{'rule':'rewrite','formula':'x != 0 and y != 0','factors':['x','y'],'then':" +
      product_of(kSplit, kSplit) + "}}";
  const Set set = set_of("x != 0 and (y-1)*x != 0", {"x", "y"});
  const auto located = [&](const Rational& x, const Rational& y) {
    return outcome_of_check([&] {
      Session session;
      const auto found = check_count(set, *json_of(node), session).locate({x, y});
      return found ? std::to_string(*found) : std::string("nowhere");
    });
  };
  CHECK(located(-2, -3) == "1");
  CHECK(located(-2, 5) == "0");
  CHECK(located(2, -3) == "2");
  CHECK(located(2, 5) == "3");
  CHECK(located(0, 5) == "nowhere");
}
