#include "cli/child_process.hpp"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <exception>
#include <fstream>
#include <new>

#include "exact/error.hpp"

namespace isthmus {
namespace {

constexpr std::size_t kMostErrorText = 1 << 20;

struct Pipe {
  std::array<int, 2> ends{-1, -1};

  Pipe() {
    if (pipe2(ends.data(), O_CLOEXEC) != 0) throw InternalError(std::string("no pipe: ") + std::strerror(errno));
  }
};

/// Appends everything that can be read without waiting; returns whether the writing end is still open.
bool read_available(int descriptor, std::string& bytes) {
  std::array<char, 65536> buffer;
  while (true) {
    const ssize_t count = read(descriptor, buffer.data(), buffer.size());
    if (count > 0) {
      bytes.append(buffer.data(), static_cast<std::size_t>(count));
    } else if (count == 0) {
      return false;
    } else if (errno != EINTR) {
      return errno == EAGAIN;
    }
  }
}

/// FLINT and GMP abort with these words when an allocation fails or a number outgrows their types.
bool tells_of_memory(const std::string& errors) {
  for (const char* words :
       {"Unable to allocate", "annot allocate memory", "annot reallocate memory", "overflow in mpz type"}) {
    if (errors.find(words) != std::string::npos) return true;
  }
  return false;
}

std::string signal_name(int signal) {
  const char* abbreviation = sigabbrev_np(signal);
  return abbreviation == nullptr ? "signal " + std::to_string(signal) : std::string("SIG") + abbreviation;
}

/// 0 if there is no such process.
std::size_t resident_bytes_of(const std::string& process) {
  std::ifstream statm("/proc/" + process + "/statm");
  std::size_t size = 0;
  std::size_t resident = 0;
  if (!(statm >> size >> resident)) return 0;
  return resident * static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
}

}  // namespace

ChildProcess::ChildProcess(const Job& job) : start_(std::chrono::steady_clock::now()) {
  const Pipe messages;
  const Pipe errors;
  std::fflush(nullptr);
  const pid_t parent = getpid();
  pid_ = fork();
  if (pid_ == 0) run(job, messages.ends[1], errors.ends[1], parent);
  close(messages.ends[1]);
  close(errors.ends[1]);
  messages_ = messages.ends[0];
  errors_ = errors.ends[0];
  fcntl(messages_, F_SETFL, O_NONBLOCK);
  fcntl(errors_, F_SETFL, O_NONBLOCK);
  if (pid_ < 0) {
    close(messages_);
    close(errors_);
    throw InternalError(std::string("no process: ") + std::strerror(errno));
  }
}

ChildProcess::~ChildProcess() {
  if (pid_ > 0) {
    kill(pid_, SIGKILL);
    reap();
  }
  close(messages_);
  close(errors_);
}

void ChildProcess::run(const Job& job, int messages, int errors, pid_t parent) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != parent) _exit(1);
  dup2(errors, STDOUT_FILENO);
  dup2(errors, STDERR_FILENO);
  Channel channel(messages);
  try {
    const std::string result = job(channel);
    channel.send(MessageKind::result, result);
  } catch (const std::bad_alloc&) {
    channel.send(MessageKind::no_memory, "");
  } catch (const std::exception& error) {
    channel.send(MessageKind::defect, error.what());
  } catch (...) {
    channel.send(MessageKind::defect, "an exception of an unknown type");
  }
  std::fflush(nullptr);
  _exit(0);
}

double ChildProcess::seconds() const {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
}

std::size_t ChildProcess::resident_bytes() const {
  const std::string process = std::to_string(pid_);
  std::size_t bytes = resident_bytes_of(process);
  std::ifstream children("/proc/" + process + "/task/" + process + "/children");  // absent in some kernels
  for (std::string child; children >> child;) bytes += resident_bytes_of(child);
  return bytes;
}

void ChildProcess::take_messages() {
  while (std::optional<Message> message = reader_.next()) {
    switch (message->kind) {
      case MessageKind::progress:
        progress_ = std::move(message->text);
        break;
      case MessageKind::provisional:
        provisional_ = std::move(message->text);
        break;
      case MessageKind::result:
        result_ = std::move(message->text);
        break;
      case MessageKind::no_memory:
        no_memory_ = true;
        break;
      case MessageKind::defect:
        defect_ = std::move(message->text);
        break;
    }
  }
}

void ChildProcess::drain() {
  std::string bytes;
  if (messages_open_) messages_open_ = read_available(messages_, bytes);
  reader_.append(bytes);
  take_messages();
  read_available(errors_, error_text_);
  if (error_text_.size() > kMostErrorText) error_text_.erase(0, error_text_.size() - kMostErrorText);
}

int ChildProcess::reap() {
  int status = 0;
  while (waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
  }
  pid_ = -1;
  return status;
}

std::optional<JobOutcome> ChildProcess::poll() {
  drain();
  if (messages_open_) return std::nullopt;
  const int status = reap();
  drain();
  return outcome_of_status(status);
}

JobOutcome ChildProcess::stop(JobOutcome::End end, std::string reason) {
  kill(pid_, SIGKILL);
  reap();
  drain();
  if (result_) return outcome(JobOutcome::End::finished, "");
  return outcome(end, std::move(reason));
}

JobOutcome ChildProcess::outcome_of_status(int status) const {
  using End = JobOutcome::End;
  if (result_) return outcome(End::finished, "");
  if (no_memory_ || tells_of_memory(error_text_)) return outcome(End::memory_limit, "memory ran out");
  if (defect_) return outcome(End::crashed, *defect_);
  if (WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL) {
    return outcome(End::memory_limit,
                   "the computation was killed from outside, as the system does when memory runs out");
  }
  if (WIFSIGNALED(status)) {
    return outcome(End::crashed, "the computation was ended by " + signal_name(WTERMSIG(status)));
  }
  return outcome(End::crashed, "the computation ended without a result, status " + std::to_string(WEXITSTATUS(status)));
}

JobOutcome ChildProcess::outcome(JobOutcome::End end, std::string reason) const {
  JobOutcome result{end, {}, provisional_, std::move(reason), error_text_, seconds()};
  if (end == JobOutcome::End::finished) result.result = *result_;
  return result;
}

}  // namespace isthmus
