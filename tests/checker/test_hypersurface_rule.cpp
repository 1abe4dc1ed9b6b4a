#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "checker/node_refusals.hpp"
#include "checker/rule_outcomes.hpp"

using namespace isthmus::check;
using namespace isthmus::check::test;

namespace {

std::string by_roots(const std::string& gaps) { return "{'rule':'line','gaps':[" + gaps + "]}"; }

/// Of a set on the line, where proof and counts are by roots.
std::string on_the_line(const std::string& equation, const std::string& smooth, const std::string& complement,
                        const std::string& space, const std::string& sides) {
  return "{'rule':'hypersurface','equation':'" + equation + "','smooth':" + by_roots(smooth) + ",'complement':" +
         by_roots(complement) + ",'space':" + by_roots(space) + ",'sides':[" + sides + "]}";
}

const std::string kTwoPoints = on_the_line("x^2-1", "'-2','-1/2','1/2','2'", "'-2','0','2'", "'0'",
                                           "[['0'],['-2']],[['0'],['2']]");

void check_rows(const Set& set, const std::string& good, const std::string& number, const std::vector<NodeRow>& rows) {
  check_node_rows([&](const std::string& node) { return counted(set, node); }, good, number, rows);
}

/// The components in which points of a set on the line are.
std::string components_of(const std::string& text, const std::string& node, const std::vector<Rational>& points) {
  return outcome_of_check([&] {
    Session session;
    const Count count = check_count(set_of(text, {"x"}), *json_of(node), session);
    std::string result;
    for (const Rational& point : points) {
      const auto number = count.locate({point});
      result += number ? std::to_string(*number) : std::string("-");
    }
    return result;
  });
}

}  // namespace

TEST_CASE("count rule hypersurface: as many points as there are more gaps than lines") {
  check_rows(set_of("x^2 = 1", {"x"}), kTwoPoints, "2",
             {{"'equation':'x^2-1'", "'equation':'x^2-2'", "another condition is not strict and linear"},
              {"'-2','-1/2','1/2','2'", "'-2','2'", "smooth"},
              {"'-2','0','2'", "'-2','2'", "complement"},
              {"'space':{'rule':'line','gaps':['0']}", "'space':{'rule':'line','gaps':['-1','1']}", "space"},
              {",[['0'],['2']]", "", "there are not two sides for each component"},
              {"[['0'],['2']]]", "[['0'],['2']],[['0'],['3']]]", "there are not two sides for each component"},
              {"[['0'],['2']]", "[['1/2'],['-3']]", "two components have the same sides"},
              {"[['0'],['2']]", "[['2'],['0']]", "the point is on the other side"},
              {"[['0'],['2']]", "[['0'],['1']]", "the point does not lie in the set"},
              {"[['0'],['2']]", "[['0'],['2'],['3']]", "expected two points"},
              {"[['0'],['2']]", "[['0'],['2','0']]", "a point of another dimension"}});
  CHECK(components_of("x^2 = 1", kTwoPoints, {-1, 1}) == "01");
  // Sides that no component has are not seen to be wrong, but no point is then located by them.
  const std::string three = on_the_line("x^3-x", "'-2','-3/4','-1/2','1/2','3/4','2'", "'-2','-1/2','1/2','2'", "'0'",
                                        "[['-2'],['-1/2']],[['1/2'],['-1/2']],[['1/2'],['2']]");
  CHECK(components_of("x^3 = x", three, {-1, 0, 1}) == "012");
  CHECK(components_of("x^3 = x", replaced(three, "[['1/2'],['2']]", "[['-2'],['2']]"), {-1, 0, 1}) == "01-");
}

TEST_CASE("count rule hypersurface: a point beside which others are near") {
  const std::string node = on_the_line("(x^2-1)*(x-101/100)", "'-2','-1/2','0','1001/1000','126/125','2'",
                                       "'-2','0','1001/1000','2'", "'0'",
                                       "[['-2'],['0']],[['1001/1000'],['0']],[['1001/1000'],['2']]");
  CHECK(components_of("(x^2-1)*(x-101/100) = 0", node, {-1, 1, Rational(101, 100)}) == "012");
}

TEST_CASE("count rule hypersurface: other conditions are strict and linear") {
  const std::string node =
      on_the_line("x^2-1", "'-2','-1/2','1/2','2'", "'-2','-1/2','1/2','2'", "'-1','1'", "[['1/2'],['2']]");
  check_rows(set_of("x^2 = 1 and x > 0", {"x"}), node, "1", {{"'-2','-1/2','1/2','2'", "'-2','2'", ""}});
  CHECK(counted(set_of("x > 0 and x^2 = 1", {"x"}), node) == "1");
  for (const std::string text : {"x^2 = 1 and x^3 > 0", "x^2 = 1 and x >= 0", "x^2 = 1 and (x > 0 or x < -5)",
                                 "x^2 = 1 and x = 1", "x^2 = 1 or x > 5", "x^2 <= 1", "x^2 = 1 and x <= 0"}) {
    const std::string result = counted(set_of(text, {"x"}), node);
    INFO(text << ": " << result);
    CHECK(contains(result, "another condition is not strict and linear"));
  }
  const std::string plane = replaced(node, "x^2-1", "x^2+y^2-1");
  CHECK(contains(counted(set_of("x^2+y^2 = 1 and x*y > 0", {"x", "y"}), plane), "not strict and linear"));
  CHECK(contains(counted(set_of("x > 0", {"x"}), node), "the equation is not a conjunct"));
}

