#include <doctest/doctest.h>

#include "prove/claim_text.hpp"

using namespace isthmus;
using namespace isthmus::test;

namespace {

std::string layer(const std::string& name, const std::string& rows, const std::string& columns) {
  return matrix(name, "weight", rows, columns);
}

Verdict verdict(const std::string& body) { return proof_of("components", body).verdict; }

std::string counted(const std::string& network, const std::string& target, const std::string& count,
                    const std::string& conditions = "") {
  return equation("components", network, target,
                  "count = \"" + count + "\"" + (conditions.empty() ? "" : "\nconditions = [" + conditions + "]"));
}

}  // namespace

TEST_CASE("a wrong number for a target of rank 1 is refuted by points of the set") {
  const std::string singular =
      layer("W1", "1", "2") + layer("W2", "2", "1") + matrix("A", "target", "2", "2") + hypothesis("rank(A) = 1");
  CHECK(verdict(singular + counted("W2*W1", "A", "2")) == Verdict::proved);
  const Proof proof = proof_of("components", singular + counted("W2*W1", "A", "1"));
  CHECK(proof.verdict == Verdict::refuted);
  CHECK(has_step(proof, "rank-normal-form"));
  CHECK(joined(proof.witness).find("has exactly 2 components") != std::string::npos);
  const std::string zero = layer("W1", "1", "2") + layer("W2", "2", "1") + counted("W2*W1", "zero(2, 2)", "2");
  CHECK(proof_of("components", zero).verdict == Verdict::refuted);
  CHECK(has_step(proof_of("components", zero), "contract-to-zero"));
}

TEST_CASE("data of full rank on both sides of a network") {
  const std::string data = layer("W1", "2", "2") + layer("W2", "2", "2") + matrix("X", "data", "2", "1") +
                           matrix("Y", "target", "2", "1") + hypothesis("X != 0") + hypothesis("Y != 0");
  CHECK(has_step(proof_of("components", data + counted("W2*W1*X", "Y", "1")), "absorb-data"));
  CHECK(verdict(data + counted("W2*W1*X", "Y", "2")) == Verdict::refuted);
  const std::string more = layer("W1", "1", "1") + layer("W2", "1", "1") + matrix("X", "data", "1", "2") +
                           matrix("Z", "target", "1", "1") + hypothesis("rank(X) = 1") + hypothesis("Z != 0");
  CHECK(has_step(proof_of("components", more + counted("W2*W1*X", "Z*X", "2")), "cancel-full-rank"));
  CHECK(verdict(more + counted("W2*W1*X", "Z*X", "1")) == Verdict::refuted);
}

