#include "checker/refusals.hpp"

using namespace isthmus::check::test;

// Conditions of the steps that take networks apart, each with a step that is taken and others that are not.

namespace {

/// X, Y are invertible, R is of rank 1, U has entries that are not all 0.
const std::string kPieces =
    "[dimensions]\nn = [2]\nm = [3]\n" + matrix("X", "data", "n", "n") + matrix("Y", "target", "n", "n") +
    matrix("R", "data", "n", "n") + matrix("Q", "data", "n", "n") + matrix("U", "data", "n", "1") +
    matrix("O", "data", "n", "1") + scalar("s") + scalar("t") + hypothesis("det(X) != 0") + hypothesis("det(Y) > 0") +
    hypothesis("rank(R) = 1") + hypothesis("U != 0") + hypothesis("O = 0") + hypothesis("det(R)*Q = 0") +
    hypothesis("s < 0") + hypothesis("t = 0");

/// What comes of the steps: "" if they are taken (then factors may be missing), else the refusal. The weights are
/// those that occur: A (2 x 3), B (3 x 2), D (2 x 2), E (3 x 1).
std::string steps_for(const std::string& network, const std::string& target, const std::string& steps) {
  std::string weights;
  const std::vector<std::vector<std::string>> all{{"A", "n", "m"}, {"B", "m", "n"}, {"D", "n", "n"}, {"E", "m", "1"}};
  for (const auto& each : all) {
    if (contains(network, each[0])) weights += matrix(each[0], "weight", each[1], each[2]);
  }
  const std::string claim =
      claim_text("components", kPieces + weights + equation("components", network, target, "count = \"1\""));
  const std::string unit = "[['1','0'],['0','1']]";
  const std::string one = "[['1','0'],['0','0']]";
  const std::string result = outcome(claim, "proved",
                                     "{'model':{'X':" + unit + ",'Y':" + unit + ",'R':" + one + ",'Q':" + one +
                                         ",'U':[['1'],['0']],'O':[['0'],['0']],'s':[['-1']],'t':[['0']]},'steps':[" +
                                         steps + "],'factors':[]}");
  return accepted(result) || contains(result, ": factors: ") ? "" : result;
}

struct Step {
  std::string network;
  std::string target;
  std::string steps;
  std::string refusal;  ///< a part of it; "" if the steps are taken
};

void check_steps_for(const std::vector<Step>& all) {
  for (const Step& each : all) {
    const std::string result = steps_for(each.network, each.target, each.steps);
    INFO(each.network << " = " << each.target << ", " << each.steps << ": " << result);
    CHECK((each.refusal.empty() ? result.empty() : contains(result, "rejected") && contains(result, each.refusal)));
  }
}

}  // namespace

TEST_CASE("steps with entries that do not belong to them") {
  const std::string solve = "['solve','D','A*B*X','1']";
  check_steps_for({
      {"A*B*D + t*D", "Y", "['zero','t','t']", "encoding: expected 2 entries"},
      {"A*B*D", "Y", "['equation','1','1','A*B*D','Y','Y']", "encoding: expected 5 entries"},
      {"A*B*D", "Y", "['change','D','S','S - A*B','1']", "encoding: expected 4 entries"},
      {"A*B*D", "Y", "['solve','D','A*B','1','1']", "encoding: expected 4 entries"},
      {"A*B*D*X", "Y", "['cancel','1','X','A*B*D','Y*inv(X)','1']", "encoding: expected 5 entries"},
      {"D*X", "Y", "['absorb','D','back','X','1','S','1']", "encoding: expected 6 entries"},
      {"A*B*X*D", "Y", solve + ",['split',0,['A*B','X'],'1']", "encoding: expected 3 entries"},
      {"A*B*X*D", "Y", solve + ",['free',0,'A','front','B*X','S1','1']", "encoding: expected 6 entries"},
      {"(s*A*B + s*X)*D", "Y", "['solve','D','s*A*B + s*X','1'],['scale',0,'s','A*B + X','1']",
       "encoding: expected 4 entries"},
  });
}

