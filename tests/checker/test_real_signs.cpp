#include "checker/real_texts.hpp"
#include "checker/refusals.hpp"

using namespace isthmus::check::test;

// Signs and powers in the field of positive letters: what is shown, and what is not.

// Of what is shown to be >= 0 only, nothing is said that needs a strict sign.
TEST_CASE("refusals: signs that are not strict") {
  const auto shown = [](const std::string& conclusion, const std::string& steps) {
    return outcome(above(conclusion), "proved", one_case(steps));
  };
  const std::string one = positive("u-1", "['above-one',{'u':'1'}]");
  const std::string not_below = positive("u-1", "['monotone',{'u':'1'},'1','1']");
  CHECK(accepted(shown("m^k > 1", kShown + kU + one)));
  for (const auto& [steps, message] : std::vector<std::pair<std::string, std::string>>{
           {"['sign','m_+1','>0'],['sign','k_','>=0']" + kU + one, "the exponent is not shown to be positive"},
           {"['sign','m_+1','>0'],['sign','m_','>=0']" + kU + one, "the base is not shown to be larger than 1"},
           {"['sign','m_+1','>0'],['sign','m_','>=0']" + kU + not_below, "the base is not shown to be the larger one"},
           {"['sign','m_+1','>0'],['sign','k_','>=0'],['power','u','m_+1','m_','1']" +
                positive("u-1", "['monotone',{'u':'1'},'k_','1']"),
            "the lower base is not shown to be positive"},
           {"['sign','m_+1','>=0']" + kU + one, "the base is not shown to be positive"},
           {"['sign','m_+1','>0'],['power','u','-m_-1','k_','1']" + one, "the base is not shown to be positive"},
           {"['sign','m_+1','>0'],['sign','k_','>=0'],['power','u','m_+1','1','k_']" + one,
            "the denominator of the exponent is not shown to be nonzero"}}) {
    INFO(steps);
    CHECK(rejected(shown("m^k > 1", steps), "real", message));
  }
  // The signs of exponents and bases that are no products of what is shown are not known at all.
  const std::string sums = "['sign','m_+1','>0'],['sign','k_+m_','>0']";
  CHECK(rejected(shown("m^k > 1", sums + ",['power','u','m_+1','k_-1','1']" + one), "real",
                 "the exponent is not shown to be positive"));
  CHECK(rejected(shown("m^k > 1", sums + ",['power','u','k_+m_','k_','1']" + one), "real",
                 "the base is not shown to be larger than 1"));
  CHECK(rejected(shown("1/k > 0", "['sign','k_','>=0']"), "real", "a divisor is not shown to be nonzero"));
  CHECK(rejected(shown("(m - 1)^k > 0", "['sign','m_','>=0']"), "real", "the base of a power is not shown"));
  CHECK(rejected(shown("m > 1", "['sign','m_','>=0']"), "real", "a conclusion is not shown"));
  CHECK(accepted(shown("m >= 1", "['sign','m_','>=0']")));
  // x^-k >= 1 - k*(x - 1), and not more where x may be 1.
  const auto bernoulli = [](const std::string& relation, const std::string& sign) {
    const std::string claim =
        real_claim("\"k\", \"x\"", "\"k > 0\", \"x > 0\"", "conclude = [\"x^(-k) " + relation + " 1 - k*(x - 1)\"]");
    return outcome(claim, "proved",
                   "{'model':{'k':'1','x':'2'},'cases':[{'steps':[['power','u','x_','k_','1'],['sign',"
                   "'k_*x_*u-k_*u-u+1','" +
                       sign + "',[['bernoulli',{'u':'-1'}]]]],'bounds':[{'above':0},{'above':1}]}]}");
  };
  CHECK(accepted(bernoulli(">=", ">=0")));
  CHECK(rejected(bernoulli(">", ">=0"), "real", "a conclusion is not shown"));
  CHECK(rejected(bernoulli(">", ">0"), "real", "the sign is another one, or is not strict"));
}

