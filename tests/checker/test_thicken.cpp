#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <tuple>
#include <vector>

#include "checker/elimination.hpp"
#include "checker/open_certificate.hpp"

using namespace isthmus::check;
using namespace isthmus::check::test;

namespace {}  // namespace

TEST_CASE("count rule modulo") {
  const auto node = [](const std::string& replace, const std::string& gaps) {
    return "{'rule':'modulo','replace':[" + replace +
           "],'then':{'rule':'product','factors':[{'coordinates':['x'],'count':"
           "{'rule':'line','gaps':[" +
           gaps + "]}},{'coordinates':['y'],'count':{'rule':'line','gaps':['-1','1']}}]}}";
  };
  // On x^2 = 2 the polynomial x^2*y is 2*y.
  const Set set = set_of("x^2 = 2 and x^2*y > 0", {"x", "y"});
  const std::string two = "'-2','0','2'";
  check_counts(set, {{node("['x^2*y','2*y','y','x^2-2']", two), "2"},
                     {node("['-3*x^2*y','-6*y','-3*y','x^2-2']", two), "2"},
                     {node("['x^2*y','2*y','y','x^2-2']],'note':[[1]", two), "unknown key 'note'"},
                     {node("['x^2*y','y','y','x^2-2']", two), "do not differ by the multiple"},
                     {node("['x^2*y','2*y','y','x^2-3']", two), "do not differ by the multiple"},
                     {node("['x^2*y','3*y','y','x^2-3']", two), "the equation is not a conjunct"},
                     {node("['x^2*y','2*y','y']", two), "expected a polynomial, its replacement"},
                     {node("['x^2-2','0','1','x^2-2'],['x^2*y','2*y','y','x^2-2']", two), "2"},
                     {node("", two), "a conjunct mentions coordinates of two factors"}});
  // A negative factor turns the comparison round.
  const auto sign_of = [](const std::string& formula, const std::string& replace) {
    return outcome_of_check([&] {
      Session session;
      const Set line = set_of(formula, {"x", "y"});
      return std::to_string(check_count(line,
                                        *json_of("{'rule':'modulo','replace':[" + replace +
                                                 "],'then':{'rule':'graph','solved':[['x','1','1']],'nonzero':[],'base'"
                                                 ":{'rule':'line','gaps':['0','2']}}}"),
                                        session)
                                .locate({1, 5})
                                .value_or(9));
    });
  };
  CHECK(sign_of("x = 1 and x*y > 1", "['x*y-1','y-1','y','x-1']") == "0");
  CHECK(sign_of("x = 1 and x*y > 1", "['1-x*y','1-y','-y','x-1']") == "0");
}

TEST_CASE("count rule thicken: the circle") {
  const Set fibre = set_of("2*x^2+2*y^2 > 1 and 2*x^2+2*y^2 < 3", {"x", "y"});
  const OpenCertificate open(fibre, {"x", "y"}, {{"2*x^2-1", "2*x^2-3"}, {"2*x^2+2*y^2-1", "2*x^2+2*y^2-3"}});
  REQUIRE(open.samples().size() == 4);
  const std::string inner =
      open.node({0, 0, 0, 0},
                "[0,1,[['-1','0'],['-7/10','-7/10'],['0','-1']]],[0,2,[['-1','0'],['-7/10','7/10'],"
                "['0','1']]],[1,3,[['0','-1'],['7/10','-7/10'],['1','0']]]",
                "'trivial'");
  const std::string node =
      "{'rule':'thicken','infinitesimals':['d'],'ball':0,'order':['d','x','y'],'units':[],'projection':[['d','d-1','d+"
      "1'],"
      "['x^2-1+d','x^2-1-d'],['x^2+y^2-1+d','x^2+y^2-1-d']],'values':['1/2'],'count':" +
      inner + "}";
  const Set circle = set_of("x^2 + y^2 = 1", {"x", "y"});
  check_counts(circle,
               {{node, "1"},
                {replaced(node, "'values':['1/2']", "'values':['1']"), "a value that is not between 0 and 1"},
                {replaced(node, "'values':['1/2']", "'values':['0']"), "a value that is not between 0 and 1"},
                {replaced(node, "'values':['1/2']", "'values':['-1/2']"), "a value that is not between 0 and 1"},
                {replaced(node, "'values':['1/2']", "'values':['1/3']"), "certificate.count"},
                {replaced(node, "'values':['1/2']", "'values':[]"), "not one value for each infinitesimal"},
                {replaced(node, "'ball':0", "'ball':1"), "a ball needs two infinitesimals"},
                {replaced(node, "'ball':0", "'ball':0,'note':1"), "unknown key 'note'"},
                {replaced(node, "['d','d-1','d+1']", "['d','d-1','d+1','2*d-1']"), "lie below all positive roots"},
                {replaced(node, "['d','d-1','d+1']", "['d','d-1']"), "(P1)"},
                {replaced(node, "['d']", "['x']"), "'x' is not a new name"},
                {replaced(node, "['d']", "['d','d']"), "'d' is not a new name"},
                {replaced(node, "['d']", "[]"), "a piece without infinitesimals is not open"},
                {replaced(node, "['d']", "['d','e','f']"), "expected at most two names"},
                {replaced(node, "['d','x','y']", "['x','d','y']"), "the infinitesimals do not come first"}});
  check_counts(set_of("x^2 + y^2 < 1", {"x", "y"}), {{node, "a strict conjunct needs two infinitesimals"}});
  check_counts(set_of("x^2 + y^2 = 2", {"x", "y"}), {{node, "(P0)"}});
  check_counts(set_of("x^2 + y^3 = 1", {"x", "y"}), {{node, "no conjunct bounds the set"}});
  check_counts(set_of("x^2*y^2 + x^2 + y^2 = 1", {"x", "y"}), {{node, "no conjunct bounds the set"}});
  check_counts(set_of("x^2 + 3*x*y + y^2 = 1", {"x", "y"}), {{node, "no conjunct bounds the set"}});
  check_counts(set_of("x^4 - 3*x^2*y^2 + y^4 = 1", {"x", "y"}), {{node, "no conjunct bounds the set"}});
  check_counts(set_of("x^2 + y^2 >= 1", {"x", "y"}), {{node, "no conjunct bounds the set"}});
  check_counts(set_of("x^2 + y^2 = 1 and (x >= 0 or y > 0)", {"x", "y"}),
               {{node, "a conjunct with strict and other atoms"}});
}

