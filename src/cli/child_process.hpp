#pragma once

#include <sys/types.h>

#include <chrono>
#include <functional>
#include <optional>
#include <string>

#include "cli/channel.hpp"

namespace isthmus {

/// A computation that runs in a process of its own: returns its complete result as bytes.
using Job = std::function<std::string(Channel&)>;

/// How a computation ended.
struct JobOutcome {
  enum class End { finished, time_limit, memory_limit, interrupted, crashed };

  End end = End::crashed;
  std::string result;       ///< for finished
  std::string provisional;  ///< the last provisional message, or empty
  std::string reason;       ///< in words, unless finished
  std::string errors;       ///< what the process wrote to its standard error
  double seconds = 0;       ///< wall clock
};

/// A forked child that runs a job, with the pipes from it. It does not outlive this object, nor the parent process.
///
/// The child blocks no resource of the parent: its standard output and standard error go to one pipe, its messages to
/// another. SIGINT, SIGTERM and SIGHUP stay blocked in it, if the caller blocked them: its parent decides.
class ChildProcess {
 public:
  /// Throws InternalError if the system refuses another process.
  explicit ChildProcess(const Job& job);
  ~ChildProcess();
  ChildProcess(const ChildProcess&) = delete;
  ChildProcess& operator=(const ChildProcess&) = delete;

  int message_descriptor() const noexcept { return messages_; }
  int error_descriptor() const noexcept { return errors_; }
  double seconds() const;
  /// Resident memory of the process and of those it started, in bytes; 0 if it has ended.
  std::size_t resident_bytes() const;
  /// The last progress message, or empty.
  const std::string& progress() const noexcept { return progress_; }

  /// Reads what has arrived. Returns the outcome as soon as the process has ended by itself.
  std::optional<JobOutcome> poll();
  /// Ends the process. A result that had arrived completely counts nevertheless.
  JobOutcome stop(JobOutcome::End end, std::string reason);

 private:
  [[noreturn]] static void run(const Job& job, int messages, int errors, pid_t parent);
  void drain();
  void take_messages();
  JobOutcome outcome_of_status(int status) const;
  JobOutcome outcome(JobOutcome::End end, std::string reason) const;
  int reap();

  pid_t pid_ = -1;
  int messages_ = -1;
  int errors_ = -1;
  bool messages_open_ = true;
  std::chrono::steady_clock::time_point start_;
  MessageReader reader_;
  std::optional<std::string> result_;
  std::optional<std::string> defect_;
  bool no_memory_ = false;
  std::string provisional_;
  std::string progress_;
  std::string error_text_;
};

}  // namespace isthmus
