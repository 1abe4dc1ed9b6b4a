#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "checker/rule_outcomes.hpp"

using namespace isthmus::check;
using namespace isthmus::check::test;

namespace {

const std::string kNonzero = "{'rule':'line','gaps':['-1','1']}";  // of one coordinate

}  // namespace

TEST_CASE("count rule line") {
  check_counts(set_of("x^2 = 2"), {{"{'rule':'line','gaps':['-2','0','2']}", "2"},
                                   {"{'rule':'line','gaps':['-2','2']}", "between -2 and 2 there are 2 roots"},
                                   {"{'rule':'line','gaps':['-2','0']}", "there are 2 roots in all"},
                                   {"{'rule':'line','gaps':['-2','0','1','2']}", "between 0 and 1 there are 0 roots"},
                                   {"{'rule':'line','gaps':['2','0','-2']}", "the points do not increase"},
                                   {"{'rule':'line','gaps':[]}", "there is no point in a gap"},
                                   {"{'rule':'line','gaps':['-2','0','4/2']}", "encoding: '4/2' is not"},
                                   {"{'rule':'line','gaps':[-2,0,2]}", "encoding: a negative integer"},
                                   {"{'rule':'line'}", "encoding: the key 'gaps' is missing"}});
  check_counts(set_of("x != 0"), {{kNonzero, "2"}, {"{'rule':'line','gaps':['0','1']}", "the point 0 is a root"}});
  check_counts(set_of("x >= 0 or x = -1"), {{"{'rule':'line','gaps':['-2','-1/2','1']}", "2"}});
  check_counts(set_of("x*(x-1) >= 0 and x*(x-1) <= 0"), {{"{'rule':'line','gaps':['-1','1/2','2']}", "2"}});
  check_counts(set_of("x < 0 or x >= 0"), {{kNonzero, "1"}});
  check_counts(set_of("x < 0 or x > 0 or x = 5"), {{"{'rule':'line','gaps':['-1','1','6']}", "2"}});
  check_counts(set_of("(x^2-2)^2 <= 0 and x*(x^2-2) >= 0"), {{"{'rule':'line','gaps':['-2','-1','1','2']}", "2"}});
  check_counts(set_of("true", {"x"}), {{"{'rule':'line','gaps':['0']}", "1"}});
  check_counts(set_of("false", {"x"}), {{"{'rule':'line','gaps':['0']}", "0"}});
  check_counts(set_of("x = y"), {{kNonzero, "does not have exactly one coordinate"}});
}

