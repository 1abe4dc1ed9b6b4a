#include <cstdio>
#include <memory>

#include "cli/catalogue.hpp"
#include "cli/commands.hpp"
#include "cli/exit_code.hpp"
#include "cli/help.hpp"
#include "cli/proof_job.hpp"
#include "cli/set_options.hpp"
#include "report/claim_log.hpp"

namespace isthmus {
namespace {

struct ExplainOptions {
  std::string id;
  std::vector<std::string> paths;
  LimitOptions limits;
};

int run_explain(const ExplainOptions& options) {
  const std::vector<Claim> claims = load_claims(options.paths);
  const Claim& claim = claim_with_id(claims, options.id);
  const Claim* amended = nullptr;
  std::vector<const Claim*> repairs;
  for (const Claim& other : claims) {
    if (other.id == claim.amends) amended = &other;
    if (other.amends == claim.id) repairs.push_back(&other);
  }
  Supervision supervision;
  supervision.limits = options.limits.limits();
  const JobOutcome outcome = supervise({proof_job(claim, WithCertificate::no)}, supervision).front();
  const ClaimResult result = claim_result(claim, outcome);
  std::fputs(explanation(result, amended, repairs).c_str(), stdout);
  std::fputs(outcome.errors.c_str(), stderr);
  if (result.defect) return exit_internal_error;
  return result.proof.verdict == Verdict::undecided ? exit_undecided : exit_as_expected;
}

}  // namespace

void add_explain_command(CLI::App& program, ChosenCommand& chosen) {
  CLI::App* command = program.add_subcommand("explain", "Explain a claim, its proof, and what it rests on, in words");
  const auto options = std::make_shared<ExplainOptions>();
  command->add_option("ID", options->id, "The id of the claim")->required()->type_name("");
  command->add_option("PATH", options->paths, "Where to look: claim files and directories of them, or the catalogue")
      ->type_name("");
  add_limit_options(*command, options->limits, "");
  command->footer(explain_help());
  command->callback([&chosen, options] { chosen = [options] { return run_explain(*options); }; });
}

}  // namespace isthmus
