#include "checker/refusals.hpp"

using namespace isthmus::check::test;

namespace {

/// W_2 W_1 = Y with invertible numbers: two components.
const std::string kTwoLayers = "[dimensions]\nn = [1]\n" + matrix("W", "weight", "n", "n", "i = 1..2") +
                               matrix("Y", "target", "n", "n") + hypothesis("det(Y) != 0") +
                               equation("components", "W[2]*W[1]", "Y", "count = \"2\"");
const std::string kProof =
    "{'model':{'Y':[['1']]},'steps':[['solve','W[2]','1','W[1]']],'factors':[{'conditions':[0],"
    "'weights':['W[1]'],'parameters':[],'count':{'rule':'line','gaps':['-1','1']}}]}";

/// Claims with matrices of many kinds, to be taken apart: nothing is counted, the steps alone are looked at.
const std::string kRich = "[dimensions]\nn = [2]\nm = [3]\n" + matrix("A", "weight", "n", "m") +
                          matrix("B", "weight", "m", "n") + matrix("D", "weight", "n", "n") +
                          matrix("X", "data", "n", "n") + matrix("Y", "target", "n", "n") +
                          matrix("Z", "data", "n", "n") + scalar("s") + scalar("t") + hypothesis("det(X) != 0") +
                          hypothesis("det(Y) > 0") + hypothesis("s < 0") + hypothesis("t = 0") + hypothesis("Z = 0");

std::string rich(const std::string& network) {
  return claim_text("components", kRich + equation("components", network, "Y", "count = \"1\""));
}

/// The outcome with these steps: with the right ones it is refused for its factors only.
std::string after(const std::string& network, const std::string& steps) {
  return outcome(rich(network), "proved",
                 "{'model':{'X':[['1','0'],['0','1']],'Y':[['1','0'],['0','1']],'Z':[['0','0'],['0','0']],'s':[['-1']],"
                 "'t':[['0']]},'steps':[" +
                     steps + "],'factors':[]}");
}

bool taken(const std::string& outcome) { return outcome.find(": factors: ") != std::string::npos; }

struct StepCase {
  std::string network;
  std::string steps;
  std::string rule;     ///< that refuses the last step; "" if it is taken
  std::string message;  ///< in the refusal
};

void check_steps(const std::vector<StepCase>& cases) {
  for (const StepCase& each : cases) {
    const std::string result = after(each.network, each.steps);
    INFO(each.network << " with " << each.steps << " gives " << result);
    CHECK((each.rule.empty() ? taken(result) : rejected(result, each.rule, each.message)));
  }
}

}  // namespace

