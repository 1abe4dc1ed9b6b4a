#include <doctest/doctest.h>

#include <functional>
#include <map>
#include <nlohmann/json.hpp>
#include <regex>

#include "cli/catalogue_of_tests.hpp"
#include "support/texts.hpp"

using namespace isthmus;
using namespace isthmus::test;
using nlohmann::json;

namespace {

const std::string parameter = "parameters = [\"a\"]\n";

void write_examples(const TemporaryDirectory& directory) {
  write_claim(directory, "e-2", "x*y != 0", "4", "proved");
  write_claim(directory, "e-10", "x*y = 1", "3", "refuted");
  write_claim(directory, "e-10-repaired", "x*y = 1", "2", "proved", "amends = \"e-10\"\n");
  write_claim(directory, "e-11", "x*y = a", "2", "proved", parameter + "assumption = \"a != 0\"\n");
  write_claim(directory, "e-12", "x*y = a", "2", "vacuous", parameter + "assumption = \"a^2 < 0\"\n");
}

void write_heavy(const TemporaryDirectory& directory, const std::string& id) {
  write_claim(directory, id, heavy_set(), "2", "proved", "", R"("x", "y", "z", "w")");
}

std::string last_line(const std::string& text) {
  const std::string body = text.substr(0, text.size() - (text.empty() ? 0 : 1));
  return body.substr(body.rfind('\n') + 1);
}

std::string without_seconds(const std::string& text) {
  return std::regex_replace(text, std::regex("[0-9]+\\.[0-9]+|\"seconds\": [0-9.e-]+"), "S");
}

std::map<std::string, std::string> files_in(const std::filesystem::path& directory) {
  std::map<std::string, std::string> files;
  for (const auto& entry : std::filesystem::directory_iterator(directory)) {
    files[entry.path().filename().string()] = file_contents(entry.path());
  }
  return files;
}

/// Whether something becomes true within some seconds.
bool comes_true(const std::function<bool()>& condition) {
  for (int i = 0; i < 2000 && !condition(); ++i) usleep(10000);
  return condition();
}

/// Gone, or waiting for whoever adopted it to take notice.
bool has_ended(const std::string& pid) {
  const std::string status = file_contents("/proc/" + pid + "/status");
  return status.find("State:") == std::string::npos || status.find("State:\tZ") != std::string::npos;
}

/// A copy of the program beside an isthmus-check that writes its process id to the file "pid" and sleeps.
void install_with_sleeping_checker(const TemporaryDirectory& programs) {
  std::filesystem::copy_file(ISTHMUS_BIN_DIR "/isthmus", programs.file("isthmus"));
  const std::string checker = programs.file("isthmus-check");
  std::ofstream(checker) << "#!/bin/sh\necho $$ > " << programs.file("pid") << ".new\nmv " << programs.file("pid")
                         << ".new " << programs.file("pid") << "\nexec sleep 1000\n";
  std::filesystem::permissions(checker, std::filesystem::perms::owner_all);
}

}  // namespace

TEST_CASE("claims with their expected verdicts: exit 0, rows in the order of the ids") {
  const TemporaryDirectory claims;
  write_examples(claims);
  const ProgramResult result = run_isthmus({"verify", claims.path()});
  CAPTURE(result.out);
  CHECK(result.exit_code == 0);
  CHECK(result.err.empty());
  CHECK(last_line(result.out) == "5 passed, 0 failed, 0 skipped");
  std::size_t previous = 0;
  for (const char* row : {"\ne-2 ", "\ne-10 ", "\ne-10-repaired ", "\ne-11 ", "\ne-12 "}) {
    CAPTURE(row);
    const std::size_t place = result.out.find(row);
    REQUIRE(place != std::string::npos);
    CHECK(place >= previous);
    previous = place;
  }
  CHECK_FALSE(contains(result.out, "\x1b"));
}

