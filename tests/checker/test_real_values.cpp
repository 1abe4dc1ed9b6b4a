#include "checker/real_texts.hpp"
#include "checker/refusals.hpp"

using namespace isthmus::check::test;

// Bounds of variables, values at points and along curves.

TEST_CASE("refusals: bounds of variables, and keys of frames") {
  const auto one_variable = [](const std::string& assume, const std::string& frames,
                               const std::string& conclusion = "x > 0") {
    return outcome(real_claim("\"x\"", assume, "conclude = [\"" + conclusion + "\"]"), "proved",
                   "{'model':{'x':'1'},'cases':[" + frames + "]}");
  };
  // Equations beside other bounds: x = 1 and x > 1, or x < 1; but not x = 1 and x = 1.
  const std::string equal = "{'steps':[],'bounds':[{'equal':0}]}";
  const std::string above_it = "{'steps':[],'bounds':[],'empty':[1,0]}";
  const std::string below_it = "{'steps':[],'bounds':[],'empty':[0,1]}";
  const std::string exclude = "these bounds do not exclude each other";
  CHECK(accepted(one_variable("\"x = 1\", \"x >= 1\"", above_it + "," + equal)));
  CHECK(accepted(one_variable("\"x = 1\", \"x <= 1\"", below_it + "," + equal)));
  CHECK(rejected(one_variable("\"x = 1\", \"x >= 1\"", above_it + "," + below_it), "real", exclude));
  CHECK(rejected(one_variable("\"x = 1\", \"x >= 1\"", below_it + "," + equal), "real", exclude));
  CHECK(rejected(one_variable("\"x <= 1\", \"x != 0\"", below_it), "real", "4 cases were expected"));
  const std::string negative = "{'steps':[],'bounds':[],'empty':[0,1]}";  // x < 2 and x < 0 exclude nothing
  CHECK(rejected(one_variable("\"x < 2\", \"x != 0\"", negative + "," + equal), "real", exclude));
  CHECK(rejected(one_variable("\"x = 1\", \"x >= 1\"", above_it + "," + replaced(equal, "'equal'", "'note':1,'equal'")),
                 "encoding", "unknown key 'note'"));
  CHECK(rejected(one_variable("\"x = 1\", \"x >= 1\"", above_it + "," + replaced(equal, "'steps'", "'note':1,'steps'")),
                 "encoding", "unknown key 'note'"));
  CHECK(rejected(one_variable("\"x = 1\", \"x >= 1\"", replaced(above_it, "'steps'", "'note':1,'steps'") + "," + equal),
                 "encoding", "unknown key 'note'"));
  // 0 < x < 2 is 2/(1 + x_). Assumptions may say it the other way round, and others say nothing that is used.
  const std::string inside = "{'steps':[['sign','x_+1','>0']],'bounds':[{'above':0,'below':1}]}";
  CHECK(accepted(one_variable("\"x > 0\", \"x < 2\"", inside, "x*(2 - x) > 0")));
  CHECK(accepted(one_variable("\"0 < x\", \"2 > x\"", inside, "x*(2 - x) > 0")));
  CHECK(accepted(one_variable("\"x > 0\", \"2*x > 0\", \"x < 2\"", inside, "x*(2 - x) > 0")));
  CHECK(rejected(one_variable("\"x > 0\", \"x < 2\"", replaced(inside, "'above'", "'note':1,'above'"), "x*(2 - x) > 0"),
                 "encoding", "unknown key 'note'"));
  CHECK(rejected(one_variable("\"x > 0\"", "{'steps':[],'bounds':[{'above':0,'note':1}]}"), "encoding", "'note'"));
  // k > m bounds m by k, which comes before it.
  const auto later = [](const std::string& bounds) { return "{'steps':[],'bounds':[{" + bounds + "},{'below':0}]}"; };
  CHECK(accepted(outcome(real_claim("\"k\", \"m\"", "\"k > m\"", "conclude = [\"k - m > 0\"]"), "proved",
                         "{'model':{'k':'1','m':'0'},'cases':[" + later("'below':1") + "," + later("'above':1") + "," +
                             later("'equal':1") + "]}")));
  CHECK(rejected(
      outcome(real_claim("\"k\", \"x\"", "\"k > 0\", \"x > k\", \"x < 1\"", "conclude = [\"x > 2\"]"), "proved",
              "{'model':{'k':'1/3','x':'1/2'},'cases':[{'steps':[],'bounds':[{'above':0}],'empty':[1,2]}]}"),
      "real", "the interval is not shown to be empty"));
}

