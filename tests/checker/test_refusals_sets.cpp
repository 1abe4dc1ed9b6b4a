#include "checker/node_refusals.hpp"
#include "checker/refusals.hpp"
#include "checker/rule_outcomes.hpp"

using namespace isthmus::check;
using namespace isthmus::check::test;

// Refusals of the rules about sets: what was changed in a node that is accepted, and the message.

namespace {

void check_count_rows(const Set& set, const std::string& good, const std::string& numbers,
                      const std::vector<NodeRow>& rows) {
  check_node_rows([&](const std::string& node) { return counted(set, node); }, good, numbers, rows);
}

/// A reduction of {x = e}, over the parameter e.
std::string over_e(const std::string& reduction) {
  return "{'rule':'uniform','reduction':" + reduction +
         ",'order':['e'],'units':[],'projection':[[]],'cells':[['0','in']],'counts':[{'rule':'line','gaps':['-1','1']}]"
         ","
         "'walls':[]}";
}

}  // namespace

TEST_CASE("refusals: projections, cells, joins") {
  const std::string node =
      "{'rule':'open','order':['x','y'],'units':[],'projection':[['x'],['y']],'cells':[['-1',[['-1','in'],['1','in']]],"
      "['1',[['-1','in'],['1','in']]]],'components':[0,1,2,3],'joins':[],'separation':{'signs':['x','y']}}";
  const std::string levels = "[['x'],['y']]";
  check_count_rows(
      set_of("x*y != 0"), node, "4",
      {{levels, "[['x'],[]]", "(P0): an atom's polynomial is no product of listed ones"},
       {levels, "[['x*y'],['y']]", "the polynomial contains a variable of a higher level"},
       {levels, "[['x'],['y','y-x-1']]", "(P2): the resultant with polynomial 0 is no product of lower"},
       {levels, "[['x'],['y','y-1-x','y+1']]", "(P2): the resultant with polynomial 0 is no product of lower"},
       {levels, "[['x'],['y-x^2','y']]", "the sample is a root"},
       {"['-1',[['-1','in'],['1','in']]]", "['-1']", "expected a sample and what is over it"},
       {"['-1',[['-1','in'],['1','in']]]", "['-1',{}]", "encoding: expected an array"},
       {"['-1',[['-1','in'],['1','in']]]", "['-1',1]", "encoding: expected an array"},
       {"'joins':[]", "'joins':[[0,0]]", "expected two leaves and a path"},
       {"'joins':[]", "'joins':[[0,1,[['-1','-1'],['-1','1']]]]", "the joined leaves have different numbers"},
       {"'order':['x','y']", "'order':['x']", "the order is no permutation of the variables"},
       {"'order':['x','y']", "'order':['x','x']", "'x' stands twice"},
       {"'order':['x','y']", "'order':['x','z']", "'z' is not a variable here"}});
}

TEST_CASE("refusals: every gap of a stack, and every key") {
  const std::string line =
      "{'rule':'open','order':['x'],'units':[],'projection':[['x^2-2','x-3']],'cells':[['-2','in'],['0','in'],['2','in'"
      "],"
      "['4','in']],'components':[0,1,2,3],'joins':[],'separation':{'signs':['x^2-2','x-3','x']}}";
  const Set set = set_of("x != 3 and x^2 != 2 and x != 0");
  const std::string good = replaced(
      replaced(replaced(line, "['x^2-2','x-3']", "['x^2-2','x-3','x']"), "['0','in']", "['-1','in'],['1','in']"),
      "[0,1,2,3]", "[0,1,2,3,4]");
  check_count_rows(set, good, "5",
                   {{"['-1','in'],", "", "there are 2 roots between neighbouring samples"},
                    {"['-1','in'],['1','in'],", "", "there are 3 roots between neighbouring samples"},
                    {"['-2','in'],", "['-3','in'],['-2','in'],", "there are 0 roots between neighbouring samples"},
                    {"['2','in'],", "['2','in'],['5/2','in'],", "there are 0 roots between neighbouring samples"},
                    {"['-2','in'],", "", "there is a root below the first sample"},
                    {",['4','in']", "", "there is a root above the last sample"},
                    {"'separation':{", "'separation':{'walls':[],", "unknown key 'walls'"}});
}

