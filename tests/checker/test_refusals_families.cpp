#include "checker/node_refusals.hpp"
#include "checker/refusals.hpp"
#include "checker/rule_outcomes.hpp"

using namespace isthmus::check;
using namespace isthmus::check::test;

// Refusals of the rules about families of sets, over the parameter e.

namespace {

void check_family_rows(const Set& set, const std::string& good, const std::string& numbers,
                       const std::vector<NodeRow>& rows) {
  check_node_rows([&](const std::string& node) { return counted_over_parameters(set, node); }, good, numbers, rows);
}

std::string uniform(const std::string& reduction, const std::string& count) {
  return "{'rule':'uniform','reduction':" + reduction +
         ",'order':['e'],'units':[],'projection':[[]],'cells':[['0','in']],'counts':[" + count + "],'walls':[]}";
}
std::string delineate(const std::string& order, const std::string& projection) {
  return "{'rule':'delineate','order':" + order + ",'units':[],'projection':" + projection + "}";
}
std::string rewrite(const std::string& formula, const std::string& factors, const std::string& then) {
  return "{'rule':'rewrite','formula':'" + formula + "','factors':[" + factors + "],'then':" + then + "}";
}

}  // namespace

TEST_CASE("refusals: products and sums over parameters") {
  const std::string node =
      uniform(product_of(delineate("['e','x']", "[[],['x-e']]"), delineate("['e','y']", "[[],['y-e']]")),
              product_of(kSplit, kSplit));
  check_family_rows(
      set_of("x != e and y != e", {"x", "y"}, {"e"}), node, "4",
      {{"['e','x']", "['x','e']", "the parameters do not come first"},
       {"'coordinates':['y']", "'coordinates':['e']", "the lists do not partition the coordinates"},
       {"[[],['x-e']]", "[[],[]]", "(P0): an atom's polynomial is no product of listed ones"},
       {"[[],['x-e']]", "[['e'],['x-e']]", "a polynomial that the reduction leaves is no product"},
       {"'counts':[", "'counts':[{'rule':'point'},", "there is not one count for each cell of the assumption"},
       {"'walls':[]", "'walls':[{}]", "more walls than listed polynomials"},
       {"[['0','in']]", "'in'", "the cell is not split up to the last level"},
       {"[['0','in']]", "[['0','out']]", "do not make the formula false"},
       {"[['0','in']]", "[['0','in'],['1','in']]", "there are 0 roots between neighbouring samples"}});
  const auto piece = [](const std::string& factor, const std::string& value) {
    return "{'factor':'" + factor + "','count':{'rule':'graph','solved':[['x','" + value +
           "','1']],'nonzero':[],'base':{'rule':'point'}}}";
  };
  const std::string sum = "{'rule':'sum','equation':'(x-e)*(x-e-1)','pieces':[" + piece("x-e", "e") + "," +
                          piece("x-e-1", "e+1") +
                          "],'disjoint':[{'rule':'consequence','equation':'1','cofactors':[['1','x-e'],['-1','x-e-1']],"
                          "'then':" +
                          kContradiction + "}]}";
  check_family_rows(set_of("(x-e)*(x-e-1) = 0", {"x"}, {"e"}), uniform(sum, "{'rule':'line','gaps':['-1','1/2','2']}"),
                    "2",
                    {{"," + piece("x-e-1", "e+1"), "", "the equation has a further factor"},
                     {"'factor':'x-e'", "'factor':'x'", "the factor does not divide what is left of the equation"},
                     {"'factor':'x-e'", "'factor':'2'", "a constant factor"},
                     {"'equation':'(x-e)*(x-e-1)'", "'equation':'x-e'", "the equation is not a conjunct"},
                     {"['1','x-e']", "['2','x-e']", "the sum of the multiples is not the equation"}});
  const std::string cases =
      "{'rule':'parameter-cases','polynomial':'e','zero':{'rule':'solve-parameter','parameter':"
      "'e','numerator':'0','denominator':'1','nonzero':" +
      kContradiction + ",'then':" + kSplit + "},'nonzero':" +
      replaced(
          replaced(uniform(delineate("['e','x']", "[[],['x-e']]"), kSplit), "[['0','in']]", "[['-1','in'],['1','in']]"),
          "'projection':[[]],'cells'", "'projection':[['e']],'cells'") +
      "}";
  const std::string each = replaced(replaced(cases, "'counts':[" + kSplit + "]",
                                             "'counts':[{'rule':'line','gaps':['-2','0']},{'rule':'line','gaps':['0',"
                                             "'2']}]"),
                                    "'walls':[]", "'walls':[{'rule':'no-parameters','proof':" + kContradiction + "}]");
  check_family_rows(set_of("x != e", {"x"}, {"e"}), each, "2 2 2",
                    {{"'denominator':'1'", "'denominator':'2*e'", "the solution contains the variable itself"},
                     {"'numerator':'0'", "'numerator':'1'", "the equation is not a conjunct of the assumption"},
                     {"'rule':'parameter-cases'", "'rule':'cases'", "there is no rule for families of this name"}});
}

