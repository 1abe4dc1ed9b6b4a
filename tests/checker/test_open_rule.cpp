#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "checker/open_certificate.hpp"

using namespace isthmus::check;
using namespace isthmus::check::test;

namespace {}  // namespace

TEST_CASE("count rule open: separation by signs") {
  const Set set = set_of("x*y != 0");
  const std::string start = "{'rule':'open','order':['x','y'],'units':[],'projection':[['x'],['y']],'cells':";
  const std::string cells = "[['-1',[['-1','in'],['1','in']]],['1',[['-1','in'],['1','in']]]]";
  const std::string node = start + cells + ",'components':[0,1,2,3],'joins':[],'separation':{'signs':['x','y']}}";
  check_counts(
      set,
      {
          {node, "4"},
          {replaced(node, "{'signs':['x','y']}", "{'signs':['x']}"), "two components have the same signs"},
          {replaced(node, "{'signs':['x','y']}", "{'signs':['x','y-1']}"), "signs[1]: open: the polynomial may vanish"},
          {replaced(node, "{'signs':['x','y']}", "{'signs':['x','0']}"), "the polynomial may vanish"},
          {replaced(node, "{'signs':['x','y']}", "'trivial'"), "encoding: expected an object"},
          {replaced(node, "{'signs':['x','y']}", "{'walls':[]}"), "4"},
          {replaced(node, "{'signs':['x','y']}", "{'walls':[[]]}"), "more walls than there are to lift"},
          {replaced(node, "[0,1,2,3]", "[0,1,2,2]"), "the joins leave 4 groups of leaves, not 3"},
          {replaced(node, "[0,1,2,3]", "[0,1,2]"), "there are 4 leaves"},
          {replaced(node, "[0,1,2,3]", "[0,2,1,3]"), "a component number out of turn"},
          {replaced(node, "[0,1,2,3]", "[0,1,2,4]"), "4 is not below 4"},
          {replaced(node, "'joins':[]", "'joins':[[0,1,[['-1','-1'],['-1','1']]]]"), "different numbers"},
          {replaced(node, "'y'],'units'", "'x'],'units'"), "'x' stands twice"},
          {replaced(node, "['x','y'],'units'", "['x'],'units'"), "no permutation"},
          {replaced(node, "[['x'],['y']]", "[['x'],['x*y']]"), "4"},
          {replaced(node, "[['x'],['y']]", "[['x'],[]]"), "(P0)"},
          {replaced(node, "[['x'],['y']]", "[[],['x*y']]"), "(P1): the leading coefficient"},
          {replaced(node, "[['x'],['y']]", "[['x'],['y'],[]]"), "not one list of polynomials for each variable"},
          {replaced(node, "[['x'],['y']]", "[['y'],['x']]"), "does not contain the variable of its level"},
          {replaced(node, "[['x'],['y']]", "[['x'],['y','y-x-1']]"), "[1][1]: open: (P2)"},
          {replaced(node, "[['x'],['y']]", "[['x','x'],['y']]"), "(P2)"},
          {replaced(node, "[['x'],['y']]", "[['x'],['y','y-1']]"), "the sample is a root"},
          {replaced(node, "[['x'],['y']]", "[['x^2'],['y']]"), "(P1): the discriminant"},
          {replaced(node, "'units':[]", "'units':['x^2-1']"), "a unit without evident sign"},
          {replaced(node, "'units':[]", "'units':['3']"), "a unit without evident sign"},
          {replaced(node, "'-1',[['-1','in']", "'1/2',[['-1','in']"), "a root below the first sample"},
          {replaced(node, "'-1',[['-1','in']", "'0',[['-1','in']"), "the sample is a root"},
          {replaced(node, "[['-1','in'],['1','in']]", "[['1','in'],['-1','in']]"), "the samples do not increase"},
          {replaced(node, "[['-1','in'],['1','in']]", "[['-1','in']]"), "a root above the last sample"},
          {replaced(node, "[['-1','in'],['1','in']]", "[['1','in']]"), "a root below the first sample"},
          {replaced(node, "[['-1','in'],['1','in']]", "[['-1','in'],['1','in'],['2','in']]"),
           "there are 0 roots between"},
          {replaced(node, "[['-1','in'],['1','in']]", "[]"), "there are no cells"},
          {replaced(node, "[['-1','in'],['1','in']]", "'in'"), "do not make the formula true"},
          {replaced(node, "'in'", "'out'"), "do not make the formula false"},
          {replaced(node, "'in'", "'on'"), "expected \"in\", \"out\" or cells"},
          {replaced(node, "'in'", "[['0','in']]"), "cells above the last level"},
          {replaced(node, ",'joins':[]", ""), "'joins' is missing"},
      });
  check_counts(set_of("x*y = 0"), {{node, "an atom that is not strict"}});
}

