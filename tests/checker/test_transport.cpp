#include <doctest/doctest.h>

#include "checker/claims.hpp"
#include "checker/nodes.hpp"

using namespace isthmus::check::test;

namespace {

const std::string kMirror = "[['-1','0'],['0','1']]";
const std::string kZero = "[['0','0'],['0','0']]";

std::string declarations(const std::string& n) {
  return "[dimensions]\nn = [" + n + "]\n" + matrix("V", "weight", "n", "n") + matrix("W", "weight", "n", "n") +
         matrix("P", "group", "n", "n") + matrix("X", "data", "n", "n") + matrix("Y", "target", "n", "n");
}
const std::string kRegular = hypothesis("det(X) != 0") + hypothesis("det(Y) != 0");

std::string image(const std::string& name, const std::string& value) {
  return "[[transport.image]]\nname = \"" + name + "\"\nvalue = \"" + value + "\"\n";
}
std::string table(const std::string& choice, const std::string& pairs, const std::string& network = "W*V*X") {
  return "[transport]\nnetwork = \"" + network + "\"\ntarget = \"Y\"\nchoice = \"" + choice + "\"\npairs = \"" + pairs +
         "\"\nelements = [\"P\"]\n";
}
std::string target_condition(const std::string& text) { return "[[transport.condition]]\ntext = \"" + text + "\"\n"; }
const std::string kImages = image("V", "P*V") + image("W", "W*inv(P)");

std::string permutations(const std::string& n = "2") {
  return claim_text("transport", declarations(n) + kRegular + table("some permutations", "all") + kImages);
}
std::string every(const std::string& pairs, const std::string& conditions, const std::string& images = kImages) {
  return claim_text("transport", declarations("2") + kRegular + table("every", pairs) + conditions + images);
}
std::string proof(const std::string& model, const std::string& equations = "['hypothesis','W*V*X - Y']",
                  const std::string& cofactors = "['1','I',0,'I']") {
  return "{'model':{" + model + "},'consequences':{'equations':[" + equations + "],'cofactors':[" + cofactors + "]}}";
}
const std::string kModel = "'X':" + kUnit + ",'Y':" + kUnit;

std::string counterexample(const std::string& v, const std::string& w, const std::string& v2, const std::string& w2,
                           const std::string& more = "") {
  return "{'instance':0,'model':{" + kModel + more + ",'V':" + v + ",'W':" + w + "},'to':{'V':" + v2 + ",'W':" + w2 +
         "}}";
}

}  // namespace

TEST_CASE("permutations join all pairs of minima") {
  CHECK(accepted(outcome(permutations(), "proved", proof(kModel))));
  CHECK(rejected(outcome(permutations(), "proved", proof(kModel, "", "")), "consequences", "do not add up"));
  CHECK(rejected(outcome(permutations(), "proved", replaced(proof(kModel), "'model'", "'note':1,'model'")), "encoding",
                 "unknown key 'note'"));
  CHECK(rejected(outcome(permutations(), "proved", proof("")), "model", "no value is given for X"));
  CHECK(rejected(outcome(permutations(), "proved", proof(replaced(kModel, kUnit, kZero))), "model", "fails"));
  CHECK(rejected(outcome(permutations(), "proved", proof(kModel), "all dimensions"), "scope", "stated dimensions"));
  // Of size 1 there is one permutation only.
  const std::string numbers = "'X':[['1']],'Y':[['1']]";
  CHECK(rejected(outcome(permutations("1"), "proved", proof(numbers)), "transport", "the signs of the image"));
  // W*V*X = Y is preserved by (P*V, W*inv(P)), not by (V*P, inv(P)*W).
  const std::string printed = replaced(replaced(permutations(), "P*V", "V*P"), "W*inv(P)", "inv(P)*W");
  CHECK(rejected(outcome(printed, "proved", proof(kModel)), "consequences", "do not add up"));
}

