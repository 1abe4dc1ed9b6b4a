#include <doctest/doctest.h>

#include "prove/claim_text.hpp"

using namespace isthmus;
using namespace isthmus::test;

namespace {

std::string symbol(const std::string& name, const std::string& rows, const std::string& columns,
                   bool permutation = false) {
  return "[[matrix]]\nname = \"" + name + "\"\nrows = \"" + rows + "\"\ncolumns = \"" + columns + "\"\n" +
         (permutation ? "role = \"permutation\"\n" : "");
}

/// W: p x n, V: n x d, X: d x N, P: n x n a permutation; scalars k > 0, c.
Proof homogeneous(const std::string& left, const std::string& right, const std::string& more = "",
                  const std::string& assume = "[\"k > 0\", \"c > 0\"]", const std::string& degree = "k") {
  return proof_of("homogeneous", symbol("W", "p", "n") + symbol("V", "n", "d") + symbol("X", "d", "N") +
                                     symbol("P", "n", "n", true) +
                                     "[homogeneous]\nscalars = [\"k\", \"c\"]\nassume = " + assume + "\ndegree = \"" +
                                     degree + "\"\n" + more + "left = \"" + left + "\"\nright = \"" + right + "\"\n");
}

}  // namespace

TEST_CASE("what homogeneity shows") {
  for (const auto& [left, right] :
       std::vector<std::pair<std::string, std::string>>{{"sigma(c*V*X)", "c^k*sigma(V*X)"},
                                                        {"W*sigma(V*c*X)/c^k", "W*sigma(V*X)"},
                                                        {"sigma(c*V*X + c^2*P*V*X)", "c^k*sigma(V*X + c*P*V*X)"},
                                                        {"sigma(V*X - V*X)", "0*V*X"},
                                                        {"sigma(sigma(c*V*X))", "c^(k^2)*sigma(sigma(V*X))"},
                                                        {"(W + c*W)*sigma(V*X)", "(1 + c)*W*sigma(V*X)"},
                                                        {"sigma((1 + c)*V*X)", "(1 + c)^k*sigma(V*X)"},
                                                        {"sigma(-c*V*X)", "c^k*sigma(-V*X)"}}) {
    CAPTURE(left);
    const Proof proof = homogeneous(left, right);
    CAPTURE(proof.reason);
    CHECK(proof.verdict == Verdict::proved);
    CHECK(proof.scope == Scope::all_dimensions);
  }
}

TEST_CASE("an activation of degree 0 need not vanish at 0") {
  const auto zero = [](const std::string& assume, const std::string& degree) {
    return homogeneous("sigma(V*X - V*X)", "0*V*X", "", assume, degree).verdict;
  };
  CHECK(zero("[\"c > 0\"]", "0") == Verdict::undecided);
  CHECK(zero("[\"c > 0\"]", "k") == Verdict::undecided);
  CHECK(zero("[\"c > 0\", \"k >= 0\"]", "k") == Verdict::undecided);
  CHECK(zero("[\"c > 0\", \"k < 0\"]", "k") == Verdict::proved);
  CHECK(zero("[\"c > 0\"]", "2") == Verdict::proved);
}

TEST_CASE("what homogeneity does not show") {
  for (const auto& [left, right] :
       std::vector<std::pair<std::string, std::string>>{{"sigma(c*V*X)", "c*sigma(V*X)"},
                                                        {"sigma(-V*X)", "-sigma(V*X)"},
                                                        {"sigma(V*X + P*V*X)", "sigma(V*X) + sigma(P*V*X)"},
                                                        {"sigma(V*X)", "V*X"},
                                                        {"sigma(P*V*X)", "P*sigma(V*X)"},
                                                        {"W*P*V*X", "W*V*X"}}) {
    CAPTURE(left);
    const Proof proof = homogeneous(left, right);
    CHECK(proof.verdict == Verdict::refuted);
    CHECK(proof.witness.size() >= 4);
  }
  CHECK(homogeneous("sigma(P*V*X)", "P*sigma(V*X)", "sigma = \"elementwise\"\n").verdict == Verdict::proved);
  CHECK(homogeneous("sigma(P*P*V*X)", "P*P*sigma(V*X)", "sigma = \"elementwise\"\n").verdict == Verdict::proved);
  CHECK(homogeneous("sigma(V*X)*c", "c*sigma(V*X)").verdict == Verdict::proved);
}

TEST_CASE("the sign of the scalar matters") {
  const std::string leaky = "activation = [\"1\", \"-1/10\"]\n";
  CHECK(homogeneous("sigma(c*V*X)", "c*sigma(V*X)", leaky, "[\"c > 0\"]", "1").verdict == Verdict::proved);
  CHECK(homogeneous("sigma(c*V*X)", "c*sigma(V*X)", leaky, "[\"c >= 0\"]", "1").verdict == Verdict::proved);
  const Proof proof = homogeneous("sigma(c*V*X)", "c*sigma(V*X)", leaky, "[]", "1");
  CHECK(proof.verdict == Verdict::refuted);
  CHECK(joined(proof.witness).find("c = -1") != std::string::npos);
  const std::string linear = "activation = [\"1\", \"-1\"]\n";  // true, but not a consequence of homogeneity
  CHECK(homogeneous("sigma(c*V*X)", "c*sigma(V*X)", linear, "[]", "1").verdict == Verdict::undecided);
}

TEST_CASE("definitions stand for their values") {
  CHECK(homogeneous("c^(-k)*W*sigma(c*V*X)", "Y", "where = [\"Y = W*sigma(V*X)\"]\n").verdict == Verdict::proved);
  CHECK(homogeneous("b^k*sigma(V*X)", "sigma(b*V*X)", "define = [\"b = 1 + c\"]\n").verdict == Verdict::proved);
}

TEST_CASE("refusals of the reader") {
  const auto refused = [](const auto& f) { CHECK_THROWS_AS(f(), ParseError); };
  refused([] { return homogeneous("sigma(W)", "sigma(V)"); });
  refused([] { return homogeneous("W*W", "W*W"); });
  refused([] { return homogeneous("W + 1", "W"); });
  refused([] { return homogeneous("c", "c"); });
  refused([] { return homogeneous("tanh(V*X)", "V*X"); });
  refused([] { return homogeneous("Z", "Z"); });
  refused([] { return homogeneous("W/V", "W"); });
  refused([] { return homogeneous("V*X", "V*X", "sigma = \"linear\"\n"); });
  refused([] { return homogeneous("V*X", "V*X", "where = [\"W = V*X\"]\n"); });
  refused([] { return homogeneous("V*X", "V*X", "where = [\"V*X\"]\n"); });
  refused([] { return homogeneous("V*X", "V*X", "activation = [\"1\", \"-1\"]\n"); });
  refused([] { return homogeneous("V*X", "V*X", "activation = [\"1\"]\n", "[]", "1"); });
  refused([] { return homogeneous("V*X", "V*X", "unknown = 1\n"); });
}
