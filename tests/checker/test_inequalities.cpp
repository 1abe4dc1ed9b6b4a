#include <doctest/doctest.h>

#include "checker/claims.hpp"
#include "checker/nodes.hpp"

using namespace isthmus::check::test;

namespace {

std::string inequality(const std::string& declarations, const std::string& left, const std::string& right) {
  return claim_text("inequality", declarations + "[inequality]\nleft = \"" + left + "\"\nright = \"" + right + "\"\n");
}
std::string consequences(const std::string& equations, const std::string& cofactors) {
  return "'consequences':{'equations':[" + equations + "],'cofactors':[" + cofactors + "]}";
}

const std::string kSizes = "[dimensions]\nn = [2]\nk = [3]\n";
const std::string kMatrices = matrix("A", "data", "n", "k") + matrix("B", "data", "n", "k");

}  // namespace

TEST_CASE("a sum of squares shows an inequality in all dimensions") {
  const std::string claim = inequality(kSizes + kMatrices, "2*trace(T(A)*B)", "trace(T(A)*A) + trace(T(B)*B)");
  const auto with = [&](const std::string& square, const std::string& scope) {
    return outcome(claim, "proved", "{'model':{},'squares':['" + square + "']," + consequences("", "") + "}", scope);
  };
  CHECK(accepted(with("A - B", "all")));
  CHECK(accepted(with("A - B", "all dimensions")));
  CHECK(accepted(with("T(B) - T(A)", "all dimensions")));
  CHECK(rejected(with("A + B", "all"), "consequences", "do not add up"));
  CHECK(rejected(with("A - T(B)", "all"), "encoding", "different shapes"));
  CHECK(rejected(with("A - C", "all"), "encoding", "'C' is not declared"));
  CHECK(rejected(outcome(claim, "proved", "{'model':{},'squares':[]," + consequences("", "") + "}"), "consequences",
                 "do not add up"));
  CHECK(rejected(outcome(claim, "proved", "{'model':{}," + consequences("", "") + "}"), "encoding", "key"));
  CHECK(rejected(outcome(claim, "proved", "{'note':1,'model':{},'squares':['A - B']," + consequences("", "") + "}"),
                 "encoding", "unknown key 'note'"));
}

TEST_CASE("the trace of the identity is its size, in the stated dimensions only") {
  const std::string claim =
      inequality("[dimensions]\nn = [2]\n" + matrix("A", "data", "n", "n"), "2*trace(A) - 2", "trace(T(A)*A)");
  const std::string entry = "{'model':{},'squares':['A - I(n)']," + consequences("", "") + "}";
  const std::string names = replaced(entry, "I(n)", "I(2)");
  CHECK(accepted(outcome(claim, "proved", names)));
  CHECK(outcome(claim, "proved", names, "all dimensions")
            .starts_with("declined: certificate.instances[0]: the trace of the identity"));
  const std::string wrong = replaced(claim, "2*trace(A) - 2", "2*trace(A) - 1");
  CHECK(rejected(outcome(wrong, "proved", names), "consequences", "do not add up"));
}

// J*B*A = I - J*A*B for J = inv(A*B + B*A), so the trace of A*J*B, which is that of J*B*A, is 2 - trace(J*A*B).
TEST_CASE("traces of words that a rotation shortens to the identity") {
  const std::string declarations = "[dimensions]\nn = [2]\n" + matrix("A", "data", "n", "n") +
                                   matrix("B", "data", "n", "n") + hypothesis("det(A*B + B*A) != 0");
  const std::string j = "inv(A*B + B*A)";
  const std::string entry = "{'model':{'A':" + kUnit + ",'B':" + kUnit + "}," + consequences("", "") + "}";
  const auto claim = [&](const std::string& size) {
    return identity_claim(declarations, "trace(A*" + j + "*B)", size + " - trace(" + j + "*A*B)");
  };
  CHECK(accepted(outcome(claim("2"), "proved", entry)));
  CHECK(rejected(outcome(claim("1"), "proved", entry), "consequences", "do not add up"));
  CHECK(outcome(claim("2"), "proved", entry, "all dimensions").starts_with("declined"));
}

