#include <doctest/doctest.h>

#include "checker/claims.hpp"
#include "checker/nodes.hpp"

using namespace isthmus::check::test;

namespace {

std::string distance(const std::string& rows, const std::string& columns, const std::string& inner,
                     const std::string& hypotheses = "") {
  return claim_text("distance", matrix("A", "data", rows, columns) + hypotheses +
                                    "[distance]\nproduct = \"A\"\ninner = \"" + inner + "\"\n");
}
std::string exponentials(const std::string& n, const std::string& factors, const std::string& hypotheses) {
  return claim_text("exponentials", "[dimensions]\nn = [" + n + "]\n" + matrix("g", "group", "n", "n") + hypotheses +
                                        "[exponentials]\nmatrix = \"g\"\nfactors = \"" + factors + "\"\n");
}
const std::string kPositive = hypothesis("det(g) > 0");
std::string model(const std::string& name, const std::string& value) {
  return "'model':{'" + name + "':" + value + "}";
}
std::string refuted_at(const std::string& g, const std::string& more = "") {
  return "{'instance':0," + model("g", g) + more + "}";
}

std::string continuity(const std::string& declarations, const std::string& value) {
  return claim_text("continuity", declarations + "[continuity]\nvalue = \"" + value + "\"\n");
}
std::string jump(const std::string& point, const std::string& direction) {
  return "{'instance':0,'model':{'S':" + point + "},'direction':{'S':" + direction + "}}";
}
const std::string kSquare = matrix("S", "data", "2", "2");
const std::string kNull = "[['0','0'],['0','0']]";

}  // namespace

TEST_CASE("points far from a set of products") {
  CHECK(accepted(outcome(distance("2", "3", "2"), "proved", "{'model':{}}")));
  CHECK(rejected(outcome(distance("2", "3", "1"), "proved", "{'model':{}}"), "distance", "may be empty"));
  const std::string one = "[['1','0'],['0','0']]";
  CHECK(accepted(outcome(distance("2", "2", "1", hypothesis("rank(A) = 1")), "proved", "{" + model("A", one) + "}")));
  CHECK(accepted(outcome(distance("2", "2", "1", hypothesis("rank(A) <= 1")), "proved", "{" + model("A", one) + "}")));
  CHECK(rejected(outcome(distance("2", "2", "1", hypothesis("rank(A) >= 1")), "proved", "{" + model("A", one) + "}"),
                 "distance", "may be empty"));
  CHECK(rejected(outcome(distance("2", "2", "1", hypothesis("rank(A) = 1")), "proved", "{" + model("A", kUnit) + "}"),
                 "model", "fails"));
  CHECK(accepted(outcome(distance("2", "2", "1"), "refuted", "{'instance':0," + model("A", kUnit) + "}")));
  CHECK(rejected(outcome(distance("2", "2", "1"), "refuted", "{'instance':0," + model("A", one) + "}"), "distance",
                 "not empty"));
  CHECK(rejected(outcome(distance("2", "2", "1", hypothesis("rank(A) <= 1")), "refuted",
                         "{'instance':0," + model("A", kUnit) + "}"),
                 "model", "fails"));
  CHECK(rejected(outcome(distance("2", "2", "2"), "proved", "{'model':{}}", "all dimensions"), "scope", "stated"));
}

TEST_CASE("products of exponentials") {
  const std::string entry = "{" + model("g", kUnit) + "}";
  CHECK(accepted(outcome(exponentials("2", "2", kPositive), "proved", entry)));
  CHECK(accepted(outcome(exponentials("2", "2", kPositive), "proved", entry, "all dimensions")));
  CHECK(rejected(outcome(exponentials("2", "1", kPositive), "proved", entry), "exponentials", "one factor"));
  const std::string number = "{" + model("g", "[['2']]") + "}";
  CHECK(accepted(outcome(exponentials("1", "1", kPositive), "proved", number)));
  CHECK(rejected(outcome(exponentials("1", "1", kPositive), "proved", number, "all dimensions"), "exponentials",
                 "one factor"));
  CHECK(rejected(outcome(exponentials("2", "2", hypothesis("det(g) != 0")), "proved", entry), "exponentials",
                 "no hypothesis"));
  CHECK(rejected(outcome(exponentials("2", "2", hypothesis("det(g) > -1")), "proved", entry), "exponentials",
                 "no hypothesis"));
  CHECK(rejected(outcome(exponentials("2", "2", kPositive), "proved", "{'model':{}}"), "model", "no value"));
}

