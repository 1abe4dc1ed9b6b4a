#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "checker/fuzz_targets.hpp"

namespace {

namespace fs = std::filesystem;
using namespace isthmus::check;

/// Runs a fuzzer's function on every input kept for it; the number of inputs.
std::size_t run(const char* name, void (*target)(std::string_view)) {
  std::size_t inputs = 0;
  const fs::path folder = fs::path(ISTHMUS_SOURCE_DIR) / "bench/fuzz/corpus" / name;
  for (const auto& entry : fs::directory_iterator(folder)) {
    std::ifstream file(entry.path(), std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    const std::string input = std::move(text).str();
    CAPTURE(entry.path().string());
    CHECK_NOTHROW(target(input));
    ++inputs;
  }
  return inputs;
}

}  // namespace

TEST_CASE("extreme inputs, kept for the fuzzers too, are read, refused or declined") {
  CHECK(run("json", test::fuzz_json) > 0);
  CHECK(run("claim", test::fuzz_claim) > 0);
  CHECK(run("set", test::fuzz_set) > 0);
  CHECK(run("check", test::fuzz_check) > 0);
}