TEST_CASE("refusals: walls") {
  // The upper half plane and two quadrants: the wall x = 0 is crossed above the axis only.
  const std::string node =
      "{'rule':'open','order':['x','y'],'units':[],'projection':[['x'],['y']],'cells':[['-1',[['-1','in'],['1','in']]],"
      "['1',[['-1','in'],['1','in']]]],'components':[0,1,2,1],'joins':[[1,3,[['-1','1'],['1','1']]]],'separation':"
      "{'walls':[[['-1','-1','1','out'],['1','-1','1','same']]]}}";
  const std::string below = "['-1','-1','1','out']";
  const std::string above = "['1','-1','1','same']";
  check_count_rows(set_of("(x != 0 or y > 0) and y != 0"), node, "3",
                   {{above, "['1','-1','1','out']", "expected \"same\""},
                    {above, "['1','-1','1',[]]", "expected \"same\""},
                    {below, "['-1','-1','1','same']", "expected \"out\""},
                    {below, "['-1','-1','1']", "expected a sample, two ends and what is over it"},
                    {below, "['0','-1','1','out']", "the sample is a root over the wall"},
                    {below, "['-1','-2','1','out']", "the ends are not in the interval of the entry above"},
                    {below, "['-1','-1','2','out']", "the ends are not in the interval of the entry above"},
                    {below, "['-1','1','-1','out']", "the ends are not in the interval of the entry above"},
                    {below, "['-1','1/2','1','out']", "the ends do not enclose the wall"},
                    {below, "['-1','0','1','out']", "the ends do not enclose the wall"},
                    {below + ",", "", "a gap over the wall is passed over"},
                    {"," + above, "", "the last gap over the wall is passed over"},
                    {below + "," + above, "", "a wall without samples"},
                    {"[[" + below + "," + above + "]]", "[]", "a wall is not lifted"},
                    {"," + above + "]", "," + above + "],[]", "more walls than there are to lift"},
                    {"[0,1,2,1]", "[0,1,1,1]", "the joins leave 3 groups"},
                    {"{'walls':", "{'trust':1,'walls':", "unknown key 'trust'"}});
}