TEST_CASE("count rules point, empty, rewrite, lemma") {
  check_counts(set_of("1 < 2"), {{"{'rule':'point'}", "1"}, {"{'rule':'point','x':1}", "unknown key 'x'"}});
  check_counts(set_of("2 < 1"), {{"{'rule':'point'}", "0"}});
  check_counts(set_of("x = x"), {{"{'rule':'point'}", "there are coordinates"}});
  check_counts(set_of("x^2 < 0 and y = 0"),
               {{"{'rule':'empty','proof':" + kContradiction + "}", "0"},
                {"{'rule':'empty','x':1,'proof':" + kContradiction + "}", "unknown key 'x'"}});
  check_counts(set_of("x < 0"),
               {{"{'rule':'empty','proof':" + kContradiction + "}", "certificate.proof.factors: contradiction"}});
  check_counts(
      set_of("x^3 != 0"),
      {{"{'rule':'rewrite','formula':'x != 0','factors':[],'then':" + kNonzero + "}", "2"},
       {"{'rule':'rewrite','formula':'x > 0','factors':[],'then':" + kNonzero + "}", "rewrite: the signs"},
       {"{'rule':'rewrite','formula':'true','factors':[],'then':{'rule':'line','gaps':['0']}}", "rewrite: the signs"},
       {"{'rule':'rewrite','formula':'z != 0','factors':[],'then':" + kNonzero + "}", "unknown name 'z'"}});
  check_counts(set_of("x != 0"), {{"{'rule':'lemma','lemma':0,'names':['x']}", "0 is not below 0"},
                                  {"{'rule':'magic'}", "magic: there is no count rule"}});

  const auto with_lemma = [](const std::string& lemmas, const Set& set, const std::string& node) {
    return outcome_of_check([&] {
      Session session;
      check_lemmas(*json_of(lemmas), session);
      const Count count = check_count(set, *json_of(node), session);
      return std::to_string(count.number) + " " + std::to_string(count.locate({2, 3}).value_or(99));
    });
  };
  const std::string lemma =
      "[{'coordinates':['a','b'],'formula':'a > 0 and b != 0','count':{'rule':'product','factors':["
      "{'coordinates':['a'],'count':" +
      kNonzero + "},{'coordinates':['b'],'count':" + kNonzero + "}]}}]";
  CHECK(with_lemma(lemma, set_of("x > 0 and y != 0"), "{'rule':'lemma','lemma':0,'names':['x','y']}") == "2 1");
  CHECK(with_lemma(lemma, set_of("y > 0 and x != 0", {"x", "y"}), "{'rule':'lemma','lemma':0,'names':['y','x']}") ==
        "2 1");
  CHECK(contains(with_lemma(lemma, set_of("x > 0 and y != 0"), "{'rule':'lemma','lemma':0,'names':['y','x']}"),
                 "the formulas differ"));
  CHECK(contains(with_lemma(lemma, set_of("x >= 0 and y != 0"), "{'rule':'lemma','lemma':0,'names':['x','y']}"),
                 "the formulas differ"));
  CHECK(contains(with_lemma(lemma, set_of("x > 0 and y != 0"), "{'rule':'lemma','lemma':0,'names':['x','x']}"),
                 "'x' stands twice"));
  CHECK(contains(
      with_lemma(lemma, set_of("x > 0 and y != 0", {"x", "y", "z"}), "{'rule':'lemma','lemma':0,'names':['x','y']}"),
      "the number of names"));
  CHECK(contains(with_lemma(lemma, set_of("x > 0", {"x"}), "{'rule':'lemma','lemma':0,'names':['x']}"),
                 "the number of names"));
  CHECK(contains(with_lemma(lemma, set_of("x > 0 and y != 0"), "{'rule':'lemma','x':1,'lemma':0,'names':['x','y']}"),
                 "unknown key 'x'"));
  CHECK(contains(with_lemma(replaced(lemma, "'a','b'", "'a','2'"), set_of("x=1"), "{'rule':'point'}"),
                 "'2' is not a new name"));
  CHECK(contains(with_lemma(replaced(lemma, "'a','b'", "'a','a'"), set_of("x=1"), "{'rule':'point'}"),
                 "'a' is not a new name"));
  CHECK(contains(with_lemma(replaced(lemma, "'count':", "'cuont':"), set_of("x=1"), "{'rule':'point'}"),
                 "the key 'count' is missing"));
}

TEST_CASE("count rule product") {
  const std::string two = "{'rule':'product','factors':[{'coordinates':['x'],'count':" + kNonzero +
                          "},{'coordinates':['y'],'count':" + kNonzero + "}]}";
  check_counts(set_of("x != 0 and y != 0"),
               {{two, "4"},
                {replaced(two, "['y']", "['x']"), "do not partition"},
                {replaced(two, "['y']", "[]"), "do not partition"},
                {"{'rule':'product','factors':[]}", "there are no factors"},
                {"{'rule':'product','factors':[{'coordinates':['x'],'count':" + kNonzero + "}]}", "do not partition"}});
  check_counts(set_of("x*y != 0"), {{two, "a conjunct mentions coordinates of two factors"}});
  check_counts(
      set_of("1 < 0 and x != 0 and y != 0"),
      {{replaced(replaced(two, kNonzero, "{'rule':'line','gaps':['0']}"), kNonzero, "{'rule':'line','gaps':['0']}"),
        "0"}});
  check_counts(set_of("x != 0", {"x", "y"}),
               {{replaced(two, "['y'],'count':" + kNonzero, "['y'],'count':{'rule':'line','gaps':['0']}"), "2"}});
}

