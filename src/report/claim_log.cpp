#include "report/claim_log.hpp"

#include <fmt/format.h>

#include "report/claim_description.hpp"
#include "report/proof_text.hpp"

namespace isthmus {
namespace {

std::string quote_text(const Claim& claim) {
  return claim.source.quote.empty() ? "" : indented("\"" + claim.source.quote + "\"", "    ");
}

/// The sentence that a refutation contradicts, to end with: that of the source, unless the claim goes beyond it.
std::string contradiction_text(const ClaimResult& result) {
  if (result.defect || result.proof.verdict != Verdict::refuted) return "";
  const Claim& claim = result.claim;
  const bool quoted = claim.variant != Variant::beyond && !claim.source.quote.empty();
  const std::string& sentence = quoted ? claim.source.quote : claim.statement;
  return "this contradicts\n" + indented("\"" + sentence + "\"", "  ");
}

std::string claimed_text(const Claim& claim) {
  std::string text = "precisely\n";
  for (const std::string& line : describe_claim(claim)) text += "  " + line + "\n";
  return text;
}

std::string verdict_text(const ClaimResult& result) {
  const std::string verdict = result.defect ? "none, because of an internal error" : to_string(result.proof.verdict);
  std::string text = fmt::format("verdict: {} (expected: {})\n", verdict, to_string(result.claim.expected));
  if (!scope_text(result.proof).empty()) text += fmt::format("scope: {}\n", scope_text(result.proof));
  if (!result.proof.reason.empty()) text += fmt::format("reason: {}\n", result.proof.reason);
  if (!check_text(result.proof).empty())
    text += fmt::format("certificate: {}\n{}", check_text(result.proof), indented(result.proof.checked, "  "));
  if (!result.proof.not_certified.empty()) text += fmt::format("no certificate: {}\n", result.proof.not_certified);
  return text;
}

std::string scope_in_words(const ProofRecord& proof) {
  switch (proof.scope) {
    case Scope::all:
      return "for every parameter that the hypotheses admit, in the stated dimensions";
    case Scope::all_dimensions:
      return "for every parameter that the hypotheses admit, in all dimensions";
    case Scope::instances:
      return "for the listed instances only";
  }
  return "";
}

/// "It is proved, for every parameter ..., as expected."
std::string verdict_in_words(const ClaimResult& result) {
  if (result.defect) return "The prover broke down: " + result.proof.reason + ".";
  const Verdict verdict = result.proof.verdict;
  if (verdict == Verdict::undecided) return "It is undecided: " + result.proof.reason + ".";
  const std::string expected = verdict == result.claim.expected
                                   ? "as expected"
                                   : fmt::format("though {} was expected", to_string(result.claim.expected));
  if (verdict == Verdict::vacuous) return fmt::format("It is vacuous, {}: {}.", expected, result.proof.reason);
  return fmt::format("It is {}, {}, {}.", to_string(verdict), scope_in_words(result.proof), expected);
}

std::string relation_text(const std::string& words, const Claim& other) {
  return fmt::format("{} {} ({}): {}\n{}", words, other.id, to_string(other.variant), other.title,
                     indented(other.statement, "    "));
}

}  // namespace

std::string claim_log(const ClaimResult& result) {
  const Claim& claim = result.claim;
  std::string text =
      fmt::format("claim: {}\ntitle: {}\nvariant: {}\n", claim.id, claim.title, to_string(claim.variant));
  if (!claim.amends.empty()) text += fmt::format("amends: {}\n", claim.amends);
  text += fmt::format("source: {}\n{}", citation_text(claim.source), quote_text(claim));
  text += "statement\n" + indented(claim.statement, "  ") + claimed_text(claim);
  text += verdict_text(result) + steps_text(result.proof) + theorems_text(result.proof);
  text += witness_text(result.proof) + contradiction_text(result);
  return text;
}

std::string explanation(const ClaimResult& result, const Claim* amended, const std::vector<const Claim*>& repairs) {
  const Claim& claim = result.claim;
  std::string text = fmt::format("{}: {}\n\n", claim.id, claim.title);
  text += indented(claim.statement, "  ") + "\n";
  text += fmt::format("{}: {}\n{}", claim.variant == Variant::beyond ? "Beyond" : "From", citation_text(claim.source),
                      quote_text(claim));
  if (claim.variant == Variant::as_printed) text += "This is the statement as printed.\n";
  if (amended != nullptr)
    text += relation_text(claim.variant == Variant::beyond ? "It goes beyond" : "It repairs", *amended);
  for (const Claim* repair : repairs) {
    const bool beyond = repair->variant == Variant::beyond;
    text += relation_text(beyond ? "Beyond it goes" : "It is repaired by", *repair);
  }
  text += "\n" + verdict_in_words(result) + "\n\n";
  text += claimed_text(claim);
  const std::string end = witness_text(result.proof) + contradiction_text(result);
  for (const std::string& part : {steps_text(result.proof), theorems_text(result.proof), end}) {
    if (!part.empty()) text += "\n" + part;
  }
  return text;
}

}  // namespace isthmus
