#include "checker/limits.hpp"

#include <sys/resource.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <new>
#include <string_view>

namespace isthmus::check {
namespace {

constexpr int kDeclined = 2;

// AddressSanitizer reserves terabytes of addresses, so that they cannot be limited.
#if defined(__SANITIZE_ADDRESS__)
constexpr bool kAddressesReserved = true;
#elif defined(__has_feature)
constexpr bool kAddressesReserved = __has_feature(address_sanitizer);
#else
constexpr bool kAddressesReserved = false;
#endif

// Only what is allowed in a signal handler, and needs no memory.
[[noreturn]] void decline(std::string_view message) {
  const auto written = write(STDOUT_FILENO, message.data(), message.size());
  _exit(written < 0 ? kDeclined : kDeclined);
}

extern "C" void time_is_up(int) { decline("declined: the time limit is reached (--time-limit)\n"); }

// At once, since an exception may meet a function that must not throw.
void memory_is_used_up() { decline("declined: the memory limit is reached (--memory-limit)\n"); }

}  // namespace

void limit_time_and_memory(std::size_t seconds, std::size_t megabytes) {
  std::signal(SIGXCPU, time_is_up);
  // The hard limit, a second later, kills the process if the handler does not run.
  const rlimit time{seconds, seconds + 1};
  setrlimit(RLIMIT_CPU, &time);
  std::set_new_handler(memory_is_used_up);
  if (kAddressesReserved) return;
  const rlimit memory{megabytes << 20, megabytes << 20};
  setrlimit(RLIMIT_AS, &memory);
}

}  // namespace isthmus::check