TEST_CASE("a verdict that differs: exit 1; one that is missing: exit 2; both: exit 1") {
  const TemporaryDirectory claims;
  write_claim(claims, "right", "x*y != 0", "4", "proved");
  write_heavy(claims, "heavy");
  const ProgramResult undecided = run_isthmus({"verify", claims.path(), "--only", "heavy", "--time-limit", "0.1"});
  CHECK(undecided.exit_code == 2);
  CHECK(last_line(undecided.out) == "0 passed, 0 failed, 1 skipped");
  CHECK(contains(undecided.out, "time limit of 0.1 s reached"));
  write_claim(claims, "wrong", "x*y != 0", "5", "proved");
  const ProgramResult both = run_isthmus({"verify", claims.path(), "--time-limit", "3"});
  CHECK(both.exit_code == 1);
  CHECK(last_line(both.out) == "1 passed, 1 failed, 1 skipped");
  const ProgramResult differs = run_isthmus({"verify", claims.path(), "--only", "wrong"});
  CHECK(differs.exit_code == 1);
  CHECK(contains(differs.out, "refuted"));
}

TEST_CASE("a selection by id, by shard, by file") {
  const TemporaryDirectory claims;
  write_examples(claims);
  CHECK(last_line(run_isthmus({"verify", claims.path(), "--only", "e-10*"}).out) == "2 passed, 0 failed, 0 skipped");
  CHECK(last_line(run_isthmus({"verify", claims.path(), "--only", "e-2", "--only", "e-11"}).out) ==
        "2 passed, 0 failed, 0 skipped");
  CHECK(last_line(run_isthmus({"verify", claims.path(), "--shard", "1/2"}).out) == "3 passed, 0 failed, 0 skipped");
  CHECK(last_line(run_isthmus({"verify", claims.path(), "--shard", "2/2"}).out) == "2 passed, 0 failed, 0 skipped");
  CHECK(last_line(run_isthmus({"verify", claims.file("e-2.toml")}).out) == "1 passed, 0 failed, 0 skipped");
  CHECK(run_isthmus({"verify", claims.path(), "--only", "none"}).exit_code == 3);
  CHECK(run_isthmus({"verify", claims.path(), "--shard", "6/6"}).exit_code == 3);
}

TEST_CASE("the bytes do not depend on the number of jobs") {
  const TemporaryDirectory claims;
  write_examples(claims);
  const auto run = [&](const TemporaryDirectory& outputs, const char* jobs) {
    const ProgramResult result =
        run_isthmus({"verify", claims.path(), "--jobs", jobs, "--log", outputs.file("logs"), "--json",
                     outputs.file("json"), "--junit", outputs.file("junit"), "--html", outputs.file("html")});
    CHECK(result.exit_code == 0);
    return result.out;
  };
  const TemporaryDirectory one;
  const TemporaryDirectory two;
  CHECK(without_seconds(run(one, "1")) == without_seconds(run(two, "2")));
  CHECK(files_in(one.file("logs")) == files_in(two.file("logs")));
  CHECK(files_in(one.file("logs")).size() == 5);
  for (const char* name : {"json", "junit", "html"}) {
    CAPTURE(name);
    CHECK(without_seconds(file_contents(one.file(name))) == without_seconds(file_contents(two.file(name))));
  }
}

TEST_CASE("the JSON says what the table says") {
  const TemporaryDirectory claims;
  write_examples(claims);
  const TemporaryDirectory outputs;
  CHECK(run_isthmus({"verify", claims.path(), "--json", outputs.file("json")}).exit_code == 0);
  const json report = json::parse(file_contents(outputs.file("json")));
  CHECK(report["schema"] == "isthmus.verify/1");
  REQUIRE(report["claims"].size() == 5);
  for (const json& claim : report["claims"]) {
    CHECK(claim["verdict"] == claim["expected"]);
    CHECK(claim["seconds"].is_number());
    CHECK(claim["scope"].is_string());
  }
  CHECK(report["claims"][1]["id"] == "e-10");
  CHECK(report["claims"][1]["verdict"] == "refuted");
  CHECK_FALSE(report["claims"][1]["witness"].empty());
  CHECK(report["passed"] == 5);
}

