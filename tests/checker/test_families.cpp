#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "checker/rule_outcomes.hpp"

using namespace isthmus::check;
using namespace isthmus::check::test;

namespace {

const std::string kDelineate = "{'rule':'delineate','order':['a','x'],'units':[],'projection':[['a'],['x^2-a']]}";

}  // namespace

TEST_CASE("family rules no-parameters, parameter-cases, solve-parameter") {
  check_family_counts(set_of("x = a", {"x"}, {"a"}, "a > 0 and a < 0"),
                      {{"{'rule':'no-parameters','proof':" + kContradiction + "}", ""}});
  check_family_counts(set_of("x = a", {"x"}, {"a"}, "a > 0"),
                      {{"{'rule':'no-parameters','proof':" + kContradiction + "}", "proof.factors: contradiction"},
                       {"{'rule':'line','gaps':['0']}", "there is no rule for families of this name"}});
  const std::string two = "{'rule':'line','gaps':['-2','0','2']}";
  check_family_counts(set_of("x^2 = 1", {"x"}), {{two, "2"}});
  check_family_counts(
      set_of("x^2 = a", {"x"}, {"a"}, "2*a = 2"),
      {{"{'rule':'solve-parameter','parameter':'a','numerator':'1','denominator':'1','nonzero':" + kContradiction +
            ",'then':" + two + "}",
        "2"},
       {"{'rule':'solve-parameter','parameter':'a','numerator':'4','denominator':'1','nonzero':" + kContradiction +
            ",'then':" + two + "}",
        "not a conjunct of the assumption"},
       {"{'rule':'solve-parameter','parameter':'x','numerator':'1','denominator':'1','nonzero':" + kContradiction +
            ",'then':" + two + "}",
        "'x' is not a variable here"}});
  check_family_counts(set_of("x^2 = a", {"x"}, {"a", "b"}, "a*b = 1"),
                      {{"{'rule':'solve-parameter','parameter':'a','numerator':'1','denominator':'b','nonzero':" +
                            kContradiction + ",'then':" + two + "}",
                        "nonzero.factors: contradiction"}});
  const std::string cases =
      "{'rule':'parameter-cases','polynomial':'a','zero':{'rule':'solve-parameter','parameter':'a','numerator':'0','"
      "denominator':'1','nonzero':" +
      kContradiction +
      ",'then':{'rule':'line','gaps':['-1','1']}},'nonzero':{'rule':'no-parameters','proof':" + kContradiction + "}}";
  check_family_counts(set_of("x^2 = a", {"x"}, {"a"}, "a <= 0 and a >= 0"),
                      {{cases, "1"}, {replaced(cases, "'polynomial':'a'", "'polynomial':'x'"), "unknown name 'x'"}});
  check_family_counts(set_of("x^2 = a", {"x"}, {"a"}, "a >= 0"), {{cases, "nonzero.proof"}});
}

TEST_CASE("family rule uniform") {
  // x^2 = a: 0, 1, 2 points.
  const std::string wall =
      "{'rule':'solve-parameter','parameter':'a','numerator':'0','denominator':'1','nonzero':" + kContradiction +
      ",'then':{'rule':'line','gaps':['-1','1']}}";
  const std::string node = "{'rule':'uniform','reduction':" + kDelineate +
                           ",'order':['a'],'units':[],'projection':[['a']],'cells':[['-1','in'],['1','in']],'counts':[{"
                           "'rule':'line','gaps':['0']},{'rule':'line','gaps':['-2','0','2']}],'walls':[" +
                           wall + "]}";
  const Set set = set_of("x^2 = a", {"x"}, {"a"});
  check_family_counts(
      set, {{node, "0 2 1"},
            {replaced(node, "'walls':[" + wall + "]", "'walls':[]"), "element 0 is missing"},
            {replaced(node, "'walls':[" + wall + "]", "'walls':[" + wall + "," + wall + "]"), "more walls than listed"},
            {replaced(node, ",{'rule':'line','gaps':['-2','0','2']}", ""), "not one count for each cell"},
            {replaced(node, "['-1','in']", "['-1','out']"), "do not make the formula false"},
            {replaced(node, "[['-1','in'],['1','in']]", "'in'"), "not split up to the last level"},
            {replaced(node, "'units':[],'projection':[['a']],'cells'", "'units':[],'projection':[['a-1']],'cells'"),
             "uniform: (P0): a polynomial"},
            {replaced(node, "'projection':[['a'],['x^2-a']]", "'projection':[[],['x^2-a']]"),
             "reduction.projection[1][0]: delineate: (P1)"},
            {replaced(node, "'projection':[['a'],['x^2-a']]", "'projection':[['a'],['x']]"), "delineate: (P0)"},
            {replaced(node, "'order':['a','x']", "'order':['x','a']"), "the parameters do not come first"},
            {replaced(node, "'rule':'delineate'", "'rule':'open'"), "there is no reduction of this name"}});
  // The assumption leaves one side only.
  const std::string half = "{'rule':'uniform','reduction':" + kDelineate +
                           ",'order':['a'],'units':[],'projection':[['a']],'cells':[['-1','out'],['1','in']],'counts':["
                           "{'rule':'line','gaps':['-2','0','2']}],'walls':[{'rule':'no-parameters','proof':" +
                           kContradiction + "}]}";
  check_family_counts(set_of("x^2 = a", {"x"}, {"a"}, "a > 0"), {{half, "2"}});
  check_family_counts(set_of("x^2 = a", {"x"}, {"a"}, "a >= 0"), {{half, "walls[0].proof"}});
  check_family_counts(set_of("x^2 = a", {"x"}, {"a"}, "a > 0 and a != 3"), {{half, "uniform: (P0)"}});
}