TEST_CASE("refusals: charts over parameters") {
  const std::string first = rewrite("x-e != 0", "'x-e'", delineate("['e','x','y']", "[[],['x-e'],[]]"));
  const std::string second = rewrite("y != 0", "'x-e'", delineate("['e','x','y']", "[[],[],['y']]"));
  const std::string both = rewrite("x-e != 0 and y != 0", "'x-e'", delineate("['e','x','y']", "[[],['x-e'],['y']]"));
  const std::string overlap = "{'first':0,'second':1,'count':" + both + "}";
  const std::string reduction =
      "{'rule':'charts','pivots':['x-e','y'],'cover':" + replaced(kContradiction, "[]", "['x-e']") + ",'charts':[" +
      first + "," + second + "],'overlaps':[" + overlap + "]}";
  const std::string count =
      "{'rule':'charts','pivots':['x','y'],'cover':" + kContradiction + ",'charts':[" +
      rewrite("x != 0", "", product_of(kSplit, kWhole)) + "," + rewrite("y != 0", "", product_of(kWhole, kSplit)) +
      "],'overlaps':[{'first':0,'second':1,'count':" + rewrite("x != 0 and y != 0", "", product_of(kSplit, kSplit)) +
      ",'points':[['-1','-1'],['-1','1'],['1','-1'],['1','1']]}]}";
  check_family_rows(
      set_of("x != e or y != 0", {"x", "y"}, {"e"}), uniform(reduction, count), "1",
      {{"'overlaps':[" + overlap + "]", "'overlaps':[]", "there is not one overlap for each pair of charts"},
       {"'first':0,'second':1,'count':{'rule':'rewrite','formula':'x-e",
        "'first':1,'second':1,'count':{'rule':"
        "'rewrite','formula':'x-e",
        "expected the overlap of the charts 0 and 1"},
       {"'first':0,'second':1,'count':{'rule':'rewrite','formula':'x-e",
        "'first':0,'second':0,'count':{'rule':"
        "'rewrite','formula':'x-e",
        "expected the overlap of the charts 0 and 1"},
       {overlap, replaced(overlap, "'second':1,", "'second':1,'points':[],"), "unknown key 'points'"},
       {first, "{'rule':'empty','proof':" + kContradiction + "}", "the polynomial of an atom is no product"},
       {both, "{'rule':'empty','proof':" + replaced(kContradiction, "[]", "['x-e']") + "}",
        "the signs of the factors do not force the implication"}});
}

TEST_CASE("refusals: strict atoms over parameters") {
  const std::string plane = delineate("['e','x','y']", "[[],['x-e'],['y']]");
  for (const auto& [text, message] :
       std::vector<std::pair<std::string, std::string>>{{"(x-e)*y >= 0", "an atom that is not strict"},
                                                        {"(x-e)*y != 0 or y = 0", "an atom that is not strict"},
                                                        {"(x-e)*y > 0", "there is not one count for each cell"}}) {
    const std::string result = counted_over_parameters(
        set_of(text, {"x", "y"}, {"e"}), replaced(uniform(plane, kWhole), "'counts':[" + kWhole, "'counts':["));
    INFO(text << ": " << result);
    CHECK(contains(result, message));
  }
}

