#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "exact/error.hpp"

namespace isthmus {

/// Text that does not follow its grammar. what() is the complete message for a person: source name, line, column, what
/// is wrong, the line of text and a caret under the place.
class ParseError : public InvalidInput {
 public:
  /// `offset` is a byte offset into `text`, at most its size; line and column are counted from 1, columns in code
  /// points.
  ParseError(const std::string& source, std::string_view text, std::size_t offset, const std::string& problem);
  std::size_t line() const noexcept { return line_; }
  std::size_t column() const noexcept { return column_; }
  /// The byte offset of the place, and what is wrong there, without the place: for a caller that knows the text to be
  /// a piece of a larger one.
  std::size_t offset() const noexcept { return offset_; }
  const std::string& problem() const noexcept { return problem_; }

 private:
  std::size_t line_;
  std::size_t column_;
  std::size_t offset_;
  std::string problem_;
};

/// Text that follows its grammar but stands for something larger than the program handles: what() as above.
class TooLargeError : public ParseError {
 public:
  using ParseError::ParseError;
};

/// A text under its name in messages. The text must outlive it.
struct Source {
  std::string name;
  std::string_view text;

  /// Throws the ParseError for this place.
  [[noreturn]] void fail(std::size_t offset, const std::string& problem) const {
    throw ParseError(name, text, offset, problem);
  }
  /// Throws the TooLargeError for this place.
  [[noreturn]] void fail_too_large(std::size_t offset, const std::string& problem) const {
    throw TooLargeError(name, text, offset, problem);
  }
};

/// Number of bytes of the UTF-8 character that starts at `offset`: 1 to 4; 0 if the bytes there are not UTF-8.
/// Overlong forms, surrogates and values above U+10FFFF are not UTF-8 (RFC 3629).
std::size_t utf8_length(std::string_view text, std::size_t offset);

}  // namespace isthmus