TEST_CASE("a network is counted, and each part of the certificate matters") {
  const std::string claim = claim_text("components", kTwoLayers);
  check_refusals(claim, "proved", kProof,
                 {
                     {"[['1']]", "[['0']]", "model", "a hypothesis fails"},
                     {"[['1']]", "[['1','1']]", "model", "1 x 1"},
                     {"'Y':", "'Q':", "model", "no matrix Q"},
                     {"'Y':[['1']]", "", "model", "no value is given for Y"},
                     {"'model':{'Y'", "'model':{'W[1]':[['1']],'Y'", "model", "no matrix W[1]"},
                     {"'solve','W[2]','1','W[1]'", "'solve','W[1]','1','W[2]'", "solve", "not equal as words"},
                     {"'solve','W[2]','1','W[1]'", "'solve','W[2]','W[1]','1'", "solve", "not equal as words"},
                     {"'solve','W[2]'", "'solve','Y'", "weights", "not the name of a matrix of weights"},
                     {"'solve'", "'guess'", "steps", "no rule 'guess'"},
                     {"'W[1]']]", "'W[1]'],['solve','W[1]','1','1']]", "solve", "solved already"},
                     {"'conditions':[0]", "'conditions':[]", "factors", "condition 0 is in no factor"},
                     {"'conditions':[0]", "'conditions':[0,0]", "factors", "stands twice"},
                     {"'conditions':[0]", "'conditions':[1]", "encoding", "not below 1"},
                     {"'weights':['W[1]']", "'weights':[]", "factors", "mentions W[1]"},
                     {"'weights':['W[1]']", "'weights':['W[1]','W[1]']", "factors", "stands twice"},
                     {"'weights':['W[1]']", "'weights':['W[2]']", "factors", "no weight here"},
                     {"'parameters':[]", "'parameters':['W[2]']", "factors", "no parameter"},
                     {"'-1','1'", "'-1'", "line", ""},
                     {"'-1','1'", "'1','2'", "line", ""},
                     {"{'conditions'", "{'more':0,'conditions'", "encoding", "unknown key"},
                     {"'steps':[['solve','W[2]','1','W[1]']]", "'steps':[]", "factors", "there are no conditions"},
                 });
  CHECK(rejected(outcome(claim_text("components", replaced(kTwoLayers, "\"2\"", "\"3\"")), "proved", kProof), "count",
                 "there are 2 components"));
  CHECK(rejected(outcome(claim_text("components", replaced(kTwoLayers, "\"2\"", "\"1\"")), "proved", kProof), "count",
                 "there are 2 components"));
  CHECK(rejected(outcome(claim, "proved", ""), "instances", "expected 1 entries"));
  CHECK(rejected(outcome(claim, "proved", kProof + "," + kProof), "instances", "expected 1 entries"));
  CHECK(rejected(outcome(claim, "proved", kProof, "all dimensions"), "scope", "stated dimensions only"));
  CHECK(rejected(outcome(claim, "vacuous", kProof), "encoding", "'instance' is missing"));
  CHECK(rejected(outcome(claim, "certain", kProof), "encoding", "unknown verdict"));
}

TEST_CASE("a wrong count is refuted by the exact one at a model") {
  const std::string claim = claim_text("components", replaced(kTwoLayers, "\"2\"", "\"3\""));
  const std::string refutation = replaced(kProof, "{'model'", "{'instance':0,'model'");
  CHECK(accepted(outcome(claim, "refuted", refutation)));
  CHECK(rejected(outcome(claim_text("components", kTwoLayers), "refuted", refutation), "count", "as claimed"));
  CHECK(rejected(outcome(claim, "refuted", replaced(refutation, "[['1']]", "[['0']]")), "model", "a hypothesis fails"));
  CHECK(rejected(outcome(claim, "refuted", replaced(refutation, "'instance':0", "'instance':1")), "encoding",
                 "not below 1"));
}

namespace {

/// W2*W1 = A, 2 x 2, of rank 1: two components of the reduced set for a hidden layer of width 1.
const std::string kRankOne = matrix("W1", "weight", "1", "2") + matrix("W2", "weight", "2", "1") +
                             matrix("A", "target", "2", "2") + hypothesis("rank(A) = 1") +
                             equation("components", "W2*W1", "A", "count = \"2\"");
const std::string kRankOneProof =
    "{'model':{'A':[['1','1'],['1','1']]},'steps':[['rank','W2','W1','1','1','A','1','S1','S2'],"
    "['solve','S1','1','S2']],'factors':[{'conditions':[0],'weights':['S2'],'parameters':[],"
    "'count':{'rule':'line','gaps':['-1','1']}}]}";

/// Data of full rank on either side, a target of rank 0, and activations: the steps alone are looked at.
const std::string kData = matrix("B", "weight", "2", "3") + matrix("C", "weight", "3", "2") +
                          matrix("X", "data", "2", "3") + matrix("V", "data", "2", "1") +
                          matrix("A", "target", "2", "2") + hypothesis("rank(X) = 2") + hypothesis("V != 0") +
                          hypothesis("rank(A) = 1");
const std::string kDataModel =
    "'model':{'X':[['1','0','0'],['0','1','0']],'V':[['1'],['0']],'A':[['1','0'],['0','0']]}";

std::string with_data(const std::string& network, const std::string& target, const std::string& steps,
                      const std::string& more = "") {
  const std::string claim =
      claim_text("components", (network.find('D') == std::string::npos ? "" : matrix("D", "weight", "3", "3")) + kData +
                                   equation("components", network, target, "count = \"1\"\n" + more));
  return outcome(claim, "proved", "{" + kDataModel + ",'steps':[" + steps + "],'factors':[]}");
}

}  // namespace