TEST_CASE("refusals: graphs") {
  const std::string away =
      "{'rule':'substitute','variable':'y','numerator':'0','denominator':'1','then':" + kContradiction + "}";
  const std::string node = "{'rule':'graph','solved':[['x','1','y']],'nonzero':[" + away + "],'base':" + kSplit + "}";
  const std::string entry = "['x','1','y']";
  check_count_rows(set_of("x*y = 1"), node, "2",
                   {{entry, "['x','1']", "expected a variable, a numerator and a denominator"},
                    {entry, "['x','1','0']", "the denominator is zero"},
                    {entry, "['x','x','y']", "the solution contains the variable itself"},
                    {entry, "['x','1','x*y']", "the solution contains the variable itself"},
                    {entry, "['x','2','y']", "the equation is not a conjunct"},
                    {entry, "['x','1','y^2']", "the equation is not a conjunct"},
                    {entry, entry + "," + entry, "a variable is solved twice"},
                    {entry, entry + ",['y','1','x']", "a numerator or denominator contains a solved variable"},
                    {"[" + entry + "]", "[]", "no variable is solved"},
                    {away, "", "element 0 is missing"},
                    {away, away + "," + away, "more proofs than denominators"},
                    {away, kContradiction, "the polynomial of an atom is no product of the factors"}});
  const std::string block =
      "{'rule':'graph-block','variables':['x'],'equations':['x*y-1'],'columns':[0],'proof':" + kContradiction +
      ",'base':" + kSplit + "}";
  check_count_rows(
      set_of("x*y = 1"), block, "2",
      {{"['x*y-1']", "['x*y-2']", "the equation is not a conjunct"},
       {"['x']", "['x','y']", "the equation is not linear in the variables"},
       {"[0]", "[]", "the number of columns is not that of the equations"},
       {"[0]", "[1]", "1 is not below 1"},
       {"['x*y-1'],'columns':[0]", "[],'columns':[]", "the number of columns is not that of the equations"},
       {"[0]", "[0,0]", "a column twice"}});
  const Set family = set_of("x = e", {"x"}, {"e"});
  for (const auto& [reduction, message] : std::vector<std::pair<std::string, std::string>>{
           {"{'rule':'graph','solved':[['e','x','1']],'nonzero':[],'base':{'rule':'point'}}",
            "the solved variable is not a coordinate"},
           {"{'rule':'graph-block','variables':['e'],'equations':['x-e'],'columns':[0],'proof':" + kContradiction +
                ",'base':{'rule':'point'}}",
            "a variable is not a coordinate"},
           {"{'rule':'slices','variable':'e','weights':[1],'nonzero':" + kContradiction +
                ",'positive':" + kContradiction + ",'negative':" + kContradiction + "}",
            "not a coordinate"},
           {"{'rule':'point'}", "there are coordinates"},
           {"{'rule':'line','gaps':['0']}", "there is no reduction of this name"}}) {
    const std::string result = counted_over_parameters(family, over_e(reduction));
    INFO(reduction << ": " << result);
    CHECK(contains(result, "rejected"));
    CHECK(contains(result, message));
  }
  const auto origin = [](int n) {
    std::string text;
    std::string names;
    std::string columns;
    for (int i = 0; i < n; ++i) {
      text += (i > 0 ? " and v" : "v") + std::to_string(i) + " = 0";
      names += (i > 0 ? ",'v" : "'v") + std::to_string(i) + "'";
      columns += (i > 0 ? "," : "") + std::to_string(i);
    }
    return counted(set_of(text), "{'rule':'graph-block','variables':[" + names + "],'equations':[" + names +
                                     "],'columns':[" + columns + "],'proof':" + kContradiction +
                                     ",'base':{'rule':'point'}}");
  };
  CHECK(origin(12) == "1");
  CHECK(contains(origin(13), "a block of more than 12 equations"));
  // u = -v/(x^2 + 1): what is not solved for stays in the numerators.
  const std::string wide =
      "{'rule':'graph-block','variables':['u','v'],'equations':['(x^2+1)*u+v'],'columns':[0],'proof':{'rule':"
      "'contradiction','factors':['(x^2+1)*u+v']},'base':{'rule':'rewrite','formula':'v != "
      "0','factors':['x^2+1'],'then':"
      "{'rule':'product','factors':[{'coordinates':['x'],'count':" +
      kWhole + "},{'coordinates':['v'],'count':" + kSplit + "}]}}}";
  check_count_rows(
      set_of("(x^2+1)*u + v = 0 and u != 0"), wide, "2",
      {{"[0]", "[1]", "unknown name 'v'"}, {"'v != 0'", "'true'", "rewrite"}, {"'v != 0'", "'v > 0'", "rewrite"}});
}

