#pragma once

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace isthmus {

/// How a program ended and what it printed.
struct ProgramResult {
  int exit_code = -1;  ///< 128 + signal if it was killed
  std::string out;
  std::string err;
};

inline std::string file_contents(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  std::ostringstream text;
  text << stream.rdbuf();
  return text.str();
}

/// A directory that is gone after the test.
class TemporaryDirectory {
 public:
  TemporaryDirectory() {
    std::string name = (std::filesystem::temp_directory_path() / "isthmus-test-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) std::abort();
    path_ = name;
  }
  ~TemporaryDirectory() { std::filesystem::remove_all(path_); }
  TemporaryDirectory(const TemporaryDirectory&) = delete;
  TemporaryDirectory& operator=(const TemporaryDirectory&) = delete;

  const std::filesystem::path& path() const { return path_; }
  std::string file(const std::string& name) const { return (path_ / name).string(); }

 private:
  std::filesystem::path path_;
};

/// The program isthmus, or a copy of it, with these arguments, started but not waited for.
class RunningProgram {
 public:
  explicit RunningProgram(const std::vector<std::string>& arguments,
                          const std::string& program = ISTHMUS_BIN_DIR "/isthmus")
      : pid_(fork()) {
    if (pid_ == 0) execute(program, arguments);
  }
  RunningProgram(const RunningProgram&) = delete;
  RunningProgram& operator=(const RunningProgram&) = delete;

  pid_t pid() const { return pid_; }
  ProgramResult wait() {
    int status = 0;
    waitpid(pid_, &status, 0);
    const int code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    return {code, file_contents(directory_.file("out")), file_contents(directory_.file("err"))};
  }

 private:
  [[noreturn]] void execute(std::string program, const std::vector<std::string>& arguments) const {
    dup2(open(directory_.file("out").c_str(), O_CREAT | O_WRONLY, 0600), STDOUT_FILENO);
    dup2(open(directory_.file("err").c_str(), O_CREAT | O_WRONLY, 0600), STDERR_FILENO);
    std::vector<std::string> words = arguments;
    std::vector<char*> pointers{program.data()};
    for (std::string& word : words) pointers.push_back(word.data());
    pointers.push_back(nullptr);
    execv(program.c_str(), pointers.data());
    _exit(127);
  }

  TemporaryDirectory directory_;
  pid_t pid_;
};

inline ProgramResult run_isthmus(const std::vector<std::string>& arguments) { return RunningProgram(arguments).wait(); }

/// A set that no exact method decides in a lifetime: {p != 0} for a dense polynomial of degree 8 in 4 variables, with
/// coefficients from a fixed linear congruence.
inline std::string heavy_set() {
  std::string text;
  unsigned state = 12345;
  for (int a = 0; a <= 8; ++a) {
    for (int b = 0; a + b <= 8; ++b) {
      for (int c = 0; a + b + c <= 8; ++c) {
        for (int d = 0; a + b + c + d <= 8; ++d) {
          state = state * 1103515245u + 12345u;
          const int coefficient = static_cast<int>(state >> 16) % 99 - 49;
          text += (text.empty() ? "" : " + ") + ("(" + std::to_string(coefficient)) + ")*x^" + std::to_string(a) +
                  "*y^" + std::to_string(b) + "*z^" + std::to_string(c) + "*w^" + std::to_string(d);
        }
      }
    }
  }
  return text + " != 0";
}

}  // namespace isthmus