TEST_CASE("a target of known rank, and what is wrong about it") {
  const std::string claim = claim_text("components", kRankOne);
  check_refusals(claim, "proved", kRankOneProof,
                 {
                     {"'W2','W1','1','1','A'", "'W1','W2','1','1','A'", "rank", ""},
                     {"'W2','W1','1','1','A'", "'W2','W2','1','1','A'", "rank", "two weights"},
                     {"'W2','W1','1','1','A'", "'W2','W1','1','2','A'", "rank", ""},
                     {"'1','1','A','1'", "'1','1','A*A','1'", "rank", "not equal as words"},
                     {"'1','1','A','1'", "'1','1','I(2)','A'", "rank", "not seen to be invertible"},
                     {"'1','1','A','1'", "'W2*W1','1','A','1'", "rank", ""},
                     {",'S1','S2'],", "],", "rank", "the rank is 1"},
                     {"'S1','S2'],", "'S1','S1'],", "weights", "not a new name"},
                     {"'S1','S2'],", "'S1'],", "encoding", "expected 7 or 9"},
                     {"'weights':['S2']", "'weights':['W1']", "factors", "no weight here"},
                 });
  const std::string without = claim_text("components", replaced(kRankOne, hypothesis("rank(A) = 1"), ""));
  CHECK(rejected(outcome(without, "proved", kRankOneProof), "rank", "no hypothesis tells the rank"));
  const std::string other = claim_text("components", replaced(kRankOne, "rank(A) = 1", "rank(A) = 2"));
  const std::string model = replaced(kRankOneProof, "[['1','1'],['1','1']]", "[['1','0'],['0','1']]");
  CHECK_FALSE(accepted(outcome(other, "proved", model)));
  const std::string unequal = claim_text("components", replaced(kRankOne, "rank(A) = 1", "A != 0"));
  CHECK(rejected(outcome(unequal, "proved", kRankOneProof), "rank", "no hypothesis tells the rank"));
}

TEST_CASE("data of full rank are cancelled and absorbed, others are not") {
  CHECK(taken(with_data("B*C*X", "A*X", "['cancel','1','X','B*C','A']")));
  CHECK(rejected(with_data("B*C*X", "A*X", "['cancel','X','1','B*C','A']"), "cancel", "not seen to be independent"));
  CHECK(rejected(with_data("B*C*X", "A*X", "['cancel','1','X','B*C','A*A']"), "cancel", "not equal as words"));
  CHECK(rejected(with_data("B*C*V", "A*V", "['cancel','1','V','B*C','A']"), "cancel", "not seen to be independent"));
  CHECK(rejected(with_data("B*C*A", "A*A", "['cancel','1','A','B*C','A']"), "cancel", "not seen to be independent"));
  CHECK(taken(with_data("B*C*V", "A*V", "['absorb','C','back','V','B','S1']")));
  CHECK(rejected(with_data("B*C*V", "A*V", "['absorb','C','front','V','B','S1']"), "absorb", "full rank"));
  CHECK(rejected(with_data("B*C*X", "A*X", "['absorb','C','back','X','B','S1']"), "absorb", "full rank"));
  CHECK(rejected(with_data("B*C*V", "A*V", "['absorb','B','back','V','C','S1']"), "absorb", ""));
  CHECK(rejected(with_data("B*C*B*C*V", "A*V", "['absorb','C','back','V','B*C*B','S1']"), "absorb", "elsewhere"));
  CHECK(taken(with_data("B*D*C", "zero(2, 2)", "['rank','B','C','D','1','zero(2, 2)','1']")));
  CHECK(rejected(with_data("B*D*C", "zero(2, 2)", "['rank','B','C','D','1','zero(2, 2)','1','S1','S2']"), "rank",
                 "the rank is 0"));
}

