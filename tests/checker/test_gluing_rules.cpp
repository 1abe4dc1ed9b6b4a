#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "checker/rule_outcomes.hpp"

using namespace isthmus::check;
using namespace isthmus::check::test;

namespace {

std::string line(const std::string& gaps) { return "{'rule':'line','gaps':[" + gaps + "]}"; }

std::string empty(const std::string& factors) { return "{'rule':'empty','proof':" + contradiction(factors) + "}"; }

/// The axis where the variable is 0.
std::string axis(const std::string& variable) {
  return "{'rule':'graph','solved':[['" + variable + "','0','1']],'nonzero':[],'base':" + line("'0'") + "}";
}

const std::string cross =
    "{'rule':'cover','condition':'x*y = 0','options':['x = 0','y = 0'],'closed':[],'pieces':[" + axis("x") + "," +
    axis("y") +
    "],'overlaps':[{'first':0,'second':1,'count':{'rule':'graph','solved':[['x','0','1'],['y','0','1']],'nonzero':[],"
    "'base':{'rule':'point'}},'points':[['0','0']]}]}";

}  // namespace

TEST_CASE("count rule cover: the axes, which meet") {
  const Set set = set_of("x*y = 0", {"x", "y"});
  check_counts(
      set, {{cross, "1"},
            {replaced(cross, "['x = 0','y = 0']", "['x = 0','x*y = 0']"), "does not say that one of the options"},
            {replaced(cross, "['x = 0','y = 0']", "['x = 0']"), "does not say that one of the options"},
            {replaced(cross, "['x = 0','y = 0']", "['x <= 0','y = 0']"), "does not say that one of the options"},
            {replaced(cross, "['x = 0','y = 0']", "[]"), "there are no options"},
            {replaced(cross, "['x = 0','y = 0']", "['x = 0','y = 0','x = 1']"), "does not say that one of the options"},
            {replaced(cross, "['x = 0','y = 0']", "['x = 0 or x = 1','y = 0']"), "does not say that one of the"},
            {replaced(cross, "'x*y = 0'", "'x*y = 1'"), "the condition is not a conjunct"},
            {replaced(cross, "'closed':[]", "'closed':[" + kContradiction + "]"), "more proofs than pairs"},
            {replaced(cross, "[['0','0']]", "[]"), "not one point for each component of the overlap"},
            {replaced(cross, "[['0','0']]", "[['1','0']]"), "the point does not lie in the set"},
            {replaced(cross, "[['0','0']]}", "[['0','0']]},{}"), "more overlaps than pairs of parts"},
            {replaced(cross, "'first':0,'second':1", "'first':1,'second':0"), "expected the overlap"},
            {replaced(cross, "," + axis("y"), ""), "the number of count nodes is not that of the parts"}});
}

TEST_CASE("count rule cover: only an equation, or the options themselves, say that one of the options holds") {
  const auto condition = [](const std::string& text) { return replaced(cross, "'x*y = 0'", "'" + text + "'"); };
  for (const std::string text : {"x*y <= 0", "x*y >= 0", "x*y != 0", "y = 0 or x = 0"}) {
    check_counts(set_of(text, {"x", "y"}), {{condition(text), "does not say that one of the options"}});
  }
  check_counts(set_of("x = 0 or y = 0", {"x", "y"}), {{condition("x = 0 or y = 0"), "1"}});
}

TEST_CASE("count rule cover: alternatives, each closed in the set") {
  const std::string apart = "{'rule':'cover','condition':'x < 0 or x > 0','options':['x < 0','x > 0'],'closed':[" +
                            contradiction("'x'") + "," + contradiction("'x'") + "],'pieces':[" + line("'-1','1'") +
                            "," + line("'-1','1'") + "],'overlaps':[{'first':0,'second':1,'count':" + empty("'x'") +
                            ",'points':[]}]}";
  check_counts(set_of("x < 0 or x > 0", {"x"}),
               {{apart, "2"}, {replaced(apart, "," + contradiction("'x'"), ""), "closed"}});
  // The half line x > 0 is not closed in the line: cutting it off would count 2.
  const std::string touching = "{'rule':'cover','condition':'x <= 0 or x > 0','options':['x <= 0','x > 0'],'closed':[" +
                               contradiction("'x'") + "],'pieces':[" + line("'-1','1'") + "," + line("'-1','1'") +
                               "],'overlaps':[{'first':0,'second':1,'count':" + empty("'x'") + ",'points':[]}]}";
  check_counts(set_of("x <= 0 or x > 0", {"x"}), {{touching, "certificate.closed"}});
  // The negative half line lies in the closure of the half plane without the axis x = 0.
  const std::string beside =
      replaced(replaced(touching, "'options':['x <= 0','x > 0']", "'options':['x != 0 and y > 0','x < 0 and y = 0']"),
               "'x <= 0 or x > 0'", "'x != 0 and y > 0 or x < 0 and y = 0'");
  check_counts(set_of("x != 0 and y > 0 or x < 0 and y = 0", {"x", "y"}),
               {{replaced(beside, contradiction("'x'"), contradiction("")), "certificate.closed[0].factors"}});
}

