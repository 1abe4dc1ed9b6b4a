#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "checker/rule_outcomes.hpp"

using namespace isthmus::check;
using namespace isthmus::check::test;

namespace {

void check_answers(const Query& query, const std::vector<Case>& cases) {
  for (const auto& [certificate, expected] : cases) {
    CAPTURE(certificate);
    const std::string result = answered(query, certificate);
    CAPTURE(result);
    CHECK(contains(result, expected));
    CHECK(contains(result, "the set has") + contains(result, "the two points lie in ") +
              contains(result, "rejected: ") + contains(result, "error: ") ==
          1);
  }
}

}  // namespace

TEST_CASE("query components: a count off by one in either direction is refused") {
  const std::string certificate =
      "{'format':1,'query':'components','lemmas':[],'components':2,'model':{},'count':{'rule':'line','gaps':['-2','0','"
      "2']}}";
  const std::string lemma = "{'coordinates':['x'],'formula':'x != 0','count':" + kSplit + "}";
  check_answers({"x^2 = 2", {}, {}, "", {}, {}},
                {{certificate, "the set has exactly 2 connected components"},
                 {replaced(certificate, "'components':2", "'components':1"), "the number of components is 2"},
                 {replaced(certificate, "'components':2", "'components':3"), "the number of components is 2"},
                 {replaced(certificate, "'components':2", "'components':'2'"), "expected an integer"},
                 {replaced(certificate, "'components':2", "'components':'varies'"), "the number does not vary"},
                 {replaced(certificate, "'format':1", "'format':2"), "encoding: 2 is not below 2"},
                 {replaced(certificate, "'format':1", "'format':0"), "expected format 1"},
                 {replaced(certificate, "'components'", "'connect'"), "another kind of query"},
                 {replaced(certificate, "'model':{}", "'model':{'x':'1'}"), "something that is no parameter"},
                 {replaced(certificate, "'lemmas':[],", ""), "'lemmas' is missing"},
                 {replaced(certificate, "'model':{}", "'model':{},'note':'x'"), "unknown key 'note'"},
                 {replaced(certificate, "'rule':'line',", ""), "'rule' is missing"},
                 {replaced(certificate, "'lemmas':[]", "'lemmas':[" + lemma + "]"), "the set has exactly 2"},
                 {replaced(certificate, "'lemmas':[]", "'lemmas':[" + replaced(lemma, "'-1','1'", "'1'") + "]"),
                  "certificate.lemmas[0].count.gaps: line"},
                 {"[]", "expected an object"}});
  check_answers({"x^2 = 0", {}, {}, "", {}, {}}, {{certificate, "count.gaps: line"}});
  // One point alone asks for nothing else.
  check_answers({"x^2 = 2", {}, {}, "", "x=1", {}}, {{certificate, "the set has exactly 2 connected components"}});
  check_answers({"x^2 = 2", {}, {}, "", {}, "x=1"}, {{certificate, "the set has exactly 2 connected components"}});
  check_answers({"x^2 = 2 and", {}, {}, "", {}, {}}, {{certificate, "error: "}});
  check_answers({"x^2 = 2", {"x", "y"}, {}, "", {}, {}}, {{certificate, "does not have exactly one coordinate"}});
}

TEST_CASE("query components of a family") {
  const std::string certificate =
      "{'format':1,'query':'components','lemmas':[],'components':2,'model':{'a':'1'},'count':{'rule':'uniform','"
      "reduction':{'rule':'delineate','order':['a','x'],'units':[],'projection':[['a'],['x^2-a']]},'order':['a'],'"
      "units':[],'projection':[['a']],'cells':[['-1','out'],['1','in']],'counts':[{'rule':'line','gaps':['-2','0','2']}"
      "],'walls':[{'rule':'no-parameters','proof':" +
      kContradiction + "}]}}";
  const Query query{"x^2 = a", {}, {"a"}, "a > 0", {}, {}};
  check_answers(query, {{certificate, "for all admitted parameter values the set has exactly 2 connected components"},
                        {replaced(certificate, "'a':'1'", "'a':'-1'"), "the model violates the assumption"},
                        {replaced(certificate, "'a':'1'", "'b':'1'"), "'a' is missing"},
                        {replaced(certificate, "{'a':'1'}", "{}"), "'a' is missing"},
                        {replaced(certificate, "'components':2", "'components':1"),
                         "the number of components is 2 in a region"}});
  const std::string nothing =
      "{'format':1,'query':'components','lemmas':[],'components':7,'model':{'a':'1'},'count':{'rule':'no-parameters','"
      "proof':" +
      kContradiction + "}}";
  check_answers({"x = a", {}, {"a"}, "a > 0 and a < 0", {}, {}}, {{nothing, "the model violates the assumption"}});
}

