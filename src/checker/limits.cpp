#include "checker/limits.hpp"

#include <sys/resource.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <string_view>

namespace isthmus::check {
namespace {

constexpr int kDeclined = 2;

// Only what is allowed in a signal handler.
extern "C" void time_is_up(int) {
  constexpr std::string_view message = "declined: the time limit is reached\n";
  const auto written = write(STDOUT_FILENO, message.data(), message.size());
  _exit(written < 0 ? kDeclined : kDeclined);
}

}  // namespace

void limit_time_and_memory(std::size_t seconds, std::size_t megabytes) {
  std::signal(SIGXCPU, time_is_up);
  // The hard limit, a second later, kills the process if the handler does not run.
  const rlimit time{seconds, seconds + 1};
  setrlimit(RLIMIT_CPU, &time);
#ifndef __SANITIZE_ADDRESS__  // which reserves terabytes of addresses
  const rlimit memory{megabytes << 20, megabytes << 20};
  setrlimit(RLIMIT_AS, &memory);
#else
  static_cast<void>(megabytes);
#endif
}

}  // namespace isthmus::check