TEST_CASE("what the signs of a set mean rests on its form") {
  const std::string claim = permutations();
  const auto network = [&](const std::string& text) { return replaced(claim, "\"W*V*X\"", "\"" + text + "\""); };
  const std::string twice = "['hypothesis','W*V*X*V - Y']";
  CHECK(rejected(outcome(network("W*V*X*V"), "proved", proof(kModel, twice)), "transport", "not one square factor"));
  CHECK(rejected(outcome(network("W*V*X + W"), "proved", proof(kModel)), "transport", "the network is no product"));
  CHECK(rejected(outcome(network("W*V*T(X)*X"), "proved", proof(kModel)), "consequences", "not seen to be zero"));
  const std::string grams = "['hypothesis','W*V*T(X)*X - Y']";
  CHECK(accepted(outcome(network("W*V*T(X)*X"), "proved", proof(kModel, grams))));
  CHECK(rejected(outcome(replaced(claim, hypothesis("det(X) != 0"), ""), "proved", proof(kModel)), "transport",
                 "not seen to be invertible"));
  CHECK(rejected(outcome(replaced(claim, hypothesis("det(Y) != 0"), ""), "proved", proof(kModel)), "transport",
                 "not seen to be invertible"));
  CHECK(rejected(outcome(network("W*T(V)*X"), "proved", proof(kModel, "['hypothesis','W*T(V)*X - Y']")), "transport",
                 "not one square factor"));
  CHECK(outcome(network("W*V*P*X"), "proved", proof(kModel)).starts_with("invalid"));
}

TEST_CASE("every choice that conditions leave") {
  const std::string g = ",'P':" + kMirror;
  CHECK(
      accepted(outcome(every("in different components", target_condition("det(P) < 0")), "proved", proof(kModel + g))));
  CHECK(rejected(outcome(every("in different components", target_condition("det(P) < 0")), "proved", proof(kModel)),
                 "model", "no value is given for P"));
  CHECK(rejected(outcome(every("in different components", target_condition("det(P) < 0")), "proved",
                         proof(kModel + ",'P':" + kUnit)),
                 "model", "fails"));
  CHECK(rejected(outcome(every("all", target_condition("det(P) < 0")), "proved", proof(kModel + g)), "transport",
                 "the signs of the image"));
  CHECK(
      rejected(outcome(every("in different components", target_condition("det(P) != 0")), "proved", proof(kModel + g)),
               "transport", "the signs of the image"));
  // Without the condition inv(P) need not exist.
  CHECK(rejected(outcome(every("in different components", ""), "proved", proof(kModel)), "consequences",
                 "not seen to exist"));
  const std::string sum = image("V", "(P + P)*V") + image("W", "W*inv(P + P)");
  CHECK(accepted(
      outcome(every("in different components", target_condition("det(P) < 0"), sum), "proved", proof(kModel + g))));
  const std::string shifted = image("V", "(P + X)*V") + image("W", "W*inv(P + X)");
  const std::string shift = target_condition("det(P + X) < 0");
  CHECK(rejected(outcome(every("in different components", shift, shifted), "proved",
                         proof(kModel + ",'P':[['-2','0'],['0','0']]")),
                 "transport", "an image is no product"));
  CHECK(outcome(every("all", target_condition("det(P*V) < 0")), "proved", proof(kModel + g)).starts_with("invalid"));
}

TEST_CASE("factors of an image are square") {
  // The signs of A and B, of the sizes 2 x 3 and 3 x 2, mean nothing, although A*B is invertible.
  const std::string claim =
      claim_text("transport", declarations("2") + matrix("A", "data", "2", "3") + matrix("B", "data", "3", "2") +
                                  kRegular + hypothesis("det(A*B) > 0") + table("every", "all") + image("V", "A*B*V") +
                                  image("W", "W*inv(A*B)"));
  const std::string values = ",'A':[['1','0','0'],['0','1','0']],'B':[['1','0'],['0','1'],['0','0']]";
  CHECK(rejected(outcome(claim, "proved", proof(kModel + values)), "transport", "a factor of an image is not square"));
}

TEST_CASE("the signs of parameters in an image come from hypotheses") {
  const std::string by_data = image("V", "X*P*V") + image("W", "W*inv(P)*inv(X)");
  const std::string claim = every("in different components", target_condition("det(P) < 0"), by_data);
  const std::string g = ",'P':" + kMirror;
  CHECK(rejected(outcome(claim, "proved", proof(kModel + g)), "transport", "the sign of det(X) is not known"));
  const std::string positive = replaced(claim, "det(X) != 0", "det(X) > 0");
  CHECK(accepted(outcome(positive, "proved", proof(kModel + g))));
  const std::string negative = replaced(claim, "det(X) != 0", "det(X) < 0");
  CHECK(rejected(outcome(negative, "proved", proof(replaced(kModel, kUnit, kMirror) + g)), "transport",
                 "the signs of the image"));
  const std::string opposite = replaced(negative, "det(P) < 0", "det(P) > 0");
  CHECK(accepted(outcome(opposite, "proved", proof(replaced(kModel, kUnit, kMirror) + ",'P':" + kUnit))));
}

