#include "checker/real_texts.hpp"
#include "checker/refusals.hpp"
#include "checker/rule_outcomes.hpp"

using namespace isthmus::check::test;

// Refusals of the kinds real, homogeneous, permutations and forward-passes: what was changed, and the message.

TEST_CASE("refusals: facts about powers") {
  const std::string claim = above("m^k > 1");
  const std::string good = one_case(kShown + kU + kV + positive("u-1", "['above-one',{'u':'1'}]"));
  const std::string fact = "'above-one',{'u':'1'}";
  check_refusals(claim, "proved", good,
                 {{fact, "'above-one',{'u':'1'},'1'", "encoding", "the fact has another number of parts"},
                  {fact, "'above-one',{'u':'0'}", "encoding", "an exponent out of range"},
                  {fact, "'above-one',{'u':'2000'}", "encoding", "an exponent out of range"},
                  {fact, "'above-one',{'u':'-2000'}", "encoding", "an exponent out of range"},
                  {fact, "'above-one',{'u':'1/2'}", "encoding", "an exponent out of range"},
                  {fact, "'above-one',{'w':'1'}", "real", "w is no power declared so far"},
                  {fact, "'above-one',{'m_':'1'}", "real", "m_ is no power declared so far"},
                  {fact, "'above-one',{}", "real", "a fact about no power"},
                  {fact, "'above-one',{'u':'-1'}", "real", "the base is not shown to be larger than 1"},
                  {fact, "'guess',{'u':'1'}", "real", "unknown fact"},
                  {fact, "'monotone',{'u':'2'},'1','1'", "real", "not one power above another one"},
                  {fact, "'monotone',{'u':'1'},'1','0'", "real", "not one power above another one"},
                  {fact, "'monotone',{'u':'1','v':'2'},'1','1'", "real", "not one power above another one"},
                  {fact, "'monotone',{'u':'1'},'-1','1'", "real", "the lower base is not shown to be positive"},
                  {"'u-1'", "'u^2000-1'", "real", "a quotient of powers is no product"},
                  {"'u-1'", "'1-u^2000'", "real", "a quotient of powers is no product"},
                  {"'u-1','>0',[['above-one',{'u':'1'}]",
                   "'u*v-1','>0',[['positive',{'u':'1','v':'1'}],"
                   "['positive',{'u':'2','v':'2'}]",
                   "real", "a quotient of powers is no product"},
                  {fact, "'monotone',{'u':'1'},'m_-1','1'", "real", "the lower base is not shown to be positive"},
                  {fact, "'monotone',{'u':'1'},'m_+2','1'", "real", "the base is not shown to be the larger one"},
                  {fact, "'monotone',{'u':'1'},'m_+1','1'", "real", "the base is not shown to be the larger one"},
                  {fact, "'above-one',{'v':'1'}", "real", "a fact about a power that is not in the polynomial"},
                  {fact, "'above-one',{'u':'2'}", "real", "a quotient of powers is no product"},
                  {fact, "'positive',{'u':'1'}", "real", "the coefficients have different signs"},
                  {"['above-one',{'u':'1'}]", "['above-one',{'u':'1'}],['positive',{'u':'1'}]", "real", "more facts"},
                  {"[['above-one',{'u':'1'}]]", "[]", "real", "the coefficients have different signs"},
                  {"'u-1'", "'v-1'", "real", "a fact about a power that is not in the polynomial"},
                  {"'>0',[['above", "'<0',[['above", "real", "the sign is another one, or is not strict"}});
  check_refusals(claim, "proved", one_case(kShown + kU + positive("u-1", "['monotone',{'u':'1'},'1','1']")),
                 {{"'1','1']]", "'1','2']]", "real", "the base is not shown to be the larger one"}});
  // The value of the fact about v is u, of which nothing is said.
  const std::string through = one_case(kShown + kU + kV + positive("u-1", "['above-one',{'u':'1'}]") +
                                       positive("v-u", "['monotone',{'v':'1'},'m_+1','1']"));
  CHECK(rejected(outcome(claim, "proved", through), "real", "a bound in powers that have none yet"));
  const std::string two = ",['power','v','m_+1','2*k_','1']";
  CHECK(rejected(
      outcome(claim, "proved", one_case(kShown + kU + two + positive("u*v-1", "['above-one',{'u':'1','v':'1'}]"))),
      "real", "powers with different exponents"));
  const std::string falling = ",['power','w','m_+1','-k_','1']";
  CHECK(rejected(outcome(claim, "proved", one_case(kShown + falling + positive("w-1", "['above-one',{'w':'1'}]"))),
                 "real", "the exponent is not shown to be positive"));
}