TEST_CASE("refusals: charts") {
  // The plane without the origin. The first chart lists x - 2 too: on that line nothing is located.
  const std::string first =
      "{'rule':'open','order':['x','y'],'units':[],'projection':[['x','x-2'],['y']],'cells':[['-1','in'],['1','in'],"
      "['3','in']],'components':[0,1,1],'joins':[[1,2,[['1','0'],['3','0']]]],'separation':{'signs':['x']}}";
  const std::string second =
      "{'rule':'rewrite','formula':'y != 0','factors':[],'then':" + product_of(kWhole, kSplit) + "}";
  // The same with x - 1 in the projection: at x = 1 nothing is located.
  const std::string beside =
      "{'rule':'rewrite','formula':'y != "
      "0','factors':[],'then':{'rule':'open','order':['y','x'],'units':[],'projection':"
      "[['y'],['x-1']],'cells':[['-1',[['0','in'],['2','in']]],['1',[['0','in'],['2','in']]]],'components':[0,0,1,1],"
      "'joins':[[0,1,[['0','-1'],['2','-1']]],[2,3,[['0','1'],['2','1']]]],'separation':{'signs':['y']}}}";
  const std::string both =
      "{'rule':'rewrite','formula':'x != 0 and y != 0','factors':[],'then':" + product_of(kSplit, kSplit) + "}";
  const std::string points = "[['-1','-1'],['-1','1'],['1','-1'],['1','1']]";
  const std::string node = "{'rule':'charts','pivots':['x','y'],'cover':" + kContradiction + ",'charts':[" + first +
                           "," + second + "],'overlaps':[{'first':0,'second':1,'count':" + both +
                           ",'points':" + points + "}]}";
  check_count_rows(
      set_of("x != 0 or y != 0"), node, "1",
      {{points, "[['-1','-1'],['-1','1'],['2','-1'],['1','1']]", "the point cannot be located in a part"},
       {points, "[['-1','-1'],['-1','1'],['1','1'],['1','-1']]", "the point is not in component 2"},
       {points, "[['-1','-1'],['-1','1'],['1','-1']]", "there is not one point for each component of the overlap"},
       {points, "[['-1','-1'],['-1','1'],['1','-1'],['1','0']]", "the point does not lie in the set"},
       {second, beside, "the point cannot be located in a part"},
       {"'first':0,'second':1", "'first':1,'second':1", "expected the overlap of the charts 0 and 1"},
       {"'first':0,'second':1", "'first':0,'second':0", "expected the overlap of the charts 0 and 1"},
       {"'first':0,'second':1", "'first':0,'second':1,'third':2", "unknown key 'third'"},
       {"['x','y'],'cover'", "[],'cover'", "there are no pivots"},
       {"['x','y'],'cover'", "['x'],'cover'", "contradiction"},
       {"['x','y'],'cover'", "['x','y','y'],'cover'", "the number of charts is not that of the pivots"},
       {"," + second + "],'overlaps'", "],'overlaps'", "the number of charts is not that of the pivots"}});
}

TEST_CASE("refusals: neighbourhoods") {
  const auto node = [](const std::string& names, const std::string& ball) {
    return "{'rule':'thicken','infinitesimals':" + names + ",'ball':" + ball +
           ",'order':[],'units':[],'projection':[],'values':[],'count':{'rule':'point'}}";
  };
  const auto refused = [&](const std::string& set, const std::string& names, const std::string& ball,
                           const std::string& message) {
    const std::string result = counted(set_of(set), node(names, ball));
    INFO(set << ", " << names << ": " << result);
    CHECK(contains(result, "rejected"));
    CHECK(contains(result, message));
  };
  refused("x > 0", "[]", "0", "expected one or two names");
  refused("x = 0", "[]", "0", "a piece without infinitesimals is not open");
  refused("x > 0", "['e','d','c']", "0", "expected at most two names");
  refused("x^2 = 1", "['x']", "0", "'x' is not a new name");
  refused("x^2 = 1", "['d','d']", "0", "'d' is not a new name");
  refused("x^2 = 1", "['2']", "0", "'2' is not a new name");
  refused("x^2 = 1", "['d']", "1", "a ball needs two infinitesimals");
  refused("x^2 = 1", "['d']", "2", "a ball needs two infinitesimals");
  refused("x^2 = 1", "['e','d']", "3", "3 is not below 3");
  refused("x^3 = 1", "['d']", "0", "no conjunct bounds the set");
  refused("x*y = 1", "['d']", "0", "no conjunct bounds the set");
  refused("x^2 > 1", "['e','d']", "0", "no conjunct bounds the set");
  refused("x^2 = 1 or y = 0", "['d']", "0", "no conjunct bounds the set");
  refused("x^2 = 1 and y > 0", "['e','d']", "0", "no conjunct bounds the set");
  refused("x^2 < 1", "['d']", "0", "a strict conjunct needs two infinitesimals");
  refused("x^2 <= 1 and (x = 0 or x > 0)", "['e','d']", "0", "a conjunct with strict and other atoms");
  refused("x^2 = 1", "['d']", "0", "the order is no permutation of the variables");
}

