#include <doctest/doctest.h>

#include "checker/claims.hpp"

using namespace isthmus::check::test;

namespace {

std::string space_condition(const std::string& space, const std::string& text) {
  return "[[" + space + ".condition]]\ntext = \"" + text + "\"\n";
}
std::string space(const std::string& name, const std::string& coordinate, const std::string& conditions) {
  return "[" + name + "]\ncoordinates = [\"" + coordinate + "\"]\n" + conditions;
}
std::string assignment(const std::string& map, const std::string& name, const std::string& value) {
  return "[[" + map + "]]\nname = \"" + name + "\"\nvalue = \"" + value + "\"\n";
}

}  // namespace

TEST_CASE("identities by words") {
  const std::string group = "[dimensions]\nn = [2]\n" + matrix("A", "data", "n", "n") + matrix("g", "group", "n", "n") +
                            hypothesis("det(g) != 0");
  const std::string claim = identity_claim(group, "A*inv(g)*(g*A)", "A*A");
  const std::string proof = "{'model':{'g':[['1','0'],['0','1']]},'eliminate':[]}";
  CHECK(accepted(outcome(claim, "proved", proof)));
  CHECK(outcome(claim, "proved", proof, "all dimensions").find("and in all other dimensions") != std::string::npos);
  CHECK(rejected(outcome(claim, "proved", "{'model':{},'eliminate':[]}"), "model", "no value is given for g"));
  CHECK(rejected(outcome(claim, "proved", replaced(proof, "['0','1']", "['0','0']")), "model", "a hypothesis fails"));
  CHECK(rejected(outcome(claim, "proved", replaced(proof, "'eliminate'", "'more':1,'eliminate'")), "encoding",
                 "unknown key"));
  CHECK(rejected(outcome(identity_claim(group, "A*inv(g)*(g*A)", "A"), "proved", proof), "identity",
                 "not seen to be equal"));
  CHECK(rejected(outcome(identity_claim(group, "inv(A)*A", "I(n)"), "proved", proof), "identity",
                 "not seen to be defined"));
  CHECK(rejected(outcome(claim, "proved", proof + "," + proof), "instances", "expected 1 entries"));
  CHECK(rejected(outcome(claim, "proved", proof, "everywhere"), "encoding", "unknown scope"));
}

TEST_CASE("identities with what hypotheses eliminate") {
  const std::string declarations = matrix("A", "data", "2", "2") + matrix("B", "data", "2", "2") + scalar("s") +
                                   hypothesis("s*A = s*B*B") + hypothesis("s != 0");
  const std::string claim = identity_claim(declarations, "A*B", "B*A");
  const std::string unit = "[['1','0'],['0','1']]";
  const std::string model = "'model':{'A':" + unit + ",'B':" + unit + ",'s':[['1']]}";
  const auto with = [&](const std::string& list) {
    return outcome(claim, "proved", "{" + model + ",'eliminate':[" + list + "]}");
  };
  CHECK(accepted(with("['A','B*B']")));
  CHECK(rejected(with(""), "identity", "not seen to be equal"));
  CHECK(rejected(with("['A','B']"), "eliminate", "no equation gives A = B"));
  CHECK(rejected(with("['A','A']"), "eliminate", "the value mentions A"));
  CHECK(rejected(with("['A','B*B'],['B','A']"), "eliminate", "the value mentions A"));
  CHECK(rejected(with("['A*B','B*B']"), "eliminate", "not the name"));
  CHECK(rejected(with("['A','s']"), "eliminate", "the shapes differ"));
  CHECK(rejected(with("['A','B*B*inv(B)*B']"), "eliminate", "not seen to exist"));
  const std::string any_factor = identity_claim(replaced(declarations, hypothesis("s != 0"), ""), "A*B", "B*A");
  CHECK(
      rejected(outcome(any_factor, "proved", "{" + model + ",'eliminate':[['A','B*B']]}"), "eliminate", "no equation"));
}