TEST_CASE("negative factors, constants and powers of powers") {
  const auto shown = [](const std::string& conclusion, const std::string& steps) {
    return outcome(above(conclusion), "proved", one_case(steps));
  };
  const std::string negative = "['sign','-2*m_-1','<0']";
  CHECK(accepted(shown("1 - 2*m < 0", negative)));
  CHECK(accepted(shown("(1 - 2*m)^2 > 0", negative)));
  CHECK(accepted(shown("(1 - 2*m)^3 < 0", negative)));
  CHECK(accepted(shown("1/(1 - 2*m) < 0", negative)));
  CHECK(accepted(shown("1 - 2*m <= 0", "['sign','-2*m_-1','<=0']")));
  for (const std::string wrong : {"1 - 2*m > 0", "(1 - 2*m)^2 < 0", "(1 - 2*m)^3 > 0", "1/(1 - 2*m) > 0", "m < 0"})
    CHECK(rejected(shown(wrong, negative + ",['sign','m_+1','>0']"), "real", "a conclusion is not shown"));
  CHECK(rejected(shown("(1 - 2*m)^k > 0", negative), "real", "the base of a power is not shown to be positive"));
  CHECK(accepted(shown("1/m > 0", "['sign','2','>0'],['sign','m_+1','>0']")));
  // 2^k, and 2^(1/2) in a claim without variables.
  CHECK(accepted(shown("2^k > 1", "['power','u','2','k_','1']" + positive("u-1", "['above-one',{'u':'1'}]"))));
  CHECK(accepted(shown("4^k = 2^k*2^k", "['power','u','2','k_','1']")));
  CHECK(accepted(shown("(1/2)^k*2^k = 1", "['power','u','2','k_','1']")));
  CHECK(rejected(shown("6^k > 0", "['power','u','2','k_','1']"), "real", "a power of the constant 3 is not declared"));
  for (const std::string base : {"3/2", "1", "1/2"})
    CHECK(rejected(shown("2^k > 0", "['power','u','" + base + "','k_','1']"), "real", "an integer > 1"));
  CHECK(accepted(outcome(claim_text("homogeneous",
                                    "[[matrix]]\nname = \"Z\"\nrows = \"n\"\ncolumns = \"N\"\n[homogeneous]\ndegree = "
                                    "\"1/2\"\nleft = \"sigma(2*Z)\"\nright = \"2^(1/2)*sigma(Z)\"\n"),
                         "proved", "{'model':{},'cases':[{'steps':[['power','u','2','1','2']],'bounds':[]}]}",
                         "all dimensions")));
  CHECK(accepted(shown("(m^k)^k = m^(k^2)", kShown + kU + ",['power','v','m_+1','k_^2','1']")));
  CHECK(accepted(shown("m^((m + 1)/(m + 1)) = m", kShown)));
  for (const std::string wrong : {"m^(1/m) = m", "m^(1/2) = m", "m^(k + 1/2) = m*m^k", "m^(k/2) = m^k"})
    CHECK(rejected(shown(wrong, kShown + kU), "real", "to an exponent that is not declared"));
  CHECK(contains(shown("m^(2000*k) > 0", kShown + kU), "a power beyond 1000"));
  CHECK(contains(shown("m^(-2000) > 0", kShown + kU), "a power beyond 1000"));
}

TEST_CASE("facts about several powers") {
  const auto shown = [](const std::string& conclusion, const std::string& steps) {
    return outcome(above(conclusion), "proved", one_case(steps));
  };
  const std::string both = "['above-one',{'u':'1','v':'1'}]";
  const std::string product = kShown + ",['sign','m_^2+3*m_+1','>0']";
  CHECK(accepted(
      shown("m^(2*k)*(m + 1)^k > 1", product + kU + kV + positive("u^2*v-1", both + ",['above-one',{'u':'1'}]"))));
  CHECK(rejected(shown("m^(2*k)*(m + 1)^k > 1", product + kU + kV + positive("u^2*v-1", both)), "real",
                 "a quotient of powers is no product"));
  // The value of the fact about w is u, an inner power that has a bound already.
  const std::string w = ",['sign','u+m_+1','>0'],['power','w','u+m_+1','k_','1']";
  const std::string facts = "['positive',{'u':'1'}],['monotone',{'w':'1'},'m_+1','1']";
  CHECK(accepted(shown("(m^k + m)^k > m^k", kShown + kU + w + positive("w-u", facts))));
  CHECK(rejected(shown("(m^k + m)^k > m^k",
                       kShown + kU + kV + w + positive("w-u", replaced(facts, "{'u':'1'}", "{'u':'1','v':'1'}"))),
                 "real", "the fact is not about this inner power"));
  // A bound of mixed signs in a denominator.
  const std::string unsure = "['bernoulli',{'u':'-1'}],['above-one',{'w':'1'}]";
  CHECK(rejected(shown("m^k*((m^k + 1)^k - 1) > 0",
                       kShown + kU + ",['sign','u+1','>0'],['power','w','u+1','k_','1']" + positive("u*w-u", unsure)),
                 "real", "the coefficients have different signs"));
}