TEST_CASE("matrices without a real logarithm") {
  const std::string claim = exponentials("2", "1", kPositive);
  const std::string diagonal = "[['-1','0'],['0','-2']]";
  const std::string half_turn = "[['-1','0'],['0','-1']]";
  const std::string jordan = "[['-1','1'],['0','-1']]";
  const auto blocks = [](const std::string& eigenvalue, const std::string& size) {
    return ",'eigenvalue':'" + eigenvalue + "','size':" + size;
  };
  CHECK(accepted(outcome(claim, "refuted", refuted_at(diagonal, blocks("-1", "1")))));
  CHECK(accepted(outcome(claim, "refuted", refuted_at(diagonal, blocks("-2", "1")))));
  CHECK(accepted(outcome(claim, "refuted", refuted_at(jordan, blocks("-1", "2")))));
  CHECK(rejected(outcome(claim, "refuted", refuted_at(half_turn, blocks("-1", "1"))), "exponentials", "even"));
  CHECK(rejected(outcome(claim, "refuted", refuted_at(jordan, blocks("-1", "1"))), "exponentials", "even"));
  CHECK(rejected(outcome(claim, "refuted", refuted_at(diagonal, blocks("-3", "1"))), "exponentials", "even"));
  CHECK(rejected(outcome(claim, "refuted", refuted_at("[['1','0'],['0','2']]", blocks("1", "1"))), "exponentials",
                 "not negative"));
  CHECK(rejected(outcome(claim, "refuted", refuted_at(diagonal, blocks("-1", "0"))), "exponentials", "size 0"));
  CHECK(rejected(outcome(claim, "refuted", refuted_at(diagonal)), "exponentials", "the determinant is positive"));
  CHECK(rejected(outcome(claim, "refuted", refuted_at("[['-1','0'],['0','1']]", blocks("-1", "1"))), "model", "fails"));
  const std::string two = exponentials("2", "2", kPositive);
  CHECK(rejected(outcome(two, "refuted", refuted_at(diagonal, blocks("-1", "1"))), "exponentials", "one factor only"));
  const std::string any = exponentials("2", "2", hypothesis("det(g) != 0"));
  CHECK(accepted(outcome(any, "refuted", refuted_at("[['-1','0'],['0','1']]"))));
  CHECK(accepted(outcome(exponentials("2", "1", ""), "refuted", refuted_at(kNull))));
}

TEST_CASE("expressions without pseudo-inverses are continuous") {
  CHECK(accepted(outcome(continuity(kSquare, "leaky(1/10, S*S) + T(S)"), "proved", "{'model':{}}")));
  const std::string regular = kSquare + hypothesis("det(S) != 0");
  const std::string unit = "{" + model("S", kUnit) + "}";
  CHECK(accepted(outcome(continuity(regular, "inv(S)*leaky(2, S)"), "proved", unit)));
  CHECK(rejected(outcome(continuity(kSquare, "inv(S)"), "proved", "{'model':{}}"), "continuity", "not seen to exist"));
  CHECK(rejected(outcome(continuity(regular, "pinv(S)"), "proved", unit), "continuity", "pseudo-inverse"));
}

TEST_CASE("a ray along which the value jumps") {
  const std::string one = "[['1','0'],['0','0']]";
  const std::string moved = "[['0','0'],['0','1']]";
  const std::string projection = continuity(kSquare, "S*pinv(S)");
  CHECK(accepted(outcome(continuity(kSquare, "pinv(S)"), "refuted", jump(one, moved))));
  CHECK(accepted(outcome(projection, "refuted", jump(one, moved))));
  CHECK(accepted(outcome(projection, "refuted", jump(one, kUnit))));
  CHECK(rejected(outcome(projection, "refuted", jump(kUnit, moved)), "continuity", "tends to that"));
  CHECK(rejected(outcome(continuity(kSquare, "S*pinv(S)*S"), "refuted", jump(one, moved)), "continuity",
                 "tends to that"));
  CHECK(outcome(projection, "refuted", jump(one, one))
            .starts_with("declined: certificate.instances[0]: an inverse does not exist along"));
  CHECK(rejected(outcome(projection, "refuted", jump(one, "[['0','1']]")), "model", "S is 2 x 2"));
  const std::string equation = continuity(kSquare + hypothesis("S*S = S"), "S*pinv(S)");
  CHECK(rejected(outcome(equation, "refuted", jump(one, moved)), "continuity", "not strict"));
  const std::string ranked = continuity(kSquare + hypothesis("rank(S) > 0"), "S*pinv(S)");
  CHECK(rejected(outcome(ranked, "refuted", jump(one, moved)), "continuity", "not strict"));
  CHECK(rejected(outcome(continuity(kSquare, "inv(S)"), "refuted", jump(one, moved)), "continuity",
                 "not defined at the model"));
  const std::string open = continuity(kSquare + hypothesis("trace(S) > 0"), "S*pinv(S)");
  CHECK(accepted(outcome(open, "refuted", jump(one, moved))));
  CHECK(rejected(outcome(open, "refuted", jump(kNull, moved)), "model", "fails"));
}

TEST_CASE("rays see the side from which a rectifier is entered") {
  // leaky(1/10, S) is singular at S = [[1,-10],[-10,1]], where S is not.
  const std::string claim = continuity(kSquare + hypothesis("det(S) != 0"), "S*pinv(leaky(1/10, S))");
  const std::string point = "[['1','-10'],['-10','1']]";
  CHECK(accepted(outcome(claim, "refuted", jump(point, kUnit))));
  CHECK(rejected(outcome(claim, "refuted", jump("[['1','-10'],['-10','2']]", kUnit)), "continuity", "tends to that"));
  // At 0 the slope depends on the direction, the value does not.
  const std::string steps = continuity(kSquare, "leaky(1/10, S)");
  CHECK(rejected(outcome(steps, "refuted", jump(kNull, "[['1','-1'],['0','2']]")), "continuity", "tends to that"));
}