TEST_CASE("identities by entries hold for the sizes at hand only") {
  const std::string declarations =
      "[dimensions]\nn = [1]\n" + matrix("A", "data", "n", "n") + matrix("B", "data", "n", "n");
  const std::string claim = identity_claim(declarations, "A*B", "B*A");
  const std::string proof = "{'model':{},'eliminate':[],'entries':true}";
  CHECK(accepted(outcome(claim, "proved", proof)));
  CHECK(rejected(outcome(claim, "proved", proof, "all dimensions"), "identity", "by words only"));
  CHECK(rejected(outcome(claim, "proved", replaced(proof, "'entries'", "'note':1,'entries'")), "encoding",
                 "unknown key 'note'"));
  CHECK(rejected(outcome(claim, "proved", "{'model':{},'eliminate':[]}"), "identity", "not seen to be equal"));
  CHECK(rejected(outcome(claim, "proved", "{'model':{},'eliminate':[],'entries':false}"), "identity", "by words only"));
  const std::string larger = identity_claim(replaced(declarations, "[1]", "[2]"), "A*B", "B*A");
  CHECK(rejected(outcome(larger, "proved", proof), "identity", "not seen to be equal"));
}

TEST_CASE("nothing is claimed for sizes that were not looked at") {
  // Two instances of one form, both true; with n = 2 the statement is false.
  const std::string transposes = identity_claim(
      "[dimensions]\nn = [1]\nm = [1, 2]\n" + matrix("X", "data", "n", "n") + matrix("Z", "data", "m", "m"),
      "T(X) + 0*X", "X");
  const std::string entry = "{'model':{},'eliminate':[]}";
  CHECK(accepted(outcome(transposes, "proved", entry + "," + entry)));
  CHECK(rejected(outcome(transposes, "proved", entry + "," + entry, "all dimensions"), "identity",
                 "not seen to be equal"));
  const std::string projection = identity_claim("[dimensions]\nn = [1]\nm = [1]\n" + matrix("A", "data", "n", "m") +
                                                    matrix("B", "data", "m", "n") + hypothesis("det(A*B) != 0"),
                                                "B*inv(A*B)*A", "I(m)");
  const std::string model = "{'model':{'A':[['1']],'B':[['1']]},'eliminate':[]}";
  CHECK(accepted(outcome(projection, "proved", model)));
  CHECK(rejected(outcome(projection, "proved", model, "all dimensions"), "identity", "not seen to be equal"));
  const std::string number = identity_claim("[dimensions]\nn = [2]\n" + matrix("A", "data", "n", "n"), "n*A", "2*A");
  CHECK(accepted(outcome(number, "proved", entry)));
  CHECK(rejected(outcome(number, "proved", entry, "all dimensions"), "scope", "stated dimensions only"));
}

TEST_CASE("an identity is refuted where the sides differ or are not defined") {
  const std::string declarations = matrix("A", "data", "2", "2") + matrix("B", "data", "2", "2") + hypothesis("A != 0");
  const std::string claim = identity_claim(declarations, "A*B", "B*A");
  const std::string one = "[['0','1'],['0','0']]";
  const std::string other = "[['0','0'],['1','0']]";
  const auto at = [](const std::string& a, const std::string& b) {
    return "{'instance':0,'model':{'A':" + a + ",'B':" + b + "}}";
  };
  CHECK(accepted(outcome(claim, "refuted", at(one, other))));
  CHECK(rejected(outcome(claim, "refuted", at(one, one)), "identity", "both sides are equal"));
  CHECK(rejected(outcome(claim, "refuted", replaced(at(one, other), "'model'", "'note':1,'model'")), "encoding",
                 "unknown key 'note'"));
  CHECK(rejected(outcome(claim, "refuted", at("[['0','0'],['0','0']]", other)), "model", "a hypothesis fails"));
  CHECK(rejected(outcome(claim, "refuted", "{'instance':0,'model':{'A':" + one + "}}"), "model",
                 "no value is given for B"));
  CHECK(rejected(outcome(claim, "refuted", replaced(at(one, other), "'instance':0,", "")), "encoding",
                 "'instance' is missing"));
  CHECK(accepted(outcome(identity_claim(declarations, "inv(A)*A", "I(2)"), "refuted", at(one, other))));
}

