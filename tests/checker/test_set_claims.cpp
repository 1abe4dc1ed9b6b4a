#include <doctest/doctest.h>

#include "checker/claims.hpp"
#include "checker/nodes.hpp"

using namespace isthmus::check::test;

namespace {

const std::string kLine = "[components]\nvariables = [\"x\"]\nset = \"x^2 > 1\"\ncount = \"2\"\n";
const std::string kTwoPoints = "{'rule':'line','gaps':['-2','0','2']}";

/// x > 0 and x < 0, the orbits of {x != 0} under positive factors.
const std::string kOrbits =
    "[orbits]\nvariables = [\"x\"]\nset = \"x != 0\"\ncount = \"2\"\n"
    "[[orbits.orbit]]\nset = \"x > 0\"\ncount = \"1\"\n"
    "[[orbits.orbit]]\nset = \"x < 0\"\ncount = \"1\"\n";
const std::string kAction = "[orbits.action]\nvariables = [\"g\"]\ngroup = \"g > 0\"\nimages = [\"g*x\"]\n";

std::string orbit(const std::string& more) {
  return "{'model':{},'count':" + kSplit + ",'inside':" + kContradiction + more + "}";
}
const std::string kMoves = ",'stays':" + kContradiction +
                           ",'transitive':[{'when':'true','element':[['x_image','x']],'proof':" + kContradiction +
                           ",'defined':" + kContradiction + "}],'else':" + kContradiction;

std::string orbits_proof(const std::string& first, const std::string& second, const std::string& disjoint) {
  return "{'count':" + kSplit + ",'orbits':[" + first + "," + second + "],'cover':" + kContradiction + ",'disjoint':[" +
         disjoint + "]}";
}

}  // namespace

TEST_CASE("components of a set") {
  const std::string claim = claim_text("components", kLine);
  CHECK(accepted(outcome(claim, "proved", "{'model':{},'count':" + kTwoPoints + "}")));
  CHECK(rejected(outcome(claim, "proved", "{'count':" + kTwoPoints + "}"), "encoding", "'model' is missing"));
  CHECK(rejected(outcome(claim, "proved", "{'model':{},'note':1,'count':" + kTwoPoints + "}"), "encoding", "'note'"));
  CHECK(rejected(outcome(claim, "proved", "{'model':{'x':'1'},'count':" + kTwoPoints + "}"), "model", "one value"));
  const std::string off = claim_text("components", replaced(kLine, "\"2\"", "\"3\""));
  CHECK(rejected(outcome(off, "proved", "{'model':{},'count':" + kTwoPoints + "}"), "count", "there are 2"));
  CHECK(accepted(outcome(off, "refuted", "{'instance':0,'model':{},'count':" + kTwoPoints + "}")));
  CHECK(rejected(outcome(off, "refuted", "{'instance':0,'model':{},'note':1,'count':" + kTwoPoints + "}"), "encoding",
                 "'note'"));
  CHECK(rejected(outcome(claim, "refuted", "{'instance':0,'model':{},'count':" + kTwoPoints + "}"), "count",
                 "as claimed"));
  CHECK(rejected(outcome(claim, "proved", "{'model':{},'count':" + kTwoPoints + "}", "all dimensions"), "scope", ""));
}

TEST_CASE("components of a family of sets") {
  const std::string body =
      "[components]\nparameters = [\"a\"]\nassumption = \"a > 0\"\nvariables = [\"x\"]\nset = \"x^2 = a\"\ncount = "
      "\"2\"\n";
  const std::string vacuous = claim_text("components", replaced(body, "a > 0", "a > 0 and a < 0"));
  CHECK(accepted(outcome(vacuous, "vacuous", "{'instance':0,'proof':" + kContradiction + "}")));
  CHECK(rejected(outcome(claim_text("components", body), "vacuous", "{'instance':0,'proof':" + kContradiction + "}"),
                 "contradiction", ""));
  const std::string wrong = claim_text("components", replaced(body, "\"2\"", "\"1\""));
  const std::string at = "{'instance':0,'model':{'a':'4'},'count':{'rule':'line','gaps':['-3','0','3']}}";
  CHECK(accepted(outcome(wrong, "refuted", at)));
  CHECK(rejected(outcome(wrong, "refuted", replaced(at, "'4'", "'-4'")), "model", "the assumption fails"));
  CHECK(rejected(outcome(wrong, "refuted", replaced(at, "'a'", "'b'")), "encoding", "'a' is missing"));
  CHECK(rejected(outcome(wrong, "refuted", replaced(at, "'4'", "'9'")), "line", ""));
}

