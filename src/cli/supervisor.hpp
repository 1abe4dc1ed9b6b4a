#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "cli/child_process.hpp"

namespace isthmus {

/// What one computation may use.
struct Limits {
  std::optional<double> seconds;         ///< wall clock
  std::optional<std::size_t> megabytes;  ///< resident memory, in 2^20 bytes; nullopt: three quarters of the machine's
};

struct Supervision {
  std::size_t at_once = 1;          ///< jobs that may run at the same time
  Limits limits;                    ///< of each job
  std::vector<std::string> labels;  ///< one per job for the status line; empty: none
  /// Called for each job in the order of the jobs, as soon as it and all before it have ended. May be empty.
  std::function<void(std::size_t job, const JobOutcome&)> ended;
};

/// Runs every job in a process of its own. The outcomes come in the order of the jobs and do not depend on `at_once`,
/// apart from the seconds. After SIGINT, SIGTERM or SIGHUP every job that has not ended is interrupted. While it runs,
/// a status line is shown on standard error if that is a terminal.
std::vector<JobOutcome> supervise(const std::vector<Job>& jobs, const Supervision& supervision);

}  // namespace isthmus
