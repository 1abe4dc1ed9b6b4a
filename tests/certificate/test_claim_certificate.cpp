#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <set>

#include "certificate/claim_certificate.hpp"
#include "certificate/not_certified.hpp"
#include "claim/claim_file.hpp"
#include "prove/claim_text.hpp"

using namespace isthmus;
using namespace isthmus::test;

namespace {

const std::vector<Claim>& catalogue() {
  static const std::vector<Claim> claims = read_claims({std::string(ISTHMUS_SOURCE_DIR) + "/proofs/catalogue"});
  return claims;
}

nlohmann::json certificate_of_claim(const std::string& kind, const std::string& body) {
  const Claim claim = claim_of(kind, body);
  return nlohmann::json::parse(claim_certificate(claim, prove(claim)));
}

/// nullopt for kinds whose instances are not listed as such in the claim.
std::optional<std::size_t> instances_of(const Claim& claim) {
  return std::visit(
      [&](const auto& body) -> std::optional<std::size_t> {
        if constexpr (requires { body.instances; }) return body.instances.size();
        const bool one = claim.kind == "components" || claim.kind == "product" || claim.kind == "orbits";
        return one ? std::optional<std::size_t>(1) : std::nullopt;
      },
      claim.body);
}

/// Strings, numbers, arrays, objects and booleans only; numbers are integers.
void check_values(const nlohmann::json& node) {
  CHECK_FALSE(node.is_null());
  CHECK_FALSE(node.is_number_float());
  if (node.is_structured()) {
    for (const auto& each : node) check_values(each);
  }
}

/// Two weights and a parameter, with W2*W1*X = Y.
std::string chain(const std::string& hypotheses, const std::string& count) {
  return dimensions("h = [1]") + matrix("W1", "weight", "h", "h") + matrix("W2", "weight", "h", "h") +
         matrix("X", "data", "h", "h") + matrix("Y", "target", "h", "h") + hypotheses +
         equation("components", "W2*W1*X", "Y", "count = \"" + count + "\"");
}

const std::string invertible = hypothesis("det(X) != 0") + hypothesis("det(Y) != 0");

}  // namespace

TEST_CASE("every claim of the catalogue has a certificate of its verdict, the same bytes each time") {
  for (const Claim& claim : catalogue()) {
    CAPTURE(claim.id);
    const Proof proof = prove(claim);
    const std::string text = claim_certificate(claim, proof);
    CHECK(text == claim_certificate(claim, proof));
    if (claim.kind == "orbits" || claim.kind == "cover" || claim.id == "4.3-skip")
      CHECK(text == claim_certificate(claim, prove(claim)));
    CHECK(text.back() == '\n');
    CHECK(text.find(ISTHMUS_SOURCE_DIR) == std::string::npos);
    const nlohmann::json certificate = nlohmann::json::parse(text);
    CHECK(certificate.at("format") == 1);
    CHECK(certificate.at("claim") == claim.id);
    CHECK(certificate.at("verdict") == to_string(proof.verdict));
    const auto instances = proof.verdict == Verdict::proved ? instances_of(claim) : 1;
    CHECK(!certificate.at("instances").empty());
    if (instances) CHECK(certificate.at("instances").size() == *instances);
    check_values(certificate);
  }
}

TEST_CASE("a chain of two weights: model, steps and factors") {
  const nlohmann::json entry = certificate_of_claim("components", chain(invertible, "2")).at("instances").at(0);
  CHECK(entry.at("model").dump() == R"({"X":[["1"]],"Y":[["1"]]})");
  CHECK(entry.at("steps").dump() ==
        R"json([["equation","1","inv(X)","W2*W1","Y*inv(X)"],["solve","W2","1","W1"]])json");
  REQUIRE(entry.at("factors").size() == 1);
  const nlohmann::json& factor = entry.at("factors").at(0);
  CHECK(factor.at("conditions").dump() == "[0]");
  CHECK(factor.at("weights").dump() == R"(["W1"])");
  CHECK(factor.at("parameters").empty());
}

TEST_CASE("refuted and vacuous claims name the instance and what shows it") {
  const nlohmann::json refuted = certificate_of_claim("components", chain(invertible, "3"));
  CHECK(refuted.at("verdict") == "refuted");
  CHECK(refuted.at("instances").at(0).at("instance") == 0);
  CHECK(refuted.at("instances").at(0).at("model").contains("X"));
  const nlohmann::json vacuous = certificate_of_claim("components", chain(invertible + hypothesis("X = 0"), "2"));
  CHECK(vacuous.at("verdict") == "vacuous");
  CHECK(vacuous.at("instances").at(0).contains("proof"));
  CHECK_FALSE(vacuous.at("instances").at(0).contains("model"));
}

TEST_CASE("an identity that is true in entries only says so") {
  const std::string square = dimensions("n = [2]") + matrix("A", "data", "n", "n") + matrix("B", "data", "n", "n");
  const nlohmann::json entries = certificate_of_claim("identity", square + identity("det(A*B)", "det(A)*det(B)"));
  CHECK(entries.at("instances").at(0).at("entries") == true);
  CHECK(entries.at("scope") == "all");
  const nlohmann::json words = certificate_of_claim("identity", square + identity("(A + B)*A", "A*A + B*A"));
  CHECK_FALSE(words.at("instances").at(0).contains("entries"));
  CHECK(words.at("scope") == "all dimensions");
}

TEST_CASE("what is undecided or has no rule is refused") {
  const Claim claim = claim_of("components", chain(invertible, "2"));
  Proof proof = prove(claim);
  proof.verdict = Verdict::undecided;
  CHECK_THROWS_AS(claim_certificate(claim, proof), InvalidInput);
  proof.verdict = Verdict::refuted;
  proof.evidence = {{0, {}}};
  CHECK_THROWS_AS(claim_certificate(claim, proof), NotCertified);
}
