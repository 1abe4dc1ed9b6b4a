#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include "claim/claim_file.hpp"
#include "prove/proof.hpp"

using namespace isthmus;

namespace {

const std::vector<Claim>& catalogue() {
  static const std::vector<Claim> claims = read_claims({std::string(ISTHMUS_SOURCE_DIR) + "/proofs/catalogue"});
  return claims;
}

std::string text_of(const std::filesystem::path& path) {
  std::ifstream file(path);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

TEST_CASE("every claim of the catalogue has its expected verdict, and docs/paper.md tells it with its scope") {
  const std::string page = text_of(std::string(ISTHMUS_SOURCE_DIR) + "/docs/paper.md");
  for (const Claim& claim : catalogue()) {
    CAPTURE(claim.id);
    const Proof proof = prove(claim);
    const std::string told = "`" + claim.id + "` " + to_string(proof.verdict) + " (" + to_string(proof.scope) + ")";
    CHECK((claim.id.rfind("atlas-", 0) == 0 || page.find(told) != std::string::npos));
    CAPTURE(proof.reason);
    CHECK(to_string(proof.verdict) == to_string(claim.expected));
    CHECK_FALSE(proof.steps.empty());
    CHECK(proof.witness.empty() == (proof.verdict != Verdict::refuted));
    CHECK(proof.reason.empty() == (proof.verdict == Verdict::proved || proof.verdict == Verdict::refuted));
    CHECK(std::is_sorted(proof.theorems.begin(), proof.theorems.end()));
    CHECK(std::set<std::string>(proof.theorems.begin(), proof.theorems.end()).size() == proof.theorems.size());
  }
}

TEST_CASE("a test of this folder recomputes each refutation") {
  std::string tests;
  for (const auto& entry : std::filesystem::directory_iterator(std::string(ISTHMUS_SOURCE_DIR) + "/tests/claims"))
    tests += text_of(entry.path());
  for (const Claim& claim : catalogue()) {
    if (claim.expected != Verdict::refuted) continue;
    CAPTURE(claim.id);
    CHECK(tests.find("\"" + claim.id + "\"") != std::string::npos);
  }
}

TEST_CASE("the catalogue is consistent") {
  std::set<std::string> ids;
  for (const Claim& claim : catalogue()) CHECK(ids.insert(claim.id).second);
  for (const Claim& claim : catalogue()) {
    CAPTURE(claim.id);
    CHECK((claim.amends.empty() || ids.count(claim.amends) == 1));
    CHECK((claim.variant != Variant::repaired || !claim.amends.empty()));
    CHECK(claim.file.find("/" + claim.id + ".toml") != std::string::npos);
  }
}

TEST_CASE("a proof is the same each time") {
  for (const Claim& claim : catalogue()) {
    if (claim.kind != "orbits" && claim.kind != "cover" && claim.id != "4.3-skip") continue;
    const Proof first = prove(claim);
    const Proof second = prove(claim);
    CAPTURE(claim.id);
    REQUIRE(first.steps.size() == second.steps.size());
    for (std::size_t i = 0; i < first.steps.size(); ++i) CHECK(first.steps[i].lines == second.steps[i].lines);
    CHECK(first.witness == second.witness);
  }
}