TEST_CASE("count rule graph") {
  const std::string nonzero = contradiction("'x*y-1'");
  const std::string graph =
      "{'rule':'graph','solved':[['y','1','x']],'nonzero':[" + nonzero + "],'base':" + kNonzero + "}";
  check_counts(
      set_of("x*y = 1"),
      {{graph, "2"},
       {replaced(graph, "[" + nonzero + "]", "[]"), "element 0 is missing"},
       {replaced(graph, "[" + nonzero + "]", "[" + nonzero + "," + nonzero + "]"), "more proofs than denominators"},
       {replaced(graph, "'1','x'", "'-1','x'"), "the equation is not a conjunct"},
       {replaced(graph, "[['y','1','x']]", "[]"), "no variable is solved"},
       {replaced(graph, "[['y','1','x']]", "[['y','1','x'],['y','1','x']]"), "a variable is solved twice"},
       {replaced(graph, "'-1','1'", "'1/2','1'"), "base.gaps: line"}});
  check_counts(
      set_of("x*y = z and x = 1", {"x", "y", "z"}),
      {{"{'rule':'graph','solved':[['z','x*y','1'],['x','1','1']],'nonzero':[],'base':{'rule':'line','gaps':['0']}}",
        "a numerator or denominator contains a solved variable"},
       {"{'rule':'graph','solved':[['x','1','1']],'nonzero':[],'base':{'rule':'graph','solved':[['z','y','1']],'"
        "nonzero':[],'base':{'rule':'line','gaps':['0']}}}",
        "1"}});
  // x*y = 0 is no graph: x may vanish.
  check_counts(set_of("x*y = 0"),
               {{"{'rule':'graph','solved':[['y','0','x']],'nonzero':[{'rule':'contradiction','factors':[]}],'base':" +
                     kNonzero + "}",
                 "contradiction"}});
}

TEST_CASE("count rule graph-block") {
  // [[x, 1], [1, x]] (u, v) = (1, 0), where det = x^2 - 1 does not vanish.
  const Set set = set_of("x*u + v = 1 and u + x*v = 0", {"x", "u", "v"});
  const std::string proof =
      "{'rule':'cases','factors':['x-1','x+1','x^2-1'],'cases':[['x=0',{'rule':'contradiction','factors':['x^2-1']}],['"
      "x!=0',{'rule':'contradiction','factors':['x^2-1']}]]}";
  const std::string block =
      "{'rule':'graph-block','variables':['u','v'],'equations':['x*u+v-1','u+x*v'],'columns':[0,1],'proof':{'rule':'"
      "contradiction','factors':['x^2-1','x*u+v-1','u+x*v']},'base':{'rule':'line','gaps':['-2','0','2']}}";
  check_counts(set, {{block, "3"},
                     {replaced(block, "[0,1]", "[1,0]"), "3"},
                     {replaced(block, "[0,1]", "[0,0]"), "a column twice"},
                     {replaced(block, "[0,1]", "[0]"), "the number of columns is not that of the equations"},
                     {replaced(block, "[0,1]", "[0,2]"), "2 is not below 2"},
                     {replaced(block, "graph-block", "graph-blocks"), "there is no count rule of this name"},
                     {replaced(block, "'u+x*v'", "'u-x*v'"), "the equation is not a conjunct"},
                     {replaced(block, "['u','v']", "['u','x']"), "not linear"},
                     {replaced(block, "'-2','0','2'", "'-2','2'"), "base.gaps: line"}});
  check_counts(set_of("x*u + v = 1 and u + x*v = x", {"x", "u", "v"}),
               {{replaced(block, "'u+x*v'", "'u+x*v-x'"), "proof.factors: contradiction"}});
  // The columns of u and v are the same.
  check_counts(set_of("x*u + x*v = 1 and u + v = x", {"x", "u", "v"}),
               {{replaced(replaced(block, "x*u+v-1", "x*u+x*v-1"), "'u+x*v'", "'u+v-x'"),
                 "the determinant of the columns is zero"}});
}

