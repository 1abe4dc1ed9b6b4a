#include "cli/supervisor.hpp"

#include <fmt/format.h>
#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>

#include "cli/interrupt_signals.hpp"
#include "cli/status_line.hpp"

namespace isthmus {
namespace {

using End = JobOutcome::End;

constexpr int kPollMilliseconds = 20;
constexpr double kStatusAfterSeconds = 0.3;
constexpr std::size_t kMegabyte = 1 << 20;

std::size_t default_megabytes() {
  const auto pages = static_cast<std::size_t>(sysconf(_SC_PHYS_PAGES));
  return pages / 4 * 3 * static_cast<std::size_t>(sysconf(_SC_PAGESIZE)) / kMegabyte;
}

class Supervisor {
 public:
  Supervisor(const std::vector<Job>& jobs, const Supervision& supervision)
      : jobs_(jobs), supervision_(supervision), outcomes_(jobs.size()) {}

  std::vector<JobOutcome> run() {
    while (told_ < jobs_.size()) {
      start_jobs();
      wait();
      if (signals_.arrived()) interrupt();
      for (auto child = running_.begin(); child != running_.end();) {
        const std::size_t job = child->first;
        outcomes_[job] = look_at(*child->second);
        child = outcomes_[job] ? running_.erase(child) : std::next(child);
      }
      tell();
      show_status();
    }
    std::vector<JobOutcome> result;
    for (auto& outcome : outcomes_) result.push_back(std::move(*outcome));
    return result;
  }

 private:
  void start_jobs() {
    while (started_ < jobs_.size() && running_.size() < supervision_.at_once) {
      running_.emplace(started_, std::make_unique<ChildProcess>(jobs_[started_]));
      ++started_;
    }
  }

  void wait() {
    std::vector<pollfd> descriptors{{signals_.descriptor(), POLLIN, 0}};
    for (const auto& [job, child] : running_) {
      descriptors.push_back({child->message_descriptor(), POLLIN, 0});
      descriptors.push_back({child->error_descriptor(), POLLIN, 0});
    }
    poll(descriptors.data(), descriptors.size(), kPollMilliseconds);
  }

  void interrupt() {
    for (auto& [job, child] : running_) outcomes_[job] = child->stop(End::interrupted, "interrupted");
    running_.clear();
    for (; started_ < jobs_.size(); ++started_) {
      outcomes_[started_] = JobOutcome{End::interrupted, {}, {}, "interrupted", {}, 0};
    }
  }

  std::optional<JobOutcome> look_at(ChildProcess& child) const {
    if (auto outcome = child.poll()) return outcome;
    const Limits& limits = supervision_.limits;
    if (limits.seconds && child.seconds() >= *limits.seconds) {
      return child.stop(End::time_limit, fmt::format("time limit of {} s reached", *limits.seconds));
    }
    const std::size_t megabytes = limits.megabytes.value_or(default_megabytes_);
    if (child.resident_bytes() >= megabytes * kMegabyte) {
      return child.stop(End::memory_limit, fmt::format("memory limit of {} MB reached", megabytes));
    }
    return std::nullopt;
  }

  void tell() {
    for (; told_ < jobs_.size() && outcomes_[told_]; ++told_) {
      if (!supervision_.ended) continue;
      status_.clear();
      supervision_.ended(told_, *outcomes_[told_]);
    }
  }

  void show_status() {
    if (!status_.visible() || running_.empty()) return;
    const auto& [job, child] = *running_.begin();
    if (child->seconds() < kStatusAfterSeconds) return;
    std::string text;
    if (jobs_.size() > 1) text += fmt::format("[{}/{}] ", told_ + 1, jobs_.size());
    if (job < supervision_.labels.size()) text += supervision_.labels[job] + ": ";
    status_.show(fmt::format("{}{} ({} s)", text, child->progress(), std::floor(child->seconds())));
  }

  const std::vector<Job>& jobs_;
  const Supervision& supervision_;
  const std::size_t default_megabytes_ = default_megabytes();
  InterruptSignals signals_;
  StatusLine status_;
  std::map<std::size_t, std::unique_ptr<ChildProcess>> running_;
  std::vector<std::optional<JobOutcome>> outcomes_;
  std::size_t started_ = 0;
  std::size_t told_ = 0;
};

}  // namespace

std::vector<JobOutcome> supervise(const std::vector<Job>& jobs, const Supervision& supervision) {
  return Supervisor(jobs, supervision).run();
}

}  // namespace isthmus
