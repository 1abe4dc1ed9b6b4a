#include "checker/curve_texts.hpp"

using namespace isthmus::check::test;

// Conditions of the rules about curves, distances, exponentials and bounds, each needed once.

namespace {

std::string exponential_claim(const std::string& generator, const std::string& start, const std::string& to,
                              const std::string& more) {
  return claim_text("exponential-curves", "[[exponential]]\ngenerator = [" + generator + "]\nstart = [" + start +
                                              "]\nto = \"" + to + "\"\n" + more);
}
const std::string kRotation = "\"0, -1\", \"1, 0\"";
const std::string kStretching = "\"1, 0\", \"0, -1\"";

}  // namespace

TEST_CASE("exponential curves: each hypothesis of the theorem is needed, and one that fails is enough") {
  const auto rotation = [](const std::string& to, const std::string& more) {
    return exponential_claim(kRotation, "\"1\", \"0\"", to, more);
  };
  // The hyperbola from (1, 1) is bent there, and its chord is long; a circle that is gone round for long turns by 6.
  const auto hyperbolic = [](const std::string& more) {
    return exponential_claim(kStretching, "\"1\", \"1\"", "2", more);
  };
  const std::string applies = "conclude = \"applies\"\n";
  const std::string fails = "conclude = \"fails\"\n";
  const auto proved = [](const std::string& claim) { return outcome(claim, "proved", "{'pieces':128}", "instances"); };
  CHECK(accepted(proved(rotation("2", applies))));
  CHECK(rejected(proved(rotation("6", applies)), "exponential", "the hypotheses are not shown"));
  CHECK(rejected(proved(hyperbolic(applies)), "exponential", "the hypotheses are not shown"));
  CHECK(accepted(proved(rotation("6", fails))));
  CHECK(accepted(proved(hyperbolic(fails))));
  CHECK(rejected(proved(rotation("2", fails)), "exponential", "no hypothesis is shown to fail"));
  const std::string length = rotation("6", "length = [\"11/2\", \"13/2\"]\n");
  CHECK(accepted(proved(length)));
  const std::string short_length = rotation("2", "length = [\"3/2\", \"5/2\"]\n");
  CHECK(accepted(proved(short_length)));
  for (const std::string& claim : {length, short_length})
    refuse(claim, "refuted", refuted("", ",'pieces':128"), "exponential", "that is not refuted by so many pieces");
  refuse(rotation("6", applies), "refuted", refuted("applies", ",'pieces':128,'note':1"), "encoding", "'note'");
  const std::string pi = "Machin's formula for pi";
  CHECK(trusts(rotation("2", applies), "proved", "{'pieces':128}", pi, "instances"));
  CHECK_FALSE(trusts(short_length, "proved", "{'pieces':128}", pi, "instances"));
  CHECK(trusts(rotation("6", applies), "refuted", refuted("applies", ",'pieces':128"), pi, "instances"));
}

TEST_CASE("bounds: the level set has no singular point, and what is refuted is named") {
  const auto bounds = [](const std::string& bezout, const std::string& thom) {
    return claim_text(
        "bounds", "[[bounds]]\nvariables = [\"x\"]\nequation = \"x^2 = 1\"\ncomponents = \"2\"\nbezout = \"" + bezout +
                      "\"\nmixed-volume = \"2\"\nmilnor-thom = \"" + thom + "\"\n");
  };
  const std::string entry =
      "{'singular':{'rule':'consequence','equation':'1','cofactors':[['-1','x^2-1'],['1/2*x','2*x']],'then':" +
      kContradiction + "},'count':{'rule':'line','gaps':['-2','0','2']},'lifting':[['0','1'],['0','5','1']]}";
  check_refusals(bounds("4", "2"), "proved", entry,
                 {{"['1/2*x','2*x']", "['x','2*x']", "consequence", "the sum of the multiples is not the equation"}},
                 "instances");
  CHECK(accepted(outcome(bounds("5", "2"), "refuted", refuted("bezout", ""), "instances")));
  CHECK(accepted(outcome(bounds("4", "3"), "refuted", refuted("milnor-thom", ""), "instances")));
  for (const std::string what : {"milnor-thom", "degree"})
    refuse(bounds("5", "2"), "refuted", refuted(what, ""), "bounds", "that number is as claimed");
  for (const std::string what : {"bezout", "degree"})
    refuse(bounds("4", "3"), "refuted", refuted(what, ""), "bounds", "that number is as claimed");
  refuse(bounds("5", "2"), "refuted", refuted("bezout", ",'note':1"), "encoding", "unknown key 'note'");
  refuse(replaced(bounds("4", "2"), "components = \"2\"", "components = \"3\""), "refuted",
         refuted("components", ",'note':1,'count':{'rule':'line','gaps':['-2','0','2']}"), "encoding", "'note'");
  const std::string volume = replaced(bounds("4", "2"), "mixed-volume = \"2\"", "mixed-volume = \"3\"");
  const std::string lifted = refuted("mixed-volume", ",'lifting':[['0','1'],['0','5','1']]");
  CHECK(accepted(outcome(volume, "refuted", lifted, "instances")));
  refuse(volume, "refuted", replaced(lifted, "'lifting'", "'note':1,'lifting'"), "encoding", "unknown key 'note'");
}