TEST_CASE("count rule sum") {
  const std::string disjoint = contradiction("'x-1'");
  const std::string piece = "{'rule':'line','gaps':['-1','1/2','2']}";
  const std::string sum = "{'rule':'sum','equation':'x^2*(x-1)','pieces':[{'factor':'x','count':" + piece +
                          "},{'factor':'x-1','count':" + piece + "}],'disjoint':[" + disjoint + "]}";
  check_counts(
      set_of("x^2*(x-1) = 0"),
      {{sum, "2"},
       {replaced(sum, "[" + disjoint + "]", "[]"), "element 0 is missing"},
       {replaced(sum, "[" + disjoint + "]", "[" + disjoint + "," + disjoint + "]"), "more proofs than pairs of pieces"},
       {replaced(sum, "'x^2*(x-1)'", "'x*(x-1)'"), "the equation is not a conjunct"},
       {"{'rule':'sum','equation':'x^2*(x-1)','pieces':[{'factor':'x','count':" + piece + "}],'disjoint':[]}",
        "the equation has a further factor"},
       {replaced(sum, "'factor':'x-1'", "'factor':'x-2'"), "does not divide"},
       {replaced(sum, "'factor':'x-1'", "'factor':'2'"), "a constant factor"}});
  check_counts(
      set_of("x*y = 0"),
      {{"{'rule':'sum','equation':'x*y','pieces':[{'factor':'x','count':{'rule':'point'}},{'factor':'y','count':{'"
        "rule':'point'}}],'disjoint':[{'rule':'contradiction','factors':[]}]}",
        "disjoint[0].factors: contradiction"}});
}

TEST_CASE("count rule charts") {
  // x + y = 1: x and y have no common zero. Charts: two lines without a point each, overlap a line without two.
  const Set line = set_of("x + y = 1");
  const std::string along = "{'rule':'graph','solved':[['y','1-x','1']],'nonzero':[],'base':{'rule':'line','gaps':";
  const std::string glued =
      "{'rule':'charts','pivots':['x','y'],'cover':{'rule':'contradiction','factors':['x+y-1']},'charts':[" + along +
      "['-1','1']}}," + along + "['0','2']}}],'overlaps':[{'first':0,'second':1,'count':" + along +
      "['-1','1/2','2']}},'points':[['-1','2'],['1/2','1/2'],['2','-1']]}]}";
  check_counts(line,
               {{glued, "1"},
                {replaced(glued, "['-1','2'],['1/2','1/2']", "['1/2','1/2'],['-1','2']"),
                 "points[0]: charts: the point is not in component 0"},
                {replaced(glued, "['-1','2'],['1/2','1/2'],", "['1/2','1/2'],"), "not one point for each component"},
                {replaced(glued, "['-1','2']", "['-1','3']"), "the point does not lie in the set"},
                {replaced(glued, "'second':1", "'second':0"), "expected the overlap of the charts 0 and 1"},
                {replaced(glued, "['x','y'],'cover'", "['x','x'],'cover'"), "cover.factors"}});
}

TEST_CASE("count rule contraction") {
  const std::string core = "{'rule':'contraction','weights':[1,1],'core':{'rule':'point'}}";
  check_counts(set_of("x^2 = y^2"), {{core, "1"},
                                     {replaced(core, "[1,1]", "[0,0]"), "all weights are 0"},
                                     {replaced(core, "'core'", "'note':1,'core'"), "unknown key 'note'"},
                                     {replaced(core, "[1,1]", "[1,2]"), "not homogeneous"},
                                     {replaced(core, "[1,1]", "[1]"), "not one weight for each"}});
  check_counts(set_of("x^2 = y and z != 0"), {{"{'rule':'contraction','weights':[1,2,0],'core':" + kNonzero + "}", "2"},
                                              {"{'rule':'contraction','weights':[1,2,1],'core':{'rule':'point'}}",
                                               "a strict condition of positive degree"}});
  check_counts(set_of("x > 0", {"x"}), {{"{'rule':'contraction','weights':[1],'core':{'rule':'point'}}",
                                         "a strict condition of positive degree"}});
  check_counts(set_of("x >= 0 and x <= 0"), {{"{'rule':'contraction','weights':[1],'core':{'rule':'point'}}", "1"}});
}