TEST_CASE("an inequality by entries") {
  const std::string claim = inequality(scalar("x") + scalar("y") + hypothesis("y > 0"), "x*x", "x*x + y");
  const std::string entry = "{'model':{'y':[['1']]},'proof':{'rule':'contradiction','factors':[]}}";
  CHECK(accepted(outcome(claim, "proved", entry)));
  CHECK(rejected(outcome(claim, "proved", replaced(entry, "'1'", "'-1'")), "model", "a hypothesis fails"));
  CHECK(rejected(outcome(claim, "proved", replaced(entry, "'proof'", "'note':1,'proof'")), "encoding",
                 "unknown key 'note'"));
  CHECK(rejected(outcome(claim, "proved", entry, "all dimensions"), "inequality", "by words only"));
  CHECK(rejected(outcome(replaced(claim, "x*x + y", "x*x - y"), "proved", entry), "contradiction", ""));
  const std::string traces = inequality(matrix("A", "data", "2", "2"), "-trace(A)*trace(A)", "0");
  CHECK(accepted(outcome(traces, "proved", "{'model':{},'proof':{'rule':'contradiction','factors':['A_1_1+A_2_2']}}")));
  CHECK(outcome(traces, "proved", "{'model':{},'squares':[]," + consequences("", "") + "}")
            .starts_with("declined: certificate.instances[0]: a product of traces"));
}

TEST_CASE("an inequality is refuted by values") {
  const std::string claim = inequality(kSizes + kMatrices + hypothesis("A != 0"), "trace(T(A)*A)", "trace(T(A)*B)");
  const auto at = [](const std::string& a, const std::string& b) {
    return "{'instance':0,'model':{'A':" + a + ",'B':" + b + "}}";
  };
  const std::string one = "[['1','0','0'],['0','0','0']]";
  const std::string two = "[['2','0','0'],['0','0','0']]";
  const std::string zero = "[['0','0','0'],['0','0','0']]";
  CHECK(accepted(outcome(claim, "refuted", at(two, one))));
  CHECK(rejected(outcome(claim, "refuted", at(one, one)), "inequality", "it holds at the model"));
  CHECK(rejected(outcome(claim, "refuted", at(one, two)), "inequality", "it holds at the model"));
  CHECK(rejected(outcome(claim, "refuted", at(zero, one)), "model", "a hypothesis fails"));
  CHECK(rejected(outcome(claim, "refuted", "{'instance':0,'model':{'A':" + one + "}}"), "model", "no value"));
  CHECK(outcome(replaced(claim, "trace(T(A)*A)", "A"), "refuted", at(two, one)).starts_with("invalid"));
}