// An open disc, bounded by a circle of radius 1/50, and a closed half-plane that holds it. A zero d = e - 1/100 of the
// second level is negative for small e, positive at e = 1/16: there the fibre is empty, and says nothing of the disc.
TEST_CASE("count rule thicken: trailing coefficients keep the zeros of the second level away from 0") {
  const Set disc = set_of("25*x^2-x+25*y^2 < 0 and x >= -5", {"x", "y"});
  const auto node = [](const std::string& values, const std::string& count) {
    return "{'rule':'thicken','infinitesimals':['e','d'],'ball':0,'order':['e','d','x','y'],'units':[],'projection':[['"
           "100*e-1',"
           "'e+630'],['100*d-100*e+1','25*d^2+250*d+630+e'],['25*x^2-x+e-d','x+5+d'],"
           "['25*x^2-x+25*y^2+e-d']],'values':[" +
           values + "],'count':" + count + "}";
  };
  const OpenCertificate nothing(set_of("25*x^2-x+25*y^2+1/80 < 0 and x+101/20 > 0", {"x", "y"}), {"x", "y"},
                                {{"2000*x^2-80*x+1", "20*x+101"}, {"2000*x^2-80*x+2000*y^2+1"}});
  const OpenCertificate small(set_of("25*x^2-x+25*y^2+1/250 < 0 and x+5001/1000 > 0", {"x", "y"}), {"x", "y"},
                              {{"6250*x^2-250*x+1", "1000*x+5001"}, {"6250*x^2-250*x+6250*y^2+1"}});
  REQUIRE(nothing.samples().empty());
  REQUIRE(small.samples().size() == 1);
  const std::string good = node("'1/200','1/1000'", small.node({0}, "", "'trivial'"));
  const std::string empty = node("'1/16','1/20'", nothing.node({}, "", "'trivial'"));
  check_counts(disc, {{good, "1"},
                      {empty, "value 1 does not lie below"},
                      {replaced(empty, "'100*e-1',", ""), "a trailing coefficient of level 2 is no product"},
                      {replaced(good, "'e+630'", "'e+631'"), "a trailing coefficient of level 2 is no product"},
                      {replaced(good, "'100*d-100*e+1',", ""), "(P1): the discriminant"},
                      {replaced(good, "'100*d-100*e+1'", "'100*d-100*e+1','2000*d-1'"), "value 2 does not lie below"}});
}

