#include "claim/parse_error.hpp"

#include <algorithm>

namespace isthmus {
namespace {

constexpr std::size_t kWindow = 36;  // code points shown on either side of the caret

struct Place {
  std::size_t line = 1;
  std::size_t column = 1;
  std::size_t line_begin = 0;
};

std::size_t next(std::string_view text, std::size_t offset) {
  return offset + std::max<std::size_t>(1, utf8_length(text, offset));
}

Place place_of(std::string_view text, std::size_t offset) {
  Place place;
  for (std::size_t i = 0; i < offset; ++i) {
    if (text[i] != '\n') continue;
    ++place.line;
    place.line_begin = i + 1;
  }
  for (std::size_t i = place.line_begin; i < offset; i = next(text, i)) ++place.column;
  return place;
}

/// One printable piece of the line: control characters and broken bytes must not reach a terminal.
std::string shown(std::string_view text, std::size_t offset) {
  const std::size_t length = utf8_length(text, offset);
  if (length == 0) return "?";
  const unsigned char byte = static_cast<unsigned char>(text[offset]);
  const bool control =
      byte < 0x20 || byte == 0x7f || (byte == 0xc2 && static_cast<unsigned char>(text[offset + 1]) < 0xa0);
  return control && byte != '\t' ? "?" : std::string(text.substr(offset, length));
}

std::string excerpt(std::string_view text, const Place& place) {
  const std::size_t first = place.column > kWindow + 1 ? place.column - kWindow : 1;
  std::string line = first > 1 ? "  ..." : "  ";
  std::string caret(line.size(), ' ');
  std::size_t column = 1;
  std::size_t at = place.line_begin;
  for (; at < text.size() && text[at] != '\n' && column < place.column + kWindow; at = next(text, at), ++column) {
    if (column < first || text.substr(at, 2) == "\r\n") continue;
    line += shown(text, at);
    if (column < place.column) caret += text[at] == '\t' ? '\t' : ' ';
  }
  if (at < text.size() && text[at] != '\n' && text.substr(at, 2) != "\r\n") line += "...";
  return line + "\n" + caret + "^";
}

std::string message(const std::string& source, std::string_view text, const Place& place, const std::string& problem) {
  return source + ":" + std::to_string(place.line) + ":" + std::to_string(place.column) + ": " + problem + "\n" +
         excerpt(text, place);
}

}  // namespace

ParseError::ParseError(const std::string& source, std::string_view text, std::size_t offset, const std::string& problem)
    : InvalidInput(message(source, text, place_of(text, std::min(offset, text.size())), problem)),
      offset_(std::min(offset, text.size())),
      problem_(problem) {
  const Place place = place_of(text, offset_);
  line_ = place.line;
  column_ = place.column;
}

std::size_t utf8_length(std::string_view text, std::size_t offset) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[offset + i]); };
  if (offset >= text.size()) return 0;
  if (byte(0) < 0x80) return 1;
  const std::size_t length = byte(0) >= 0xf0 ? 4 : byte(0) >= 0xe0 ? 3 : 2;
  if (byte(0) < 0xc2 || byte(0) > 0xf4 || offset + length > text.size()) return 0;
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xc0) != 0x80) return 0;
  }
  const bool overlong = (byte(0) == 0xe0 && byte(1) < 0xa0) || (byte(0) == 0xf0 && byte(1) < 0x90);
  const bool surrogate = byte(0) == 0xed && byte(1) >= 0xa0;
  const bool beyond = byte(0) == 0xf4 && byte(1) >= 0x90;
  return overlong || surrogate || beyond ? 0 : length;
}

}  // namespace isthmus