TEST_CASE("refusals: folds over parameters") {
  const std::string reduction =
      "{'rule':'fold','first':'x','second':'y','base':{'rule':'graph','solved':[['x','e','1']],'nonzero':[],'base':"
      "{'rule':'point'}},'branch':{'rule':'empty','proof':" +
      kContradiction + "}}";
  const std::string count =
      "{'rule':'fold','first':'x','second':'y','base':{'rule':'line','gaps':['0','2']},'branch':{'rule':'point'},"
      "'points':[]}";
  const std::string node = replaced(replaced(uniform(reduction, count), "'projection':[[]],'cells':[['0','in']]",
                                             "'projection':[['e']],'cells':[['-1','out'],['1','in']]"),
                                    "'walls':[]", "'walls':[{'rule':'no-parameters','proof':" + kContradiction + "}]");
  check_family_rows(set_of("x*y = e", {"x", "y"}, {"e"}, "e > 0"), node, "2",
                    {{"'first':'x'", "'first':'e'", "not a coordinate"},
                     {"'second':'y'", "'second':'e'", "not a coordinate"},
                     {"'second':'y'", "'second':'x'", "an odd power of the coordinate"},
                     {"'branch':{'rule':'empty'", "'points':[],'branch':{'rule':'empty'", "unknown key 'points'"}});
  // At e = 0 the branch is not empty.
  const std::string result = counted_over_parameters(set_of("x*y = e", {"x", "y"}, {"e"}), node);
  INFO(result);
  CHECK(contains(result, "branch.proof"));
}

TEST_CASE("refusals: rays over parameters") {
  const auto rays = [](const std::string& value, const std::string& base) {
    return "{'rule':'rays','weights':[1,1],'equation':'x-" + value + "','high':'x','low':'-" + value +
           "','nonzero':" + replaced(kContradiction, "[]", "['x-" + value + "']") + ",'base':" + base + "}";
  };
  const std::string node = replaced(
      replaced(
          uniform(rays("e", delineate("['e','x','y']", "[['e'],['x'],['y']]")), rays("1", product_of(kSplit, kSplit))),
          "'projection':[[]],'cells':[['0','in']]", "'projection':[['e']],'cells':[['-1','out'],['1','in']]"),
      "'walls':[]", "'walls':[{'rule':'no-parameters','proof':" + kContradiction + "}]");
  check_family_rows(set_of("x = e and y != 0", {"x", "y"}, {"e"}, "e > 0"), node, "2",
                    {{"'high':'x','low':'-e'", "'high':'-e','low':'x'", "the parts are not homogeneous"},
                     {"'equation':'x-e'", "'equation':'x+e'", "the equation is not the sum of the two parts"}});
  // Where e = 0 is admitted, the lower part vanishes.
  const std::string result = counted_over_parameters(set_of("x = e and y != 0", {"x", "y"}, {"e"}), node);
  INFO(result);
  CHECK(contains(result, "reduction.nonzero"));
}

TEST_CASE("refusals: covers over parameters") {
  const auto line = [](const std::string& variable, const std::string& other) {
    return "{'rule':'graph','solved':[['" + variable +
           "','e','1']],'nonzero':[],'base':" + delineate("['e','" + other + "']", "[[],[]]") + "}";
  };
  const std::string first = line("x", "y");
  const std::string second = line("y", "x");
  const std::string overlap =
      "{'first':0,'second':1,'count':{'rule':'graph','solved':[['x','e','1'],['y','e','1']],'nonzero':[],'base':"
      "{'rule':'point'}}}";
  const std::string reduction =
      "{'rule':'cover','condition':'(x-e)*(y-e) = 0','options':['x-e = 0','y-e = 0'],"
      "'closed':[],'pieces':[" +
      first + "," + second + "],'overlaps':[" + overlap + "]}";
  const auto axis = [](const std::string& variable) {
    return "{'rule':'graph','solved':[['" + variable + "','0','1']],'nonzero':[],'base':" + kWhole + "}";
  };
  const std::string count =
      "{'rule':'cover','condition':'x*y = 0','options':['x = 0','y = 0'],'closed':[],'pieces':[" + axis("x") + "," +
      axis("y") +
      "],'overlaps':[{'first':0,'second':1,'count':{'rule':'graph','solved':[['x','0','1'],['y','0','1']],'nonzero':[],"
      "'base':{'rule':'point'}},'points':[['0','0']]}]}";
  check_family_rows(
      set_of("(x-e)*(y-e) = 0", {"x", "y"}, {"e"}), uniform(reduction, count), "1",
      {{"," + second, "", "the number of pieces is not that of the options"},
       {first, first + "," + first, "the number of pieces is not that of the options"},
       {first, second, "the equation is not a conjunct"},
       {overlap, overlap + ",{}", "more overlaps than pairs of parts"},
       {overlap, "", "element 0 is missing"},
       {"'options':['x-e = 0','y-e = 0']", "'options':['x-e = 0']", "does not say that one of the options"},
       {"'closed':[]", "'closed':[" + kContradiction + "]", "more proofs than pairs of pieces"}});
}

