#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "checker/rule_outcomes.hpp"

using namespace isthmus::check;
using namespace isthmus::check::test;

namespace {}  // namespace

TEST_CASE("proof rule contradiction") {
  check_emptiness(set_of("x > 0 and x*y > 0 and y < 0"), {{"{'rule':'contradiction','factors':[]}", "empty"}});
  check_emptiness(set_of("x > 0 and x*y > 0 and y <= 0"), {{"{'rule':'contradiction','factors':[]}", "empty"}});
  check_emptiness(set_of("x > 0 and x*y >= 0 and y <= 0"),
                  {{"{'rule':'contradiction','factors':[]}", "contradiction: the signs of the factors do not force"}});
  check_emptiness(
      set_of("x^2+y^2 = 0 and x*y != 0"),
      {{"{'rule':'contradiction','factors':['x^2+y^2']}", "empty"},
       {"{'rule':'contradiction','factors':[]}", "contradiction: the polynomial of an atom is no product"},
       {"{'rule':'contradiction','factors':['x^2+y^2','3']}", "factors[1]: contradiction: a constant factor"},
       {"{'rule':'contradiction','factors':['x^2+t']}", "encoding: unknown name 't'"},
       {"{'rule':'contradiction'}", "encoding: the key 'factors' is missing"},
       {"{'rule':'contradiction','factors':[],'then':0}", "encoding: unknown key 'then'"}});
  check_emptiness(set_of("x^2 + y^2 = 0"), {{"{'rule':'contradiction','factors':['x^2+y^2']}", "do not force"}});
  check_emptiness(set_of("x^2 + y^4 + 1 < 0"), {{"{'rule':'contradiction','factors':[]}", "empty"}});
  check_emptiness(set_of("(x-y)^2 < 0"), {{"{'rule':'contradiction','factors':['x-y']}", "empty"}});
  check_emptiness(set_of("(x-y)^3 < 0 and x > y"), {{"{'rule':'contradiction','factors':['x-y']}", "empty"}});
  // A sum of positive terms, one of them under a sign condition.
  check_emptiness(set_of("x*y^3+2*x*y+z^2 <= 0 and x*y > 0"),
                  {{"{'rule':'contradiction','factors':['x*y^3+2*x*y+z^2']}", "empty"}});
  check_emptiness(set_of("x*y^3+2*x*y-z^2 <= 0 and x*y > 0"),
                  {{"{'rule':'contradiction','factors':['x*y^3+2*x*y-z^2']}", "do not force"}});
  check_emptiness(set_of("false"), {{"{'rule':'contradiction','factors':[]}", "empty"}});
  check_emptiness(set_of("true", {"x"}), {{"{'rule':'contradiction','factors':[]}", "do not force"}});
  check_emptiness(set_of("e*x = 1 and x = 0", {}, {"e"}, "e > 0"),
                  {{"{'rule':'contradiction','factors':['e*x-1']}", "empty"}});
  check_emptiness(set_of("e*x <= 0 and x > 0", {}, {"e"}, "e > 0"),
                  {{"{'rule':'contradiction','factors':[]}", "empty"}});
  check_emptiness(set_of("e*x <= 0 and x > 0", {}, {"e"}, "e >= 0"),
                  {{"{'rule':'contradiction','factors':[]}", "do not force"}});
}

TEST_CASE("proof rule rewrite") {
  const std::string rewrite = "{'rule':'rewrite','formula':'";
  const std::string then = "','factors':[],'then':" + kContradiction + "}";
  check_emptiness(set_of("x*y = 0 and y != 0 and x > 0"),
                  {{rewrite + "x = 0 and x > 0" + then, "empty"},
                   {rewrite + "x < 0 and x > 0" + then, "empty"},
                   {rewrite + "x > 0" + then, "then.factors: contradiction"},
                   {rewrite + "x <" + then, ".formula: encoding:"},
                   {rewrite + "x < 0 and x > 0','note':'" + then, "unknown key 'note'"}});
  check_emptiness(set_of("x*y = 0 and y != 0"),
                  {{rewrite + "x < 0" + then, "certificate.factors: rewrite: the signs"}});
}

TEST_CASE("proof rule consequence") {
  const auto node = [](const std::string& equation, const std::string& cofactors) {
    return "{'rule':'consequence','equation':'" + equation + "','cofactors':[" + cofactors +
           "],'then':{'rule':'contradiction','factors':['x+y-1','x-y-1']}}";
  };
  check_emptiness(
      set_of("x+y = 1 and x-y = 1 and y > 0"),
      {{node("2*y", "['1','x+y-1'],['-1','x-y-1']"), "empty"},
       {node("2*y", "['1','2*(x+y-1)'],['-2','x-y-1']"), "the sum of the multiples is not the equation"},
       {node("4*y", "['1','2*(x+y-1)'],['-2','x-y-1']"), "empty"},
       {node("y", "['1','x+y-1'],['-1','x-y-1']"), "the sum of the multiples is not the equation"},
       {node("2*y", "['1','x+y-1'],['-1','x-y']"), "cofactors[1]: consequence: the equation is not a conjunct"},
       {node("y^2", "['y','y']"), "the equation is not a conjunct"},
       {node("2*y", "['1']"), "expected a cofactor and an equation"},
       {node("0", ""), "then.factors: contradiction: the signs"}});
}

