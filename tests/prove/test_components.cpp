#include <doctest/doctest.h>

#include "prove/claim_text.hpp"

using namespace isthmus;
using namespace isthmus::test;

namespace {

/// Two layers of size h with invertible data.
std::string two_layers(const std::string& h, const std::string& count) {
  return dimensions("h = [" + h + "]") + matrix("A", "weight", "h", "h") + matrix("B", "weight", "h", "h") +
         matrix("X", "data", "h", "h") + matrix("Y", "target", "h", "h") + hypothesis("det(X) != 0") +
         hypothesis("det(Y) != 0") + equation("components", "B*A*X", "Y", count);
}

/// One layer with skip: w3*(w2*w1 + e) = 1 for all e that the hypothesis admits.
std::string skip(const std::string& hypotheses, const std::string& count) {
  return matrix("W1", "weight", "1", "1") + matrix("W2", "weight", "1", "1") + matrix("W3", "weight", "1", "1") +
         scalar("e") + hypotheses + equation("components", "W3*(W2*W1 + e*I(1))", "I(1)", count);
}

}  // namespace

TEST_CASE("the right number is proved, each wrong one refuted with it") {
  CHECK(proof_of("components", two_layers("1, 2, 3", "count = \"2\"")).verdict == Verdict::proved);
  CHECK(proof_of("components", two_layers("2", "at-most = \"2\"")).verdict == Verdict::proved);
  CHECK(proof_of("components", two_layers("2", "at-least = \"2\"")).verdict == Verdict::proved);
  for (const std::string count :
       {"count = \"1\"", "count = \"3\"", "at-most = \"1\"", "at-least = \"3\"", "count = \"0\""}) {
    CAPTURE(count);
    const Proof proof = proof_of("components", two_layers("2", count));
    CHECK(proof.verdict == Verdict::refuted);
    CHECK(joined(proof.witness).find("has exactly 2 components") != std::string::npos);
    CHECK(joined(proof.witness).find("A = [[") != std::string::npos);
  }
}

TEST_CASE("one false instance refutes the claim, and is named") {
  const std::string count = "count = \"2*h^2 - 6*h + 6\"";  // 2, 2, 6 for h = 1, 2, 3
  const Proof proof = proof_of("components", two_layers("1, 2, 3", count));
  CHECK(proof.verdict == Verdict::refuted);
  REQUIRE(!proof.witness.empty());
  CHECK(proof.witness[0] == "h=3");
}

TEST_CASE("hypotheses without a model") {
  const std::string contradiction = hypothesis("e > 1") + hypothesis("e < 1");
  CHECK(proof_of("components", skip(contradiction, "count = \"3\"")).verdict == Verdict::vacuous);
  const std::string square = hypothesis("e^2 + 1 = 0");
  CHECK(proof_of("components", skip(square, "count = \"3\"")).verdict == Verdict::vacuous);
  const std::string wide = dimensions("h = [2]\nN = [1]") + matrix("W", "weight", "h", "h") +
                           matrix("X", "data", "h", "N") + matrix("Y", "target", "h", "N") + hypothesis("rank(X) = h") +
                           equation("components", "W*X", "Y", "count = \"1\"");
  CHECK(proof_of("components", wide).verdict == Verdict::vacuous);
}

TEST_CASE("parameters: every admitted value counts") {
  CHECK(proof_of("components", skip(hypothesis("e != 0"), "count = \"3\"")).verdict == Verdict::proved);
  CHECK(proof_of("components", skip(hypothesis("e < 0"), "count = \"3\"")).verdict == Verdict::proved);
  CHECK(proof_of("components", skip(hypothesis("e = 0"), "count = \"4\"")).verdict == Verdict::proved);
  CHECK(proof_of("components", skip("", "at-most = \"4\"")).verdict == Verdict::proved);
  const Proof everywhere = proof_of("components", skip("", "count = \"3\""));
  CHECK(everywhere.verdict == Verdict::refuted);
  CHECK(joined(everywhere.witness).find("e = 0") != std::string::npos);
  const Proof closed = proof_of("components", skip(hypothesis("e >= 0"), "count = \"3\""));
  CHECK(closed.verdict == Verdict::refuted);
  CHECK(proof_of("components", skip(hypothesis("e^2 >= 1"), "count = \"3\"")).verdict == Verdict::proved);
}

TEST_CASE("hypotheses that tie parameters together bind the witness") {
  const std::string tied = matrix("W1", "weight", "1", "1") + matrix("W2", "weight", "1", "1") +
                           matrix("W3", "weight", "1", "1") + matrix("X", "data", "1", "1") + scalar("e") +
                           hypothesis("det(X) != 0") + hypothesis("e*det(X) = det(X)^2 + 1");
  const std::string network = equation("components", "W3*(W2*W1*X + e*X)", "X", "count = \"3\"");
  CHECK(proof_of("components", tied + network).verdict == Verdict::proved);  // e = X + 1/X is never 0
}

