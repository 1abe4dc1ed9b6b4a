#include "checker/claim_check.hpp"

#include <vector>

#include "checker/claim_instances.hpp"

namespace isthmus::check {
namespace {

/// Whether the certificate speaks of all dimensions; refused where the claim does not have one form in all of them.
bool all_dimensions(const Claim& claim, const Json& certificate, const std::string& verdict) {
  const Json& scope = certificate["scope"];
  const bool listed = std::holds_alternative<std::vector<HiddenUnits>>(claim.body) ||
                      std::holds_alternative<std::vector<ForwardPasses>>(claim.body) ||
                      std::holds_alternative<SigmoidNetworks>(claim.body) ||
                      std::holds_alternative<std::vector<CurveClaim>>(claim.body) ||
                      std::holds_alternative<std::vector<ExponentialCurve>>(claim.body) ||
                      std::holds_alternative<std::vector<Hypersurface>>(claim.body);
  scope.require(scope.is_text("all") || scope.is_text("all dimensions") || (listed && scope.is_text("instances")),
                "encoding", "unknown scope");
  if (!scope.is_text("all dimensions")) return false;
  if (std::holds_alternative<Homogeneous>(claim.body) && verdict == "proved") return true;
  if (std::holds_alternative<SkewCurves>(claim.body) && verdict == "proved") return true;
  const bool by_words = std::holds_alternative<std::vector<Identity>>(claim.body) ||
                        std::holds_alternative<std::vector<InverseMaps>>(claim.body) ||
                        std::holds_alternative<std::vector<Inequality>>(claim.body) ||
                        std::holds_alternative<std::vector<Exponentials>>(claim.body);
  scope.require(verdict == "proved" && by_words && claim.sizes_only, "scope",
                "the claim is about the stated dimensions only");
  return true;
}

std::string with_heading(const ClaimInstance& instance) {
  return instance.heading.empty() ? "" : " for " + instance.heading;
}

std::string check_verdict(const std::vector<ClaimInstance>& instances, const std::string& verdict,
                          const Json& certificate, Session& session) {
  const Json& entries = certificate["instances"];
  if (verdict == "proved") {
    entries.require(!instances.empty() && entries.size() == instances.size(), "instances",
                    "expected " + std::to_string(instances.size()) + " entries, one for each instance");
    for (std::size_t i = 0; i < instances.size(); ++i) {
      declining_at([&] { return entries[i].place(); }, [&] { instances[i].prove(entries[i], session); });
    }
    const std::string number =
        instances.size() == 1 ? "" : ", in all " + std::to_string(instances.size()) + " instances";
    return "proved: the hypotheses have a model, and the statement holds wherever they do" + number;
  }
  entries.require(entries.size() == 1, "instances", "expected one entry");
  const ClaimInstance& instance = instances[entries[0]["instance"].index_below(instances.size())];
  const auto check = [&](const auto& rule) {
    declining_at([&] { return entries[0].place(); }, [&] { rule(entries[0], session); });
  };
  if (verdict == "refuted") {
    check(instance.refute);
    return "refuted: the hypotheses hold at the model given, and the statement fails there" + with_heading(instance);
  }
  check(instance.refute_hypotheses);
  return "vacuous: nothing satisfies the hypotheses" + with_heading(instance);
}

}  // namespace

std::string check_claim(const std::string& claim_text, const std::string& claim_file_name, const Json& certificate,
                        Session& session) {
  return check_claim(read_claim(claim_text, claim_file_name), certificate, session);
}

std::string check_claim(const Claim& claim, const Json& certificate, Session& session) {
  certificate.expect_keys({"format", "claim", "verdict", "scope", "lemmas", "instances"});
  certificate["format"].require(certificate["format"].index_below(1000) == 1, "encoding",
                                "this program reads format 1");
  certificate["claim"].require(certificate["claim"].text() == claim.id, "claim",
                               "this is a certificate of another claim");
  const std::string verdict = certificate["verdict"].text();
  certificate["verdict"].require(verdict == "proved" || verdict == "refuted" || verdict == "vacuous", "encoding",
                                 "unknown verdict");
  const bool any_size = all_dimensions(claim, certificate, verdict);
  check_lemmas(certificate["lemmas"], session);
  const std::vector<ClaimInstance> instances = instances_of(claim, any_size);
  try {
    const std::string established = check_verdict(instances, verdict, certificate, session);
    return claim.id + ": " + established + (any_size ? ", and in all other dimensions" : "");
  } catch (const TextError& error) {
    certificate["instances"].reject("encoding", error.what());
  }
}

}  // namespace isthmus::check
