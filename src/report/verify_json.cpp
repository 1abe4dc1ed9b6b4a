#include "report/verify_json.hpp"

#include <cmath>

#include "report/json_values.hpp"

namespace isthmus {
namespace {

std::string outcome_text(Outcome outcome) {
  switch (outcome) {
    case Outcome::passed:
      return "passed";
    case Outcome::failed:
      return "failed";
    case Outcome::skipped:
      return "skipped";
  }
  return "";
}

Json claim_json(const ClaimResult& result) {
  const std::string scope = scope_text(result.proof);
  Json json;
  json["id"] = result.claim.id;
  json["verdict"] = to_string(result.proof.verdict);
  json["expected"] = to_string(result.claim.expected);
  json["outcome"] = outcome_text(outcome_of(result));
  json["scope"] = scope.empty() ? Json() : Json(scope);
  json["certificate"] = check_text(result.proof).empty() ? Json() : Json(check_text(result.proof));
  json["seconds"] = std::round(result.seconds * 1000) / 1000;
  json["title"] = result.claim.title;
  json["variant"] = to_string(result.claim.variant);
  json["amends"] = result.claim.amends.empty() ? Json() : Json(result.claim.amends);
  json["reason"] = result.proof.reason;
  json["witness"] = result.proof.witness;
  json["theorems"] = result.proof.theorems;
  return json;
}

}  // namespace

std::string verify_json(const std::vector<ClaimResult>& results) {
  const Tally tally = tally_of(results);
  Json json;
  json["schema"] = "isthmus.verify/1";
  json["claims"] = Json::array();
  for (const ClaimResult& result : results) json["claims"].push_back(claim_json(result));
  json["passed"] = tally.passed;
  json["failed"] = tally.failed;
  json["skipped"] = tally.skipped;
  return json_text(json);
}

}  // namespace isthmus
