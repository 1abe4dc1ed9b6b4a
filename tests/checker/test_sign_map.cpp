#include "checker/refusals.hpp"

using namespace isthmus::check::test;

// Signs of determinants: of images, of parameters, of weights that are factors of their own.

namespace {

/// W*V = Y with V, W, P, X, Q of size n x n and images of V and W.
std::string moved_claim(const std::string& network, const std::string& v, const std::string& w,
                        const std::string& hypotheses, const std::string& choice = "every",
                        const std::string& conditions = "det(P) > 0") {
  std::string text = "[dimensions]\nn = [2]\n";
  for (const auto& [name, role] : std::vector<std::pair<std::string, std::string>>{
           {"V", "weight"}, {"W", "weight"}, {"P", "group"}, {"X", "data"}, {"Q", "data"}, {"Y", "target"}})
    text += matrix(name, role, "n", "n");
  text += scalar("s") + hypotheses + "[transport]\nnetwork = \"" + network + "\"\ntarget = \"Y\"\nchoice = \"" +
          choice + "\"\npairs = \"in different components\"\nelements = [\"P\"]\n";
  for (const auto& [name, value] : std::vector<std::pair<std::string, std::string>>{{"V", v}, {"W", w}})
    text += "[[transport.image]]\nname = \"" + name + "\"\nvalue = \"" + value + "\"\n";
  if (!conditions.empty()) text += "[[transport.condition]]\ntext = \"" + conditions + "\"\n";
  return claim_text("transport", text);
}

std::string moved_proof(const std::string& equation) {
  return "{'model':{'X':" + kUnit + ",'Q':" + kUnit + ",'Y':" + kUnit + ",'P':" + replaced(kUnit, "'1'", "'-1'") +
         ",'s':[['1']]},'consequences':{'equations':[['hypothesis','" + equation +
         "']],'cofactors':[['1','I',0,'I']]}}";
}

const std::string kTarget = hypothesis("det(Y) != 0");

}  // namespace

TEST_CASE("the signs of parameters come from hypotheses about their determinants") {
  const std::string invertible = kTarget + hypothesis("det(X) != 0") + hypothesis("det(Q) != 0");
  const auto proved = [&](const std::string& hypotheses) {
    return outcome(moved_claim("W*V", "X*P*V", "W*inv(P)*inv(X)", hypotheses, "every", "det(P) < 0"), "proved",
                   moved_proof("W*V - Y"));
  };
  CHECK(accepted(proved(invertible + hypothesis("det(X) > 0"))));
  for (const std::string other : {"s > 0", "s < 2", "trace(X) > 0", "det(Q) > 0", "det(X) >= 0", "det(X*Q) > 0"}) {
    const std::string result = proved(hypothesis(other) + invertible);
    INFO(other << ": " << result);
    CHECK(rejected(result, "transport", "the sign of det(X) is not known"));
  }
}

TEST_CASE("scalars in networks and images") {
  const auto proved = [&](const std::string& network, const std::string& v, const std::string& w,
                          const std::string& hypotheses) {
    return outcome(moved_claim(network, v, w, kTarget + hypotheses, "every", "det(P) < 0"), "proved",
                   moved_proof(network + " - Y"));
  };
  const std::string positive = hypothesis("s > 0");
  CHECK(accepted(proved("s*W*V", "P*V", "W*inv(P)", positive)));
  CHECK(rejected(proved("s*W*V", "P*V", "W*inv(P)", ""), "transport", "is not seen to be invertible"));
  CHECK(accepted(proved("W*V", "2*P*V", "W*inv(P)/2", positive)));
  CHECK(rejected(proved("W*V", "s*P*V", "W*inv(P)/s", positive), "transport", "the sign of a scalar in an image"));
  CHECK(rejected(proved("W*V", "P*V/s", "s*W*inv(P)", positive), "transport", "the sign of a scalar in an image"));
  CHECK(rejected(proved("W*V*inv(X)", "P*V", "W*inv(P)", ""), "transport", "is not seen to be invertible"));
  CHECK(accepted(proved("W*V*inv(X)", "P*V", "W*inv(P)", hypothesis("det(X) != 0"))));
}

// s is 1 or -1, so s*V and s*W, or V/s and W/s, lie on the set; the sign of s is not known.
TEST_CASE("scalars in images whose sign is not known") {
  const auto proved = [](const std::string& v, const std::string& w, const std::string& first,
                         const std::string& last) {
    const std::string entry = moved_proof("W*V - Y'],['hypothesis','s*s*Y - Y");
    return outcome(
        moved_claim("W*V", v, w, kTarget + hypothesis("s*s*Y = Y") + hypothesis("s != 0"), "every", "det(P) < 0"),
        "proved", replaced(entry, "['1','I',0,'I']", "['" + first + "','I',0,'I'],['" + last + "','I',1,'I']"));
  };
  for (const std::string& result :
       {proved("s*P*V", "s*W*inv(P)", "s*s", "1"), proved("P*V/s", "W*inv(P)/s", "1/s^2", "-1/s^2")}) {
    INFO(result);
    CHECK(rejected(result, "transport", "the sign of a scalar in an image is not known"));
  }
}