TEST_CASE("distances, exponentials, continuity: which hypotheses count, and every key") {
  const auto far = [](const std::string& hypotheses) {
    return claim_text("distance",
                      matrix("A", "data", "2", "2") + hypotheses + "[distance]\nproduct = \"A\"\ninner = \"1\"\n");
  };
  const std::string one = "{'model':{'A':[['1','0'],['0','0']]}}";
  const std::string unit = "{'model':{'A':" + kUnit + "}}";
  CHECK(rejected(outcome(far(hypothesis("A = 0")), "proved", "{'model':{'A':[['0','0'],['0','0']]}}"), "distance",
                 "the set may be empty"));
  CHECK(rejected(outcome(far(hypothesis("rank(A) = 2")), "proved", unit), "distance", "the set may be empty"));
  CHECK(rejected(outcome(far(hypothesis("rank(A) = 1")), "proved", replaced(one, "'model'", "'note':1,'model'")),
                 "encoding", "unknown key 'note'"));
  CHECK(rejected(outcome(far(""), "refuted", replaced(unit, "'model'", "'instance':0,'note':1,'model'")), "encoding",
                 "unknown key 'note'"));
  const auto exponentials_of = [](const std::string& n, const std::string& said) {
    return claim_text("exponentials", "[dimensions]\nn = [" + n + "]\n" + matrix("g", "group", "n", "n") +
                                          hypothesis(said) + "[exponentials]\nmatrix = \"g\"\nfactors = \"2\"\n");
  };
  const std::string at_unit = "{'model':{'g':" + kUnit + "}}";
  for (const std::string said : {"trace(g) > 0", "det(g*g) > 0", "det(g) >= 0", "det(2*g) > 0"})
    CHECK(rejected(outcome(exponentials_of("2", said), "proved", at_unit), "exponentials", "no hypothesis says"));
  CHECK(
      rejected(outcome(exponentials_of("2", "det(g) > 0"), "proved", replaced(at_unit, "'model'", "'note':1,'model'")),
               "encoding", "unknown key 'note'"));
  const std::string polar = "polar decomposition; every rotation is the exponential of a skew-symmetric matrix";
  CHECK(trusts(exponentials_of("2", "det(g) > 0"), "proved", at_unit, polar));
  CHECK_FALSE(trusts(exponentials_of("1", "det(g) > 0"), "proved", "{'model':{'g':[['1']]}}", polar));
  const std::string single = replaced(exponentials_of("2", "det(g) != 0"), "factors = \"2\"", "factors = \"1\"");
  const std::string mirror = "'model':{'g':[['-1','0'],['0','1']]}";
  const std::string turned = "'model':{'g':[['-1','1'],['0','-1']]}";
  CHECK(accepted(outcome(single, "refuted", "{'instance':0," + mirror + "}")));
  CHECK(rejected(outcome(single, "refuted", "{'instance':0,'note':1," + mirror + "}"), "encoding", "'note'"));
  CHECK(rejected(outcome(single, "refuted", "{'instance':0,'note':1," + turned + ",'eigenvalue':'-1','size':2}"),
                 "encoding", "'note'"));
  const auto value = [](const std::string& said, const std::string& text) {
    return claim_text("continuity", matrix("S", "data", "2", "2") + said + "[continuity]\nvalue = \"" + text + "\"\n");
  };
  const std::string regular = hypothesis("det(S) != 0");
  const std::string point = "{'model':{'S':" + kUnit + "}}";
  CHECK(rejected(outcome(value(regular, "S + pinv(S)"), "proved", point), "continuity", "a pseudo-inverse"));
  CHECK(rejected(outcome(value(regular, "inv(S)"), "proved", "{'model':{}}"), "model", "no value is given for S"));
  CHECK(rejected(outcome(value(regular, "inv(S)"), "proved", replaced(point, "'model'", "'note':1,'model'")),
                 "encoding", "unknown key 'note'"));
  const std::string ray = "{'instance':0,'model':{'S':[['1','0'],['0','0']]},'direction':{'S':[['0','0'],['0','1']]}}";
  CHECK(accepted(outcome(value(hypothesis("det(S) < 1"), "pinv(S)"), "refuted", ray)));
  CHECK(accepted(outcome(value(hypothesis("det(S) > -1"), "pinv(S)"), "refuted", ray)));
  CHECK(accepted(outcome(value(hypothesis("S != 0"), "pinv(S)"), "refuted", ray)));
  for (const std::string said : {"pinv(S) != 0", "rank(S) < 2", "det(S) <= 0"})
    CHECK(
        rejected(outcome(value(hypothesis(said), "pinv(S)"), "refuted", ray), "continuity", "a ray may leave the set"));
  CHECK(rejected(outcome(value("", "pinv(S)"), "refuted", replaced(ray, "'model'", "'note':1,'model'")), "encoding",
                 "unknown key 'note'"));
}

