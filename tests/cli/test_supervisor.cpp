#include <doctest/doctest.h>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <new>

#include <sys/mman.h>
#include <unistd.h>

#include "support/texts.hpp"
#include "cli/run_program.hpp"
#include "cli/supervisor.hpp"
#include "exact/error.hpp"

using namespace isthmus;
using namespace isthmus::test;
using End = JobOutcome::End;

namespace {

[[noreturn]] void sleep_for_ever() {
  while (true) pause();
}

JobOutcome run_one(const Job& job, const Limits& limits = {}) {
  Supervision supervision;
  supervision.limits = limits;
  const auto outcomes = supervise({job}, supervision);
  REQUIRE(outcomes.size() == 1);
  return outcomes.front();
}

/// As in the program, where no test framework handles the signal.
[[noreturn]] void plain_abort() {
  std::signal(SIGABRT, SIG_DFL);
  std::abort();
}

}  // namespace

TEST_CASE("a result arrives complete, small, empty or large, zero bytes included") {
  CHECK(run_one([](Channel&) { return std::string("done"); }).result == "done");
  CHECK(run_one([](Channel&) { return std::string(); }).end == End::finished);
  std::string large;
  for (int i = 0; i < 5'000'000; ++i) large += static_cast<char>(i % 251);
  const JobOutcome outcome = run_one([&](Channel&) { return large; });
  CHECK(outcome.end == End::finished);
  CHECK(outcome.result == large);
}

TEST_CASE("a job that sleeps is ended by its time limit") {
  const JobOutcome outcome = run_one([](Channel&) -> std::string { sleep_for_ever(); }, {0.1, std::nullopt});
  CHECK(outcome.end == End::time_limit);
  CHECK(outcome.reason == "time limit of 0.1 s reached");
}

TEST_CASE("a job that computes without end is ended by its time limit, and keeps what it made known") {
  const auto busy = [](Channel& channel) -> std::string {
    channel.send(MessageKind::provisional, "x, y");
    for (std::size_t i = 0;; ++i) channel.progress("cells", i);
  };
  const JobOutcome outcome = run_one(busy, {0.2, std::nullopt});
  CHECK(outcome.end == End::time_limit);
  CHECK(outcome.provisional == "x, y");
}

TEST_CASE("a job that allocates without end is ended by its memory limit") {
  const auto hungry = [](Channel&) -> std::string {
    constexpr std::size_t size = 16 << 20;
    while (true) {
      char* block = static_cast<char*>(mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0));
      for (std::size_t i = 0; i < size; i += 4096) block[i] = 1;
      usleep(1000);
    }
  };
  const JobOutcome outcome = run_one(hungry, {std::nullopt, 600});
  CHECK(outcome.end == End::memory_limit);
  CHECK(outcome.reason == "memory limit of 600 MB reached");
}

TEST_CASE("running out of memory is told from a defect") {
  CHECK(run_one([](Channel&) -> std::string { throw std::bad_alloc(); }).end == End::memory_limit);
  // How FLINT and GMP end when an allocation fails.
  CHECK(run_one([](Channel&) -> std::string {
          std::fputs("Exception (flint_malloc). Unable to allocate 99999 bytes.\n", stderr);
          plain_abort();
        }).end == End::memory_limit);
  CHECK(run_one([](Channel&) -> std::string {
          std::fputs("GNU MP: Cannot allocate memory (size=99999)\n", stderr);
          plain_abort();
        }).end == End::memory_limit);
  CHECK(run_one([](Channel&) -> std::string {
          raise(SIGKILL);
          return "";
        }).end == End::memory_limit);
}

TEST_CASE("a crash is a defect that names the signal") {
  const JobOutcome aborted = run_one([](Channel&) -> std::string {
    std::fputs("last words\n", stderr);
    plain_abort();
  });
  CHECK(aborted.end == End::crashed);
  CHECK(contains(aborted.reason, "SIGABRT"));
  CHECK(aborted.errors == "last words\n");
  const JobOutcome faulted = run_one([](Channel&) -> std::string {
    std::signal(SIGSEGV, SIG_DFL);
    raise(SIGSEGV);
    return "";
  });
  CHECK(faulted.end == End::crashed);
  CHECK(contains(faulted.reason, "SIGSEGV"));
}

TEST_CASE("an unexpected exception is a defect, and so is an end without a result") {
  const JobOutcome thrown = run_one([](Channel&) -> std::string { throw InternalError("a broken promise"); });
  CHECK(thrown.end == End::crashed);
  CHECK(thrown.reason == "a broken promise");
  CHECK(run_one([](Channel&) -> std::string { throw 7; }).end == End::crashed);
  const JobOutcome left = run_one([](Channel&) -> std::string { _exit(5); });
  CHECK(left.end == End::crashed);
  CHECK(contains(left.reason, "status 5"));
}

