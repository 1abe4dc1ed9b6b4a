#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "checker/claims.hpp"
#include "checker/rule_outcomes.hpp"

using namespace isthmus::check;
using namespace isthmus::check::test;

// Certificates for false claims that hold on to the edge of a rule: each was accepted once, or would be if the number
// it speaks of wrapped around.

namespace {

std::string identity_of_degree(const std::string& degree, const std::string& assume, const std::string& left,
                               const std::string& right) {
  return claim_text("homogeneous", "[[matrix]]\nname = \"Z\"\nrows = \"n\"\ncolumns = \"N\"\n[homogeneous]\n" + assume +
                                       "degree = \"" + degree + "\"\nleft = \"" + left + "\"\nright = \"" + right +
                                       "\"\n");
}

/// The unit circle near (1, 0), as the level of the loss (x^2 + y^2)/divisor^exponent.
std::string arc_of_loss(const std::string& divisor, const std::string& exponent, const std::string& lipschitz) {
  return claim_text("curvature",
                    "[[curve]]\nvariables = [\"x\", \"y\"]\nloss = \"x^2 + y^2\"\nlevel = \"1\"\ndivisor = \"" +
                        divisor + "\"\nexponent = \"" + exponent +
                        "\"\nparameter = \"t\"\ncoordinates = [\"(1-t^2)/(1+t^2)\", \"2*t/(1+t^2)\"]\nfrom = \"0\"\n"
                        "to = \"1/10\"\nsquared-curvature = \"1\"\nlipschitz = \"" +
                        lipschitz + "\"\nconclude = \"loss\"\n");
}

/// {x_1^2 = 1, .., x_n^2 = 1}.
std::string corners(std::size_t n) {
  std::string text;
  for (std::size_t i = 1; i <= n; ++i) text += (i > 1 ? " and x" : "x") + std::to_string(i) + "^2 = 1";
  return text;
}

std::string line_factors(std::size_t n) {
  std::string text;
  for (std::size_t i = 1; i <= n; ++i) {
    text += std::string(i > 1 ? "," : "") + "{'coordinates':['x" + std::to_string(i) +
            "'],'count':{'rule':'line','gaps':['-2','0','2']}}";
  }
  return "{'rule':'product','factors':[" + text + "]}";
}

}  // namespace

TEST_CASE("an activation of degree 0 need not vanish at 0") {
  const std::string none = "{'model':{},'cases':[{'steps':[],'bounds':[]}]}";
  const auto zero = [&](const std::string& degree) {
    return outcome(identity_of_degree(degree, "", "sigma(Z - Z)", "Z - Z"), "proved", none, "all dimensions");
  };
  CHECK(zero("0").starts_with("declined"));
  CHECK(zero("0").ends_with("sigma(0) with a degree that may be 0"));
  CHECK(zero("1 - 1").starts_with("declined"));
  CHECK(accepted(zero("2")));
  CHECK(accepted(zero("-1")));
  const auto in_k = [&](const std::string& assume, const std::string& cases) {
    const std::string scalars = "scalars = [\"k\"]\nassume = [\"" + assume + "\"]\n";
    return outcome(identity_of_degree("k", scalars, "sigma(Z - Z)", "Z - Z"), "proved",
                   "{'model':{'k':'1'},'cases':[" + cases + "]}", "all dimensions");
  };
  CHECK(accepted(in_k("k > 0", "{'steps':[],'bounds':[{'above':0}]}")));
  CHECK(in_k("k >= 0", "{'steps':[],'bounds':[{'above':0}]},{'steps':[],'bounds':[{'equal':0}]}")
            .starts_with("declined"));
}

TEST_CASE("a loss is not divided by the polynomial 0") {
  const std::string entry = "{'turning':[['1/10','2']],'lipschitz':{'steep':{'rule':'contradiction','factors':[]}}}";
  CHECK(outcome(arc_of_loss("0", "0", "1/1000000"), "proved", entry, "instances").starts_with("invalid"));
  CHECK(outcome(arc_of_loss("x - x", "1/2", "1"), "proved", entry, "instances").starts_with("invalid"));
  CHECK(
      rejected(outcome(arc_of_loss("x", "0", "1/1000000"), "proved", entry, "instances"), "contradiction", "product"));
}

TEST_CASE("a power with the exponent 0 is no base for others") {
  const std::string claim = claim_text(
      "real", "[[real]]\nvariables = [\"m\", \"k\"]\nassume = [\"m > 0\", \"k > 0\"]\nconclude = [\"m^k > 0\"]\n");
  const auto with = [&](const std::string& power) {
    return outcome(claim, "proved",
                   "{'model':{'m':'1','k':'1'},'cases':[{'steps':[" + power +
                       "['power','v','m_','k_','1']],'bounds':[{'above':0},{'above':1}]}]}");
  };
  CHECK(accepted(with("")));
  CHECK(accepted(with("['power','u','m_','0','1'],")));
  CHECK(rejected(with("['power','u','m_','1','0'],"), "real", "not shown to be nonzero"));
}

TEST_CASE("numbers of components do not wrap around") {
  CHECK(counted(set_of(corners(29)), line_factors(29)) == "536870912");
  CHECK(contains(counted(set_of(corners(30)), line_factors(30)), "declined"));
  CHECK(contains(counted(set_of(corners(64)), line_factors(64)), "declined"));  // 2^64 is 0 in 64 bits
  std::string names;
  for (std::size_t i = 1; i <= 29; ++i) names += std::string(i > 1 ? "," : "") + "'x" + std::to_string(i) + "'";
  const auto piece = [&](const std::string& value) {
    return "{'factor':'x30-(" + value + ")','count':{'rule':'graph','solved':[['x30','" + value +
           "','1']],'nonzero':[],'base':{'rule':'lemma','lemma':0,'names':[" + names + "]}}}";
  };
  const std::string sum = "{'rule':'sum','equation':'x30^2-1','pieces':[" + piece("1") + "," + piece("-1") +
                          "],'disjoint':[{'rule':'consequence','equation':'2','cofactors':[['1','x30+1'],"
                          "['-1','x30-1']],'then':{'rule':'contradiction','factors':[]}}]}";
  const std::string lemmas =
      "[{'coordinates':[" + names + "],'formula':'" + corners(29) + "','count':" + line_factors(29) + "}]";
  Session session;
  check_lemmas(*json_of(lemmas), session);
  CHECK_THROWS_WITH_AS(check_count(set_of(corners(30)), *json_of(sum), session), "more than 10^9 components", Declined);
}