TEST_CASE("zero, change and cancel: what the words have to say") {
  check_steps_for({
      {"A*B + O*T(O)", "Y", "['zero','O']", ""},
      {"A*B + R", "Y", "['zero','R']", "no hypothesis says R = 0"},
      {"A*B + U*T(U)", "Y", "['zero','U']", "no hypothesis says U = 0"},
      {"A*B*D", "Y", "['change','D','S','S + X*S']", "is not a*S + r"},
      {"A*B*D", "Y", "['change','D','S','S + T(S)']", "is not a*S + r"},
      {"A*B*D", "Y", "['change','D','2S','2*S']", "'2S' is not a new name"},
      {"X*A*B*D", "Y", "['cancel','X','1','A*B*D','inv(X)*Y']", ""},
      {"A*B*D*X", "Y", "['cancel','1','X','A*B*D','Y*inv(X)']", ""},
      {"X*A*B*D", "Y", "['cancel','X','1','2*A*B*D','inv(X)*Y']", "not equal as words"},
      {"X*A*B*D", "Y", "['cancel','X','1','A*B*D','inv(X)*Y + D - D']", "mentions weights"},
      {"s*A*B*D", "Y", "['cancel','s','1','A*B*D','Y/s']", "the columns of s are not seen to be independent"},
      {"s*A*B*D", "Y", "['cancel','1','s','A*B*D','Y/s']", "the rows of s are not seen to be independent"},
      {"t*A*B*D", "t*X", "['cancel','t','1','A*B*D','X']", "the columns of t are not seen to be independent"},
      {"A*B*D*t", "X*t", "['cancel','1','t','A*B*D','X']", "the rows of t are not seen to be independent"},
      {"D*A*B", "Y", "['cancel','D','1','A*B','Y']", "the columns of D are not seen to be independent"},
  });
}

TEST_CASE("absorb: the weight occurs once, behind a matrix or nothing") {
  check_steps_for({
      {"D*X", "Y", "['absorb','D','back','X','1','S']", ""},
      {"X*D", "Y", "['absorb','D','front','X','1','S']", ""},
      {"A*B*X", "Y", "['absorb','B','back','X','A','S']", ""},
      {"s*D*X", "Y", "['absorb','D','back','X','s','S']", "s is a scalar"},
      {"A*B*X", "Y", "['equation','1','1','A*B*X','Y + A*B - A*B'],['absorb','B','back','X','A','S']",
       "B occurs elsewhere"},
  });
}

TEST_CASE("rank: what hypotheses tell, and what may stand beside the weights") {
  check_steps_for({
      {"A*B", "R", "['rank','A','B','1','1','R','1','S','T1']", ""},
      {"A*B", "X*R", "['rank','A','B','1','X','R','1','S','T1']", ""},
      {"A*B", "R*X", "['rank','A','B','1','1','R','X','S','T1']", ""},
      {"A*E", "U", "['rank','A','E','1','1','U','1','S','T1']", ""},
      {"A*E", "U", "['rank','A','E','1','1','U','1']", "the rank is 1"},
      {"A*E", "O", "['rank','A','E','1','1','O','1']", ""},
      {"A*E", "O", "['rank','A','E','1','1','O','1','S','T1']", "the rank is 0"},
      {"A*B", "X", "['rank','A','B','1','1','X','1','S','T1']", "no hypothesis tells the rank of X"},
      {"A*B", "Q", "['rank','A','B','1','1','Q','1','S','T1']", "no hypothesis tells the rank of Q"},
      {"s*A*B", "R", "['rank','A','B','s','1','R','1','S','T1']", "s is a scalar"},
      {"A*B*A*B", "R", "['rank','A','B','B*A','1','R','1','S','T1']", "A occurs elsewhere"},
      {"D*A*B", "R", "['rank','D','B','A','1','R','1','S','T1']", ""},
      {"D*A*T(A)*A*B", "R", "['rank','D','B','A*T(A)*A','1','R','1','S','T1']", ""},
      {"D*A*B*T(B)*B", "R", "['rank','D','B','A*B*T(B)','1','R','1','S','T1']", "B occurs elsewhere"},
      {"A*B", "R", "['equation','1','1','A*B','R + T(B)*B - T(B)*B'],['rank','A','B','1','1','R','1','S','T1']",
       "B occurs elsewhere"},
      {"A*B", "R", "['equation','1','1','A*B','R + A*T(A) - A*T(A)'],['rank','A','B','1','1','R','1','S','T1']",
       "A occurs elsewhere"},
      {"D*A*B", "R", "['equation','1','1','D*A*B','R + A*T(A) - A*T(A)'],['rank','D','B','A','1','R','1','S','T1']",
       "the target is no matrix without weights"},
      {"A*B", "s*X", "['rank','A','B','1','X','s','1','S','T1']", "the target is no matrix without weights"},
      {"A*B", "t*R", "['rank','A','B','1','t','R','1','S','T1']", "t is not seen to be invertible"},
  });
}