TEST_CASE("a claim about permutations is refuted by two points and all permutations") {
  const std::string printed = replaced(replaced(permutations(), "P*V", "V*P"), "W*inv(P)", "inv(P)*W");
  const std::string stretch = "[['1','0'],['0','2']]";
  const std::string mirrored = "[['-1','0'],['0','2']]";
  const std::string entry =
      replaced(counterexample(kUnit, stretch, kMirror, mirrored), "'Y':" + kUnit, "'Y':" + stretch);
  CHECK(accepted(outcome(printed, "refuted", entry)));
  CHECK(rejected(outcome(permutations(), "refuted", entry), "transport", "the image has the signs"));
  CHECK(rejected(outcome(printed, "refuted", replaced(entry, "'to':{'V':" + kMirror + ",", "'to':{")), "model",
                 "no value is given for V"));
  CHECK(rejected(outcome(printed, "refuted", replaced(entry, "'to'", "'note':1,'to'")), "encoding", "key 'note'"));
  CHECK(rejected(outcome(printed, "refuted", replaced(entry, "'V':" + kUnit, "'V':" + stretch)), "transport",
                 "the model does not solve"));
  CHECK(rejected(outcome(printed, "refuted", replaced(entry, "'to':{'V':" + kMirror, "'to':{'V':" + kUnit)),
                 "transport", "the other point does not solve"));
  CHECK(rejected(outcome(printed, "refuted", replaced(entry, "'W':" + stretch + "}", "'P':" + kUnit + "}")), "model",
                 "there is no matrix P"));
  const std::string apart = replaced(printed, "pairs = \"all\"", "pairs = \"in different components\"");
  CHECK(accepted(outcome(apart, "refuted", entry)));
  const std::string swapped = "[['0','1'],['1','0']]";
  const std::string together =
      replaced(replaced(entry, "'to':{'V':" + kMirror, "'to':{'V':" + kUnit), mirrored, stretch);
  CHECK(rejected(outcome(apart, "refuted", together), "transport", "not seen to lie in different components"));
  CHECK(rejected(outcome(printed, "refuted", together), "transport", "the image has the signs"));
  CHECK(accepted(outcome(permutations("1"), "refuted",
                         "{'instance':0,'model':{'X':[['1']],'Y':[['1']],'V':[['1']],'W':[['1']]},"
                         "'to':{'V':[['-1']],'W':[['-1']]}}")));
}

TEST_CASE("a claim about every choice is refuted by one") {
  const std::string claim = every("in different components", target_condition("det(P) != 0"));
  const std::string two = counterexample(kUnit, kUnit, kMirror, kMirror, ",'P':" + kUnit);
  CHECK(accepted(outcome(claim, "refuted", two)));
  CHECK(rejected(outcome(claim, "refuted", replaced(two, "'P':" + kUnit, "'P':" + kMirror)), "transport",
                 "the image has the signs"));
  CHECK(rejected(outcome(claim, "refuted", replaced(two, "'P':" + kUnit, "'P':" + kZero)), "model", "fails"));
  CHECK(rejected(outcome(claim, "refuted", counterexample(kUnit, kUnit, kMirror, kMirror)), "model",
                 "no value is given for P"));
  const std::string singular = replaced(replaced(claim, hypothesis("det(Y) != 0"), ""), hypothesis("det(X) != 0"), "");
  CHECK(rejected(
      outcome(singular, "refuted",
              replaced(counterexample(kZero, kUnit, kUnit, kZero, ",'P':" + kUnit), "'Y':" + kUnit, "'Y':" + kZero)),
      "transport", "the target is singular"));
}

