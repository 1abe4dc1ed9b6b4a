#include <doctest/doctest.h>

#include "prove/claim_text.hpp"

using namespace isthmus;
using namespace isthmus::test;

namespace {

std::string square(const std::string& names, const std::string& sizes) {
  std::string text = dimensions("h = [" + sizes + "]");
  for (const char name : names) text += matrix(std::string(1, name), name == 'g' ? "group" : "data", "h", "h");
  return text;
}

Verdict exponentials(const std::string& size, const std::string& condition, const std::string& factors) {
  return proof_of("exponentials", square("g", size) + hypothesis(condition) +
                                      "[exponentials]\nmatrix = \"g\"\nfactors = \"" + factors + "\"\n")
      .verdict;
}

Proof inequality(const std::string& head, const std::string& left, const std::string& right,
                 const std::string& squares) {
  return proof_of("inequality", head + "[inequality]\nleft = \"" + left + "\"\nright = \"" + right + "\"\nsquares = [" +
                                    squares + "]\n");
}

/// Two layers, W' and W joined by g -> (g W1, W2 inv(g)); `last` is the value for W2.
Verdict transported(const std::string& size, const std::string& pairs, const std::string& condition,
                    const std::string& last = "W2*inv(g)", const std::string& data = "det(X) != 0") {
  return proof_of("transport",
                  dimensions("h = [" + size + "]") + matrix("W1", "weight", "h", "h") +
                      matrix("W2", "weight", "h", "h") + matrix("X", "data", "h", "h") +
                      matrix("g", "group", "h", "h") + hypothesis(data) +
                      "[transport]\nnetwork = \"W2*W1\"\ntarget = \"X\"\nchoice = \"every\"\npairs = \"" + pairs +
                      "\"\nelements = [\"g\"]\n[[transport.condition]]\ntext = \"" + condition +
                      "\"\n[[transport.image]]\nname = \"W1\"\nvalue = \"g*W1\"\n[[transport.image]]\nname = "
                      "\"W2\"\nvalue = \"" +
                      last + "\"\n")
      .verdict;
}

}  // namespace

TEST_CASE("transport: true and false variants of Lemma 5.1") {
  CHECK(transported("2", "in different components", "det(g) < 0") == Verdict::proved);
  CHECK(transported("2", "all", "det(g) < 0") == Verdict::refuted);
  CHECK(transported("2", "in different components", "det(g) > 0") == Verdict::refuted);
  CHECK(transported("2", "in different components", "det(g) != 0") == Verdict::refuted);
  CHECK(transported("2", "in different components", "det(g) < 0", "W2") == Verdict::refuted);
  CHECK(transported("1", "in different components", "det(g) < 0") == Verdict::proved);
  // Without det(X) != 0 the set is no graph over GL_h.
  CHECK(transported("2", "in different components", "det(g) < 0", "W2*inv(g)", "X != 0") == Verdict::undecided);
}

TEST_CASE("exponentials") {
  CHECK(exponentials("1", "det(g) > 0", "1") == Verdict::proved);
  CHECK(exponentials("2", "det(g) > 0", "1") == Verdict::refuted);
  CHECK(exponentials("3", "det(g) > 0", "2") == Verdict::proved);
  CHECK(exponentials("3", "det(g) != 0", "2") == Verdict::refuted);
  CHECK(exponentials("1", "det(g) < 0", "1") == Verdict::refuted);
  CHECK(exponentials("2", "g = I(h)", "1") == Verdict::undecided);
}

TEST_CASE("inequalities: the squares must fit") {
  const std::string head = square("AB", "2");
  CHECK(inequality(head, "0", "trace(T(A)*A)", "\"A\"").verdict == Verdict::proved);
  CHECK(inequality(head, "2*trace(T(A)*B)", "trace(T(A)*A) + trace(T(B)*B)", "\"A - B\"").verdict == Verdict::proved);
  CHECK(inequality(head, "2*trace(T(A)*B)", "trace(T(A)*A) + trace(T(B)*B)", "\"A + B\"").verdict != Verdict::refuted);
  CHECK(inequality(head, "3*trace(T(A)*B)", "trace(T(A)*A) + trace(T(B)*B)", "\"A - B\"").verdict == Verdict::refuted);
  CHECK(inequality(head, "trace(A*A)", "trace(T(A)*A)", "").verdict != Verdict::refuted);
  CHECK(inequality(head, "trace(T(A)*A)", "trace(A*A)", "").verdict == Verdict::refuted);
}