TEST_CASE("products") {
  const std::string body =
      "[[factor]]\nvariables = [\"x\"]\nset = \"x^2 > 1\"\ncount = \"2\"\n[[factor]]\nvariables = [\"y\"]\n"
      "set = \"y != 0\"\ncount = \"2\"\n[product]\ncount = \"4\"\n";
  const std::string claim = claim_text("product", body);
  const std::string product = "{'rule':'product','factors':[{'coordinates':['x'],'count':" + kTwoPoints +
                              "},{'coordinates':['y'],'count':" + kSplit + "}]}";
  const std::string proof = "{'factors':[" + kTwoPoints + "," + kSplit + "],'product':" + product + "}";
  CHECK(accepted(outcome(claim, "proved", proof)));
  CHECK(rejected(outcome(claim, "proved", replaced(proof, "'product'", "'note':1,'product'")), "encoding", "'note'"));
  for (const std::string factor : {"x^2 > 1\"\ncount = \"", "y != 0\"\ncount = \""})
    CHECK(rejected(outcome(claim_text("product", replaced(body, factor + "2", factor + "3")), "proved", proof), "count",
                   "there are 2"));
  CHECK(rejected(outcome(claim, "proved", replaced(proof, "," + kSplit + "]", "]")), "product",
                 "one count for each factor"));
  const std::string three = claim_text("product", replaced(body, "\"4\"", "\"3\""));
  CHECK(rejected(outcome(three, "proved", proof), "count", "there are 4"));
  CHECK(accepted(outcome(three, "refuted", "{'instance':0,'which':2,'count':" + product + "}")));
  CHECK(rejected(outcome(three, "refuted", "{'instance':0,'which':2,'note':1,'count':" + product + "}"), "encoding",
                 "'note'"));
  CHECK(rejected(outcome(three, "refuted", "{'instance':0,'which':1,'count':" + kSplit + "}"), "count", "as claimed"));
  CHECK(rejected(outcome(three, "refuted", "{'instance':0,'which':3,'count':" + kSplit + "}"), "encoding",
                 "not below 3"));
  CHECK(
      rejected(outcome(claim, "vacuous", "{'instance':0,'proof':" + kContradiction + "}"), "vacuous", "no hypotheses"));
}