// docs/engine.md, section 10: without the coefficient b - 1 all of parameter space would be one cell.
TEST_CASE("family rule uniform: walls are delineated over parameters") {
  const Set set = set_of("x*z + b - 1 != 0", {"x", "z"}, {"b"});
  const std::string cells = "'cells':[['0','in']],'counts':[{'rule':'line','gaps':['0']}],'walls':[]}";
  const std::string wrong =
      "{'rule':'uniform','reduction':{'rule':'delineate','order':['b','x','z'],'units':[],'projection':[[],['x'],['x*z+"
      "b-1']]},'order':['b'],'units':[],'projection':[[]]," +
      cells;
  check_family_counts(set, {{wrong, "delineate: (P3)"},
                            {replaced(wrong, "[[],['x'],", "[['b-1'],['x'],"),
                             "uniform: (P0): a polynomial that the reduction leaves"}});
}

TEST_CASE("reductions over all parameters") {
  // a*x = 1, a > 0: a graph over a point. And x^2 = a*y^2 is contracted.
  const auto uniform = [](const std::string& reduction, const std::string& count) {
    return "{'rule':'uniform','reduction':" + reduction +
           ",'order':['a'],'units':[],'projection':[['a']],'cells':[['-1','out'],['1','in']],'counts':[" + count +
           "],'walls':[{'rule':'no-parameters','proof':" + kContradiction + "}]}";
  };
  const std::string point = "{'rule':'point'}";
  const std::string graph =
      "{'rule':'graph','solved':[['x','1','a']],'nonzero':[{'rule':'contradiction','factors':['a*x-1','a+1']}],'base'"
      ":" +
      point + "}";
  const std::string at_one = "{'rule':'line','gaps':['0','2']}";
  check_family_counts(set_of("a*x = 1", {"x"}, {"a"}, "a > 0"),
                      {{uniform(graph, at_one), "1"}, {uniform(point, at_one), "there are coordinates"}});
  check_family_counts(set_of("a*x = 1", {"x"}, {"a"}, "a > -1 and a != 0"),
                      {{uniform(graph, at_one), "uniform: (P0)"}});
  check_family_counts(set_of("a*x = 1", {"x"}, {"a"}, "a >= 0"),
                      {{uniform(graph, at_one), "walls[0].proof.factors: contradiction"}});
  const std::string contraction = "{'rule':'contraction','weights':[1,1],'core':" + point + "}";
  check_family_counts(set_of("x^2 = a*y^2", {"x", "y"}, {"a"}, "a > 0"), {{uniform(contraction, contraction), "1"}});
  check_family_counts(set_of("x^2 = a", {"x", "y"}, {"a"}, "a > 0"),
                      {{uniform(contraction, contraction), "not homogeneous"}});
  const std::string empty = "{'rule':'empty','proof':" + kContradiction + "}";
  check_family_counts(set_of("a*x^2 < 0", {"x"}, {"a"}, "a > 0"), {{uniform(empty, empty), "0"}});
}