TEST_CASE("curvature: points said to be too far, and what bounds of the curvature are for") {
  const std::string far =
      "'far':{'fraction':'1/2','squared-distance':'1/5','squares':[['1','x-y']],'multipliers':['2']}";
  const std::string applies = "conclude = \"applies\"\n";
  const std::string half = hyperbola("2", "squared-curvature = \"1/2\"\n" + applies);
  refuse(half, "refuted", refuted("applies", ",'failure':{" + far + "}"), "squares", "the sum is not |v - w|^2 - e");
  // Too bent at t = 1, whatever bound the claim gives.
  const std::string low = hyperbola("6", "squared-curvature = \"1/100\"\n" + applies);
  CHECK(accepted(outcome(low, "refuted", refuted("applies", ",'failure':{'at':'1'}"), "instances")));
  const std::string distance = hyperbola("2", "squared-curvature = \"1/2\"\nconclude = \"distance\"\n");
  const std::string node =
      refuted("distance", ",'far':{'fraction':'1/2','squared-distance':'1/5','proof':" + kContradiction + "}");
  refuse(distance, "refuted", node, "contradiction", "");
  refuse(distance, "refuted", replaced(node, "'proof'", "'note':1,'proof'"), "encoding", "unknown key 'note'");
  refuse(replaced(parabola("squared-curvature = \"4\"\n"), "[\"t\", \"t^2\"]", "[\"1\", \"0*t\"]"), "proved", "{}",
         "curvature", "the derivative vanishes on the curve");
  // An arc of y = x^2 has a bound of its curvature, too.
  const std::string arc = claim_text(
      "curvature",
      "[[curve]]\nvariables = [\"x\", \"y\"]\nloss = \"y - x^2\"\nlevel = \"0\"\nstart = [\"0\", \"0\"]\nend = "
      "[\"1\", \"1\"]\nsquared-curvature = \"4\"\n" +
          applies);
  const std::string shown = ",'arc':{'singular':" + kContradiction +
                            ",'connected':{'rule':'graph','solved':[['y','x^2','1']],'nonzero':[],'base':" + kWhole +
                            "},'remainder':'4-4*(4*x^2+1)^3','bend':" + contradiction("'y-x^2'") + "}";
  refuse(arc, "refuted", refuted("applies", shown + ",'failure':{" + replaced(far, "'1/5'", "'1/2'") + "}"),
         "curvature", "d_max is not smaller, or not defined");
}

TEST_CASE("continuity: values along rays") {
  const std::string shapes = matrix("S", "data", "3", "2") + matrix("V", "data", "2", "3") +
                             matrix("A", "data", "1", "1") + matrix("B", "data", "1", "1") + scalar("s") + scalar("t");

  const std::string model =
      "'model':{'S':[['1','0'],['0','0'],['0','0']],'V':[['1','0','0'],['0','0','0']],'A':[['0']],'B':"
      "[['1']],'s':[['1']],'t':[['2']]}";
  const auto along = [&](const std::string& value, const std::string& direction) {
    return outcome(claim_text("continuity", shapes + "[continuity]\nvalue = \"" + value + "\"\n"), "refuted",
                   "{'instance':0," + model + ",'direction':{" + direction + "}}");
  };
  CHECK(accepted(along("pinv(S)", "'S':[['0','0'],['0','1'],['0','0']]")));
  CHECK(accepted(along("pinv(V)", "'V':[['0','0','0'],['0','1','0']]")));
  CHECK(accepted(along("s*pinv(S)", "'S':[['0','0'],['0','1'],['0','0']]")));
  // (1 + e)/e has a pole, though its lowest coefficient is the value.
  CHECK(accepted(along("pinv(A) + B", "'A':[['1']]")));
  for (const std::string value : {"(s + t)*S", "s*t*S", "S*(s + t)", "s*B + A", "B*A + B"}) {
    INFO(value);
    CHECK(rejected(along(value, "'s':[['1']],'A':[['1']]"), "continuity", "tends to that at the model"));
  }
}