TEST_CASE("consequences of hypotheses") {
  const std::string matrices = matrix("P", "data", "n", "n") + matrix("F", "data", "m", "n");
  const std::string declarations = "[dimensions]\nn = [2]\nm = [3]\n" + matrices + hypothesis("P*P = P");
  const std::string claim = identity_claim(declarations, "F*P*P*P", "F*P");
  const std::string model = "'model':{'P':" + kUnit + "}";
  const auto with = [&](const std::string& equations, const std::string& cofactors, const std::string& scope) {
    return outcome(claim, "proved", "{" + model + "," + consequences(equations, cofactors) + "}", scope);
  };
  const std::string projection = "['hypothesis','P*P - P']";
  const std::string right = "['1','F',0,'P'],['1','F',0,'I']";
  CHECK(accepted(with(projection, right, "all")));
  CHECK(accepted(with(projection, right, "all dimensions")));
  CHECK(rejected(with(projection, "['1','F',0,'P']", "all"), "consequences", "do not add up"));
  CHECK(rejected(with(projection, "['1','F',0,'P'],['-1','F',0,'I']", "all"), "consequences", "do not add up"));
  CHECK(rejected(with("", right, "all"), "encoding", "0"));
  CHECK(rejected(with(projection, "['1','P',0,'P'],['1','F',0,'I']", "all"), "consequences", "different shapes"));
  CHECK(rejected(with(projection, "['P','F',0,'P']", "all"), "consequences", "no scalar"));
  CHECK(rejected(with(projection, "['1','F',0]", "all"), "encoding", "expected a coefficient"));
  CHECK(rejected(with("['hypothesis','P*P + P']", right, "all"), "consequences", "not seen to be zero"));
  CHECK(rejected(with("['hypothesis','F*P*P - F*P']", right, "all"), "consequences", "not seen to be zero"));
  CHECK(rejected(with("['transposed hypothesis','P*P - P']", right, "all"), "consequences", "not seen to be zero"));
  CHECK(rejected(with("['trust me','P*P - P']", right, "all"), "encoding", "unknown origin"));
  CHECK(rejected(with("['hypothesis']", right, "all"), "encoding", "expected an origin"));
  CHECK(rejected(with("['hypothesis','det(P)*P']", right, "all"), "consequences", "no matrix without determinants"));
  CHECK(rejected(with("['hypothesis','det(P)']", right, "all"), "consequences", "no matrix without determinants"));
  CHECK(rejected(with(projection, right + "],'note':[1", "all"), "encoding", "unknown key 'note'"));
  CHECK(accepted(
      outcome(identity_claim(declarations, "T(P)*T(P)", "T(P)"), "proved",
              "{" + model + "," + consequences("['transposed hypothesis','T(P)*T(P) - T(P)']", "['1','I',0,'I']") + "}",
              "all dimensions")));
}

TEST_CASE("consequences: of the hypotheses, only equations vanish") {
  const auto shown = [](const std::string& said, const std::string& entries) {
    const std::string claim = identity_claim(
        matrix("A", "data", "2", "2") + matrix("B", "data", "2", "2") + hypothesis("det(B)*A = 0") + hypothesis(said),
        "A", "0");
    return outcome(claim, "proved",
                   "{'model':{'A':" + entries + ",'B':[['0','0'],['0','0']]}," +
                       consequences("['hypothesis','A']", "['1','I',0,'I']") + "}");
  };
  CHECK(accepted(shown("A = 0", "[['0','0'],['0','0']]")));
  for (const std::string said : {"A != 0", "rank(A) = 2", "A = B", "2*A = B"})
    CHECK(rejected(shown(said, said.ends_with("B") ? "[['0','0'],['0','0']]" : kUnit), "consequences",
                   "A is not seen to be zero"));
}

TEST_CASE("traces are trusted to be those of rotated products only where there are traces") {
  const std::string rotated = "trace(A*B) = trace(B*A)";
  CHECK(trusts(inequality(kSizes + kMatrices, "2*trace(T(A)*B)", "trace(T(A)*A) + trace(T(B)*B)"), "proved",
               "{'model':{},'squares':['A - B']," + consequences("", "") + "}", rotated));
  CHECK_FALSE(trusts(identity_claim(kSizes + kMatrices, "A - A", "0"), "proved",
                     "{'model':{}," + consequences("", "") + "}", rotated));
}

TEST_CASE("coefficients and words are defined where they are used") {
  const std::string matrices = matrix("A", "data", "2", "2") + matrix("B", "data", "2", "2") + scalar("s");
  const std::string model = "'model':{'A':" + kUnit + ",'B':" + kUnit + ",'s':[['1']]}";
  const std::string proof = "{" + model + "," + consequences("['hypothesis','s*A - s*B']", "['1/s','I',0,'I']") + "}";
  const std::string with_unit = identity_claim(matrices + hypothesis("s*A = s*B") + hypothesis("s != 0"), "A", "B");
  CHECK(accepted(outcome(with_unit, "proved", proof)));
  CHECK(rejected(outcome(identity_claim(matrices + hypothesis("s*A = s*B"), "A", "B"), "proved", proof), "consequences",
                 "not seen to exist"));
  const std::string singular = identity_claim(matrices + hypothesis("A*A = A*B"), "A", "B");
  const std::string by_inverse = "{'model':{'A':" + kUnit + ",'B':" + kUnit + "}," +
                                 consequences("['hypothesis','A*A - A*B']", "['1','inv(A)',0,'I']") + "}";
  CHECK(rejected(outcome(singular, "proved", by_inverse), "consequences", "not seen to exist"));
  CHECK(accepted(outcome(identity_claim(matrices + hypothesis("A*A = A*B") + hypothesis("det(A) != 0"), "A", "B"),
                         "proved", by_inverse)));
}