TEST_CASE("count rule fold: products of two coordinates") {
  const std::string hyperbola =
      "{'rule':'fold','first':'x','second':'y','base':" + line("'0','2'") + ",'branch':{'rule':'point'},'points':[]}";
  check_counts(set_of("x*y = 1", {"x", "y"}), {{hyperbola, "2"},
                                               {replaced(hyperbola, "'points':[]", "'points':[[]]"), "not one point"},
                                               {replaced(hyperbola, "'second':'y'", "'second':'x'"), "an odd power"},
                                               {replaced(hyperbola, "'first':'x'", "'first':'z'"), "encoding"}});
  check_counts(set_of("x*y = x", {"x", "y"}), {{hyperbola, "a term that is not one of the product"}});
  check_counts(set_of("x*y = 1 and x > 0", {"x", "y"}), {{hyperbola, "a term that is not one of the product"}});
  const std::string lines = "{'rule':'fold','first':'x','second':'y','base':" + line("'-1','1'") +
                            ",'branch':{'rule':'point'},'points':[[]]}";
  check_counts(set_of("x*y = 0", {"x", "y"}), {{lines, "1"}, {replaced(lines, "[[]]", "[]"), "not one point"}});
}

TEST_CASE("count rule fold: the base has to locate the points of the branch") {
  const std::string node =
      "{'rule':'fold','first':'x','second':'y','base':{'rule':'open','order':['x'],'units':[],'projection':[['x-1']],"
      "'cells':[['0','in'],['2','out']],'components':[0],'joins':[],'separation':'trivial'},'branch':{'rule':'point'},"
      "'points':[[]]}";
  // With x in the projection too, the point x = 0 lies on a root.
  const std::string more = replaced(replaced(node, "['x-1']", "['x-1','x']"), "['0','in']", "['-1','in'],['1/2','in']");
  const std::string joined = replaced(replaced(more, "'components':[0]", "'components':[0,0]"), "'joins':[]",
                                      "'joins':[[0,1,[['-1'],['1/2']]]]");
  check_counts(set_of("x*y < 1", {"x", "y"}),
               {{node, "1"},
                {joined, "the point cannot be located in the base"},
                {replaced(node, "'points'", "'note':1,'points'"), "unknown key 'note'"}});
}

TEST_CASE("count rule fold: every component of the branch has a point of its own") {
  // The cross times z != 0: a point of one part in the place of one of the other would leave a part unjoined.
  const std::string node =
      "{'rule':'fold','first':'x','second':'y','base':{'rule':'graph','solved':[['x','0','1']],"
      "'nonzero':[],'base':" +
      line("'-1','1'") + "},'branch':" + line("'-1','1'") + ",'points':[['-1'],['1']]}";
  check_counts(set_of("x*y = 0 and z != 0", {"x", "y", "z"}),
               {{node, "2"},
                {replaced(node, "['-1'],['1']", "['-1'],['-2']"), "the point is not in component 1"},
                {replaced(node, "['-1'],['1']", "['1'],['-1']"), "the point is not in component 0"},
                {replaced(node, "['-1'],['1']", "['-1'],['0']"), "the point does not lie in the set"}});
}