TEST_CASE("refusals: queries") {
  const auto ask = [](const std::string& set, const std::string& from, const std::string& to,
                      const std::string& certificate) {
    return answered({set, {}, {}, "", from, to}, "{'format':1,'query':'connect'," + certificate + "}");
  };
  const std::string path = "'connected':true,'path':[[['1+t','1'],['1','1']]]";
  CHECK(contains(ask("x*y != 0", "x=1, y=1", "x=2, y=1", path), "the two points lie in one"));
  for (const auto& [old, by, message] : std::vector<NodeRow>{
           {"['1','1']]", "['1']]", "expected numerator and denominator"},
           {",['1','1']]", "]", "there is not one quotient for each coordinate"},
           {"['1','1']]", "['1','2*t-1']]", "the denominator vanishes on [0, 1]"},
           {"['1','1']]", "['1','0']]", "the denominator vanishes on [0, 1]"},
           {"['1','1']]", "['1-2*t+2*t^2-t*(1-t)*4','1']]", "the leg leaves the set"},
           {"'1+t'", "'1+2*t'", "the path does not end at the second point"},
           {"'1+t'", "'2+t'", "the leg does not begin where the one before ended"},
           {"[[['1+t','1'],['1','1']]]", "[]", "there are no legs"},
           {"'query':'connect'", "'query':'components'", "the certificate answers another kind of query"}}) {
    const std::string text = replaced("{'format':1,'query':'connect'," + path + "}", old, by);
    const std::string result = answered({"x*y != 0", {}, {}, "", "x=1, y=1", "x=2, y=1"}, text);
    INFO(old << " -> " << by << ": " << result);
    CHECK(contains(result, "rejected"));
    CHECK(contains(result, message));
  }
  // Two legs that meet outside of the set, one that ends and one that begins there, and one that touches it inside.
  for (const std::string legs : {"[['1-t','1']],[['-t','1']]", "[['1-2*t','1']]", "[['1-t','1'],['t','1']]"}) {
    const std::string result = ask("x != 0", "x=1", "x=-1", "'connected':true,'path':[" + legs + "]");
    INFO(legs << ": " << result);
    CHECK(contains(result, "rejected"));
  }
  CHECK(contains(ask("x != 0", "x=1", "x=-1", "'connected':true,'path':[[['1-t','1']],[['-t','1']]]"),
                 "path[0]: path: the leg leaves the set"));
  CHECK(contains(ask("x >= 0", "x=1", "x=2", "'connected':true,'path':[[['1-t','1']],[['2*t','1']]]"), "in one"));
  CHECK(contains(ask("x*(x-1)^2*(x-2) < 0 or x = 1", "x=1/2", "x=3/2", "'connected':true,'path':[[['1/2+t','1']]]"),
                 "in one"));
  CHECK(contains(ask("x*(x-1)^2*(x-2) < 0", "x=1/2", "x=3/2", "'connected':true,'path':[[['1/2+t','1']]]"),
                 "the leg leaves the set"));
  const std::string apart = "'connected':false,'separator':'x','proof':" + kContradiction;
  CHECK(contains(ask("x*y != 0", "x=1, y=1", "x=-1, y=1", apart), "different connected components"));
  CHECK(contains(ask("x*y != 0", "x=1, y=1", "x=1, y=-1", apart), "the signs at the points are not opposite"));
  CHECK(contains(ask("x*y != 0", "x=1, y=1", "x=-1, y=1", replaced(apart, "'x'", "'0'")), "are not opposite"));
  const std::string count =
      "'connected':false,'lemmas':[],'count':{'rule':'open','order':['x'],'units':[],'projection':[['x','x-2']],"
      "'cells':[['-1','in'],['1','in'],['3','in']],'components':[0,1,1],'joins':[[1,2,[['1'],['3']]]],'separation':"
      "{'signs':['x']}}";
  CHECK(contains(ask("x != 0", "x=1", "x=-1", count), "different connected components"));
  CHECK(contains(ask("x != 0", "x=2", "x=-1", count), "a point cannot be located"));
  CHECK(contains(ask("x != 0", "x=-1", "x=2", count), "a point cannot be located"));
  CHECK(contains(ask("x != 0", "x=1", "x=3", count), "the points lie in one component"));
}