TEST_CASE("hypotheses without a model make a claim vacuous, others do not") {
  const std::string body =
      replaced(kTwoLayers, hypothesis("det(Y) != 0"), hypothesis("det(Y) != 0") + hypothesis("Y = 0"));
  const std::string proof = "{'instance':0,'proof':{'rule':'contradiction','factors':['Y']}}";
  CHECK(accepted(outcome(claim_text("components", body), "vacuous", proof)));
  CHECK(rejected(outcome(claim_text("components", kTwoLayers), "vacuous", proof), "contradiction", ""));
}

TEST_CASE("least squares: the minimum is the set of solutions of the normal equations, if there are any") {
  const std::string body = "[dimensions]\nN = [2]\n" + matrix("W", "weight", "1", "1", "i = 1..2") +
                           matrix("X", "data", "1", "N") + matrix("Y", "target", "1", "N") + hypothesis("rank(X) = 1") +
                           hypothesis("det(Y*T(X)) != 0") + equation("argmin", "W[2]*W[1]*X", "Y", "count = \"2\"");
  const std::string claim = claim_text("argmin", body);
  const std::string proof =
      "{'model':{'X':[['1','0']],'Y':[['1','1']]},'steps':[['least-squares','W[2]*W[1]','X'],['solve','W[2]','1','W[1]'"
      "]],"
      "'factors':[{'conditions':[0],'weights':['W[1]'],'parameters':[],'count':{'rule':'line','gaps':['-1','1']}}]}";
  CHECK(accepted(outcome(claim, "proved", proof)));
  CHECK(rejected(outcome(claim, "proved", replaced(proof, "['least-squares','W[2]*W[1]','X'],", "")), "least-squares",
                 "the first step"));
  CHECK(rejected(outcome(claim, "proved", replaced(proof, "'W[2]*W[1]','X'", "'W[2]','W[1]*X'")), "least-squares",
                 "no matrix without weights"));
  CHECK(rejected(outcome(claim, "proved", replaced(proof, "'W[2]*W[1]','X'", "'W[2]*W[1]','-X'")), "least-squares",
                 "not equal as words"));
  const std::string without_rank =
      replaced(replaced(body, hypothesis("rank(X) = 1"), ""), "det(Y*T(X)) != 0", "Y != 0");
  CHECK(rejected(outcome(claim_text("argmin", without_rank), "proved", proof), "least-squares", "invertible"));
  // An equation without solutions says nothing about the minimum.
  const std::string no_solution =
      claim_text("argmin", matrix("W", "weight", "1", "1") + matrix("Y", "target", "1", "1") +
                               hypothesis("det(Y) < 0") + equation("argmin", "W*W", "Y", "at-most = \"2\""));
  const std::string empty =
      "{'model':{'Y':[['-1']]},'steps':[['least-squares','W*W','1']],'factors':[{'conditions':[],'weights':['W'],'"
      "parameters':['Y'],"
      "'count':{'rule':'uniform','reduction':{'rule':'empty','proof':{'rule':'contradiction','factors':['Y','W^2-Y']}},"
      "'order':['Y'],"
      "'units':[],'projection':[['Y']],'cells':[['-1','in'],['1','out']],'counts':[{'rule':'line','gaps':['0']}],"
      "'walls':[{'rule':'no-parameters','proof':{'rule':'contradiction','factors':['Y']}}]}}]}";
  const std::string result = outcome(no_solution, "proved", empty);
  INFO(result);
  CHECK(rejected(result, "count", "no solution"));
}

