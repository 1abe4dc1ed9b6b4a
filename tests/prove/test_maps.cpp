#include <doctest/doctest.h>

#include "prove/claim_text.hpp"

using namespace isthmus;
using namespace isthmus::test;

namespace {

std::string square_matrices(const std::string& names, const std::string& sizes) {
  std::string text = dimensions("h = [" + sizes + "]");
  for (const char name : names) text += matrix(std::string(1, name), "data", "h", "h");
  return text;
}

struct Maps {
  std::string domain;    ///< condition on A
  std::string codomain;  ///< condition on B
  std::string forward;
  std::string backward;
};

Proof maps(const std::string& sizes, const Maps& m, const std::string& hypotheses = "") {
  const auto space = [](const std::string& name, const std::string& coordinate, const std::string& condition) {
    return "[" + name + "]\ncoordinates = [\"" + coordinate + "\"]\n" +
           (condition.empty() ? "" : "[[" + name + ".condition]]\ntext = \"" + condition + "\"\n");
  };
  return proof_of("inverse-maps", square_matrices("ABX", sizes) + hypotheses + space("domain", "A", m.domain) +
                                      space("codomain", "B", m.codomain) + "[[forward]]\nname = \"B\"\nvalue = \"" +
                                      m.forward + "\"\n[[backward]]\nname = \"A\"\nvalue = \"" + m.backward + "\"\n");
}

}  // namespace

TEST_CASE("identities") {
  const std::string invertible = hypothesis("det(A) != 0") + hypothesis("det(B) != 0");
  const Proof words =
      proof_of("identity", square_matrices("AB", "1, 2, 3") + invertible + identity("inv(A*B)", "inv(B)*inv(A)"));
  CHECK(words.verdict == Verdict::proved);
  CHECK(words.scope == Scope::all_dimensions);
  const Proof wrong =
      proof_of("identity", square_matrices("AB", "2") + invertible + identity("inv(A*B)", "inv(A)*inv(B)"));
  CHECK(wrong.verdict == Verdict::refuted);
  CHECK(wrong.witness.size() == 4);
  CHECK(proof_of("identity", square_matrices("AB", "1") + identity("A*B", "B*A")).verdict == Verdict::proved);
  CHECK(proof_of("identity", square_matrices("AB", "1, 2") + identity("A*B", "B*A")).verdict == Verdict::refuted);
}

TEST_CASE("the scope of identities: what two instances share need not hold in all dimensions") {
  const auto scope = [](const std::string& body) {
    const Proof proof = proof_of("identity", body);
    CHECK(proof.verdict == Verdict::proved);
    return proof.scope;
  };
  // Another matrix varies, X is 1 x 1 in both instances.
  CHECK(scope(dimensions("n = [1]\nm = [1, 2]") + matrix("X", "data", "n", "n") + matrix("Z", "data", "m", "m") +
              identity("T(X)", "X")) == Scope::all);
  const std::string ab = matrix("A", "data", "n", "m") + matrix("B", "data", "m", "n");
  const std::string regular = hypothesis("det(A*B) != 0");
  CHECK(scope(dimensions("n = [1]\nm = [1]\nk = [1, 2]") + ab + matrix("Z", "data", "k", "k") + regular +
              identity("B*inv(A*B)*A", "I(m)")) == Scope::all);
  CHECK(scope(dimensions("n = [2, 3]\nm = [2]") + ab + hypothesis("det(B*A) != 0") + identity("A*inv(B*A)*B*A", "A")) ==
        Scope::all_dimensions);
  // A number, a rank and an exponent are no sizes.
  CHECK(scope(dimensions("n = [2]") + matrix("A", "data", "n", "n") + identity("A*I(2)", "A")) == Scope::all);
  CHECK(scope(dimensions("n = [2, 3]") + matrix("A", "data", "n", "n") + identity("A^n*A", "A^(n+1)")) == Scope::all);
  CHECK(scope(dimensions("n = [2, 3]") + matrix("A", "data", "n", "n") + hypothesis("rank(A) = n") +
              identity("A*inv(A)", "I(n)")) == Scope::all);
  CHECK(scope(dimensions("d = [[1, 1, 1], [2, 3, 2]]") + matrix("W", "weight", "d[i]", "d[i-1]", "i = 1..2") +
              identity("T(W[2]*W[1])", "T(W[1])*T(W[2])")) == Scope::all_dimensions);
}

