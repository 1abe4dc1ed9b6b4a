#pragma once

#include <csignal>

namespace isthmus {

/// Turns SIGINT, SIGTERM and SIGHUP into something to be read, while it lives. SIGHUP stays ignored under nohup.
class InterruptSignals {
 public:
  InterruptSignals();
  ~InterruptSignals();
  InterruptSignals(const InterruptSignals&) = delete;
  InterruptSignals& operator=(const InterruptSignals&) = delete;

  /// Readable once a signal has arrived.
  int descriptor() const noexcept { return descriptor_; }
  /// Whether a signal has arrived since the last call.
  bool arrived();

 private:
  sigset_t previous_;
  int descriptor_ = -1;
};

}  // namespace isthmus