TEST_CASE("the equations of Penrose") {
  const std::string declarations = "[dimensions]\nn = [3]\nk = [2]\n" + matrix("R", "data", "n", "k");
  const auto shown = [&](const std::string& left, const std::string& right, const std::string& origin,
                         const std::string& equation, const std::string& more = "",
                         const std::string& scope = "all dimensions") {
    return outcome(identity_claim(declarations + more, left, right), "proved",
                   "{'model':{" + std::string(more.empty() ? "" : "'R':[['1','0'],['0','1'],['0','0']]") + "}," +
                       consequences("['" + origin + "','" + equation + "']", "['1','I',0,'I']") + "}",
                   scope);
  };
  const std::string penrose = "pseudo-inverse";
  CHECK(accepted(shown("R*pinv(R)*R", "R", penrose, "R*pinv(R)*R - R")));
  CHECK(accepted(shown("pinv(R)*R*pinv(R)", "pinv(R)", penrose, "pinv(R)*R*pinv(R) - pinv(R)")));
  CHECK(accepted(shown("T(R*pinv(R))", "R*pinv(R)", penrose, "T(R*pinv(R)) - R*pinv(R)")));
  CHECK(accepted(shown("T(pinv(R)*R)", "pinv(R)*R", penrose, "T(pinv(R)*R) - pinv(R)*R")));
  CHECK(accepted(shown("pinv(T(R))*T(R)*pinv(T(R))", "T(pinv(R))", penrose, "T(pinv(R)*R*pinv(R)) - pinv(T(R))")));
  CHECK(rejected(shown("R*pinv(R)", "I(n)", penrose, "R*pinv(R) - I(3)"), "consequences", "not seen to be zero"));
  CHECK(rejected(shown("pinv(R)*R", "I(k)", "full rank", "pinv(R)*R - I(2)"), "consequences", "not seen to be zero"));
  CHECK(rejected(shown("R*pinv(R)*R", "2*R", penrose, "R*pinv(R)*R - 2*R"), "consequences", "not seen to be zero"));
  CHECK(rejected(shown("R*pinv(R)*R", "R", "hypothesis", "R*pinv(R)*R - R"), "consequences", "not seen to be zero"));
  const std::string columns = hypothesis("det(T(R)*R) != 0");
  CHECK(accepted(shown("pinv(R)*R", "I(k)", "full rank", "pinv(R)*R - I(2)", columns)));
  CHECK(rejected(shown("R*pinv(R)", "I(n)", "full rank", "R*pinv(R) - I(3)", columns), "consequences", "not seen"));
  CHECK(accepted(shown("pinv(R)*R", "I(k)", "full rank", "pinv(R)*R - I(2)", hypothesis("rank(R) = 2"), "all")));
  CHECK(rejected(shown("pinv(R)*R", "I(k)", "full rank", "pinv(R)*R - I(2)", hypothesis("rank(R) = 2")), "consequences",
                 "not seen to be zero"));
}

TEST_CASE("letters of functions are equal for equal arguments only") {
  const std::string matrices = matrix("A", "data", "2", "3") + matrix("B", "data", "2", "3") + scalar("s");
  const auto equal = [&](const std::string& left, const std::string& right) {
    return accepted(outcome(identity_claim(matrices, left, right), "proved", "{'model':{},'eliminate':[]}"));
  };
  CHECK(equal("pinv(A + B)", "pinv(B + A)"));
  CHECK(equal("T(pinv(A))", "pinv(T(A))"));
  CHECK(equal("leaky(1/10, T(A) + T(B))", "T(leaky(1/10, B + A))"));
  CHECK(equal("leaky(2*s, A)", "leaky(s + s, A)"));
  CHECK_FALSE(equal("pinv(2*A)", "pinv(A)"));
  CHECK_FALSE(equal("pinv(A - B)", "pinv(B - A)"));
  CHECK_FALSE(equal("pinv(A)", "T(A)"));
  CHECK_FALSE(equal("leaky(s, A)", "leaky(1/10, A)"));
  CHECK_FALSE(equal("leaky(1/10, 2*A)", "leaky(1/10, A)"));
  CHECK_FALSE(equal("leaky(1/10, A)", "A"));
}