// An open half plane and a point of its edge: the point's neighbourhood overlaps the half plane. Were the half plane
// shrunk first, it would keep away from the point.
TEST_CASE("count rule thicken-pieces: a half plane and a point of its edge") {
  const OpenCertificate open(set_of("4*x^2+4*y^2 < 1 or x > 0", {"x", "y"}), {"x", "y"},
                             {{"x", "4*x^2-1"}, {"4*x^2+4*y^2-1"}});
  REQUIRE(open.samples().size() == 5);
  std::string joins;
  for (const auto& [i, j] : std::vector<std::pair<std::size_t, std::size_t>>{{0, 2}, {1, 2}, {2, 3}, {2, 4}}) {
    const auto at = [&](std::size_t leaf) {
      return "['" + to_string(open.samples()[leaf][0]) + "','" + to_string(open.samples()[leaf][1]) + "']";
    };
    joins +=
        (joins.empty() ? "[" : ",[") + std::to_string(i) + "," + std::to_string(j) + ",[" + at(i) + "," + at(j) + "]]";
  }
  const std::string inner = open.node({0, 0, 0, 0, 0}, joins, "'trivial'");
  const std::string point = "{'formula':'x^2+y^2 <= 0','infinitesimals':['d'],'ball':0}";
  const std::string half = "{'formula':'x > 0','infinitesimals':[],'ball':0}";
  const auto node = [&](const std::string& pieces, const std::string& closed) {
    return "{'rule':'thicken-pieces','pieces':[" + pieces + "],'closed':[" + closed +
           "],'order':['d','x','y'],'units':[],'projection':[['d'],['x','x^2-d'],['x^2+y^2-d']],'values':['1/4'],"
           "'count':" +
           inner + "}";
  };
  const std::string good = node(point + "," + half, "");
  const Set set = set_of("x^2+y^2 <= 0 or x > 0", {"x", "y"});
  check_counts(
      set, {{good, "1"},
            {replaced(good, "'values':['1/4']", "'values':['1/3']"), "certificate.count"},
            {replaced(good, "'values':['1/4']", "'values':['1']"), "a value that is not between 0 and 1"},
            {replaced(good, "'values':['1/4']", "'values':[]"), "not one value for each infinitesimal"},
            {replaced(good, "'values'", "'note':1,'values'"), "unknown key 'note'"},
            {replaced(good, "'closed':[]", "'closed':[" + kContradiction + "]"), "more proofs than pairs of pieces"},
            {replaced(good, "['d']", "['x']"), "'x' is not a new name"},
            {replaced(good, "['d']", "[]"), "a piece without infinitesimals is not open"},
            {replaced(good, "'infinitesimals':[]", "'infinitesimals':['d']"), "'d' is not a new name"},
            {replaced(good, "'infinitesimals':[]", "'infinitesimals':['e']"), "no conjunct bounds the set"},
            {replaced(good, "x > 0", "x > 1"), "the set is not the union of the pieces"},
            {replaced(good, "['x','x^2-d']", "['x^2-d']"), "(P0)"},
            {node(point, ""), "the set is not the union of the pieces"}});
  check_counts(
      set_of("x > 0 or x^2+y^2 <= 0", {"x", "y"}),
      {{node(half + "," + point, kContradiction), "certificate.closed[0]"}, {node(half + "," + point, ""), "closed"}});
  check_counts(set_of("x^2+y^2 <= 0 or x > 0 and (y = 0 or x > 1)", {"x", "y"}),
               {{replaced(good, "x > 0", "x > 0 and (y = 0 or x > 1)"), "a conjunct with strict and other atoms"}});
}

TEST_CASE("points are located in thin neighbourhoods where they are sure to belong") {
  const auto apart = [](const std::string& set, const std::string& x, const std::string& node) {
    return answered({set, {}, {}, "", "x=" + x, "x=-1"},
                    "{'format':1,'query':'connect','connected':false,'lemmas':[],'count':" + node + "}");
  };
  const std::string line = "{'rule':'line','gaps':['-3','-1','0','1','3']}";
  const std::string one =
      "{'rule':'thicken','infinitesimals':['d'],'ball':0,'order':['d','x'],'units':[],'projection':[['d-1','d+1','d'],"
      "['x^2-1+d','x^2-1-d']],'values':['1/2'],'count':" +
      line + "}";
  CHECK(counted(set_of("x^2 = 1"), one) == "2");
  CHECK(contains(apart("x^2 = 1", "1", one), "different connected components"));
  // x != 0 by S_(e,d) = {|x| > e - d, e*x^2 < 1 + d}: a point is looked for in S_(2e, min(d, e/2)) first.
  const auto two = [&](const std::string& d) {
    return "{'rule':'thicken','infinitesimals':['e','d'],'ball':1,'order':['e','d','x'],'units':[],'projection':[['e',"
           "'e^3-1'],['d+1','d-e','e*(e-d)^2-1-d'],['x-e+d','x+e-d','e*x^2-1-d']],'values':['1/4','" +
           d + "'],'count':" + line + "}";
  };
  CHECK(counted(set_of("x != 0"), two("3/16")) == "2");
  for (const auto& [x, d, located] : std::vector<std::tuple<std::string, std::string, bool>>{{"1", "3/16", true},
                                                                                             {"2/5", "3/16", true},
                                                                                             {"3/8", "3/16", false},
                                                                                             {"1/3", "3/16", false},
                                                                                             {"3/2", "3/16", false},
                                                                                             {"2", "3/16", false},
                                                                                             {"2/5", "1/16", false},
                                                                                             {"7/16", "1/16", false},
                                                                                             {"1/2", "1/16", true}}) {
    const std::string result = apart("x != 0", x, two(d));
    INFO(x << ", " << d << ": " << result);
    CHECK(contains(result, located ? "different connected components" : "a point cannot be located"));
  }
}