TEST_CASE("identities that need entries hold in the listed sizes only") {
  const Proof determinants =
      proof_of("identity", square_matrices("AB", "1, 2, 3") + identity("det(A*B)", "det(A)*det(B)"));
  CHECK(determinants.verdict == Verdict::proved);
  CHECK(determinants.scope == Scope::all);
  CHECK(proof_of("identity", square_matrices("AB", "2") + identity("det(A + B)", "det(A) + det(B)")).verdict ==
        Verdict::refuted);
  const Proof adjugate =
      proof_of("identity", square_matrices("A", "1") + hypothesis("det(A) != 0") + identity("det(A)*inv(A)", "I(h)"));
  CHECK(adjugate.verdict == Verdict::proved);
  CHECK(proof_of("identity", square_matrices("A", "2") + hypothesis("det(A) != 0") + identity("det(A)*inv(A)", "I(h)"))
            .verdict == Verdict::refuted);
}

TEST_CASE("an inverse that does not exist everywhere refutes an identity") {
  const Proof proof = proof_of("identity", square_matrices("A", "1") + identity("A*inv(A)", "I(h)"));
  CHECK(proof.verdict == Verdict::refuted);
  CHECK(joined(proof.witness).find("has no inverse") != std::string::npos);
  const Proof safe = proof_of("identity", square_matrices("A", "1") + identity("inv(A*A + I(h))*(A*A + I(h))", "I(h)"));
  CHECK(safe.verdict == Verdict::proved);
}

TEST_CASE("hypotheses are used, and contradictory ones make an identity vacuous") {
  CHECK(proof_of("identity", square_matrices("AB", "2") + hypothesis("A*B = B") + identity("A*A*B", "B")).verdict ==
        Verdict::proved);
  CHECK(proof_of("identity", square_matrices("AB", "2") + hypothesis("A = B*B") + identity("A*B", "B*A")).verdict ==
        Verdict::proved);
  CHECK(proof_of("identity",
                 square_matrices("A", "2") + hypothesis("det(A) != 0") + hypothesis("A = 0") + identity("A", "2*A"))
            .verdict == Verdict::vacuous);
}

TEST_CASE("inverse maps, accepted") {
  const std::string x = hypothesis("det(X) != 0");
  const Proof product = maps("1, 2, 3", {"", "", "A*X", "B*inv(X)"}, x);
  CHECK(product.verdict == Verdict::proved);
  CHECK(product.scope == Scope::all_dimensions);
  CHECK(maps("2", {"det(A) != 0", "det(B) != 0", "inv(A)*X", "X*inv(B)"}, x).verdict == Verdict::proved);
  CHECK(maps("2", {"", "", "A + X", "B - X"}).verdict == Verdict::proved);
  CHECK(maps("2", {"A*X = X", "B*X = 0", "A - I(h)", "B + I(h)"}, x).verdict == Verdict::proved);
}

TEST_CASE("inverse maps, refused") {
  const std::string x = hypothesis("det(X) != 0");
  // The map back is another one.
  CHECK(maps("2", {"", "", "A*X", "inv(X)*B"}, x).verdict == Verdict::refuted);
  // The image leaves the codomain.
  CHECK(maps("1", {"", "det(B) != 0", "A*X", "B*inv(X)"}, x).verdict == Verdict::refuted);
  // Not onto: the map back leaves the domain.
  CHECK(maps("1", {"det(A) != 0", "", "A*X", "B*inv(X)"}, x).verdict == Verdict::refuted);
  // Squares: two points with one image.
  CHECK(maps("1", {"", "", "A*A", "B"}).verdict == Verdict::refuted);
  // A map that is not defined everywhere.
  CHECK(maps("1", {"", "det(B) != 0", "inv(A)", "inv(B)"}).verdict != Verdict::proved);
  // A domain without points, and a codomain that has some.
  CHECK(maps("1", {"A*A + I(h) = 0", "", "A", "B"}).verdict == Verdict::refuted);
}

TEST_CASE("covers") {
  const auto cover = [](const std::string& n, const std::string& parts) {
    return proof_of("cover", dimensions("n = [" + n + "]") + matrix("A", "weight", "n", "n") +
                                 matrix("B", "weight", "n", "n") + "[cover]\nnetwork = \"B*A\"\ntarget = \"0\"\n" +
                                 parts);
  };
  const auto part = [](const std::string& name, const std::string& conditions) {
    return "[[cover.part]]\nname = \"" + name + "\"\nconditions = [" + conditions + "]\n";
  };
  const std::string both = part("a", "\"A = 0\"") + part("b", "\"B = 0\"");
  CHECK(cover("1", both).verdict == Verdict::proved);
  const Proof wide = cover("2", both);
  CHECK(wide.verdict == Verdict::refuted);
  CHECK(joined(wide.witness).find("not in a: A != 0") != std::string::npos);
  CHECK(cover("2", part("a", "\"det(A) = 0\"") + part("b", "\"B = 0\"")).verdict != Verdict::refuted);
  CHECK(cover("1", part("a", "\"A = 0\", \"B = 0\"")).verdict == Verdict::refuted);
  CHECK(cover("2", part("a", "\"rank(A) <= 1\"") + part("b", "\"rank(B) <= 1\"")).verdict != Verdict::refuted);
}
