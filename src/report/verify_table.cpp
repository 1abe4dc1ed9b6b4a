#include "report/verify_table.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "report/proof_text.hpp"

namespace isthmus {
namespace {

constexpr std::size_t kVerdictWidth = 9;  // "undecided"
constexpr std::size_t kScopeWidth = 14;   // "all dimensions"
constexpr std::size_t kCheckWidth = 11;   // "certificate"

std::string row_text(std::size_t id_width, const std::string& id, const std::string& verdict,
                     const std::string& expected, const std::string& scope, const std::string& check,
                     const std::string& seconds, const std::string& title) {
  return fmt::format("{:<{}}  {}  {:<{}}  {:<{}}  {:<{}}  {:>7}  {}\n", id, id_width, verdict, expected, kVerdictWidth,
                     scope, kScopeWidth, check, kCheckWidth, seconds, title);
}

std::string coloured(const std::string& text, Outcome outcome) {
  const char* colour = outcome == Outcome::passed ? "\x1b[32m" : outcome == Outcome::failed ? "\x1b[31m" : "\x1b[33m";
  return colour + text + "\x1b[0m";
}

}  // namespace

VerifyTable::VerifyTable(const std::vector<std::string>& ids, bool colour) : id_width_(2), colour_(colour) {
  for (const std::string& id : ids) id_width_ = std::max(id_width_, id.size());
}

std::string VerifyTable::header() const {
  return row_text(id_width_, "id", fmt::format("{:<{}}", "verdict", kVerdictWidth), "expected", "scope", "certificate",
                  "seconds", "title");
}

std::string VerifyTable::row(const ClaimResult& result) const {
  const Outcome outcome = outcome_of(result);
  const std::string verdict =
      fmt::format("{:<{}}", result.defect ? "error" : to_string(result.proof.verdict), kVerdictWidth);
  std::string text = row_text(id_width_, result.claim.id, colour_ ? coloured(verdict, outcome) : verdict,
                              to_string(result.claim.expected), scope_text(result.proof), check_text(result.proof),
                              fmt::format("{:.2f}", result.seconds), result.claim.title);
  const bool explained = outcome != Outcome::passed || result.proof.verdict == Verdict::undecided;
  if (explained && !result.proof.reason.empty()) text += indented(result.proof.reason, "    ");
  if (result.proof.check == Check::refused || result.proof.check == Check::declined)
    text += indented(result.proof.checked, "    ");
  if (!result.proof.not_certified.empty()) text += indented("no certificate: " + result.proof.not_certified, "    ");
  if (outcome == Outcome::failed) {
    for (const std::string& line : result.proof.witness) text += indented(line, "    ");
  }
  return text;
}

}  // namespace isthmus