TEST_CASE("what fits together at the sizes at hand shows nothing for others") {
  // C*(A*B - I)*D has a meaning for n = m only.
  const std::string declarations = "[dimensions]\nn = [1]\nm = [1]\nk = [1]\n" + matrix("A", "data", "n", "m") +
                                   matrix("B", "data", "m", "n") + matrix("C", "data", "k", "m") +
                                   matrix("D", "data", "m", "k") + hypothesis("A*B = I(n)");
  const std::string claim = identity_claim(declarations, "C*D", "0");
  const std::string one = "[['1']]";
  const std::string entry = "{'model':{'A':" + one + ",'B':" + one + "}," +
                            consequences("['hypothesis','A*B - I(1)']", "['1','C',0,'D'],['-1','C',0,'D']") + "}";
  CHECK(rejected(outcome(claim, "proved", entry), "consequences", "do not add up"));
  const std::string trivial = identity_claim(declarations, "C*D - C*D", "0");
  CHECK(accepted(outcome(trivial, "proved", entry)));
  CHECK(rejected(outcome(trivial, "proved", entry, "all dimensions"), "consequences",
                 "in some dimensions only: m and n"));
  const std::string square = inequality("[dimensions]\nn = [2]\nk = [2]\n" + kMatrices, "0", "trace(T(A)*A)");
  const auto squares = [&](const std::string& s) {
    return outcome(square, "proved", "{'model':{},'squares':[" + s + "]," + consequences("", "") + "}",
                   "all dimensions");
  };
  CHECK(accepted(squares("'A'")));
  CHECK(rejected(squares("'A','A*B - A*B'"), "consequences", "in some dimensions only"));
}

TEST_CASE("any sigmoid networks: the projection of F is not longer than F") {
  const std::string claim = claim_text(
      "sigmoid-networks", "[sigmoid-networks]\ncount = \"3\"\nsmallest = \"2\"\nlargest = \"4\"\nseed = \"1\"\n");
  const std::string symmetric = "['pseudo-inverse','T(pinv(R)*R) - pinv(R)*R']";
  const std::string projection = "['pseudo-inverse','pinv(R)*R*pinv(R) - pinv(R)']";
  const std::string f = "T(S)*T(U)*U*S";
  const std::string left = "['-2','I',0,'" + f + "*pinv(R)*R'],['-2','" + f + "',1,'R']";
  const std::string entry = "{'squares':['U*S*pinv(R)*R']," + consequences(symmetric + "," + projection, left) + "}";
  const std::string answer = outcome(claim, "proved", entry, "instances");
  INFO(answer);
  CHECK(accepted(answer));
  CHECK(accepted(outcome(claim, "proved", entry)));
  CHECK(rejected(outcome(claim, "proved", entry, "all dimensions"), "scope", "stated dimensions only"));
  CHECK(rejected(outcome(claim, "proved", replaced(entry, "'U*S*pinv(R)*R'", "")), "consequences", "do not add up"));
  CHECK(rejected(outcome(claim, "proved", replaced(entry, "'-2'", "'2'")), "consequences", "do not add up"));
  CHECK(rejected(outcome(claim, "proved", replaced(entry, "'squares'", "'note':1,'squares'")), "encoding",
                 "unknown key 'note'"));
  CHECK(rejected(outcome(claim, "refuted", "{'instance':0,'model':{}}"), "sigmoid-networks", "holds for all"));
  CHECK(outcome(replaced(claim, "smallest = \"2\"", "smallest = \"5\""), "proved", entry).starts_with("invalid"));
}