TEST_CASE("an interrupt ends the whole run in order: a table, a tally, reports") {
  const TemporaryDirectory claims;
  const TemporaryDirectory outputs;
  write_claim(claims, "a", "x*y != 0", "4", "proved");
  write_heavy(claims, "b");
  write_claim(claims, "c", "x*y != 0", "4", "proved");
  RunningProgram program({"verify", claims.path(), "--log", outputs.file("logs"), "--json", outputs.file("json")});
  while (!std::filesystem::exists(outputs.file("logs/a.log"))) usleep(1000);
  kill(program.pid(), SIGINT);
  const ProgramResult result = program.wait();
  CHECK(result.exit_code == 2);
  CHECK(last_line(result.out) == "1 passed, 0 failed, 2 skipped");
  CHECK(contains(file_contents(outputs.file("logs/b.log")), "reason: interrupted"));
  CHECK(json::parse(file_contents(outputs.file("json")))["skipped"] == 2);
}

TEST_CASE("a claim is explained with its proof and its relations") {
  const TemporaryDirectory claims;
  write_examples(claims);
  const ProgramResult printed = run_isthmus({"explain", "e-10", claims.path()});
  CHECK(printed.exit_code == 0);
  for (const char* piece : {"e-10: Title of e-10", "Beyond it goes e-10-repaired", "It is refuted", "as expected",
                            "witness\n", "steps\n"}) {
    CAPTURE(piece);
    CHECK(contains(printed.out, piece));
  }
  CHECK(contains(run_isthmus({"explain", "e-10-repaired", claims.path()}).out, "It goes beyond e-10"));
  const ProgramResult unknown = run_isthmus({"explain", "e-10-repair", claims.path()});
  CHECK(unknown.exit_code == 3);
  CHECK(contains(unknown.err, "did you mean 'e-10-repaired'?"));
  write_heavy(claims, "heavy");
  CHECK(run_isthmus({"explain", "heavy", claims.path(), "--time-limit", "0.2"}).exit_code == 2);
}

TEST_CASE("a broken claim file stops everything before the work and leaves nothing") {
  const TemporaryDirectory claims;
  const TemporaryDirectory outputs;
  write_examples(claims);
  write_claim(claims, "broken", "x*(y != 0", "4", "proved");
  const ProgramResult result =
      run_isthmus({"verify", claims.path(), "--json", outputs.file("json"), "--log", outputs.file("logs")});
  CHECK(result.exit_code == 3);
  CHECK(result.out.empty());
  CHECK(contains(result.err, "broken.toml:11:10: this"));
  CHECK(contains(result.err, "^"));
  CHECK(files_in(outputs.path()).empty());
}

TEST_CASE("help and version") {
  const ProgramResult version = run_isthmus({"--version"});
  CHECK(version.exit_code == 0);
  CHECK(std::regex_match(version.out, std::regex("isthmus [0-9]+\\.[0-9]+\\.[0-9]+\n")));
  CHECK(contains(run_isthmus({"--help"}).out, "components"));
  for (const char* command : {"components", "connect", "sample"}) {
    CAPTURE(command);
    const ProgramResult help = run_isthmus({command, "--help"});
    CHECK(help.exit_code == 0);
    CHECK(contains(help.out, "The set language"));
    CHECK(contains(help.out, std::string("  isthmus ") + command + " '"));
  }
  for (const char* command : {"verify", "explain"}) {
    CHECK(contains(run_isthmus({command, "--help"}).out, "Examples"));
  }
}

TEST_CASE("isthmus-check does not outlive the program that started it") {
  TemporaryDirectory claims;
  write_claim(claims, "axes", "x*y != 0", "4", "proved");
  for (const int signal : {0, SIGINT, SIGKILL}) {
    CAPTURE(signal);
    const TemporaryDirectory programs;
    install_with_sleeping_checker(programs);
    std::vector<std::string> arguments{"verify", claims.path()};
    if (signal == 0) arguments.insert(arguments.end(), {"--time-limit", "1"});
    RunningProgram program(arguments, programs.file("isthmus"));
    REQUIRE(comes_true([&] { return std::filesystem::exists(programs.file("pid")); }));
    std::string pid = file_contents(programs.file("pid"));
    pid.pop_back();
    if (signal != 0) kill(program.pid(), signal);
    CHECK(program.wait().exit_code == (signal == SIGKILL ? 128 + SIGKILL : 2));
    CHECK(comes_true([&] { return has_ended(pid); }));
  }
}