TEST_CASE("split and free: shapes of what is left") {
  check_steps_for({
      {"A*B*X", "Y", "['solve','A','1','B*X'],['split',0,['B','X']]", ""},
      {"A*B*X", "Y", "['solve','A','1','B*X'],['split',0,['B','X']],['split',0,['B']]", ""},
      {"A*B*X", "Y", "['solve','A','1','B*X'],['split',0,['2*B','X']]", "not equal as words"},
  });
  const std::string numbers = "[dimensions]\nn = [1]\n" + matrix("W", "weight", "n", "n", "i = 1..2") +
                              matrix("Y", "target", "n", "n") + scalar("s") + hypothesis("det(Y) != 0") +
                              hypothesis("s != 0") + equation("components", "W[2]*W[1]*s", "Y", "count = \"2\"");
  const auto freed = [&](const std::string& steps) {
    return outcome(claim_text("components", numbers), "proved",
                   "{'model':{'Y':[['1']],'s':[['1']]},'steps':[" + steps + "],'factors':[]}");
  };
  const std::string solve = "['solve','W[2]','1','s*W[1]']";
  CHECK(contains(freed(solve), ": factors: "));
  CHECK(rejected(freed(solve + ",['free',0,'W[1]','front','s','S']"), "free", "does not have n columns"));
  CHECK(rejected(freed("['change','W[2]','W','2*W']"), "weights", "'W' is not a new name"));
}

namespace {

/// W_3 W_2 W_1 = Y with numbers that are not 0: the signs of W_1 and W_2 make four components.
const std::string kThreeLayers = "[dimensions]\nn = [1]\n" + matrix("W", "weight", "n", "n", "i = 1..3") +
                                 matrix("Y", "target", "n", "n") + hypothesis("det(Y) != 0") +
                                 equation("components", "W[3]*W[2]*W[1]", "Y", "count = \"4\"");

std::string factor(const std::string& conditions, const std::string& weights) {
  return "{'conditions':[" + conditions + "],'weights':[" + weights + "],'parameters':[],'count':" + kSplit + "}";
}

}  // namespace

