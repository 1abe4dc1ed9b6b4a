#include <cstdio>
#include <cstdlib>
#include <memory>
#include <set>

#include <unistd.h>

#include "cli/arguments.hpp"
#include "cli/catalogue.hpp"
#include "cli/commands.hpp"
#include "cli/exit_code.hpp"
#include "cli/help.hpp"
#include "cli/output_file.hpp"
#include "cli/proof_job.hpp"
#include "cli/set_options.hpp"
#include "cli/supervisor.hpp"
#include "exact/error.hpp"
#include "report/claim_log.hpp"
#include "report/html.hpp"
#include "report/junit.hpp"
#include "report/verify_json.hpp"
#include "report/verify_table.hpp"

namespace isthmus {
namespace {

namespace fs = std::filesystem;

struct VerifyOptions {
  std::vector<std::string> paths;
  std::vector<std::string> only;
  std::size_t at_once = 1;
  std::string shard = "1/1";
  LimitOptions limits;
  std::string log_directory;
  std::string certificate_directory;
  std::string junit;
  std::string json;
  std::string html;
};

void check_outputs(const VerifyOptions& options) {
  std::set<fs::path> seen;
  for (const auto& [option, path] : {std::pair{"--junit", options.junit}, {"--json", options.json}, {"--html", options.html}}) {
    check_writable(path, option);
    const bool fresh = path.empty() || seen.insert(fs::absolute(path).lexically_normal()).second;
    require(fresh, std::string(option) + " " + path + ": another option names the same file");
  }
}

void make_directory(const std::string& directory, const std::string& option) {
  if (directory.empty()) return;
  std::error_code error;
  require(!fs::exists(directory, error) || fs::is_directory(directory, error),
          option + " " + directory + ": this is a file, a directory was expected");
  fs::create_directories(directory, error);
  require(!error, option + " " + directory + ": the directory cannot be made: " + error.message());
  check_writable(fs::path(directory) / "claim", option);
}

bool wants_colour() {
  const char* no_colour = std::getenv("NO_COLOR");
  return isatty(STDOUT_FILENO) == 1 && (no_colour == nullptr || *no_colour == '\0');
}

int exit_code_of(const std::vector<ClaimResult>& results) {
  int code = exit_as_expected;
  for (const ClaimResult& result : results) {
    if (result.defect) return exit_internal_error;
    if (outcome_of(result) == Outcome::failed || !result.proof.not_certified.empty()) code = exit_differs;
    if (outcome_of(result) == Outcome::skipped && code == exit_as_expected) code = exit_undecided;
  }
  return code;
}

void write_certificate(const ClaimResult& result, const std::string& directory) {
  const std::string& id = result.claim.id;
  if (!result.proof.not_certified.empty()) {
    std::fprintf(stderr, "%s: no certificate: %s\n", id.c_str(), result.proof.not_certified.c_str());
  }
  if (!result.proof.certificate.empty()) write_file({fs::path(directory) / (id + ".json"), result.proof.certificate});
}

/// Proves all claims, printing rows and writing logs and certificates on the way.
std::vector<ClaimResult> prove_all(const std::vector<Claim>& claims, const VerifyOptions& options) {
  Supervision supervision;
  supervision.at_once = options.at_once;
  supervision.limits = options.limits.limits();
  std::vector<Job> jobs;
  for (const Claim& claim : claims) {
    const bool certify = !options.certificate_directory.empty();
    jobs.push_back(proof_job(claim, certify ? WithCertificate::yes : WithCertificate::no));
    supervision.labels.push_back(claim.id);
  }
  const VerifyTable table(supervision.labels, wants_colour());
  std::fputs(table.header().c_str(), stdout);
  std::vector<ClaimResult> results;
  supervision.ended = [&](std::size_t job, const JobOutcome& outcome) {
    results.push_back(claim_result(claims[job], outcome));
    std::fputs(table.row(results.back()).c_str(), stdout);
    std::fflush(stdout);
    std::fputs(outcome.errors.c_str(), stderr);
    write_certificate(results.back(), options.certificate_directory);
    if (options.log_directory.empty()) return;
    write_file({fs::path(options.log_directory) / (claims[job].id + ".log"), claim_log(results.back())});
  };
  supervise(jobs, supervision);
  return results;
}

int run_verify(const VerifyOptions& options) {
  const Shard shard = parse_shard(options.shard);
  check_outputs(options);
  const std::vector<Claim> claims = in_shard(matching(load_claims(options.paths), options.only), shard);
  make_directory(options.log_directory, "--log");
  make_directory(options.certificate_directory, "--certificates");
  const std::vector<ClaimResult> results = prove_all(claims, options);
  if (!options.junit.empty()) write_file({options.junit, junit_report(results)});
  if (!options.json.empty()) write_file({options.json, verify_json(results)});
  if (!options.html.empty()) write_file({options.html, html_report(results)});
  std::printf("%s\n", tally_of(results).to_string().c_str());
  return exit_code_of(results);
}

}  // namespace

void add_verify_command(CLI::App& program, ChosenCommand& chosen) {
  CLI::App* command = program.add_subcommand("verify", "Prove claims and compare the verdicts with the expected ones");
  const auto options = std::make_shared<VerifyOptions>();
  command->add_option("PATH", options->paths, "Claim files and directories of them; the catalogue if there is none")
      ->type_name("");
  command->add_option("--only", options->only, "Only claims whose id matches, as '4.2*'; may be repeated")
      ->type_name("GLOB")
      ->allow_extra_args(false);
  command->add_option("--jobs", options->at_once, "Claims to prove at the same time (1)")
      ->type_name("N")
      ->check(positive_integer());
  command->add_option("--shard", options->shard, "Only part I of N of the claims")->type_name("I/N");
  add_limit_options(*command, options->limits, " on one claim");
  command->add_option("--log", options->log_directory, "Write a log for each claim to this directory")->type_name("DIR");
  command
      ->add_option("--certificates", options->certificate_directory,
                   "Write a certificate for each decided claim to this directory")
      ->type_name("DIR");
  command->add_option("--junit", options->junit, "Write a JUnit report")->type_name("FILE");
  command->add_option("--json", options->json, "Write the verdicts as JSON")->type_name("FILE");
  command->add_option("--html", options->html, "Write a page to read")->type_name("FILE");
  command->footer(verify_help());
  command->callback([&chosen, options] { chosen = [options] { return run_verify(*options); }; });
}

}  // namespace isthmus
