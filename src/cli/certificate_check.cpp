#include "cli/certificate_check.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <optional>
#include <sstream>

#include "exact/error.hpp"

namespace isthmus {
namespace {

namespace fs = std::filesystem;

/// A file with this text in memory, without a name.
class MemoryFile {
 public:
  explicit MemoryFile(const std::string& text) : descriptor_(memfd_create("certificate", 0)) {
    ensure(descriptor_ >= 0, "no file can be made for a certificate");
    for (std::size_t written = 0; written < text.size();) {
      const ssize_t count = write(descriptor_, text.data() + written, text.size() - written);
      if (count < 0 && errno == EINTR) continue;
      ensure(count > 0, "a certificate cannot be written to a file");
      written += static_cast<std::size_t>(count);
    }
    lseek(descriptor_, 0, SEEK_SET);
  }
  ~MemoryFile() { close(descriptor_); }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;
  int descriptor() const noexcept { return descriptor_; }

 private:
  int descriptor_;
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

/// Runs the program with a file and with the text that a descriptor holds. It does not outlive this process.
ProgramEnd run(const std::string& program, const std::string& file, const MemoryFile& text) {
  constexpr int text_descriptor = 3;
  constexpr const char* text_path = "/proc/self/fd/3";
  std::array<int, 2> ends{};
  ensure(pipe2(ends.data(), O_CLOEXEC) == 0, "no pipe to isthmus-check can be made");
  const pid_t parent = getpid();
  const pid_t child = fork();
  ensure(child >= 0, "isthmus-check cannot be started");
  if (child == 0) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent) _exit(1);
    dup2(ends[1], STDOUT_FILENO);
    dup2(ends[1], STDERR_FILENO);
    dup2(text.descriptor(), text_descriptor);
    execl(program.c_str(), program.c_str(), file.c_str(), text_path, static_cast<char*>(nullptr));
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

/// The folder with the certificates of the catalogue that the claim belongs to: `certificates` beside the nearest
/// folder `catalogue` around its file. Nothing for other claims, and for catalogues, this program's own aside, without
/// such a folder.
std::optional<fs::path> kept_certificates(const Claim& claim) {
  std::error_code error;
  const fs::path own = fs::weakly_canonical(fs::path(ISTHMUS_CATALOGUE_DIR) / "catalogue", error);
  fs::path folder = fs::weakly_canonical(claim.file, error).parent_path();
  while (folder.filename() != "catalogue" && folder.has_relative_path()) folder = folder.parent_path();
  const fs::path kept = folder.parent_path() / "certificates";
  if (folder.filename() != "catalogue" || (folder != own && !fs::exists(kept, error))) return std::nullopt;
  return kept;
}

/// What is wrong with the certificate that is kept for a claim of a catalogue; empty if nothing is.
std::string problem_of_kept(const Claim& claim, const std::string& certificate) {
  const auto folder = kept_certificates(claim);
  if (!folder) return {};
  const std::string name = claim.id + ".json";
  const auto kept = text_of(*folder / name);
  if (!kept && certificate.size() > largest_kept_certificate) return {};
  const std::string place = folder->parent_path().filename() / "certificates" / name;
  if (!kept) return place + " is missing or cannot be read\n";
  if (*kept != certificate) return place + " is not the certificate that was made now\n";
  return {};
}

}  // namespace

void check_certificate(const Claim& claim, ProofRecord& proof) {
  if (proof.certificate.empty()) return;
  const fs::path program = fs::read_symlink("/proc/self/exe").parent_path() / "isthmus-check";
  const ProgramEnd end = run(program.string(), claim.file, MemoryFile(proof.certificate));
  constexpr int rejected = 1;
  proof.check = end.status == 0 ? Check::accepted : end.status == rejected ? Check::refused : Check::declined;
  proof.checked = end.output;
  if (end.status == 127 || end.status < 0) proof.checked = "isthmus-check did not run: " + program.string() + "\n";
  const std::string problem = problem_of_kept(claim, proof.certificate);
  if (problem.empty()) return;
  proof.checked = (proof.check == Check::refused ? proof.checked : "") + problem;
  proof.check = Check::refused;
}

}  // namespace isthmus
