#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace isthmus {

/// A file to be written when everything that goes into it is known.
struct OutputFile {
  std::filesystem::path path;
  std::string contents;
};

/// Throws InvalidInput, naming `option`, unless a file can be written there: to be asked before long work. The empty
/// path, for an option that was not given, is fine.
void check_writable(const std::filesystem::path& path, const std::string& option);

/// Writes to a temporary file in the same directory and renames it, so that nobody ever sees half a file. Throws
/// InvalidInput if that fails, and then leaves nothing behind.
void write_file(const OutputFile& file);

}  // namespace isthmus