TEST_CASE("values of expressions at a point, and along a curve") {
  // A conclusion that is refuted at x, k; "not violated" where it has no value there.
  const auto at = [](const std::string& conclusion, const std::string& x, const std::string& k = "1") {
    return outcome(real_claim("\"x\", \"k\"", "", "conclude = [\"" + conclusion + "\"]"), "refuted",
                   "{'instance':0,'model':{'x':'" + x + "','k':'" + k + "'},'conclusion':0}");
  };
  CHECK(accepted(at("x + 2 - 3*x/2 != 3/2", "1")));
  CHECK(accepted(at("x + 1 > 1", "0")));
  CHECK(accepted(at("x^2 > 0", "0")));
  CHECK(accepted(at("x^3 > 0", "-2")));
  CHECK(accepted(at("x^(-1) != 1/2", "2")));
  CHECK(accepted(at("x^k != 1/8", "16", "-3/4")));
  for (const auto& [conclusion, x] : std::vector<std::pair<std::string, std::string>>{{"x + 2 - 3*x/2 = 3/2", "1"},
                                                                                      {"x^(1/3) > 0", "-8"},
                                                                                      {"x^(-1) > 0", "0"},
                                                                                      {"1/x > 0", "0"},
                                                                                      {"x^(1/2) + 1 > 9", "2"},
                                                                                      {"9 < x^(1/2) + 1", "2"}}) {
    INFO(conclusion << " at " << x);
    CHECK(rejected(at(conclusion, x), "real", "the conclusion is not violated at the model"));
  }
  for (const std::string k : {"1001", "-1001", "1/1001"})
    CHECK(is_refused(at("x^k > x", "2", k), "declined", "a power beyond 1000"));
  const auto tends = [](const std::string& expression, const std::string& value, bool proved) {
    const std::string claim =
        real_claim("\"m\"", "\"m > 0\"", "limit = \"" + expression + "\"\nof = \"m\"\ntends-to = \"" + value + "\"");
    return proved ? outcome(claim, "proved", "{'model':{'m':'1'}}")
                  : outcome(claim, "refuted", "{'instance':0,'curve':{'m':['t','1']}}");
  };
  for (const auto& [expression, value] : std::vector<std::pair<std::string, std::string>>{
           {"m/m", "1"}, {"m^(-1)", "0"}, {"(m - m)^2", "0"}, {"m - m + 1/m", "0"}, {"(m - m)/m + 3", "3"}}) {
    INFO(expression);
    CHECK(accepted(tends(expression, value, true)));
    CHECK(rejected(tends(expression, value, false), "real", "tends to the value"));
    CHECK(accepted(tends(expression, "7", false)));
  }
  // What is no rational function of the variable, or is not defined, tends to nothing and to nothing else.
  for (const std::string expression :
       {"m^m", "m^m + 1", "m^(1/m)", "m^(1/2)/m", "m^101", "m^(-101)", "(m - m)^(-1)", "1/(m - m)"}) {
    INFO(expression);
    for (const std::string value : {"0", "1"}) {
      CHECK(rejected(tends(expression, value, true), "real", "the limit is another one"));
      CHECK(rejected(tends(expression, value, false), "real", "the expression tends to the value"));
    }
    CHECK(rejected(outcome(real_claim("\"m\"", "\"m > 0\"", "bounded = \"" + expression + "\""), "refuted",
                           "{'instance':0,'curve':{'m':['t','1']}}"),
                   "real", "does not grow beyond every bound"));
  }
  const auto assuming = [](const std::string& assumption) {
    return outcome(real_claim("\"m\", \"k\"", "\"" + assumption + "\"", "bounded = \"m^2\""), "refuted",
                   "{'instance':0,'curve':{'m':['t','1'],'k':['1','1']}}");
  };
  CHECK(accepted(assuming("k = 1")));
  CHECK(accepted(assuming("m > k")));
  for (const std::string other : {"m < k", "m^m > 0", "0 < m^m", "k != 1"})
    CHECK(rejected(assuming(other), "real", "an assumption does not hold in the end"));
}