TEST_CASE("zero, equation, change") {
  check_steps({
      {"A*B*D + t*D", "['zero','t']", "", ""},
      {"A*B*D + Z*D", "['zero','Z'],['equation','1','1','A*B*D','Y']", "", ""},
      {"A*B*D", "['zero','X']", "zero", "no hypothesis says X = 0"},
      {"A*B*D", "['zero','s']", "zero", "no hypothesis says s = 0"},
      {"A*B*D", "['zero','A']", "zero", "no hypothesis says A = 0"},
      {"A*B*D*X", "['equation','1','inv(X)','A*B*D','Y*inv(X)']", "", ""},
      {"s*A*B*D", "['equation','1/s','1','A*B*D','Y/s']", "", ""},
      {"A*B*D*X", "['equation','1','inv(X)','A*B*D','Y']", "equation", "not equal as words"},
      {"A*B*D*X", "['equation','1','inv(X)','A*D*B','Y*inv(X)']", "encoding", "next factor"},
      {"A*B*D*X", "['equation','1','inv(X)','D*A*B','Y*inv(X)']", "equation", "not equal as words"},
      {"A*B*D*Z", "['equation','1','Z','A*B*D*Z*Z','Y*Z']", "equation", "not seen to be invertible"},
      {"A*B*D", "['equation','t','1','t*A*B*D','t*Y']", "equation", "not seen to be invertible"},
      {"A*B*D", "['equation','D','1','D*A*B*D','D*Y']", "equation", "mentions weights"},
      {"A*B*D", "['equation','A*','1','A','Y']", "encoding", "operand"},
      {"A*B*D", "['equation','1','1','A*B*D + inv(Z) - inv(Z)','Y']", "facts", "do not define"},
      {"A*B*D + D*D", "['change','A','S1','s*S1 - X*T(B)']", "", ""},
      {"A*B*D", "['change','D','S1','S1 - A*B'],['equation','1','1','A*B*S1 - A*B*A*B','Y']", "", ""},
      {"A*B*D", "['change','D','S1','t*S1']", "change", "may be 0"},
      {"A*B*D", "['change','D','S1','X*S1']", "change", "is not a*S1 + r"},
      {"A*B*D", "['change','D','S1','S1*S1']", "change", "is not a*S1 + r"},
      {"A*B*D", "['change','D','S1','S1 + D']", "change", "mentions D"},
      {"A*B*D", "['change','D','S1','X']", "change", "is not a*S1 + r"},
      {"A*B*D", "['change','D','S1','S1 + inv(Z)']", "facts", "do not define"},
      {"A*B*D", "['change','X','S1','S1']", "weights", "not the name of a matrix of weights"},
      {"A*B*D", "['change','D','X','X']", "weights", "not a new name"},
      {"A*B*D", "['change','D','det','D']", "weights", "not a new name"},
      {"A*B*D", "['change','D','n','D']", "weights", "not a new name"},
  });
}

TEST_CASE("solve") {
  check_steps({
      {"A*B*D", "['solve','D','A*B','1']", "", ""},
      {"A*B*D", "['solve','A','1','B*D']", "", ""},
      {"A*B*D", "['solve','B','A','D']", "", ""},
      {"(A*B + X)*D", "['solve','D','A*B + X','1']", "", ""},
      {"A*B*D", "['solve','B','D','A']", "solve", "next factor"},
      {"A*B*D*D", "['solve','D','A*B','D']", "solve", "mentions D"},
      {"A*B*D*D", "['solve','D','A*B','1']", "solve", "not equal as words"},
      {"s*A*B*D", "['solve','D','A*B','s']", "solve", "is a scalar"},
      {"A*B*D", "['equation','1','1','A*B*D','Y'],['solve','D','A*B','1']", "", ""},
      {"A*B*D - X", "['solve','D','A*B','1']", "solve", "not equal as words"},
  });
  const std::string singular = claim_text("components", kRich + equation("components", "A*B*D", "Z", "count = \"1\""));
  const std::string result = outcome(singular, "proved",
                                     "{'model':{'X':[['1','0'],['0','1']],'Y':[['1','0'],['0','1']],'Z':[['0','0'],['0'"
                                     ",'0']],'s':[['-1']],'t':[['0']]},"
                                     "'steps':[['solve','D','A*B','1']],'factors':[]}");
  INFO(result);
  CHECK(rejected(result, "solve", "Z is not seen to be invertible"));
}

