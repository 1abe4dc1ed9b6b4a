#include <cstddef>
#include <cstdint>

#include "checker/fuzz_targets.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  isthmus::check::test::fuzz_check({reinterpret_cast<const char*>(data), size});
  return 0;
}