TEST_CASE("query connect") {
  const Query circle{"x^2 + y^2 = 1", {}, {}, "", "x=1, y=0", "x=0, y=1"};
  const std::string arc =
      "{'format':1,'query':'connect','connected':true,'path':[[['1-t^2','1+t^2'],['2*t','1+t^2']]]}";
  check_answers(circle, {{arc, "the two points lie in one connected component"},
                         {replaced(arc, "'2*t','1+t^2'", "'2*t','1+t'"), "the leg leaves the set"},
                         {replaced(arc, "'2*t','1+t^2'", "'2*t','1+t^2-2*t'"), "the denominator vanishes on [0, 1]"},
                         {replaced(arc, "'2*t','1+t^2'", "'2*t','0'"), "the denominator vanishes on [0, 1]"},
                         {replaced(arc, "'2*t','1+t^2'", "'-2*t','1+t^2'"), "does not end at the second point"},
                         {replaced(arc, ",['2*t','1+t^2']", ""), "not one quotient for each coordinate"},
                         {replaced(arc, "'2*t','1+t^2'", "'2*s','1+t^2'"), "unknown name 's'"},
                         {"{'format':1,'query':'connect','connected':true,'path':[]}", "there are no legs"},
                         {replaced(arc, "true", "false"), "rejected: "},
                         {replaced(arc, "true", "true,'note':1"), "unknown key 'note'"},
                         {replaced(arc, "true", "1"), "expected true or false"}});
  check_answers({"x^2 + y^2 = 1", {}, {}, "", "x=1, y=0", "x=1, y=1"},
                {{arc, "error: a point that does not lie in the set"}});
  check_answers({"x^2 + y^2 = 1", {}, {}, "", "x=1, y=1", "x=1, y=0"},
                {{arc, "error: a point that does not lie in the set"}});
  check_answers({"x^2 + y^2 = 1", {}, {}, "", "x=1", "x=1, y=0"}, {{arc, "error: point 'x=1': no value for y"}});
  for (const auto& [point, problem] :
       std::vector<std::pair<std::string, std::string>>{{"x=1, y=0, z=0", "a value for something else"},
                                                        {"x=1, y=0, x=1", "a coordinate twice"},
                                                        {"x=1, y>0", "expected 'x = 1/2'"},
                                                        {"x=1, 0=y", "expected 'x = 1/2'"},
                                                        {"x=1, y=x", "unknown name 'x'"}}) {
    check_answers({"x^2 + y^2 = 1", {}, {}, "", point, "x=1, y=0"},
                  {{arc, "error: point '" + point + "': " + problem}});
    check_answers({"x^2 + y^2 = 1", {}, {}, "", "x=1, y=0", point},
                  {{arc, "error: point '" + point + "': " + problem}});
  }

  const std::string legs =
      "{'format':1,'query':'connect','connected':true,'path':[[['1-t','1'],['1','1']],[['-t','1'],['1-t','1']]]}";
  check_answers({"y > 0 or x < 0", {"x", "y"}, {}, "", "x=1, y=1", "x=-1, y=0"},
                {{legs, "in one connected component"},
                 {replaced(legs, "['-t','1']", "['1-t','1']"), "does not begin where the one before ended"},
                 {replaced(legs, "['1','1']],[", "['1-t','1']],["), "rejected"}});
  // The straight way from (1, 1) to (-1, 0) meets the closed quadrant y <= 0, x >= 0 nowhere; through the origin it
  // does.
  check_answers({"y > 0 or x < 0", {"x", "y"}, {}, "", "x=1, y=1", "x=-1, y=-1"},
                {{"{'format':1,'query':'connect','connected':true,'path':[[['1-2*t','1'],['1-2*t','1']]]}",
                  "the leg leaves the set"}});

  const Query apart{"x*y = 1", {}, {}, "", "x=1, y=1", "x=-1, y=-1"};
  const std::string separated =
      "{'format':1,'query':'connect','connected':false,'separator':'x','proof':{'rule':'contradiction','factors':['x*y-"
      "1']}}";
  check_answers(apart, {{separated, "in different connected components"},
                        {replaced(separated, "false", "false,'note':1"), "unknown key 'note'"},
                        {replaced(separated, "'separator':'x'", "'separator':'x-2'"), "not opposite"},
                        {replaced(separated, "'separator':'x'", "'separator':'x-1/2'"), "certificate.proof"},
                        {replaced(separated, "'separator':'x'", "'separator':'x-1'"), "not opposite"}});
  const std::string located =
      "{'format':1,'query':'connect','connected':false,'lemmas':[],'count':{'rule':'graph','solved':[['y','1','x']],'"
      "nonzero':[{'rule':'contradiction','factors':['x*y-1']}],'base':{'rule':'line','gaps':['-1','1']}}}";
  const std::string lemma = "{'coordinates':['x'],'formula':'x != 0','count':" + kSplit + "}";
  check_answers(apart, {{located, "in different connected components"},
                        {replaced(located, "false", "false,'note':1"), "unknown key 'note'"},
                        {replaced(replaced(located, "'lemmas':[]", "'lemmas':[" + lemma + "]"), kSplit,
                                  "{'rule':'lemma','lemma':0,'names':['x']}"),
                         "rejected: "},
                        {replaced(located, "'lemmas':[]", "'lemmas':[" + replaced(lemma, "'-1','1'", "'1'") + "]"),
                         "certificate.lemmas[0].count.gaps: line"}});
  check_answers({"x*y = 1", {}, {}, "", "x=1, y=1", "x=2, y=1/2"}, {{located, "the points lie in one component"}});
}