TEST_CASE("pieces of a set, and orbits of a group") {
  const std::string pieces = claim_text("orbits", kOrbits);
  const std::string plain = orbits_proof(orbit(""), orbit(""), kContradiction);
  CHECK(accepted(outcome(pieces, "proved", plain)));
  CHECK(
      rejected(outcome(pieces, "proved", orbits_proof(orbit(""), orbit(""), "")), "encoding", "element 0 is missing"));
  CHECK(rejected(outcome(pieces, "proved", orbits_proof(orbit(""), orbit(""), kContradiction + "," + kContradiction)),
                 "orbits", "expected 1"));
  CHECK(rejected(outcome(claim_text("orbits", replaced(kOrbits, "x < 0", "x < 1/2")), "proved", plain), "contradiction",
                 ""));
  // An orbit that is larger than the set, and a set that is larger than its orbits.
  const std::string single =
      "[orbits]\nvariables = [\"x\"]\nset = \"x > 0\"\ncount = \"1\"\n[[orbits.orbit]]\nset = "
      "\"x > 0\"\ncount = \"1\"\n";
  const std::string alone =
      "{'count':" + kSplit + ",'orbits':[" + orbit("") + "],'cover':" + kContradiction + ",'disjoint':[]}";
  CHECK(accepted(outcome(claim_text("orbits", single), "proved", alone)));
  CHECK(contains(outcome(claim_text("orbits", replaced(single, "x > 0\"\ncount = \"1\"\n[[",
                                                       "x > 0 and x != 1\"\ncount = "
                                                       "\"2\"\n[[")),
                         "proved", replaced(alone, kSplit, "{'rule':'line','gaps':['-1','1/2','2']}")),
                 "rejected: certificate.instances[0].orbits[0].inside"));
  CHECK(contains(outcome(claim_text("orbits", replaced(single, "x > 0", "x >= 0")), "proved", alone),
                 "rejected: certificate.instances[0].cover"));
  for (const std::string place : {"'orbits':[{", "{'count'"})
    CHECK(rejected(outcome(claim_text("orbits", single), "proved",
                           replaced(alone, place, place.ends_with("{") ? place + "'note':1," : "{'note':1,'count'")),
                   "encoding", "unknown key 'note'"));
  CHECK(rejected(outcome(claim_text("orbits", replaced(kOrbits, "x < 0", "x < 0 and x > 0")), "proved", plain), "count",
                 "there are 0"));

  const std::string acting = claim_text("orbits", kOrbits + kAction);
  const std::string moved = orbits_proof(orbit(kMoves), orbit(kMoves), "");
  const std::string result = outcome(acting, "proved", moved);
  INFO(result);
  CHECK(accepted(result));
  CHECK(rejected(outcome(acting, "proved", orbits_proof(orbit(kMoves), orbit(kMoves + ",'choice':[]"), "")), "encoding",
                 "unknown key 'choice'"));
  CHECK(rejected(outcome(acting, "proved", orbits_proof(orbit(kMoves), orbit(""), "")), "encoding",
                 "'stays' is missing"));
  CHECK(rejected(outcome(acting, "proved", orbits_proof(orbit(kMoves), orbit(kMoves), kContradiction)), "orbits",
                 "no proof"));
  CHECK(
      rejected(outcome(acting, "proved", replaced(moved, "['x_image','x']", "['x','x_image']")), "contradiction", ""));
  CHECK(
      rejected(outcome(acting, "proved", replaced(moved, "['x_image','x']", "['x_image','0']")), "contradiction", ""));
  CHECK(rejected(outcome(acting, "proved", replaced(moved, "[['x_image','x']]", "[]")), "orbits",
                 "each variable of the group"));
  CHECK(rejected(outcome(acting, "proved", replaced(moved, "'when':'true'", "'when':'x>1'")), "contradiction", ""));
  const std::string leaving = claim_text("orbits", kOrbits + replaced(kAction, "g > 0", "g != 0"));
  CHECK(rejected(outcome(leaving, "proved", moved), "contradiction", ""));
  const std::string still = claim_text("orbits", kOrbits + replaced(kAction, "g*x", "x"));
  CHECK(rejected(outcome(still, "proved", moved), "contradiction", ""));
}