TEST_CASE("neighbourhoods of half lines, and pieces that are not closed beside others") {
  const auto half = [](const std::string& bound, const std::string& gaps) {
    return "{'rule':'thicken','infinitesimals':['e','d'],'ball':1,'order':['e','d','x'],'units':[],'projection':[['e',"
           "'e^3-1'],['d+1','e*(e-d)^2-1-d'],['" +
           bound + "','e*x^2-1-d']],'values':['1/4','3/16'],'count':{'rule':'line','gaps':" + gaps + "}}";
  };
  CHECK(counted(set_of("x > 0"), half("x-e+d", "['-3','0','1','3']")) == "1");
  CHECK(counted(set_of("x < 0"), half("x+e-d", "['-3','-1','0','3']")) == "1");
  CHECK(contains(counted(set_of("x > 0"), half("x+e-d", "['-3','-1','0','3']")), "(P0)"));
  for (const std::string side : {"x > 0", "x < 0", "x != 0"}) {
    const std::string node = "{'rule':'thicken-pieces','pieces':[{'formula':'" + side +
                             "','infinitesimals':[],'ball':0},{'formula':'x^2 = 0','infinitesimals':['d'],'ball':0}],"
                             "'closed':[{'rule':'contradiction','factors':[]}],'order':['d','x'],'units':[],"
                             "'projection':[[],[]],'values':['1/2'],'count':{'rule':'point'}}";
    const std::string result = counted(set_of(side + " or x^2 = 0"), node);
    INFO(result);
    CHECK(contains(result, "closed[0].factors: contradiction: the signs of the factors do not force"));
  }
}

// A half line: x + d > 0 in the interval e*|x| < 1 + d. Without the ball there would be one root only.
TEST_CASE("count rule thicken: the ball of the maximum norm") {
  const std::string node =
      "{'rule':'thicken','infinitesimals':['e','d'],'ball':2,'order':['e','d','x'],'units':[],'projection':[['e'],['d+"
      "1',"
      "'e*d+d+1','e*d-d-1'],['x+d','e*x-d-1','e*x+d+1']],'values':['1/2','1/4'],'count':{'rule':'line','gaps':['-3',"
      "'-1','0','3']}}";
  check_counts(set_of("x >= 0"), {{node, "1"},
                                  {replaced(node, ",'e*x+d+1'", ""), "(P0)"},
                                  {replaced(node, "['-3','-1','0','3']", "['-1','0']"), "there are 3 roots in all"}});
}

TEST_CASE("walls of neighbourhoods need (P3) too") {
  // x*y + x + 1 >= 0 on the disc: at x = 0 the second polynomial is a constant, and x + 1 + d is not listed.
  const std::vector<std::string> names{"d", "x", "y"};
  const Scope scope(names);
  std::vector<std::vector<Polynomial>> levels{
      {}, {}, {read_polynomial("x^2+y^2-1-d", scope), read_polynomial("x*y+x+1+d", scope)}};
  for (std::size_t level = 2; level > 0; --level) {
    const auto add = [&](const Polynomial& p) {
      if (!p.is_constant()) levels[p.level() - 1].push_back(p.primitive());
    };
    const std::vector<Polynomial> above = levels[level];
    for (std::size_t i = 0; i < above.size(); ++i) {
      add(above[i].leading_coefficient(level));
      if (above[i].degree(level) > 1) add(discriminant(above[i], level));
      for (std::size_t j = 0; j < i; ++j) add(resultant(above[i], above[j], level));
    }
  }
  // Products are found by dividing in the order of the list, so the largest polynomials come first.
  std::sort(levels[0].begin(), levels[0].end(),
            [](const Polynomial& a, const Polynomial& b) { return a.degree(0) > b.degree(0); });
  std::string projection;
  for (const auto& level : levels) {
    projection += projection.empty() ? "[" : "],[";
    for (std::size_t i = 0; i < level.size(); ++i) projection += (i > 0 ? ",'" : "'") + level[i].text(names) + "'";
  }
  const std::string node =
      "{'rule':'thicken','infinitesimals':['d'],'ball':0,'order':['d','x','y'],'units':[],'projection':[" + projection +
      "]],'values':['1/1000000'],'count':{'rule':'point'}}";
  const std::string result = counted(set_of("x^2 + y^2 <= 1 and x*y + x + 1 >= 0"), node);
  INFO(node << ": " << result);
  CHECK(contains(result, "(P3): no coefficient of a polynomial of level 3 is free"));
}
