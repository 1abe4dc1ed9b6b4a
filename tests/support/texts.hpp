#pragma once

#include <doctest/doctest.h>

#include <string>

namespace isthmus::test {

inline bool contains(const std::string& text, const std::string& piece) {
  return text.find(piece) != std::string::npos;
}

/// The text with the first occurrence of a piece replaced; it must occur.
inline std::string replaced(std::string text, const std::string& piece, const std::string& by) {
  const std::size_t at = text.find(piece);
  CAPTURE(piece);
  REQUIRE(at != std::string::npos);
  return text.replace(at, piece.size(), by);
}

}  // namespace isthmus::test