TEST_CASE("count rule open: joins") {
  // The plane without a half-line: one component; the leaves are the four quadrants.
  const Set set = set_of("y != 0 or x > 0", {"x", "y"});
  const std::string node =
      "{'rule':'open','order':['x','y'],'units':[],'projection':[['x'],['y']],'cells':[['-1',[['-1','in'],['1','in']]],"
      "['1','in']],'components':[0,0,0],'joins':[[0,2,[['-1','-1'],['1','-1']]],[1,2,[['-1','1'],['1','1']]]],"
      "'separation':'trivial'}";
  check_counts(
      set,
      {{node, "1"},
       {replaced(node, "[[0,2,[['-1','-1'],['1','-1']]],", "["), "the joins leave 2 groups of leaves, not 1"},
       {replaced(node, "[0,2,[['-1','-1'],['1','-1']]]", "[0,1,[['-1','-1'],['-1','1']]]"),
        "the segment leaves the set"},
       {replaced(node, "[['-1','-1'],['1','-1']]", "[['-1','-1'],['1','1'],['1','-1']]"), "the segment leaves the set"},
       {replaced(node, "[['-1','-1'],['1','-1']]", "[['-1','-1'],['1','-1'],['1','1']]"), "1"},
       {replaced(node, "[['-1','-1'],['1','-1']]", "[['-1','-1']]"), "a path needs two points"},
       {replaced(node, "[['-1','-1'],['1','-1']]", "[['-1','-1'],['1','0']]"), "1"},
       {replaced(node, "[['-1','-1'],['1','-1']]", "[['0','-1'],['1','-1']]"), "does not begin in its leaf"},
       {replaced(node, "[['-1','-1'],['1','-1']]", "[['-1','-1'],['0','-1']]"), "does not end in its leaf"},
       {replaced(node, "[['-1','-1'],['1','-1']]", "[['-1','0'],['1','-1']]"), "the point does not lie in the set"},
       {replaced(node, "[['-1','-1'],['1','-1']]", "[['-1','-1','0'],['1','-1']]"), "a point of another dimension"},
       {replaced(node, "[0,2,[['-1','-1']", "[0,3,[['-1','-1']"), "3 is not below 3"},
       {replaced(node, "'trivial'", "{'signs':[]}"), "expected \"trivial\""}});
  // Two components are claimed of one: nothing separates them.
  const std::string forged = replaced(replaced(node, "[0,0,0]", "[0,1,1]"), "[0,2,[['-1','-1'],['1','-1']]],", "");
  check_counts(set, {{replaced(forged, "'trivial'", "{'signs':['y']}"), "the polynomial may vanish"},
                     {replaced(forged, "'trivial'", "{'signs':[]}"), "two components have the same signs"},
                     {replaced(forged, "'trivial'", "{'walls':[]}"), "a wall is not lifted"},
                     {replaced(forged, "'trivial'", "{'walls':[[['-1','-1','1','out'],['1','-1','1','same']]]}"),
                      "a wall joins the leaves 0 and 2"},
                     {replaced(forged, "'trivial'", "{'walls':[[['-1','-1','1','same'],['1','-1','1','same']]]}"),
                      "a wall joins the leaves 0 and 2"}});
}