TEST_CASE("an inverse that may not exist leaves the claim undecided") {
  const std::string body = matrix("W", "weight", "1", "1") + matrix("X", "data", "1", "1") +
                           equation("components", "W*inv(X)", "I(1)", "count = \"1\"");
  const Proof proof = proof_of("components", body);
  CHECK(proof.verdict == Verdict::undecided);
  CHECK(proof.reason.find("inv(X)") != std::string::npos);
}

TEST_CASE("a computation that is given up leaves the claim undecided, with the reason") {
  const Progress stop = [](std::string_view, std::size_t) { throw Undecided("the time is over"); };
  const Claim claim = claim_of("components",
                               "[components]\nvariables = [\"x\", \"y\", \"z\"]\nset = \"x^2*z^2 + 2*y*z != x and "
                               "x^2 + y^2 + z^2 != 4\"\nat-least = \"1\"\n");
  CHECK(prove(claim).verdict == Verdict::proved);
  const Proof proof = prove(claim, stop);
  CHECK(proof.verdict == Verdict::undecided);
  CHECK(proof.reason.find("the time is over") != std::string::npos);
}

TEST_CASE("sets with parameters") {
  const std::string head = "[components]\nparameters = [\"e\"]\nvariables = [\"x\", \"y\"]\nset = \"x*y = e\"\n";
  CHECK(proof_of("components", head + "assumption = \"e != 0\"\ncount = \"2\"\n").verdict == Verdict::proved);
  CHECK(proof_of("components", head + "assumption = \"e > 0 and e < 0\"\ncount = \"2\"\n").verdict == Verdict::vacuous);
  const Proof all = proof_of("components", head + "count = \"2\"\n");
  CHECK(all.verdict == Verdict::refuted);
  CHECK(joined(all.witness).find("at e=0") != std::string::npos);
  CHECK(joined(all.witness).find("exactly 1 component") != std::string::npos);
}

TEST_CASE("products are counted as a whole") {
  const std::string factors =
      "[[factor]]\nvariables = [\"x\"]\nset = \"x != 0\"\ncount = \"2\"\n[[factor]]\nvariables = [\"y\"]\nset = \"y^2 "
      "!= 1\"\ncount = \"3\"\n";
  const Proof proved = proof_of("product", factors + "[product]\ncount = \"6\"\n");
  CHECK(proved.verdict == Verdict::proved);
  CHECK(has_step(proved, "count-as-a-whole"));
  CHECK(proof_of("product", factors + "[product]\ncount = \"5\"\n").verdict == Verdict::refuted);
  const std::string wrong =
      "[[factor]]\nvariables = [\"x\"]\nset = \"x != 0\"\ncount = \"1\"\n[product]\ncount = \"2\"\n";
  CHECK(proof_of("product", wrong).verdict == Verdict::refuted);
  const std::string closed =
      "[[factor]]\nvariables = [\"x\"]\nset = \"x^2 = 1\"\ncount = \"2\"\n[[factor]]\nvariables = [\"y\"]\nset = \"y > "
      "0\"\ncount = \"1\"\n[product]\ncount = \"2\"\n";
  CHECK(proof_of("product", closed).verdict == Verdict::proved);
}

TEST_CASE("least squares") {
  const std::string head = dimensions("h = [1, 2]\nN = [3]") + matrix("A", "weight", "h", "h") +
                           matrix("B", "weight", "h", "h") + matrix("X", "data", "h", "N") +
                           matrix("Y", "target", "h", "N");
  const std::string both = hypothesis("det(X*T(X)) != 0") + hypothesis("det(Y*T(X)) != 0");
  CHECK(proof_of("argmin", head + both + equation("argmin", "B*A*X", "Y", "count = \"2\"")).verdict == Verdict::proved);
  CHECK(proof_of("argmin", head + both + equation("argmin", "B*A*X", "Y", "count = \"1\"")).verdict ==
        Verdict::refuted);
  const std::string count = equation("argmin", "B*A*X", "Y", "count = \"2\"");
  CHECK(proof_of("argmin", head + hypothesis("det(X*T(X)) != 0") + count).verdict != Verdict::proved);
  // det(Y*T(X)) != 0 forces the rank of X.
  CHECK(proof_of("argmin", head + hypothesis("det(Y*T(X)) > 0") + count).verdict == Verdict::proved);
}

TEST_CASE("least squares that no weights attain stay undecided") {
  const std::string narrow = dimensions("h = [2]\nN = [3]") + matrix("A", "weight", "1", "h") +
                             matrix("B", "weight", "h", "1") + matrix("X", "data", "h", "N") +
                             matrix("Y", "target", "h", "N") + hypothesis("rank(X) = h") +
                             hypothesis("det(Y*T(X)) != 0");
  for (const std::string count : {"count = \"0\"", "count = \"1\"", "count = \"2\""}) {
    CHECK(proof_of("argmin", narrow + equation("argmin", "B*A*X", "Y", count)).verdict == Verdict::undecided);
  }
}
