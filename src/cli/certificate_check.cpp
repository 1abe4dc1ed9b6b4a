#include "cli/certificate_check.hpp"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "exact/error.hpp"

namespace isthmus {
namespace {

namespace fs = std::filesystem;

/// A file with this text that is gone when the object is.
class TemporaryFile {
 public:
  explicit TemporaryFile(const std::string& text) {
    std::string pattern = (fs::temp_directory_path() / "isthmus-certificate-XXXXXX").string();
    const int descriptor = mkstemp(pattern.data());
    ensure(descriptor >= 0, "no temporary file can be made for a certificate");
    close(descriptor);
    path_ = pattern;
    std::ofstream file(path_, std::ios::binary);
    file << text;
    file.close();
    ensure(file.good(), "a certificate cannot be written to a temporary file");
  }
  ~TemporaryFile() {
    std::error_code ignored;
    fs::remove(path_, ignored);
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  const std::string& path() const noexcept { return path_; }

 private:
  std::string path_;
};

struct ProgramEnd {
  int status = -1;  ///< exit status, or -1 if there was none
  std::string output;
};

std::string read_all(int descriptor) {
  std::string text;
  std::array<char, 4096> buffer{};
  for (;;) {
    const ssize_t count = read(descriptor, buffer.data(), buffer.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return text;
    text.append(buffer.data(), static_cast<std::size_t>(count));
  }
}

ProgramEnd run(const std::string& program, const std::string& first, const std::string& second) {
  std::array<int, 2> ends{};
  ensure(pipe2(ends.data(), O_CLOEXEC) == 0, "no pipe to isthmus-check can be made");
  const pid_t child = fork();
  ensure(child >= 0, "isthmus-check cannot be started");
  if (child == 0) {
    dup2(ends[1], STDOUT_FILENO);
    dup2(ends[1], STDERR_FILENO);
    execl(program.c_str(), program.c_str(), first.c_str(), second.c_str(), static_cast<char*>(nullptr));
    _exit(127);
  }
  close(ends[1]);
  ProgramEnd end;
  end.output = read_all(ends[0]);
  close(ends[0]);
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (WIFEXITED(status)) end.status = WEXITSTATUS(status);
  return end;
}

std::optional<std::string> text_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::nullopt;
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

bool in_catalogue(const Claim& claim) {
  std::error_code error;
  const fs::path catalogue = fs::weakly_canonical(fs::path(ISTHMUS_CATALOGUE_DIR) / "catalogue", error);
  const fs::path file = fs::weakly_canonical(claim.file, error);
  const fs::path relative = file.lexically_relative(catalogue);
  return !relative.empty() && *relative.begin() != "..";
}

/// What is wrong with the certificate that is kept for a claim of the catalogue; empty if nothing is.
std::string problem_of_kept(const Claim& claim, const std::string& certificate) {
  if (!in_catalogue(claim) || certificate.size() > largest_kept_certificate) return {};
  const std::string name = "proofs/certificates/" + claim.id + ".json";
  const auto kept = text_of(fs::path(ISTHMUS_CATALOGUE_DIR) / "certificates" / (claim.id + ".json"));
  if (!kept) return name + " is missing or cannot be read";
  if (*kept != certificate) return name + " is not the certificate that was made now";
  return {};
}

}  // namespace

void check_certificate(const Claim& claim, ProofRecord& proof) {
  if (proof.certificate.empty()) return;
  const fs::path program = fs::read_symlink("/proc/self/exe").parent_path() / "isthmus-check";
  const TemporaryFile file(proof.certificate);
  const ProgramEnd end = run(program.string(), claim.file, file.path());
  proof.check = end.status == 0 ? Check::accepted : Check::refused;
  proof.checked = end.output;
  if (end.status == 127 || end.status < 0) proof.checked = "isthmus-check did not run: " + program.string() + "\n";
  const std::string problem = problem_of_kept(claim, proof.certificate);
  if (problem.empty()) return;
  proof.check = Check::refused;
  proof.checked = problem + "\n";
}

}  // namespace isthmus