TEST_CASE("points that a network, a target or an image does not reach") {
  const auto refuted = [](const std::string& network, const std::string& target, const std::string& x,
                          const std::string& y, const std::string& p) {
    const std::string zero = "[['0','0'],['0','0']]";
    const auto value = [&](const std::string& number) { return number == "0" ? zero : kUnit; };
    return outcome(replaced(moved_claim(network, "P*V", "W*inv(P)", "", "every", ""), "target = \"Y\"",
                            "target = \"" + target + "\""),
                   "refuted",
                   "{'instance':0,'model':{'X':" + value(x) + ",'Q':" + kUnit + ",'Y':" + value(y) +
                       ",'P':" + value(p) + ",'s':[['1']],'V':" + kUnit + ",'W':" + kUnit +
                       "},'to':{'V':[['-1','0'],['0','1']],'W':[['-1',"
                       "'0'],['0','1']]}}");
  };
  CHECK(accepted(refuted("W*V", "Y", "1", "1", "0")));
  CHECK(accepted(refuted("W*V", "Y", "1", "1", "1")));
  CHECK(rejected(refuted("W*V*inv(X)*X", "Y", "0", "1", "0"), "transport", "the model does not solve"));
  CHECK(rejected(refuted("W*V", "inv(Y)*Y", "1", "0", "0"), "transport", "the model does not solve"));
}

TEST_CASE("weights that are no square factors, or stand in a determinant") {
  const auto one_weight = [](const std::string& network) {
    const auto value = [](const std::string& key, const std::string& name, const std::string& rows) {
      return "[[same-component." + key + "]]\nname = \"" + name + "\"\nrows = " + rows + "\n";
    };
    const std::string wide = "[[\"1\", \"0\", \"0\"], [\"0\", \"1\", \"0\"]]";
    return claim_text("same-component", matrix("W", "weight", "2", "3") + matrix("D", "data", "3", "2") +
                                            matrix("X", "data", "2", "2") + matrix("Y", "target", "2", "2") +
                                            "[same-component]\nnetwork = \"" + network +
                                            "\"\ntarget = \"Y\"\nconnected = \"yes\"\n" +
                                            value("value", "D", "[[\"1\", \"0\"], [\"0\", \"1\"], [\"0\", \"0\"]]") +
                                            value("value", "X", "[[\"1\", \"0\"], [\"0\", \"1\"]]") +
                                            value("value", "Y", "[[\"1\", \"0\"], [\"0\", \"1\"]]") +
                                            value("from", "W", wide) + value("to", "W", wide));
  };
  CHECK(rejected(outcome(one_weight("W*D*X"), "proved", "{}"), "same-component", "W is not one square factor"));
  CHECK(rejected(outcome(one_weight("det(W*D)*X"), "proved", "{}"), "same-component", "no square product"));
}

TEST_CASE("what two points in one component rest on") {
  const auto numbers = [](const std::string& connected, const std::string& v) {
    const auto value = [](const std::string& key, const std::string& name, const std::string& number) {
      return "[[same-component." + key + "]]\nname = \"" + name + "\"\nrows = [[\"" + number + "\"]]\n";
    };
    return claim_text("same-component", matrix("V", "weight", "1", "1") + matrix("W", "weight", "1", "1") +
                                            matrix("Y", "target", "1", "1") +
                                            "[same-component]\nnetwork = \"W*V\"\ntarget = \"Y\"\nconnected = \"" +
                                            connected + "\"\n" + value("value", "Y", "1") + value("from", "V", "1") +
                                            value("from", "W", "1") + value("to", "V", v) + value("to", "W", v));
  };
  const std::string graph = "graph of a continuous map";
  const std::string between = "intermediate value theorem";
  CHECK(trusts(numbers("yes", "1"), "proved", "{}", graph));
  CHECK_FALSE(trusts(numbers("yes", "1"), "proved", "{}", between));
  CHECK(trusts(numbers("no", "-1"), "proved", "{}", between));
  CHECK_FALSE(trusts(numbers("no", "-1"), "proved", "{}", graph));
}

TEST_CASE("the signs of more than twelve matrices are not gone through") {
  const auto many = [](int weights, int elements) {
    std::string text = "[dimensions]\nn = [1]\n" +
                       matrix("W", "weight", "n", "n", "i = 1.." + std::to_string(weights)) +
                       matrix("P", "group", "n", "n", "i = 1.." + std::to_string(elements)) +
                       matrix("Y", "target", "n", "n") + hypothesis("det(Y) != 0") + "[transport]\nnetwork = \"";
    std::string names;
    for (int i = weights; i > 0; --i) text += (i < weights ? "*W[" : "W[") + std::to_string(i) + "]";
    for (int i = 1; i <= elements; ++i) names += (i > 1 ? ", \"P[" : "\"P[") + std::to_string(i) + "]\"";
    text += "\"\ntarget = \"Y\"\nchoice = \"every\"\npairs = \"all\"\nelements = [" + names + "]\n";
    for (int i = 1; i <= weights; ++i) {
      const std::string name = "W[" + std::to_string(i) + "]";
      text += "[[transport.image]]\nname = \"" + name + "\"\nvalue = \"" + name + "\"\n";
    }
    std::string network = text.substr(text.find("network = \"") + 11);
    network = network.substr(0, network.find('"'));
    return outcome(claim_text("transport", text), "proved",
                   "{'model':{'Y':[['1']]},'consequences':{'equations':[['hypothesis','" + network +
                       " - Y']],'cofactors':[['1','I',0,'I']]}}");
  };
  CHECK(accepted(many(1, 1)));
  CHECK(rejected(many(2, 2), "transport", "the signs of the image"));
  CHECK(rejected(many(13, 1), "transport", "more than 12 weights or elements"));
  CHECK(rejected(many(2, 13), "transport", "more than 12 weights or elements"));
}
