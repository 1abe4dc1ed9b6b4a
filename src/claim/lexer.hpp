#pragma once

#include <cstddef>
#include <string_view>

#include "claim/parse_error.hpp"

namespace isthmus {

/// The tokens of every text that Isthmus reads: sets, points, matrix expressions, integer expressions.
enum class TokenKind {
  number,  ///< digits, or digits '.' digits
  name,    ///< [A-Za-z_][A-Za-z0-9_]* that is not a keyword
  keyword_and,
  keyword_or,
  keyword_not,
  keyword_true,
  keyword_false,
  relation,  ///< = == != < <= > >=
  plus,
  minus,
  star,
  slash,
  power,  ///< ^ or **
  left_parenthesis,
  right_parenthesis,
  left_bracket,
  right_bracket,
  comma,
  range,  ///< ..
  end,
};

struct Token {
  TokenKind kind;
  std::string_view text;  ///< a piece of the source; empty at the end
  std::size_t offset;     ///< byte offset in the source
};

/// Cuts a text into tokens, one ahead. Throws ParseError at the first character that begins none, with advice where the
/// intent is plain ("write 'and' instead of '&&'").
class Lexer {
 public:
  /// Reads the first token. The source must outlive the lexer.
  explicit Lexer(const Source& source);
  const Source& source() const noexcept { return source_; }
  const Token& current() const noexcept { return current_; }
  bool at(TokenKind kind) const noexcept { return current_.kind == kind; }
  /// The current token; moves on to the next.
  Token take();

 private:
  Token scan();
  Token scan_number();
  Token scan_word();
  Token scan_symbol();
  Token cut(TokenKind kind, std::size_t length);
  [[noreturn]] void refuse_symbol() const;

  const Source& source_;
  std::size_t position_ = 0;
  Token current_;
};

/// Whether `text` is a name: [A-Za-z_][A-Za-z0-9_]*, and not one of and, or, not, true, false.
bool is_name(std::string_view text);

}  // namespace isthmus