TEST_CASE("count rule fold: squares") {
  const std::string points = "{'rule':'fold','first':'x','second':'x','base':" + line("'-1','1/2','2'") +
                             ",'branch':{'rule':'point'},'points':[]}";
  const std::string interval = replaced(points, "'points':[]", "'points':[[]]");
  check_counts(set_of("x^2 = 1", {"x"}), {{points, "2"}, {interval, "not one point"}});
  check_counts(set_of("x^2 <= 1", {"x"}), {{interval, "1"}, {points, "not one point"}});
  check_counts(set_of("x^3 > 1", {"x"}), {{points, "an odd power"}});
  check_counts(set_of("x^2+x = 1", {"x"}), {{points, "an odd power"}});
  // x^3 - x vanishes where x^4 - x^2 does.
  check_counts(set_of("x^3 = x", {"x"}), {{interval, "3"}});
  check_counts(set_of("x^3 != x", {"x"}), {{points, "4"}});
  check_counts(set_of("x^3 > x", {"x"}), {{points, "an odd power"}});
}

TEST_CASE("points are located in sets that are put together") {
  const auto at = [](const std::string& text, const std::vector<std::string>& variables, const std::string& node,
                     const std::vector<Rational>& point) -> std::string {
    return outcome_of_check([&] {
      Session session;
      const auto number = check_count(set_of(text, variables), *json_of(node), session).locate(point);
      return number ? std::to_string(*number) : std::string("none");
    });
  };
  const std::string apart = "{'rule':'cover','condition':'x < 0 or x > 0','options':['x < 0','x > 0'],'closed':[" +
                            contradiction("'x'") + "," + contradiction("'x'") + "],'pieces':[" + line("'-1','1'") +
                            "," + line("'-1','1'") + "],'overlaps':[{'first':0,'second':1,'count':" + empty("'x'") +
                            ",'points':[]}]}";
  CHECK(at("x < 0 or x > 0", {"x"}, apart, {-2}) == "0");
  CHECK(at("x < 0 or x > 0", {"x"}, apart, {2}) == "1");
  // The cross, and both branches of a hyperbola.
  const std::string three = "{'rule':'fold','first':'x','second':'y','base':" + line("'-1','1/2','2'") +
                            ",'branch':{'rule':'point'},'points':[[]]}";
  const std::string both = "x*y = 0 or x*y = 1";
  check_counts(set_of(both, {"x", "y"}), {{three, "3"}});
  CHECK(at(both, {"x", "y"}, three, {0, 5}) == "0");
  CHECK(at(both, {"x", "y"}, three, {-2, 0}) == "0");
  CHECK(at(both, {"x", "y"}, three, {-2, Rational(-1, 2)}) == "1");
  CHECK(at(both, {"x", "y"}, three, {2, Rational(1, 2)}) == "2");
  const std::string sum = "{'rule':'sum','equation':'x^2-x','pieces':[{'factor':'x','count':" + line("'-1','1/2','2'") +
                          "},{'factor':'x-1','count':" + line("'-1','1/2','2'") +
                          "}],'disjoint':[{'rule':'consequence','equation':'1','cofactors':[['-1','x-1'],['1','x']],"
                          "'then':" +
                          kContradiction + "}]}";
  CHECK(at("x^2 = x", {"x"}, sum, {0}) == "0");
  CHECK(at("x^2 = x", {"x"}, sum, {1}) == "1");
  // Where a factor cannot locate its part of a point, the product cannot, nor can a fold where the base cannot.
  const std::string open =
      "{'rule':'open','order':['x'],'units':[],'projection':[['x','x-1']],'cells':[['-1','in'],['1/"
      "2','in'],['2','in']],"
      "'components':[0,1,1],'joins':[[1,2,[['1/2'],['2']]]],'separation':{'signs':['x']}}";
  const std::string product = "{'rule':'product','factors':[{'coordinates':['x'],'count':" + open +
                              "},{'coordinates':['y'],'count':" + line("'-1','1'") + "}]}";
  CHECK(at("x != 0 and y != 0", {"x", "y"}, product, {2, -1}) == "2");
  CHECK(at("x != 0 and y != 0", {"x", "y"}, product, {-2, 1}) == "1");
  CHECK(at("x != 0 and y != 0", {"x", "y"}, product, {1, 1}) == "none");
  const std::string blind = "{'rule':'fold','first':'x','second':'y','base':" + open +
                            ",'branch':{'rule':'empty','proof':" + kContradiction + "},'points':[]}";
  CHECK(at("x*y != 0", {"x", "y"}, blind, {1, 2}) == "3");
  CHECK(at("x*y != 0", {"x", "y"}, blind, {-1, 2}) == "0");
  CHECK(at("x*y != 0", {"x", "y"}, blind, {1, 1}) == "none");
}