TEST_CASE("count rule hypersurface: a cone is none") {
  // Its complement has three components, but it is connected.
  const std::string node =
      "{'rule':'hypersurface','equation':'x*y','smooth':" + kContradiction + ",'complement':" +
      product_of(kSplit, kSplit) + ",'space':" + product_of(kWhole, kWhole) + ",'sides':[]}";
  const std::string result = counted(set_of("x*y = 0", {"x", "y"}), node);
  INFO(result);
  CHECK(result.starts_with("rejected"));
  CHECK(contains(result, "certificate.smooth"));
}

TEST_CASE("count rule hypersurface: a double point is none") {
  const std::string node = on_the_line("x^2", "'-1','1'", "'-1','1'", "'0'", "[['-1'],['1']]");
  CHECK(contains(counted(set_of("x^2 = 0", {"x"}), node), "certificate.smooth"));
  CHECK(contains(counted(set_of("x^3 = 0", {"x"}), replaced(node, "'x^2'", "'x^3'")), "certificate.smooth"));
}

TEST_CASE("count rule hypersurface: points that the complement cannot locate") {
  // With x among the listed polynomials the point 0 lies on a root.
  const std::string open =
      "{'rule':'open','order':['x'],'units':[],'projection':[['x-1','x+1','x']],'cells':[['-2','in'],['-1/2','in'],"
      "['1/2','in'],['2','in']],'components':[0,1,1,2],'joins':[[1,2,[['-1/2'],['1/2']]]],'separation':{'signs':["
      "'x-1','x+1']}}";
  const std::string node = replaced(kTwoPoints, by_roots("'-2','0','2'"), open);
  const Set set = set_of("(x-1)*(x+1) = 0", {"x"});
  const auto with = [&](const std::string& sides) {
    return counted(set, replaced(replaced(node, "'x^2-1'", "'(x-1)*(x+1)'"), "[['0'],['-2']],[['0'],['2']]", sides));
  };
  CHECK(with("[['1/2'],['-2']],[['1/2'],['2']]") == "2");
  CHECK(contains(with("[['0'],['-2']],[['1/2'],['2']]"), "the point cannot be located in the complement"));
}

TEST_CASE("count rule hypersurface: a space of two components, and a zero at the end of a step") {
  const std::string node = on_the_line("x^2-1", "'-2','-1/2','1/2','2'", "'-2','-1/2','1/2','2'", "'-1','1'",
                                       "[['-1/2'],['-2']],[['1/2'],['2']]");
  CHECK(counted(set_of("x^2 = 1 and x != 0", {"x"}), node) == "2");
  CHECK(components_of("x^2 = 1 and x != 0", node, {-1, 1}) == "01");
  // From 1 a step of 1 leads to 0, beyond the point that is left out.
  const std::string beyond = on_the_line("x^2-1", "'-2','-1/2','1/4','3/4','2'", "'-2','0','3/4','2'", "'0','1'",
                                         "[['0'],['-2']],[['3/4'],['2']]");
  CHECK(components_of("x^2 = 1 and x != 1/2", beyond, {-1, 1}) == "01");
  // From 0 a step of 1 leads to the other zero, and from 1 to the first.
  const std::string near = on_the_line("x^2-x", "'-1','1/4','3/4','2'", "'-1','1/2','2'", "'0'",
                                       "[['1/2'],['-1']],[['1/2'],['2']]");
  CHECK(components_of("x^2 = x", near, {0, 1}) == "01");
}

TEST_CASE("count rule hypersurface: the theorem is named") {
  Session session;
  check_count(set_of("x^2 = 1", {"x"}), *json_of(kTwoPoints), session);
  CHECK(session.trusted.count("sides of a smooth hypersurface (docs/engine.md, section 11 (m))") == 1);
}

TEST_CASE("count rule hypersurface over parameters") {
  const std::string zero = "{'rule':'substitute','variable':'x','numerator':'0','denominator':'1','then':" +
                           contradiction("'e'") + "}";
  const auto delineate = [](const std::string& projection) {
    return "{'rule':'delineate','order':['e','x'],'units':[],'projection':" + projection + "}";
  };
  const std::string reduction = "{'rule':'hypersurface','equation':'x^2-e','smooth':" + zero +
                                ",'complement':" + delineate("[['e'],['x^2-e']]") +
                                ",'space':" + delineate("[[],[]]") + "}";
  const std::string node =
      "{'rule':'uniform','reduction':" + reduction +
      ",'order':['e'],'units':[],'projection':[['e']],'cells':[['-1','out'],['1','in']],'counts':[" + kTwoPoints +
      "],'walls':[{'rule':'no-parameters','proof':" + kContradiction + "}]}";
  const auto over = [](const std::string& assumption) { return set_of("x^2 = e", {"x"}, {"e"}, assumption); };
  check_node_rows([&](const std::string& n) { return counted_over_parameters(over("e > 0"), n); }, node, "2",
                  {{"'equation':'x^2-e'", "'equation':'x-e'", "not strict and linear"},
                   {"'complement':{'rule':'delineate'", "'complement':{'rule':'point'", ""},
                   {"[['e'],['x^2-e']]", "[[],['x^2-e']]", ""}});
  CHECK(contains(counted_over_parameters(over(""), node), "smooth"));
}