// (x, y) -> (g*x, y), g > 0, on x > 0: an orbit for each value p of y.
TEST_CASE("a family of orbits") {
  const std::string claim = claim_text(
      "orbits",
      "[orbits]\nvariables = [\"x\", \"y\"]\nset = \"x > 0\"\ncount = \"1\"\n[[orbits.orbit]]\nparameters = [\"p\"]\n"
      "set = \"x > 0 and y - p = 0\"\ncount = \"1\"\n[orbits.action]\nvariables = [\"g\"]\ngroup = \"g > 0\"\nimages = "
      "[\"g*x\", \"y\"]\n");
  const auto graph = [](const std::string& value, const std::string& base) {
    return "{'rule':'graph','solved':[['y','" + value + "','1']],'nonzero':[],'base':" + base + "}";
  };
  const std::string both = "'y-p','y_image-p'";
  const std::string same =
      "{'rule':'consequence','equation':'y-y_image','cofactors':[['1','y-p'],['-1','y_image-p']],"
      "'then':" +
      contradiction("'y-y_image'," + both) + "}";
  const std::string family = "{'model':{'p':'0'},'count':{'rule':'uniform','reduction':" +
                             graph("p", "{'rule':'delineate','order':['p','x'],'units':[],'projection':[[],['x']]}") +
                             ",'order':['p'],'units':[],'projection':[[]],'cells':[['0','in']],'counts':[" +
                             graph("0", kSplit) + "],'walls':[]},'inside':" + contradiction("'y-p'") +
                             ",'choice':['y'],'stays':" + contradiction("'y-p'") +
                             ",'transitive':[{'when':'true','element':[['x_image','x']],'proof':" + same +
                             ",'defined':" + contradiction(both) + "}],'else':" + contradiction(both) + "}";
  const std::string good = "{'count':" + product_of(kSplit, kWhole) + ",'orbits':[" + family +
                           "],'cover':" + kContradiction + ",'disjoint':[]}";
  const std::string result = outcome(claim, "proved", good);
  INFO(result);
  CHECK(accepted(result));
  const auto changed = [&](const std::string& old, const std::string& by) {
    return outcome(claim, "proved", replaced(good, old, by));
  };
  CHECK(rejected(changed("'choice':['y']", "'choice':[]"), "orbits", "one value for each parameter"));
  CHECK(rejected(changed("'choice':['y']", "'choice':['y','y']"), "orbits", "one value for each parameter"));
  CHECK(contains(changed("'choice':['y']", "'choice':['x']"), "rejected: certificate.instances[0].cover"));
  CHECK(rejected(changed("'choice':['y'],", ""), "encoding", "the key 'choice' is missing"));
  CHECK(rejected(changed("'model':{'p'", "'note':1,'model':{'p'"), "encoding", "unknown key 'note'"));
  CHECK(rejected(changed("'p':'0'", "'q':'0'"), "encoding", "the key 'p' is missing"));
}

TEST_CASE("a claim about orbits is refuted by one count") {
  const std::string wrong =
      claim_text("orbits", replaced(kOrbits, "\"x > 0\"\ncount = \"1\"", "\"x > 0\"\ncount = \"2\""));
  const std::string at = "{'instance':0,'which':0,'model':{},'count':" + kSplit + "}";
  CHECK(accepted(outcome(wrong, "refuted", at)));
  CHECK(rejected(outcome(wrong, "refuted", replaced(at, "'which'", "'note':1,'which'")), "encoding", "'note'"));
  CHECK(rejected(outcome(wrong, "refuted", replaced(at, "'which':0", "'which':1")), "count", "as claimed"));
  CHECK(rejected(outcome(wrong, "refuted", replaced(at, "'which':0", "'which':'set'")), "count", "as claimed"));
  CHECK(rejected(outcome(wrong, "refuted", replaced(at, "'which':0", "'which':2")), "encoding", "not below 2"));
}

TEST_CASE("a certificate is of this claim, of this format, and complete") {
  const std::string claim = claim_text("components", kLine);
  const std::string text =
      "{'format':1,'claim':'t','verdict':'proved','scope':'all','lemmas':[],'instances':[{'model':{},'count':" +
      kTwoPoints + "}]}";
  CHECK(accepted(outcome_of(claim, text)));
  CHECK(rejected(outcome_of(claim, replaced(text, "'claim':'t'", "'claim':'u'")), "claim", "another claim"));
  CHECK(rejected(outcome_of(claim, replaced(text, "'format':1", "'format':2")), "encoding", "format 1"));
  CHECK(rejected(outcome_of(claim, replaced(text, "'lemmas':[],", "")), "encoding", "'lemmas' is missing"));
  CHECK(rejected(outcome_of(claim, replaced(text, "'scope':'all',", "")), "encoding", "'scope' is missing"));
  CHECK(rejected(outcome_of(claim, replaced(text, "'format':1", "'format':1,'holes':0")), "encoding", "unknown key"));
  CHECK(rejected(outcome_of(claim, replaced(text, "'proved'", "'undecided'")), "encoding", "unknown verdict"));
  CHECK(rejected(outcome_of(claim, text + "{}"), "encoding", ""));
  CHECK(rejected(outcome_of(claim, text.substr(0, text.size() - 1)), "encoding", ""));
}