TEST_CASE("several factors of a network") {
  const std::string claim = claim_text("components", kThreeLayers);
  const std::string proof =
      "{'model':{'Y':[['1']]},'steps':[['solve','W[3]','1','W[2]*W[1]'],['split',0,['W[2]','W[1]']]],'factors':[" +
      factor("0", "'W[2]'") + "," + factor("1", "'W[1]'") + "]}";
  check_refusals(claim, "proved", proof,
                 {{"'conditions':[1]", "'conditions':[0]", "factors", "stands twice"},
                  {"'weights':['W[1]']", "'weights':['W[2]']", "factors", "stands twice"},
                  {"'-1','1'", "'1'", "line", "roots"}});
  CHECK(trusts(claim, "proved", proof, "components of a product"));
  CHECK_FALSE(trusts(claim, "proved",
                     "{'model':{'Y':[['1']]},'steps':[['solve','W[3]','1','W[2]*W[1]']],'factors':[{"
                     "'conditions':[0],'weights':['W[2]','W[1]'],'parameters':[],'count':{'rule':"
                     "'rewrite','formula':'W2*W1 != 0','factors':[],'then':{'rule':'open','order':["
                     "'W2','W1'],'units':[],'projection':[['W2'],['W1']],'cells':[['-1',[['-1',"
                     "'in'],['1','in']]],['1',[['-1','in'],['1','in']]]],'components':[0,1,2,3],"
                     "'joins':[],'separation':{'signs':['W2','W1']}}}}]}",
                     "components of a product"));
  const std::string wrong = claim_text("components", replaced(kThreeLayers, "\"4\"", "\"2\""));
  const std::string refutation = replaced(proof, "{'model'", "{'instance':0,'model'");
  CHECK(accepted(outcome(wrong, "refuted", refutation)));
  CHECK(trusts(wrong, "refuted", refutation, "components of a product"));
  CHECK(rejected(outcome(wrong, "refuted", replaced(refutation, "'steps'", "'note':1,'steps'")), "encoding", "'note'"));
  CHECK(rejected(outcome(wrong, "proved", proof), "count", "there are 4 components"));
  const std::string two = "[dimensions]\nn = [1]\n" + matrix("W", "weight", "n", "n", "i = 1..2") +
                          matrix("Y", "target", "n", "n") + hypothesis("det(Y) != 0") +
                          equation("components", "W[2]*W[1]", "Y", "count = \"3\"");
  const std::string one_factor =
      "{'instance':0,'model':{'Y':[['1']]},'steps':[['solve','W[2]','1','W[1]']],'factors':[" + factor("0", "'W[1]'") +
      "]}";
  CHECK(accepted(outcome(claim_text("components", two), "refuted", one_factor)));
  CHECK_FALSE(trusts(claim_text("components", two), "refuted", one_factor, "components of a product"));
}

TEST_CASE("a condition without weights belongs to the first factor") {
  const std::string body = "[dimensions]\nn = [1]\n" + matrix("W", "weight", "n", "n") +
                           matrix("V", "weight", "n", "n") + matrix("X", "data", "n", "n") +
                           matrix("Y", "target", "n", "n") + hypothesis("det(X) != 0") + hypothesis("det(Y) != 0") +
                           equation("components", "W*V*X", "Y", "count = \"2\"");
  const std::string over_x =
      "'parameters':['X'],'count':{'rule':'uniform','reduction':{'rule':'point'},'order':['X'],'units':[],'projection':"
      "[['X']],'cells':[['-1','in'],['1','in']],'counts':[{'rule':'point'},{'rule':'point'}],'walls':[{'rule':"
      "'no-parameters','proof':" +
      kContradiction + "}]}}";
  const auto proved = [&](const std::string& factors) {
    return outcome(
        claim_text("components", body), "proved",
        "{'model':{'X':[['1']],'Y':[['1']]},'steps':[['solve','W','1','V*X'],['free',0,'V','front','X','S']],"
        "'factors':[" +
            factors + "]}");
  };
  const std::string fixed = "{'conditions':[1],'weights':[]," + over_x;
  const std::string result = proved(fixed + "," + factor("0", "'S'"));
  INFO(result);
  CHECK(accepted(result));
  CHECK(rejected(proved(factor("0", "'S'") + "," + fixed), "factors", "a condition without weights"));
}

