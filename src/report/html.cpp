#include "report/html.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "report/claim_description.hpp"
#include "report/markup.hpp"
#include "report/proof_text.hpp"

namespace isthmus {
namespace {

constexpr const char* kStyle = R"(
body { font: 16px/1.5 serif; max-width: 70em; margin: 2em auto; padding: 0 1em; color: #222; background: #fff }
table { border-collapse: collapse; width: 100% }
th, td { text-align: left; vertical-align: top; padding: .2em .8em .2em 0; border-bottom: 1px solid #ddd }
td.seconds, th.seconds { text-align: right }
.passed { color: #060 } .failed { color: #a00; font-weight: bold } .skipped { color: #850 }
section { margin-top: 2.5em } blockquote { font-style: italic; margin-left: 1.5em }
pre { font-size: 13px; white-space: pre-wrap; background: #f6f6f6; padding: .6em }
)";

std::string style_class(const ClaimResult& result) {
  switch (outcome_of(result)) {
    case Outcome::passed:
      return "passed";
    case Outcome::failed:
      return "failed";
    case Outcome::skipped:
      return "skipped";
  }
  return "";
}

std::string verdict_word(const ClaimResult& result) {
  return result.defect ? "error" : to_string(result.proof.verdict);
}

std::string table_row(const ClaimResult& result) {
  const std::string id = escaped(result.claim.id);
  return fmt::format(
      "<tr><td><a href=\"#{}\">{}</a></td><td class=\"{}\">{}</td><td>{}</td><td>{}</td><td>{}</td><td "
      "class=\"seconds\">{:.2f}</td>"
      "<td>{}</td></tr>\n",
      id, id, style_class(result), verdict_word(result), to_string(result.claim.expected), scope_text(result.proof),
      check_text(result.proof), result.seconds, escaped(result.claim.title));
}

std::string preformatted(const std::string& heading, const std::string& text, bool folded) {
  if (text.empty()) return "";
  const std::string block = "<pre>" + escaped(text) + "</pre>";
  if (folded) return fmt::format("<details><summary>{}</summary>{}</details>\n", heading, block);
  return fmt::format("<h3>{}</h3>\n{}\n", heading, block);
}

/// The lines of a part without its heading, which HTML has its own way to write.
std::string without_heading(const std::string& text) { return text.empty() ? text : text.substr(text.find('\n') + 1); }

std::string amends_text(const Claim& claim) {
  if (claim.amends.empty()) return "";
  const std::string id = escaped(claim.amends);
  return fmt::format(", amends <a href=\"#{}\">{}</a>", id, id);
}

std::string section(const ClaimResult& result) {
  const Claim& claim = result.claim;
  std::string text =
      fmt::format("<section id=\"{}\">\n<h2>{}: {}</h2>\n", escaped(claim.id), escaped(claim.id), escaped(claim.title));
  text += fmt::format("<p>{}</p>\n", escaped(claim.statement));
  text += fmt::format("<p>{} ({}{})</p>\n", escaped(citation_text(claim.source)), to_string(claim.variant),
                      amends_text(claim));
  if (!claim.source.quote.empty()) text += fmt::format("<blockquote>{}</blockquote>\n", escaped(claim.source.quote));
  text += fmt::format("<p>Verdict: <span class=\"{}\">{}</span>, expected: {}{}{}</p>\n", style_class(result),
                      verdict_word(result), to_string(claim.expected),
                      scope_text(result.proof).empty() ? "" : ", scope: " + scope_text(result.proof),
                      result.proof.reason.empty() ? "" : "; " + escaped(result.proof.reason));
  if (!check_text(result.proof).empty())
    text += fmt::format("<p>Certificate: {}{}</p>\n", check_text(result.proof),
                        result.proof.not_certified.empty() ? "" : ", " + escaped(result.proof.not_certified));
  text += preformatted("The checker says", result.proof.checked, true);
  text += preformatted("Precisely", fmt::format("{}", fmt::join(describe_claim(claim), "\n")), true);
  text += preformatted("Witness", without_heading(witness_text(result.proof)), false);
  text += preformatted("Steps", without_heading(steps_text(result.proof)), true);
  text += preformatted("Rests on", without_heading(theorems_text(result.proof)), true);
  return text + "</section>\n";
}

}  // namespace

std::string html_report(const std::vector<ClaimResult>& results) {
  std::string rows;
  std::string sections;
  for (const ClaimResult& result : results) {
    rows += table_row(result);
    sections += section(result);
  }
  return fmt::format(
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>Isthmus: "
      "verdicts</title>\n<style>{}"
      "</style>\n</head>\n<body>\n<h1>Verdicts</h1>\n<p>{}<br>{}</p>\n<table>\n<tr><th>id</th><th>verdict</th><th>expected</"
      "th>"
      "<th>scope</th><th>certificate</th><th class=\"seconds\">seconds</th><th>title</th></tr>\n{}</table>\n{}</body>\n</html>\n",
      kStyle, certificates_text(results), tally_of(results).to_string(), rows, sections);
}

}  // namespace isthmus