namespace {

std::string pair(const std::string& connected, const std::string& v, const std::string& w,
                 const std::string& network = "W*V*X", const std::string& y = "[[\"1\", \"0\"], [\"0\", \"1\"]]") {
  const auto value = [](const std::string& key, const std::string& name, const std::string& rows) {
    return "[[same-component." + key + "]]\nname = \"" + name + "\"\nrows = " + rows + "\n";
  };
  const std::string one = "[[\"1\", \"0\"], [\"0\", \"1\"]]";
  return claim_text("same-component", matrix("V", "weight", "2", "2") + matrix("W", "weight", "2", "2") +
                                          matrix("X", "data", "2", "2") + matrix("Y", "target", "2", "2") +
                                          "[same-component]\nnetwork = \"" + network +
                                          "\"\ntarget = \"Y\"\nconnected = \"" + connected + "\"\n" +
                                          value("value", "X", one) + value("value", "Y", y) + value("from", "V", one) +
                                          value("from", "W", y) + value("to", "V", v) + value("to", "W", w));
}
const std::string kTurn = "[[\"0\", \"-1\"], [\"1\", \"0\"]]";
const std::string kTurnBack = "[[\"0\", \"1\"], [\"-1\", \"0\"]]";
const std::string kSwap = "[[\"0\", \"1\"], [\"1\", \"0\"]]";

}  // namespace

TEST_CASE("two points lie in one component iff the signs of the determinants agree") {
  CHECK(accepted(outcome(pair("yes", kTurn, kTurnBack), "proved", "{}")));
  CHECK(accepted(outcome(pair("no", kTurn, kTurnBack), "refuted", "{'instance':0}")));
  CHECK(rejected(outcome(pair("no", kTurn, kTurnBack), "refuted", "{'note':1,'instance':0}"), "encoding",
                 "unknown key 'note'"));
  CHECK(accepted(outcome(pair("no", kSwap, kSwap), "proved", "{}")));
  CHECK(accepted(outcome(pair("yes", kSwap, kSwap), "refuted", "{'instance':0}")));
  CHECK(rejected(outcome(pair("no", kTurn, kTurnBack), "proved", "{}"), "same-component", "say otherwise"));
  CHECK(rejected(outcome(pair("yes", kSwap, kSwap), "proved", "{}"), "same-component", "say otherwise"));
  CHECK(rejected(outcome(pair("no", kSwap, kSwap), "refuted", "{'instance':0}"), "same-component", "what is claimed"));
  CHECK(rejected(outcome(pair("yes", kTurn, kTurnBack), "proved", "{'path':[]}"), "encoding", "unknown key"));
}

TEST_CASE("the signs of determinants tell components of square products only") {
  const auto point = [](const std::string& key, const std::string& name) {
    return "[[same-component." + key + "]]\nname = \"" + name + "\"\nrows = [[\"1\", \"2\"]]\n";
  };
  const std::string claim =
      claim_text("same-component", matrix("W", "weight", "1", "2") + matrix("Y", "target", "1", "2") +
                                       "[same-component]\nnetwork = \"W\"\ntarget = \"Y\"\nconnected = \"yes\"\n" +
                                       point("value", "Y") + point("from", "W") + point("to", "W"));
  CHECK(rejected(outcome(claim, "proved", "{}"), "same-component", "the network is no square product"));
}

TEST_CASE("a claim about points that are none is false") {
  for (const std::string connected : {"yes", "no"}) {
    CHECK(rejected(outcome(pair(connected, kTurn, kTurn), "proved", "{}"), "same-component", "no point of the set"));
    const std::string from = "[[same-component.from]]\nname = \"V\"\nrows = ";
    const std::string other = replaced(pair(connected, kTurn, kTurnBack), from + "[[\"1\"", from + "[[\"2\"");
    CHECK(rejected(outcome(other, "proved", "{}"), "same-component", "no point of the set"));
    CHECK(accepted(outcome(other, "refuted", "{'instance':0}")));
    CHECK(accepted(outcome(pair(connected, kTurn, kTurn), "refuted", "{'instance':0}")));
  }
  const std::string sum = pair("yes", kTurn, kTurnBack, "W*V*X + 0*W");
  CHECK(accepted(outcome(pair("yes", kTurn, kTurnBack, "2*W*V*X*(1/2)"), "proved", "{}")));
  CHECK(rejected(outcome(sum, "proved", "{}"), "same-component", "not one square factor"));
  CHECK(rejected(
      outcome(pair("yes", "[[\"0\", \"0\"], [\"0\", \"0\"]]", kTurn, "W*V*X", "[[\"0\", \"0\"], [\"0\", \"0\"]]"),
              "proved", "{}"),
      "same-component", "the target is singular"));
  CHECK(outcome(pair("perhaps", kTurn, kTurnBack), "proved", "{}").starts_with("invalid"));
  CHECK(outcome(pair("yes", "[[\"0\", \"-1\"]]", kTurnBack), "proved", "{}").starts_with("invalid"));
}