TEST_CASE("maps that are inverse to each other") {
  const std::string declarations = "[dimensions]\nn = [2]\n" + matrix("g", "group", "n", "n") +
                                   matrix("W", "weight", "n", "n") + matrix("V", "weight", "n", "n") +
                                   matrix("Y", "target", "n", "n") + hypothesis("det(Y) != 0");
  const std::string domain = space("domain", "g", space_condition("domain", "det(g) != 0"));
  const std::string codomain = "[codomain]\ncoordinates = [\"V\", \"W\"]\n" + space_condition("codomain", "V*W = Y");
  const std::string maps =
      assignment("forward", "W", "g") + assignment("forward", "V", "Y*inv(g)") + assignment("backward", "g", "W");
  const std::string body = declarations + domain + codomain + maps;
  const std::string proof = "{'model':{'Y':[['1','0'],['0','1']]},'domain':[],'codomain':[['Y','V*W']]}";
  const auto proved = [&](const std::string& text, const std::string& certificate) {
    return outcome(claim_text("inverse-maps", text), "proved", certificate);
  };
  CHECK(accepted(proved(body, proof)));
  CHECK(accepted(outcome(claim_text("inverse-maps", body), "proved", proof, "all dimensions")));
  CHECK(rejected(proved(body, replaced(proof, "'0','1'", "'0','0'")), "model", "a hypothesis fails"));
  CHECK(rejected(proved(body, replaced(proof, "'domain'", "'note':1,'domain'")), "encoding", "unknown key 'note'"));
  CHECK(rejected(proved(body, replaced(proof, "['Y','V*W']", "")), "inverse-maps", "condition on det(W)"));
  CHECK(rejected(proved(body, replaced(proof, "'V*W'", "'W*V'")), "eliminate", "no equation"));
  CHECK(
      rejected(proved(replaced(body, "Y*inv(g)", "inv(g)*Y"), proof), "inverse-maps", "the image is not seen to meet"));
  CHECK(rejected(proved(replaced(body, space_condition("domain", "det(g) != 0"), ""), proof), "inverse-maps",
                 "to be defined"));
  CHECK(rejected(proved(replaced(body, assignment("backward", "g", "W"), assignment("backward", "g", "2*W")), proof),
                 "inverse-maps", "is not seen to be g"));
  // A wrong way back, refuted on either side.
  const std::string wrong = claim_text(
      "inverse-maps", matrix("x", "group", "1", "1") + matrix("y", "group", "1", "1") + space("domain", "x", "") +
                          space("codomain", "y", space_condition("codomain", "det(y) > 0")) +
                          assignment("forward", "y", "x*x + I(1)") + assignment("backward", "x", "inv(y)"));
  const auto at = [](const std::string& side, const std::string& values) {
    return "{'instance':0,'model':{" + values + "},'side':'" + side + "'}";
  };
  CHECK(accepted(outcome(wrong, "refuted", at("domain", "'x':[['1']]"))));
  CHECK(rejected(outcome(wrong, "refuted", at("codomain", "'y':[['-1']]")), "model", "a hypothesis fails"));
  CHECK(accepted(outcome(wrong, "refuted", at("codomain", "'y':[['2']]"))));
  CHECK(rejected(outcome(wrong, "refuted", at("domain", "'x':[['1']],'y':[['1']]")), "model", "no matrix y"));
  CHECK(rejected(outcome(wrong, "refuted", at("both", "'x':[['1']]")), "encoding", "\"domain\" or \"codomain\""));
  const std::string right =
      claim_text("inverse-maps", matrix("x", "group", "1", "1") + matrix("y", "group", "1", "1") +
                                     space("domain", "x", "") + space("codomain", "y", "") +
                                     assignment("forward", "y", "2*x") + assignment("backward", "x", "y/2"));
  CHECK(rejected(outcome(right, "refuted", at("domain", "'x':[['1']]")), "inverse-maps", "do what they should"));
}