TEST_CASE("numbers of components that are 0, and least squares refuted") {
  // W^2 = Y < 0 has no solution, which is a count, but says nothing of the minimum.
  const auto squares = [](const std::string& kind, const std::string& count) {
    return claim_text(kind, matrix("W", "weight", "1", "1") + matrix("Y", "target", "1", "1") +
                                hypothesis("det(Y) < 0") + equation(kind, "W*W", "Y", "count = \"" + count + "\""));
  };
  const std::string empty =
      "{'conditions':[],'weights':['W'],'parameters':['Y'],'count':{'rule':'uniform','reduction':{'rule':'empty',"
      "'proof':{'rule':'contradiction','factors':['Y','W^2-Y']}},'order':['Y'],'units':[],'projection':[['Y']],'cells':"
      "[['-1','in'],['1','out']],'counts':[{'rule':'line','gaps':['0']}],'walls':[{'rule':'no-parameters','proof':{"
      "'rule':'contradiction','factors':['Y']}}]}}";
  const std::string at_point =
      "{'conditions':[],'weights':['W'],'parameters':['Y'],'count':{'rule':'line','gaps':['0']}}";
  const std::string least = "['least-squares','W*W','1']";
  const auto entry = [](const std::string& steps, const std::string& factors, bool refuted) {
    return std::string("{") + (refuted ? "'instance':0," : "") + "'model':{'Y':[['-1']]},'steps':[" + steps +
           "],'factors':[" + factors + "]}";
  };
  CHECK(accepted(outcome(squares("components", "0"), "proved", entry("", empty, false))));
  CHECK(accepted(outcome(squares("components", "1"), "refuted", entry("", at_point, true))));
  CHECK(rejected(outcome(squares("argmin", "1"), "refuted", entry(least, at_point, true)), "count", "no solution"));
  CHECK(rejected(outcome(squares("argmin", "0"), "proved", entry(least, empty, false)), "count", "no solution"));
  const std::string fits = replaced(squares("argmin", "3"), "det(Y) < 0", "det(Y) > 0");
  const std::string two = replaced(replaced(entry(least, at_point, true), "'-1'", "'1'"), "['0']", "['-2','0','2']");
  CHECK(accepted(outcome(fits, "refuted", two)));
  CHECK(rejected(outcome(replaced(fits, "\"3\"", "\"2\""), "refuted", two), "count", "as claimed"));
}

TEST_CASE("least squares: the step has a matrix of data, and nothing else") {
  const std::string body = matrix("W", "weight", "1", "1") + matrix("Y", "target", "1", "1") + scalar("s") +
                           hypothesis("s != 0") + equation("argmin", "W*s", "Y", "count = \"1\"");
  const auto least = [&](const std::string& step) {
    return outcome(claim_text("argmin", body), "proved", "{'model':{'s':[['1']]},'steps':[" + step + "],'factors':[]}");
  };
  CHECK(contains(least("['least-squares','s*W','1']"), ": factors: "));
  CHECK(rejected(least("['least-squares','W','s']"), "least-squares", "s is no matrix without weights"));
  CHECK(rejected(least("['least-squares','s*W','1','1']"), "encoding", "expected 3 entries"));
}

TEST_CASE("models and hypotheses of networks") {
  const std::string body = matrix("W", "weight", "1", "1") + matrix("X", "data", "1", "1") +
                           matrix("Y", "target", "1", "1") + hypothesis("det(Y) > 0") +
                           equation("components", "W*W", "Y + X - X", "count = \"1\"");
  const std::string entry =
      "{'instance':0,'model':{'X':[['0']],'Y':[['1']]},'steps':[],'factors':[{'conditions':[],'weights':['W'],"
      "'parameters':['X','Y'],'count':{'rule':'line','gaps':['-2','0','2']}}]}";
  CHECK(accepted(outcome(claim_text("components", body), "refuted", entry)));
  CHECK(rejected(outcome(claim_text("components", body), "refuted", replaced(entry, "'X':[['0']],", "")), "model",
                 "no value is given for X"));
  const std::string inverse =
      replaced(body, hypothesis("det(Y) > 0"), hypothesis("det(Y) > 0") + hypothesis("det(inv(Y)) < 0"));
  CHECK(rejected(
      outcome(claim_text("components", inverse), "vacuous", "{'instance':0,'proof':" + contradiction("'Y'") + "}"),
      "vacuous", "an inverse in"));
}
