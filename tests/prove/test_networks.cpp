#include <doctest/doctest.h>

#include "claim/barrier_claims.hpp"
#include "prove/claim_text.hpp"
#include "support/texts.hpp"

using namespace isthmus;
using namespace isthmus::test;

namespace {

std::string permutations(const std::string& claim, const std::string& instance) {
  return "[permutations]\nclaim = \"" + claim + "\"\n[[permutations.instance]]\n" + instance;
}

const std::string kTwo =
    "outer = [\"1, 2\"]\npreactivation = [\"1\", \"-2\"]\ndegree = 1\nactivation = [\"1\", \"-1\"]\n";

std::string forward(const std::string& changes = "") {
  return "[forward-passes]\nwidths = [2, 3, 2]\nsamples = 2\ndegree = 1\nactivation = [\"1\", \"-1/10\"]\nseeds = [1, "
         "2]\n"
         "scales = [\"2\", \"1/3\"]\nalphas = [\"1/2\"]\n" +
         changes;
}

}  // namespace

TEST_CASE("the minimum over permutations, compared") {
  // W sigma(Z) is -3 for the identity and 0 for the exchange.
  CHECK(proof_of("permutations", permutations("minimum = 0", kTwo)).verdict == Verdict::proved);
  CHECK(proof_of("permutations", permutations("minimum <= 0", kTwo)).verdict == Verdict::proved);
  const Proof proof = proof_of("permutations", permutations("minimum > 0", kTwo));
  CHECK(proof.verdict == Verdict::refuted);
  CHECK(joined(proof.witness).find("at pi = (2, 1)") != std::string::npos);
  CHECK(proof.scope == Scope::instances);
  // On the segment at alpha = 1/2, m = 3: the identity gives (14), 9/9 = 1.
  const std::string one = "outer = [\"3\"]\npreactivation = [\"1\"]\ndegree = 1\nactivation = [\"1\", \"-1\"]\n";
  CHECK(proof_of("permutations", permutations("minimum = 1", one + "scale = \"3\"\nalpha = \"1/2\"\n")).verdict ==
        Verdict::proved);
}

TEST_CASE("forward passes") {
  const Proof proof = proof_of("forward-passes", forward());
  CHECK(proof.verdict == Verdict::proved);
  CHECK(proof.scope == Scope::instances);
  ForwardPassClaim claim;
  claim.widths = {2, 1};
  claim.samples = 1;
  // s_1 = 1103527590, floor(s_1/2^16) mod 17 = 16838 mod 17 = 8; s_2 = 377401575: 5758 mod 17
  // = 12.
  const std::vector<Matrix> matrices = matrices_of(claim, 1);
  CHECK(matrices.at(0).at(0, 0) == Rational(0));
  CHECK(matrices.at(0).at(1, 0) == Rational(4) / Rational(8));
  CHECK(matrices.size() == 2);
}

TEST_CASE("refusals of the reader") {
  const auto refused = [](const std::string& kind, const std::string& body) {
    CAPTURE(body);
    CHECK_THROWS_AS(claim_of(kind, body), ParseError);
  };
  refused("permutations", "[permutations]\nclaim = \"minimum > 0\"\n");
  refused("permutations", permutations("maximum > 0", kTwo));
  refused("permutations", permutations("minimum", kTwo));
  refused("permutations", permutations("minimum > x", kTwo));
  refused("permutations", permutations("0 < minimum", kTwo));
  refused("permutations", permutations("minimum > 0", kTwo + "scale = \"0\"\nalpha = \"1/2\"\n"));
  refused("permutations", permutations("minimum > 0", kTwo + "scale = \"2\"\n"));
  refused("permutations", permutations("minimum > 0", kTwo + "scale = \"2\"\nalpha = \"2\"\n"));
  refused("permutations", permutations("minimum > 0", kTwo + "alpha = \"1/2\"\n"));
  refused("permutations", permutations("minimum > 0",
                                       "outer = [\"1, 2\"]\npreactivation = [\"1\"]\ndegree = 1\n"
                                       "activation = [\"1\", \"-1\"]\n"));
  refused("permutations", permutations("minimum > 0",
                                       "outer = [\"1, 2\", \"3\"]\npreactivation = [\"1\", \"2\"]\ndegree = 1\n"
                                       "activation = [\"1\", \"-1\"]\n"));
  refused("permutations", permutations("minimum > 0",
                                       "outer = [\"1, x\"]\npreactivation = [\"1\", \"2\"]\ndegree = 1\n"
                                       "activation = [\"1\", \"-1\"]\n"));
  refused("forward-passes", forward("seed = 1\n"));
  for (const auto& [key, value] :
       std::vector<std::pair<std::string, std::string>>{{"widths = [2, 3, 2]", "widths = [2, 3]"},
                                                        {"widths = [2, 3, 2]", "widths = [2, 0, 2]"},
                                                        {"samples = 2", "samples = 0"},
                                                        {"degree = 1", "degree = 0"},
                                                        {"\"2\", \"1/3\"", "\"-2\""},
                                                        {"\"1/2\"]\n", "\"3/2\"]\n"},
                                                        {"seeds = [1, 2]", "seeds = []"},
                                                        {"seeds = [1, 2]", "seeds = [\"1\"]"}}) {
    refused("forward-passes", replaced(forward(), key, value));
  }
  refused("real", "");
  refused("real", "[[real]]\nvariables = [\"k\"]\n");
  refused("real", "[[real]]\nvariables = []\nconclude = [\"1 = 1\"]\n");
  refused("real", "[[real]]\nvariables = [\"k\", \"k\"]\nconclude = [\"k = k\"]\n");
  refused("real", "[[real]]\nvariables = [\"k\"]\nconclude = [\"k = m\"]\n");
  refused("real", "[[real]]\nvariables = [\"k\"]\nconclude = [\"k\"]\n");
  refused("real", "[[real]]\nvariables = [\"k\"]\nconclude = [\"k = sigma(k)\"]\n");
  refused("real", "[[real]]\nvariables = [\"k\"]\ndefine = [\"k = 2\"]\nconclude = [\"k = k\"]\n");
  refused("real", "[[real]]\nvariables = [\"k\"]\nconclude = [\"k = k\"]\nbounded = \"k\"\n");
  refused("real", "[[real]]\nvariables = [\"k\"]\nlimit = \"k\"\nof = \"m\"\ntends-to = \"0\"\n");
  refused("real", "[[real]]\nvariables = [\"k\"]\nlimit = \"k\"\nof = \"k\"\ntends-to = \"infinity\"\n");
}

TEST_CASE("networks with a pseudo-inverse of weights are not counted by continuous changes of variables") {
  const auto verdict = [](const std::string& network) {
    return proof_of("components", dimensions("h = [1]") + matrix("V", "weight", "h", "h") +
                                      matrix("W", "weight", "h", "h") + matrix("Y", "target", "h", "h") +
                                      hypothesis("det(Y) != 0") + "[components]\nnetwork = \"" + network +
                                      "\"\ntarget = \"Y\"\ncount = \"2\"\n")
        .verdict;
  };
  CHECK(verdict("V*W") == Verdict::proved);
  CHECK(verdict("V*pinv(W)") == Verdict::undecided);
  CHECK(verdict("(V + pinv(W))*W") == Verdict::undecided);
}