TEST_CASE("count rule open: walls that a double root separates") {
  // Inside of the lemniscate y^2 = x^2 - x^4: two halves that meet at the origin only.
  const Set set = set_of("y^2 < x^2 - x^4", {"x", "y"});
  const OpenCertificate open(set, {"x", "y"}, {{"x", "x-1", "x+1"}, {"y^2-x^2+x^4"}});
  REQUIRE(open.samples().size() == 2);
  const std::string walls = "{'walls':[[['-1','-1/4','1/4','out'],['1','-1/4','1/4','out']]]}";
  const std::string node = open.node({0, 1}, "", walls);
  check_counts(
      set, {{node, "2"},
            {open.node({0, 1}, "", "{'walls':[]}"), "a wall is not lifted"},
            {open.node({0, 1}, "", "{'signs':['y^2-x^2+x^4']}"), "two components have the same signs"},
            {open.node({0, 1}, "", "{'signs':['x']}"), "the polynomial may vanish"},
            {open.node({0, 0}, "", "'trivial'"), "the joins leave 2 groups"},
            {replaced(node, "[['-1','-1/4','1/4','out'],", "["), "a gap over the wall is passed over"},
            {replaced(node, ",['1','-1/4','1/4','out']]", "]"), "the last gap over the wall is passed over"},
            {replaced(node, "['1','-1/4','1/4'", "['0','-1/4','1/4'"), "the sample is a root over the wall"},
            {replaced(node, "['1','-1/4','1/4'", "['1/100','-1/4','1/4'"), "a polynomial has a root beside the wall"},
            {replaced(node, "['1','-1/4','1/4'", "['1/100','-1/1000','1/1000'"), "2"},
            {replaced(node, "['1','-1/4','1/4'", "['1','1/8','1/4'"), "the ends do not enclose the wall"},
            {replaced(node, "['1','-1/4','1/4'", "['1','-9','1/4'"), "not in the interval of the entry above"},
            {replaced(node, "'1/4','out'],['1'", "'1/4','same'],['1'"), "expected \"out\""},
            {replaced(node, "'walls':[[", "'walls':[[],["), "a wall without samples"}});
  const OpenCertificate without(set, {"x", "y"}, {{"x-1", "x+1"}, {"y^2-x^2+x^4"}});
  check_counts(set, {{without.node({0, 1}, "", "{'walls':[]}"), "(P1): the discriminant"}});
}

TEST_CASE("count rule open: walls over an algebraic number") {
  const Set set = set_of("y^2 < (x^2-2)^2", {"x", "y"});
  const OpenCertificate open(set, {"x", "y"}, {{"x^2-2"}, {"y-x^2+2", "y+x^2-2"}});
  REQUIRE(open.samples().size() == 3);
  const std::string left = "[['-1','-3/2','-13/10','out'],['1','-3/2','-13/10','out']]";
  const std::string right = "[['-1','13/10','3/2','out'],['1','13/10','3/2','out']]";
  const std::string node = open.node({0, 1, 2}, "", "{'walls':[" + left + "," + right + "]}");
  check_counts(set, {{node, "3"},
                     {replaced(node, "," + right, ""), "a wall is not lifted"},
                     {replaced(node, left + "," + right, right + "," + left), "rejected"},
                     {open.node({0, 1, 0}, "", "{'walls':[" + left + "," + right + "]}"), "the joins leave 3 groups"}});
}

// docs/engine.md, section 4: leading coefficients alone would give three components.
TEST_CASE("count rule open: a coefficient that vanishes on a wall") {
  const Set set = set_of("x*z + y - 1 != 0", {"x", "y", "z"});
  const OpenCertificate open(set, {"x", "y", "z"}, {{"x"}, {"y-1"}, {"x*z+y-1"}});
  REQUIRE(open.samples().size() == 8);
  const OpenCertificate lead(set, {"x", "y", "z"}, {{"x"}, {}, {"x*z+y-1"}});
  REQUIRE(lead.samples().size() == 4);
  // Leaves: x < 0: z below (f > 0), z above (f < 0); x > 0: z below (f < 0), z above (f > 0). One wall at x = 0, y = 0:
  // f < 0.
  const std::string join = "[1,2,[['-1','0','1'],['1','0','0']]]";
  const std::string wall = "[['0','-1/2','1/2',[['0','-1/2','1/2','same']]]]";
  check_counts(
      set, {{lead.node({0, 1, 1, 2}, join, "{'walls':[" + wall + "]}"), "(P3)"},
            {lead.node({0, 1, 1, 0}, join + ",[0,3,[['-1','2','-1'],['1','2','1']]]", "{'signs':['x*z+y-1']}"), "2"},
            {lead.node({0, 1, 1, 0}, join + ",[0,3,[['-1','2','-1'],['1','2','1']]]", "{'walls':[]}"), "(P3)"}});
}

// docs/engine.md, section 5: an even root over the wall, with no real root beside it, bounds two gaps.
TEST_CASE("count rule open: an even root over a wall") {
  const Set set = set_of("x != 0 or y > 0", {"x", "y"});
  const OpenCertificate open(set, {"x", "y"}, {{"x"}, {"y", "x^2+y^2"}});
  REQUIRE(open.samples().size() == 4);
  const std::string joins = "[0,1,[['-1','-1'],['-1','1']]],[2,3,[['1','-1'],['1','1']]]";
  const std::string below = "['-1','-1/2','1/2','out']";
  check_counts(set, {{open.node({0, 0, 1, 1}, joins, "{'walls':[[" + below + "]]}"),
                      "the last gap over the wall is passed over"},
                     {open.node({0, 0, 1, 1}, joins, "{'walls':[[" + below + ",['1','-1/2','1/2','out']]]}"),
                      "a wall joins the leaves 1 and 3"},
                     {open.node({0, 0, 0, 0}, joins + ",[1,3,[['-1','1'],['1','1']]]", "'trivial'"), "1"}});
  // All gaps between the roots of y and of x^2+y^2 over x = 0, by Sturm's theorem over the field of the wall.
  const AlgebraicNumber zero(Univariate({0, 1}), -1, 1);
  CHECK(FibreRootCounter(zero, {{{0, 0, 1}, {}, {1}}}).all() == 1);
}