TEST_CASE("proof rule cases") {
  const std::string zero = "['x=0',{'rule':'contradiction','factors':['x-1','x-2']}]";
  const std::string one =
      "['x=1',{'rule':'substitute','variable':'x','numerator':'1','denominator':'1','then':" + kContradiction + "}]";
  const std::string cases = "{'rule':'cases','factors':['x-1','x-2'],'cases':[";
  check_emptiness(set_of("x*(x-1) = 0 and x > 2"),
                  {{cases + zero + "," + one + "]}", "empty"},
                   {cases + one + "," + zero + "]}", "empty"},
                   {cases + zero + "]}", "cases: the signs"},
                   {cases + "]}", "cases: the signs"},
                   {cases + zero + "," + one + "],'note':1}", "unknown key 'note'"},
                   {cases + zero + ",['x>=1'," + kContradiction + "]]}", "cases[1][1]"},
                   {cases + zero + ",['x=1']]}", "expected a formula and a proof"}});
}

TEST_CASE("proof rule substitute") {
  const auto node = [](const std::string& variable, const std::string& numerator, const std::string& denominator,
                       const std::string& then) {
    return "{'rule':'substitute','variable':'" + variable + "','numerator':'" + numerator + "','denominator':'" +
           denominator + "','then':" + then + "}";
  };
  const std::string line = "{'rule':'line','gaps':['-1','1']}";
  check_emptiness(set_of("x*y = 1 and x != 0 and x^2 + y^2 < 0"),
                  {{node("y", "1", "x", line), "empty"},
                   {node("y", "2", "x", line), "not a conjunct"},
                   {node("x", "1", "y", line), "the denominator is not kept from vanishing"},
                   {node("y", "y", "x", line), "contains the variable itself"},
                   {node("t", "1", "x", line), "'t' is not a variable here"},
                   {node("y", "1", "0", line), "the denominator is zero"}});
  // After the substitution y is gone.
  check_emptiness(set_of("y = x and y^2 < 0"),
                  {{node("y", "x", "1", "{'rule':'contradiction','factors':['y']}"), "unknown name 'y'"},
                   {node("y", "x", "1", kContradiction), "empty"}});
}

TEST_CASE("proof rules line, open, count") {
  check_emptiness(set_of("x^2 < 2 and x > 3/2"),
                  {{"{'rule':'line','gaps':['-2','0','29/20','2']}", "empty"},
                   {"{'rule':'line','gaps':['-2','0','2']}", "line: between 0 and 2 there are 2 roots"},
                   {"{'rule':'line','gaps':['0','29/20','2']}", "line: there are 3 roots in all"}});
  check_emptiness(set_of("x^2 < 2 and x > 7/5"),
                  {{"{'rule':'line','gaps':['-2','0','141/100','2']}", "line: the set has points"}});
  check_emptiness(set_of("x^2 + y^2 < 0"),
                  {{"{'rule':'open','order':['x','y'],'units':[],'projection':[['x'],['x^2+y^2']],'"
                    "cells':[['-1','out'],['1','out']]}",
                    "the known signs do not make the formula false"},
                   {"{'rule':'open','order':['x','y'],'units':[],'projection':[['x'],['x^2+y^2']],'"
                    "cells':[['-1',[['0','out']]],['1',[['0','out']]]],'components':[]}",
                    "unknown key 'components'"},
                   {"{'rule':'open','order':['x','y'],'units':[],'projection':[['x'],['x^2+y^2']],'"
                    "cells':[['-1',[['0','out']]],['1',[['0','out']]]]}",
                    "empty"}});
  check_emptiness(set_of("x^2 + y^2 > 0"),
                  {{"{'rule':'open','order':['x','y'],'units':[],'projection':[['x'],['x^2+y^2']],'"
                    "cells':[['-1',[['0','in']]],['1',[['0','in']]]]}",
                    "the set has an open cell"}});
  check_emptiness(set_of("x^2 + y^2 <= 0"),
                  {{"{'rule':'open','order':['x','y'],'units':[],'projection':[['x'],['x^2+y^2']],'"
                    "cells':[['-1',[['0','out']]],['1',[['0','out']]]]}",
                    "an atom that is not strict"}});
  check_emptiness(set_of("x^2 < 0"),
                  {{"{'rule':'count','count':{'rule':'line','gaps':['-1','1']}}", "empty"},
                   {"{'rule':'count','note':1,'count':{'rule':'line','gaps':['-1','1']}}", "unknown key 'note'"},
                   {"{'rule':'lemma','lemma':0}", "lemma: there is no proof rule of this name"}});
  check_emptiness(set_of("x^2 < 1"),
                  {{"{'rule':'count','count':{'rule':'line','gaps':['-2','0','2']}}", "the set has components"}});
}

TEST_CASE("checker: nesting of nodes is bounded") {
  std::string node = "{'rule':'contradiction','factors':[]}";
  for (int i = 0; i < 600; ++i)
    node = "{'rule':'rewrite','formula':'x < 0 and x > 0','factors':[],'then':" + node + "}";
  CHECK(contains(emptied(set_of("x < 0 and x > 0"), node), "more than 500 nodes nested in each other"));
}
