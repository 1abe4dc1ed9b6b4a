#include "report/junit.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "report/markup.hpp"

namespace isthmus {
namespace {

struct Problem {
  std::string element;  ///< "failure" or "error"
  std::string type;
  std::string message;
};

Problem problem_of(const ClaimResult& result) {
  if (result.defect) return {"error", "internal", result.proof.reason};
  if (result.proof.verdict == Verdict::undecided) return {"error", "undecided", result.proof.reason};
  if (result.proof.verdict == result.claim.expected)
    return {
        "failure", "certificate",
        result.proof.not_certified.empty() ? result.proof.checked : "no certificate: " + result.proof.not_certified};
  return {"failure", to_string(result.proof.verdict),
          fmt::format("{}, expected {}", to_string(result.proof.verdict), to_string(result.claim.expected))};
}

std::string details(const ClaimResult& result) {
  return fmt::format("{}\n{}", result.proof.reason, fmt::join(result.proof.witness, "\n"));
}

std::string case_text(const ClaimResult& result) {
  const std::string start = fmt::format("    <testcase classname=\"isthmus.{}\" name=\"{}\" time=\"{:.3f}\"",
                                        escaped(result.claim.kind), escaped(result.claim.id), result.seconds);
  if (outcome_of(result) == Outcome::passed) return start + "/>\n";
  const Problem problem = problem_of(result);
  return fmt::format("{}>\n      <{} type=\"{}\" message=\"{}\">{}</{}>\n    </testcase>\n", start, problem.element,
                     problem.type, escaped(problem.message), escaped(details(result)), problem.element);
}

}  // namespace

std::string junit_report(const std::vector<ClaimResult>& results) {
  std::size_t failures = 0;
  std::size_t errors = 0;
  double seconds = 0;
  std::string cases;
  for (const ClaimResult& result : results) {
    cases += case_text(result);
    seconds += result.seconds;
    if (outcome_of(result) == Outcome::passed) continue;
    ++(problem_of(result).element == "error" ? errors : failures);
  }
  const std::string counts = fmt::format("tests=\"{}\" failures=\"{}\" errors=\"{}\" time=\"{:.3f}\"", results.size(),
                                         failures, errors, seconds);
  return fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites {}>\n  <testsuite name=\"isthmus verify\" {}>\n{}"
      "  </testsuite>\n</testsuites>\n",
      counts, counts, cases);
}

}  // namespace isthmus