TEST_CASE("covers") {
  const std::string equations = matrix("W", "weight", "1", "1", "i = 1..2") + matrix("Y", "target", "1", "1") +
                                hypothesis("Y != 0") + "[cover]\nnetwork = \"W[2]*W[1]\"\ntarget = \"Y\"\n";
  const auto part = [](const std::string& name, const std::string& conditions) {
    return "[[cover.part]]\nname = \"" + name + "\"\nconditions = [" + conditions + "]\n";
  };
  const std::string body =
      equations + part("a", "\"det(W[1]) > 0\"") + part("b", "\"det(W[1]) < 0\", \"W[2] = Y*inv(W[1])\"");
  // W[1] is not seen to be invertible by the hypotheses alone.
  const std::string node = "{'rule':'contradiction','factors':['W1','W2*W1-Y','Y']}";
  const std::string proof = "{'model':{'Y':[['1']]},'proofs':[" + node + "," + node + "]}";
  CHECK(rejected(outcome(claim_text("cover", body), "proved", proof), "cover", "an inverse in a part"));
  const std::string claim = claim_text("cover", replaced(body, ", \"W[2] = Y*inv(W[1])\"", ""));
  const std::string cases =
      "{'rule':'cases','factors':[],'cases':[['W1=0',{'rule':'consequence','equation':'Y','cofactors':[['-1','W2*W1-Y']"
      ","
      "['W2','W1']],'then':{'rule':'contradiction','factors':[]}}]]}";
  const std::string one = "{'model':{'Y':[['1']]},'proofs':[" + cases + "]}";
  const std::string result = outcome(claim, "proved", one);
  INFO(result);
  CHECK(rejected(result, "cases", ""));  // Y and W2*W1 - Y are no products of variables
  const std::string with_factor = replaced(one, "'factors':[],'cases'", "'factors':['W1*W2-Y'],'cases'");
  const std::string again = outcome(
      claim, "proved", replaced(with_factor, "'contradiction','factors':[]", "'contradiction','factors':['W1*W2-Y']"));
  INFO(again);
  CHECK(accepted(again));
  CHECK(rejected(outcome(claim, "proved", "{'model':{'Y':[['1']]},'proofs':[]}"), "cover", "expected 1 proofs"));
  CHECK(rejected(outcome(claim, "proved", "{'note':1,'model':{'Y':[['1']]},'proofs':[]}"), "encoding",
                 "unknown key 'note'"));
  CHECK(rejected(outcome(claim, "proved", replaced(one, "'1'", "'0'")), "model", "a hypothesis fails"));
  const std::string false_claim = claim_text("cover", equations + part("a", "\"det(W[1]) > 0\""));
  const auto at = [](const std::string& first, const std::string& second) {
    return "{'instance':0,'model':{'W[1]':[['" + first + "']],'W[2]':[['" + second + "']],'Y':[['2']]}}";
  };
  CHECK(accepted(outcome(false_claim, "refuted", at("-1", "-2"))));
  CHECK(rejected(outcome(false_claim, "refuted", replaced(at("-1", "-2"), "'model'", "'note':1,'model'")), "encoding",
                 "unknown key 'note'"));
  CHECK(rejected(outcome(false_claim, "refuted", at("1", "2")), "cover", "all conditions of a part"));
  CHECK(
      rejected(outcome(false_claim, "refuted", replaced(at("-1", "0"), "'2'", "'0'")), "model", "a hypothesis fails"));
  CHECK(rejected(outcome(false_claim, "refuted", replaced(at("-1", "-2"), "'W[1]':[['-1']],", "")), "model",
                 "no value is given for W[1]"));
  CHECK(rejected(
      outcome(claim_text("cover", replaced(replaced(body, "W[2]*W[1]", "W[2]*W[1]*inv(Y)*Y"), "Y != 0", "Y = Y")),
              "proved", proof),
      "cover", "an inverse in the network is not seen to exist"));
  CHECK(rejected(outcome(false_claim, "refuted", at("-1", "2")), "cover", "does not solve"));
  CHECK(rejected(outcome(claim, "refuted", at("-1", "-2")), "cover", "all conditions of a part"));
}
