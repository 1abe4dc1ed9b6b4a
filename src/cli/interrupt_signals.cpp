#include "cli/interrupt_signals.hpp"

#include <sys/signalfd.h>
#include <unistd.h>

#include "exact/error.hpp"

namespace isthmus {

InterruptSignals::InterruptSignals() {
  sigset_t signals;
  sigemptyset(&signals);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) sigaddset(&signals, signal);
  // A shell starts background jobs with SIGINT ignored; who sends it to this process means it.
  std::signal(SIGINT, SIG_DFL);
  std::signal(SIGTERM, SIG_DFL);
  sigprocmask(SIG_BLOCK, &signals, &previous_);
  descriptor_ = signalfd(-1, &signals, SFD_NONBLOCK | SFD_CLOEXEC);
  ensure(descriptor_ >= 0, "no signal descriptor");
}

InterruptSignals::~InterruptSignals() {
  close(descriptor_);
  sigprocmask(SIG_SETMASK, &previous_, nullptr);
}

bool InterruptSignals::arrived() {
  signalfd_siginfo info;
  return read(descriptor_, &info, sizeof info) == static_cast<ssize_t>(sizeof info);
}

}  // namespace isthmus