// x > 0 and y = e*x in the coordinate y/x: x > 0 and y = e. For e > 0 also in y/(e*x): x > 0 and y = 1.
TEST_CASE("refusals: other coordinates over parameters") {
  const auto stretch = [](const std::string& factor, const std::string& equation, const std::string& value,
                          const std::string& factors, const std::string& base) {
    return "{'rule':'stretch','moved':[['y','0']],'factor':'" + factor +
           "','nonzero':" + contradiction("'" + equation + "'") + ",'base':" +
           rewrite("y = " + value + " and x > 0", factors,
                   "{'rule':'graph','solved':[['y','" + value + "','1']],'nonzero':[],'base':" + base + "}") +
           "}";
  };
  const std::string half_lines = delineate("['e','x']", "[[],['x']]");
  const std::string at_zero = stretch("x", "y", "0", "'y'", kSplit);
  const std::string node = uniform(stretch("x", "y-e*x", "e", "'y-e'", half_lines), at_zero);
  const std::string signs = "reduction.nonzero.factors: contradiction: the signs of the factors do not force";
  const std::string other = "rewrite: the polynomial of an atom is no product";
  const Set set = set_of("x > 0 and y = e*x", {"x", "y"}, {"e"});
  check_family_rows(set, node, "1",
                    {{"['y','0']", "['y','1']", "reduction.base.factors: " + other},
                     {"['y','0']", "['e','0']", "reduction.moved[0][0]: stretch: not a coordinate"},
                     {"['y','0']", "['y','e']", "reduction.moved[0][1]"},
                     {"[['y','0']]", "[['y','0'],['y','0']]", "a coordinate is moved twice"},
                     {"[['y','0']]", "[]", "no coordinate is moved"},
                     {"'factor':'x'", "'factor':'y'", "the factor mentions a moved coordinate"},
                     {"'factor':'x'", "'factor':'e'", signs},
                     {"'factor':'x'", "'factor':'e*x'", signs},
                     {"'factor':'x'", "'factor':'x-e'", "reduction.nonzero.factors: contradiction: the polynomial"},
                     {"'formula':'y = e and x > 0'", "'formula':'y = e'", "reduction.base.factors: rewrite: the signs"},
                     {"[[],['x']]", "[['e'],['x']]", "uniform: (P0): a polynomial that the reduction leaves"},
                     {at_zero, kSplit, "counts[0]: line"}});
  // The factor may mention the parameter where the assumption keeps it from vanishing.
  const std::string above_zero = replaced(
      replaced(uniform(stretch("e*x", "y-e*x", "1", "'y-1'", half_lines), stretch("x", "y-x", "1", "'y-1'", kSplit)),
               "'projection':[[]],'cells':[['0','in']]", "'projection':[['e']],'cells':[['-1','out'],['1','in']]"),
      "'walls':[]", "'walls':[{'rule':'no-parameters','proof':" + kContradiction + "}]");
  check_family_counts(set_of("x > 0 and y = e*x", {"x", "y"}, {"e"}, "e > 0"), {{above_zero, "1"}});
  check_family_counts(set_of("x > 0 and y = e*x", {"x", "y"}, {"e"}, "e >= 0"), {{above_zero, signs}});
}