TEST_CASE("refusals: facts about inner powers") {
  // w = (u + 1)^k > 1, with u = m^k in its base.
  const std::string claim = above("(m^k + 1)^k > 1");
  const std::string inner = ",['sign','u+1','>0'],['power','w','u+1','k_','1']";
  const std::string facts = "['positive',{'u':'1'}],['above-one',{'w':'1'}]";
  check_refusals(claim, "proved", one_case(kShown + kU + inner + positive("w-1", facts)),
                 {{"['positive',{'u':'1'}],", "", "real", "the fact is not about this inner power"},
                  {"'positive',{'u':'1'}", "'positive',{'u':'2'}", "real", "the fact is not about this inner power"},
                  {",['above-one',{'w':'1'}]", "", "real", "a quotient of powers is no product"}});
  const std::string both = ",['sign','u+v','>0'],['power','w','u+v','k_','1']";
  CHECK(
      rejected(outcome(claim, "proved", one_case(kShown + kU + kV + both + positive("w-1", "['positive',{'u':'1'}]"))),
               "real", "a fact about an inner power is missing"));
}

TEST_CASE("refusals: steps and frames") {
  const std::string good = one_case(kShown + kU);
  const std::string power = "['power','u','m_+1','k_','1']";
  const std::string bounds = "[{'above':0},{'above':1}]";
  check_refusals(
      above("m^k > 0"), "proved", good,
      {{"['sign','m_+1','>0']", "['sign','m_+1']", "real", "a sign has a polynomial, a relation and facts"},
       {"'m_+1','>0'", "'m_+1','!=0'", "real", "unknown relation"},
       {"'m_+1','>0'", "'m_+1','<0'", "real", "the sign is another one, or is not strict"},
       {"'m_+1','>0'", "'m_-1','>0'", "real", "the coefficients have different signs"},
       {"'m_+1','>0'", "'0','>=0'", "real", "the coefficients have different signs"},
       {"'m_+1','>0'", "'m+1','>0'", "encoding", "unknown name 'm'"},
       {"'m_+1','>0'", "'u+1','>0'", "encoding", "unknown name 'u'"},
       {"'sign','m_+1'", "'guess','m_+1'", "encoding", "unknown step"},
       {power, "['power','u','m_+1']", "real", "a power has a name, a base and an exponent"},
       {power, "['power','1u','m_+1','k_','1']", "real", "'1u' is not a name"},
       {power, "['power','m_','m_+1','k_','1']", "real", "the name m_ stands twice"},
       {power, "['power','u','m_+3','k_','1']", "real", "the base is not shown to be positive"},
       {power, "['power','u','m_+1','k_','0']", "real", "denominator of the exponent is not shown to be nonzero"},
       {power, "['power','u','m_+1','k_','m_-1']", "real", "denominator of the exponent is not shown to be nonzero"},
       {power, "['power','u','m_+1','2*k_','1']", "real", "to an exponent that is not declared"},
       {"," + power, "", "real", "to an exponent that is not declared"},
       {bounds, "[{'above':0},{'above':1},{'above':1}]", "real", "more bounds than variables"},
       {bounds, "[{'above':0}]", "real", "a variable has no bounds"},
       {bounds, "[{'above':1},{'above':1}]", "real", "the bound is one of another variable"},
       {bounds, "[{'above':0},{'below':1}]", "real", "the bound is of another kind"},
       {bounds, "[{'above':0},{'equal':1}]", "real", "the bound is of another kind"},
       {bounds, "[{'above':0},{'above':2}]", "encoding", "2 is not below 2"},
       {bounds, "[{'above':0},{}]", "encoding", "the key 'below' is missing"},
       {bounds + "}", bounds + "},{'steps':[],'bounds':[]}", "real", "1 cases were expected"},
       {"'k':'1'", "'k':'-1'", "model", "an assumption does not hold at the model"},
       {"'k':'1',", "", "model", "one value for each variable was expected"},
       {"'k':'1'", "'x':'1'", "encoding", "the key 'k' is missing"}});
  CHECK(rejected(outcome(above("1/(m - 2) > 0"), "proved", good), "real", "a divisor is not shown to be nonzero"));
  CHECK(rejected(outcome(above("(m - 2)^k > 0"), "proved", good), "real",
                 "the base of a power is not shown to be positive"));
  CHECK(rejected(outcome(above("2^k > 0"), "proved", good), "real", "a power of the constant 2 is not declared"));
  CHECK(rejected(outcome(above("2^k > 0"), "proved", one_case("['power','u','1/2','k_','1']")), "real",
                 "a constant base is an integer > 1"));
  CHECK(rejected(outcome(above("m^k > 1"), "proved", good), "real", "a conclusion is not shown"));
  CHECK(contains(outcome(above("m^2000 > 0"), "proved", good), "a power beyond 1000"));
  const std::string many = real_claim("\"a\", \"b\", \"c\", \"d\", \"e\"", "", "conclude = [\"a^2 >= 0\"]");
  CHECK(contains(outcome(many, "proved", "{'model':{'a':'0','b':'0','c':'0','d':'0','e':'0'},'cases':[]}"),
                 "more than 200 cases"));
}

