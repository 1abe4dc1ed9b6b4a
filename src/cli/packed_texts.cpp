#include "cli/packed_texts.hpp"

#include <cstdint>
#include <cstring>

#include "exact/error.hpp"

namespace isthmus {
namespace {

using Length = std::uint64_t;

}  // namespace

std::string pack(const std::vector<std::string>& texts) {
  std::string packed;
  for (const std::string& text : texts) {
    const Length length = text.size();
    char bytes[sizeof length];
    std::memcpy(bytes, &length, sizeof length);
    packed.append(bytes, sizeof length);
    packed += text;
  }
  return packed;
}

std::vector<std::string> unpack(std::string_view packed) {
  std::vector<std::string> texts;
  while (!packed.empty()) {
    Length length = 0;
    ensure(packed.size() >= sizeof length, "a packed text ends in its length");
    std::memcpy(&length, packed.data(), sizeof length);
    packed.remove_prefix(sizeof length);
    ensure(packed.size() >= length, "a packed text is shorter than its length");
    texts.emplace_back(packed.substr(0, length));
    packed.remove_prefix(length);
  }
  return texts;
}

}  // namespace isthmus
