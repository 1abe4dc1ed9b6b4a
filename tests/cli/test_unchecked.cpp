#include <doctest/doctest.h>

#include <fcntl.h>
#include <unistd.h>

#include <nlohmann/json.hpp>

#include "certificate/not_certified.hpp"
#include "cli/certificate_output.hpp"
#include "cli/exit_code.hpp"
#include "cli/run_program.hpp"
#include "exact/error.hpp"

using namespace isthmus;

namespace {

/// A channel to nobody.
class Discarded {
 public:
  ~Discarded() { close(descriptor_); }
  Findings findings() { return Findings(channel_); }

 private:
  int descriptor_ = open("/dev/null", O_WRONLY);
  Channel channel_{descriptor_};
};

/// A decided query whose certificate is made like this.
QueryResult two_components(Findings& findings, const std::string& file, const std::function<std::string()>& make) {
  return with_certificate(findings, file, make, [](const MadeCertificate& made) {
    return QueryResult{exit_as_expected, "2 components, " + made.state() + "\n", {}, {}};
  });
}

template <class Reason>
void check_unchecked() {
  Discarded channel;
  Findings findings = channel.findings();
  const auto none = []() -> std::string { throw Reason("no rule covers it"); };
  const QueryResult result = two_components(findings, "c.json", none);
  CHECK(result.out == "2 components, unchecked\n");
  CHECK(result.files.empty());
  CHECK(result.exit_code == exit_undecided);
  CHECK(result.err == "isthmus: no certificate was written, the answer is unchecked: no rule covers it\n");
}

/// A plane curve that is counted at once, but whose thin neighbourhoods are not.
const std::string slow_to_certify = "x^8+y^8+3*x^3*y^4-7*x*y^5+2*x^2-y+x*y = 1 and x^3+y > 0";

}  // namespace

TEST_CASE("a certificate that cannot be written leaves the answer unchecked, and says so") {
  check_unchecked<NotCertified>();
  check_unchecked<TooHardToCertify>();
  check_unchecked<Undecided>();
}

TEST_CASE("a certificate that is written, and none that is wanted") {
  Discarded channel;
  Findings findings = channel.findings();
  const auto make = [] { return std::string("{}"); };
  const QueryResult written = two_components(findings, "c.json", make);
  CHECK(written.out == "2 components, written\n");
  REQUIRE(written.files.size() == 1);
  CHECK(written.files[0].contents == "{}");
  CHECK(written.exit_code == exit_as_expected);
  CHECK(written.err.empty());
  Findings others = channel.findings();
  const QueryResult unwanted = two_components(others, "", make);
  CHECK(unwanted.out == "2 components, \n");
  CHECK(unwanted.files.empty());
  CHECK_FALSE(others.unchecked());
}

TEST_CASE("while a certificate is made the answer is a finding already") {
  Discarded channel;
  Findings findings = channel.findings();
  const QueryResult result = two_components(findings, "c.json", [&] {
    REQUIRE(findings.unchecked());
    CHECK(findings.unchecked()->out == "2 components, unchecked\n");
    CHECK(findings.unchecked()->exit_code == exit_undecided);
    return std::string("{}");
  });
  CHECK(result.exit_code == exit_as_expected);
}

TEST_CASE("a count survives the time limit that ends its certificate") {
  const TemporaryDirectory directory;
  const ProgramResult result = run_isthmus({"components", slow_to_certify, "--time-limit", "1", "--json",
                                            "--certificate", directory.file("c"), "--log", directory.file("log")});
  CHECK(result.exit_code == 2);
  const nlohmann::json answer = nlohmann::json::parse(result.out);
  CHECK(answer["status"] == "exact");
  CHECK(answer["components"] == 1);
  CHECK(answer["certificate"] == "unchecked");
  CHECK(result.err.find("unchecked: it was not finished\nisthmus: time limit of 1 s reached\n") != std::string::npos);
  CHECK_FALSE(std::filesystem::exists(directory.file("c")));
  CHECK(file_contents(directory.file("log")).find("certificate: unchecked, because it was not finished") !=
        std::string::npos);
}