TEST_CASE("split, free, scale") {
  const std::string solve = "['solve','D','A*B*X','1']";  // rank(A*B*X) = 2
  const std::string network = "A*B*X*D";
  check_steps({
      {network, solve + ",['split',0,['A*B','X']]", "", ""},
      {network, solve + ",['split',0,['A*B','X']],['split',1,['A','B']]", "encoding", "not below 1"},
      {network, solve + ",['split',0,['A','B*X']]", "split", "inner dimension"},
      {network, solve + ",['split',0,['A*B']]", "split", "not equal as words"},
      {network, solve + ",['split',0,[]]", "split", "empty product"},
      {network, solve + ",['split',0,['s','A*B*X/s']]", "split", "is a scalar"},
      {network, solve + ",['split',0,['A*B*inv(Z)*Z','X']]", "facts", "do not define"},
      {network, solve + ",['free',0,'A','front','B*X','S1']", "", ""},
      {network, solve + ",['split',0,['A*B','X']],['free',0,'B','back','A','S1']", "", ""},
      {network, solve + ",['free',0,'A','back','B*X','S1']", "free", "columns (front) or rows (back)"},
      {network, solve + ",['free',0,'B','back','A','S1']", "free", "not equal as words"},
      {network, solve + ",['free',0,'D','front','B*X','S1']", "weights", "not the name"},
      {network, solve + ",['free',0,'A','front','B*X','B']", "weights", "not a new name"},
      {network, solve + ",['free',0,'A','front','B*X','S1'],['free',0,'S1','front','I(2)','S1']", "weights",
       "not a new name"},
      {"A*B*D*A*B", "['solve','D','A*B','A*B'],['free',0,'A','front','B','S1']", "free", "A occurs elsewhere"},
      {"(s*A*B + s*X)*D", "['solve','D','s*A*B + s*X','1'],['scale',0,'s','A*B + X']", "", ""},
      {"(s*A*B + s*X)*D", "['solve','D','s*A*B + s*X','1'],['scale',0,'1/s','A*B + X']", "scale", "not equal as words"},
      {"(t*A*B + t*X)*D", "['solve','D','t*A*B + t*X','1'],['scale',0,'t','A*B + X']", "scale",
       "no scalar that is not 0"},
      {"X*A*B*D", "['solve','D','X*A*B','1'],['scale',0,'X','A*B']", "scale", "no scalar that is not 0"},
      {"(A*B + s*X)*D", "['solve','D','A*B + s*X','1'],['change','A','S1','s*S1'],['scale',0,'s','S1*B + X']", "", ""},
  });
}

TEST_CASE("a weight in two rank conditions is not freed, and parameters stay in sight") {
  // After the steps, det(S1) != 0 and rank(B*X) = 2 in the entries of S1, B and X.
  const std::string steps = "['solve','D','A*B*X','1'],['free',0,'A','front','B*X','S1']";
  const std::string start =
      "{'model':{'X':[['1','0'],['0','1']],'Y':[['1','0'],['0','1']],'Z':[['0','0'],['0','0']],'s':[['-1']],'t':[['0']]"
      "},'steps':[" +
      steps + "],'factors':[";
  const auto with = [&](const std::string& factors) {
    return outcome(rich("A*B*X*D"), "proved", start + factors + "]}");
  };
  const std::string point = "'count':{'rule':'point'}}";
  CHECK(rejected(with("{'conditions':[0],'weights':['S1'],'parameters':[]," + point), "factors", "B is in no factor"));
  CHECK(rejected(with("{'conditions':[0,1],'weights':['S1'],'parameters':[]," + point), "factors", "mentions B"));
  CHECK(rejected(with("{'conditions':[0,1],'weights':['S1','B'],'parameters':[]," + point), "factors", "mentions X"));
  CHECK(rejected(with("{'conditions':[0,1],'weights':['S1','B'],'parameters':['X','X']," + point), "factors",
                 "stands twice"));
  CHECK(rejected(with("{'conditions':[0,1],'weights':['S1','B','A'],'parameters':['X']," + point), "factors",
                 "A is no weight"));
}

TEST_CASE("a pseudo-inverse of weights is not continuous, so no step may use one") {
  check_steps(
      {{"D + pinv(B)*B*Z + A*B*X", "", "continuity", "a pseudo-inverse of weights: pinv(B)"},
       {"D + A*B*X", "['change','D','S','S + pinv(B)*B']", "continuity", "a pseudo-inverse of weights: pinv(B)"},
       {"D + A*B*X", "['change','D','S','S + A*B']", "", ""},
       {"D*pinv(Z) + A*B*X", "['change','D','S','S + X*pinv(X)']", "", ""}});
}