TEST_CASE("count rule open: points are located") {
  Session session;
  const Set set = set_of("y^2 < x^2 - x^4", {"x", "y"});
  const OpenCertificate open(set, {"x", "y"}, {{"x", "x-1", "x+1"}, {"y^2-x^2+x^4"}});
  const auto node = json_of(open.node({0, 1}, "", "{'walls':[[['-1','-1/4','1/4','out'],['1','-1/4','1/4','out']]]}"));
  const Count count = check_count(set, *node, session);
  CHECK(count.locate({Rational(-1, 3), Rational(1, 10)}) == 0);
  CHECK(count.locate({Rational(1, 3), 0}) == 1);
  CHECK_FALSE(count.locate({0, 5}));
  CHECK_FALSE(count.locate({5, 5}));
  CHECK(session.trusted.count("delineability over walls (docs/engine.md, Theorem 2)") == 1);
}

TEST_CASE("count rule open: walls of every level are crossed") {
  // Over x > 0 the wall y = 0 lies in the set, and joins what is below it with what is above.
  const Set set = set_of("y != 0 or x > 0", {"x", "y"});
  const OpenCertificate open(set, {"x", "y"}, {{"x"}, {"y"}});
  REQUIRE(open.samples().size() == 4);
  const std::string joins = "[0,2,[['-1','-1'],['1','-1']]],[1,3,[['-1','1'],['1','1']]]";
  const std::string walls = "{'walls':[[['-1','-1','1','same'],['1','-1','1','same']]]}";
  check_counts(set, {{open.node({0, 1, 0, 1}, joins, walls), "a wall joins the leaves 2 and 3"},
                     {open.node({0, 0, 0, 0}, joins + ",[2,3,[['1','-1'],['1','1']]]", "'trivial'"), "1"}});
  const Set halves = set_of("y != 0", {"x", "y"});
  check_counts(halves, {{OpenCertificate(halves, {"x", "y"}, {{"x"}, {"y"}}).node({0, 1, 0, 1}, joins, walls), "2"}});
}

TEST_CASE("count rule open: a wall between cells that need not be split") {
  const Set set = set_of("x != 0 or (y > 0 and y < 0)", {"x", "y"});
  const std::string node =
      "{'rule':'open','order':['x','y'],'units':[],'projection':[['x'],['y']],'cells':[['-1','in'],['1','in']],"
      "'components':[0,1],'joins':[],'separation':{'walls':[[['-1','-1','1','out'],['1','-1','1','out']]]}}";
  check_counts(set, {{node, "2"}, {replaced(node, "'out'],['1'", "'same'],['1'"), "expected \"out\""}});
}

TEST_CASE("count rule open: units of either sign, to any power") {
  const std::string node =
      "{'rule':'open','order':['x','y'],'units':['-x^2-1'],'projection':[[],['y']],'cells':[['0',[['-1','in'],['1',"
      "'out']]]],'components':[0],'joins':[],'separation':'trivial'}";
  for (const std::string text : {"(x^2+1)*y < 0", "(x^2+1)^2*y < 0", "(x^2+1)^3*y < 0", "-(x^2+1)*y > 0"}) {
    check_counts(set_of(text, {"x", "y"}), {{node, "1"}});
  }
  for (const std::string text : {"(x^2+1)*y > 0", "(x^2+1)^2*y > 0"}) {
    check_counts(set_of(text, {"x", "y"}), {{node, "do not make the formula true"}});
  }
}

TEST_CASE("count rule open: (P3) asks for each divisor of the leading coefficient by itself") {
  // Over x = 0 the coefficient x - 1, of the same level, does not vanish.
  const Set set = set_of("x*z + x - 1 > 0", {"x", "z"});
  const OpenCertificate open(set, {"x", "z"}, {{"x", "x-1"}, {"x*z+x-1"}});
  REQUIRE(open.samples().size() == 3);
  check_counts(
      set, {{open.node({0, 1, 1}, "[1,2,[['1/2','5'],['2','5']]]", "{'walls':[[['0','-1/2','1/4','out']]]}"), "2"}});
}
