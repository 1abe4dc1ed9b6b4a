#include "cli/output_file.hpp"

#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>

#include "exact/error.hpp"

namespace isthmus {
namespace fs = std::filesystem;

void check_writable(const fs::path& path, const std::string& option) {
  if (path.empty()) return;
  std::error_code error;
  const std::string place = option + " " + path.string() + ": ";
  require(path.string()[0] != '-', place + "a file name was expected, this looks like an option");
  require(!fs::is_directory(path, error), place + "this is a directory, a file was expected");
  require(!fs::exists(path, error) || fs::is_regular_file(path, error), place + "this is not a regular file");
  const fs::path directory = path.has_parent_path() ? path.parent_path() : fs::path(".");
  require(fs::exists(directory, error), place + "there is no directory " + directory.string());
  require(fs::is_directory(directory, error), place + directory.string() + " is not a directory");
  require(access(directory.c_str(), W_OK | X_OK) == 0, place + "nothing may be written to " + directory.string());
}

void write_file(const OutputFile& file) {
  fs::path temporary = file.path;
  temporary += ".part-" + std::to_string(getpid());
  std::ofstream stream(temporary, std::ios::binary);
  stream << file.contents;
  stream.close();
  std::error_code error;
  if (stream) fs::rename(temporary, file.path, error);
  if (stream && !error) return;
  const std::string cause = error ? error.message() : std::strerror(errno);
  fs::remove(temporary, error);
  throw InvalidInput(file.path.string() + ": cannot be written: " + cause);
}

}  // namespace isthmus