TEST_CASE("continuity") {
  const auto continuity = [](const std::string& value, const std::string& condition) {
    return proof_of("continuity",
                    square("Ag", "2") + hypothesis(condition) + "[continuity]\nvalue = \"" + value + "\"\n")
        .verdict;
  };
  CHECK(continuity("leaky(1/2, A)*inv(g)", "det(g) != 0") == Verdict::proved);
  CHECK(continuity("pinv(A)", "det(g) != 0") == Verdict::refuted);
  CHECK(continuity("A*pinv(A)", "det(g) != 0") == Verdict::refuted);
  CHECK(continuity("A*pinv(A)*A", "det(g) != 0") == Verdict::undecided);  // continuous: no jump, and no proof
  CHECK(continuity("pinv(A)", "A = 0") == Verdict::undecided);            // a constant there
  CHECK(continuity("inv(g)", "g = g") == Verdict::undecided);
}

TEST_CASE("distances: S must not be empty") {
  const auto distance = [](const std::string& inner, const std::string& condition) {
    return proof_of("distance", square("A", "3") + hypothesis(condition) + "[distance]\nproduct = \"A\"\ninner = \"" +
                                    inner + "\"\n")
        .verdict;
  };
  CHECK(distance("3", "A = A") == Verdict::proved);
  CHECK(distance("1", "A = A") == Verdict::refuted);
  CHECK(distance("1", "rank(A) = 1") == Verdict::proved);
  CHECK(distance("2", "rank(A) <= 2") == Verdict::proved);
  CHECK(distance("2", "rank(A) = 3") == Verdict::refuted);
}

TEST_CASE("scopes: all dimensions are shown for sizes that all differ") {
  const auto scope = [](const std::string& sizes, const std::string& condition, const std::string& right) {
    const Proof proof = proof_of("identity", dimensions(sizes) + matrix("S", "data", "h", "k") + hypothesis(condition) +
                                                 "[identity]\nleft = \"pinv(S)*S\"\nright = \"" + right + "\"\n");
    CHECK(proof.verdict == Verdict::proved);
    return proof.scope;
  };
  CHECK(scope("h = [3]\nk = [2]", "det(T(S)*S) != 0", "I(k)") == Scope::all_dimensions);
  CHECK(scope("h = [2, 3]\nk = [1, 2]", "S = S", "T(pinv(S)*S)") == Scope::all_dimensions);
  // A rank is a number, which is full at these sizes only; so is the size of I(2).
  CHECK(scope("h = [3]\nk = [2]", "rank(S) = 2", "I(k)") == Scope::all);
  CHECK(scope("h = [3]\nk = [2]", "det(T(S)*S) != 0", "I(2)") == Scope::all);
  const auto bound = [](const std::string& left, const std::string& right, const std::string& square) {
    return inequality(dimensions("h = [2]") + matrix("A", "data", "h", "h") + matrix("B", "data", "h", "h"), left,
                      right, square);
  };
  CHECK(bound("2*trace(T(A)*B)", "trace(T(A)*A) + trace(T(B)*B)", "\"A - B\"").scope == Scope::all_dimensions);
  const Proof size = bound("2*trace(A) - 2", "trace(T(A)*A)", "\"A - I(h)\"");
  CHECK(size.verdict == Verdict::proved);
  CHECK(size.scope == Scope::all);
  const auto exponentials_of = [](const std::string& hypotheses) {
    return proof_of("exponentials", square("g", "2") + hypotheses + "[exponentials]\nmatrix = \"g\"\nfactors = \"2\"\n")
        .scope;
  };
  CHECK(exponentials_of(hypothesis("det(g) > 0")) == Scope::all_dimensions);
  CHECK(exponentials_of(hypothesis("det(g) > 0") + hypothesis("g != I(2)")) == Scope::all);
}

TEST_CASE("an inverse that may not exist proves nothing") {
  const std::string head = square("AB", "2");
  CHECK(inequality(head, "0", "trace(T(A)*A)", "\"B*inv(B)*A\"").verdict == Verdict::undecided);
  CHECK(inequality(head + hypothesis("det(B) != 0"), "0", "trace(T(A)*A)", "\"B*inv(B)*A\"").verdict ==
        Verdict::proved);
  const auto points = [](const std::string& data) {
    return proof_of("transport",
                    dimensions("h = [2]") + matrix("W1", "weight", "h", "h") + matrix("W2", "weight", "h", "h") +
                        matrix("X", "data", "h", "h") + matrix("g", "group", "h", "h") + hypothesis(data) +
                        "[transport]\nnetwork = \"W2*W1*inv(X)\"\ntarget = \"I(h)\"\nchoice = \"every\"\npairs = "
                        "\"in different components\"\nelements = [\"g\"]\n[[transport.condition]]\ntext = "
                        "\"det(g) < 0\"\n[[transport.image]]\nname = \"W1\"\nvalue = "
                        "\"g*W1\"\n[[transport.image]]\nname = \"W2\"\nvalue = \"W2*inv(g)\"\n")
        .verdict;
  };
  CHECK(points("det(X) != 0") == Verdict::proved);
  CHECK(points("X = X") == Verdict::undecided);
}