TEST_CASE("refusals: cases said to be empty") {
  const std::string claim = real_claim("\"x\"", "\"x > 1\", \"x != 0\"", "conclude = [\"x > 0\"]");
  const std::string good =
      "{'model':{'x':'2'},'cases':[{'steps':[],'bounds':[],'empty':[0,1]},{'steps':[['sign','x_+1','>0']],'bounds':"
      "[{'above':0}]}]}";
  check_refusals(claim, "proved", good,
                 {{"'empty':[0,1]", "'empty':[0]", "real", "two bounds were expected"},
                  {"'empty':[0,1]", "'empty':[1,0]", "real", "these bounds do not exclude each other"},
                  {"'empty':[0,1]", "'empty':[0,0]", "real", "these bounds do not exclude each other"},
                  {"'bounds':[],'empty':[0,1]", "'bounds':[{'above':0}],'empty':[0,1]", "real", "two bounds"}});
  const std::string reversed = real_claim("\"x\"", "\"x > 0\", \"x != 1\"", "conclude = [\"x > 0\"]");
  CHECK(rejected(outcome(reversed, "proved", replaced(good, "'x':'2'", "'x':'2'")), "real",
                 "the interval is not shown to be empty"));
}

TEST_CASE("refusals: limits, bounds and counterexamples") {
  const std::string limit = real_claim("\"m\"", "\"m > 0\"", "limit = \"(m + 1)/m\"\nof = \"m\"\ntends-to = \"1\"");
  check_refusals(limit, "proved", "{'model':{'m':'1'}}", {{"'1'", "'-1'", "model", "does not hold at the model"}});
  CHECK(rejected(outcome(replaced(limit, "tends-to = \"1\"", "tends-to = \"2\""), "proved", "{'model':{'m':'1'}}"),
                 "real", "the limit is another one"));
  CHECK(rejected(outcome(replaced(replaced(limit, "[\"m\"]", "[\"m\", \"k\"]"), "/m", "/(m + k^2)"), "proved",
                         "{'model':{'m':'1','k':'1'}}"),
                 "real", "a limit with other variables"));
  const std::string wrong =
      replaced(replaced(limit, "[\"m\"]", "[\"m\", \"k\"]"), "tends-to = \"1\"", "tends-to = \"2\"");
  check_refusals(wrong, "refuted", "{'instance':0,'curve':{'m':['t','1'],'k':['1','1']}}",
                 {{"'m':['t','1']", "'m':['2*t','1']", "real", "the variable of the limit is not t"},
                  {"'k':['1','1']", "'k':['t','1']", "real", "another variable moves"},
                  {"'k':['1','1']", "'k':['1']", "real", "a numerator and a denominator were expected"},
                  {"'k':['1','1']", "'k':['1','0']", "real", "the denominator is 0"},
                  {",'k':['1','1']", "", "real", "one function for each variable was expected"},
                  {"'m':['t','1']", "'m':['-t','1']", "real", "an assumption does not hold in the end"}});
  CHECK(rejected(outcome(limit, "refuted", "{'instance':0,'curve':{'m':['t','1']}}"), "real", "tends to the value"));
  const std::string bounded = real_claim("\"m\"", "\"m > 0\"", "bounded = \"m^2\"");
  check_refusals(bounded, "refuted", "{'instance':0,'curve':{'m':['t','1']}}",
                 {{"['t','1']", "['1','1']", "real", "does not grow beyond every bound"},
                  {"['t','1']", "['1','t']", "real", "does not grow beyond every bound"}});
  CHECK(rejected(outcome(real_claim("\"m\"", "\"m > 0\"", "bounded = \"-m^2\""), "refuted",
                         "{'instance':0,'curve':{'m':['t','1']}}"),
                 "real", "does not grow beyond every bound"));
  CHECK(rejected(outcome(bounded, "proved", "{'model':{'m':'1'},'cases':[]}"), "real", "bounded cannot be shown"));
  check_refusals(above("m^k > m"), "refuted", "{'instance':0,'model':{'k':'1/2','m':'4'},'conclusion':0}",
                 {{"'1/2'", "'2'", "real", "the conclusion is not violated at the model"},
                  {"'4'", "'2'", "real", "the conclusion is not violated at the model"},
                  {"'1/2'", "'1/2000'", "declined", "a power beyond 1000"},
                  {"'conclusion':0", "'conclusion':1", "encoding", "1 is not below 1"}});
}