TEST_CASE("a flood on standard output and standard error is drained and kept out of the result") {
  const JobOutcome outcome = run_one([](Channel&) {
    const std::string line(1000, 'x');
    for (int i = 0; i < 5000; ++i) {
      std::puts(line.c_str());
      std::fputs(line.c_str(), stderr);
    }
    return std::string("done");
  });
  CHECK(outcome.end == End::finished);
  CHECK(outcome.result == "done");
  CHECK(outcome.errors.size() <= (1 << 20));
}

TEST_CASE("outcomes come in the order of the jobs, however many run at once") {
  for (const std::size_t at_once : {1u, 2u, 5u, 50u}) {
    CAPTURE(at_once);
    std::vector<Job> jobs;
    for (int i = 0; i < 12; ++i) {
      jobs.push_back([i](Channel&) {
        usleep(static_cast<useconds_t>(1000 * (12 - i)));
        return std::to_string(i);
      });
    }
    Supervision supervision;
    supervision.at_once = at_once;
    std::string order;
    supervision.ended = [&](std::size_t job, const JobOutcome& outcome) {
      CHECK(outcome.result == std::to_string(job));
      order += outcome.result + " ";
    };
    CHECK(supervise(jobs, supervision).size() == 12);
    CHECK(order == "0 1 2 3 4 5 6 7 8 9 10 11 ");
  }
}

TEST_CASE("one job that breaks down does not disturb the others") {
  std::vector<Job> jobs;
  for (int i = 0; i < 6; ++i) {
    jobs.push_back([i](Channel&) -> std::string {
      if (i % 2 == 1) plain_abort();
      return "fine";
    });
  }
  Supervision supervision;
  supervision.at_once = 3;
  const auto outcomes = supervise(jobs, supervision);
  for (std::size_t i = 0; i < 6; ++i) CHECK(outcomes[i].end == (i % 2 == 1 ? End::crashed : End::finished));
}

TEST_CASE("a signal interrupts what runs and what has not begun") {
  const pid_t self = getpid();
  std::vector<Job> jobs{[](Channel&) { return std::string("first"); }, [self](Channel&) -> std::string {
                          kill(self, SIGINT);
                          sleep_for_ever();
                        },
                        [](Channel&) { return std::string("never begun"); }};
  const auto outcomes = supervise(jobs, {});
  CHECK(outcomes[0].end == End::finished);
  CHECK(outcomes[1].end == End::interrupted);
  CHECK(outcomes[1].reason == "interrupted");
  CHECK(outcomes[2].end == End::interrupted);
}

TEST_CASE("no job outlives its supervisor") {
  const TemporaryDirectory directory;
  const std::string name = directory.file("pid");
  const pid_t supervisor = fork();
  if (supervisor == 0) {
    supervise({[&](Channel&) -> std::string {
                std::ofstream(name + ".part") << getpid();
                std::filesystem::rename(name + ".part", name);
                sleep_for_ever();
              }},
              {});
    _exit(0);
  }
  while (!std::filesystem::exists(name)) usleep(1000);
  const pid_t job = std::stoi(file_contents(name));
  kill(supervisor, SIGKILL);
  waitpid(supervisor, nullptr, 0);
  const auto ended = [job] {
    const std::string status = file_contents("/proc/" + std::to_string(job) + "/stat");
    return status.empty() || contains(status, ") Z ");
  };
  for (int i = 0; i < 5000 && !ended(); ++i) usleep(1000);
  CHECK(ended());
}

TEST_CASE("messages are put together from any pieces") {
  int ends[2];
  REQUIRE(pipe(ends) == 0);
  Channel channel(ends[1]);
  channel.send(MessageKind::provisional, "abc");
  channel.send(MessageKind::result, "");
  char bytes[64];
  const ssize_t count = read(ends[0], bytes, sizeof bytes);
  close(ends[0]);
  close(ends[1]);
  MessageReader reader;
  std::vector<Message> messages;
  for (ssize_t i = 0; i < count; ++i) {
    reader.append({bytes + i, 1});
    while (auto message = reader.next()) messages.push_back(*message);
  }
  REQUIRE(messages.size() == 2);
  CHECK(messages[0].kind == MessageKind::provisional);
  CHECK(messages[0].text == "abc");
  CHECK(messages[1].kind == MessageKind::result);
  CHECK(messages[1].text.empty());
}
