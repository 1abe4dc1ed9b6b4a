#include "claim/lexer.hpp"

#include <array>
#include <cstdint>
#include <cstdio>
#include <string>
#include <utility>

namespace isthmus {
namespace {

// The functions of <cctype> depend on the locale.
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

using Spelling = std::pair<std::string_view, TokenKind>;

constexpr std::array<Spelling, 5> kKeywords{{{"and", TokenKind::keyword_and},
                                             {"or", TokenKind::keyword_or},
                                             {"not", TokenKind::keyword_not},
                                             {"true", TokenKind::keyword_true},
                                             {"false", TokenKind::keyword_false}}};

// Longer spellings first.
constexpr std::array<Spelling, 19> kSymbols{{{"==", TokenKind::relation},
                                             {"!=", TokenKind::relation},
                                             {"<=", TokenKind::relation},
                                             {">=", TokenKind::relation},
                                             {"**", TokenKind::power},
                                             {"..", TokenKind::range},
                                             {"=", TokenKind::relation},
                                             {"<", TokenKind::relation},
                                             {">", TokenKind::relation},
                                             {"+", TokenKind::plus},
                                             {"-", TokenKind::minus},
                                             {"*", TokenKind::star},
                                             {"/", TokenKind::slash},
                                             {"^", TokenKind::power},
                                             {"(", TokenKind::left_parenthesis},
                                             {")", TokenKind::right_parenthesis},
                                             {"[", TokenKind::left_bracket},
                                             {"]", TokenKind::right_bracket},
                                             {",", TokenKind::comma}}};

/// What people write, and what is written here. Longer spellings first.
constexpr std::array<std::pair<std::string_view, std::string_view>, 31> kAdvice{
    {{"=!=", "!="},    {"/=", "!="},     {"~=", "!="},      {"<>", "!="},     {"=>", ">="},      {"=<", "<="},
     {"&&", "and"},    {"||", "or"},     {"/\\", "and"},    {"\\/", "or"},    {":=", "="},       {"&", "and"},
     {"|", "or"},      {"!", "not"},     {"~", "not"},      {"{", "("},       {"}", ")"},        {"\u2212", "-"},
     {"\u2013", "-"},  {"\u00d7", "*"},  {"\u00b7", "*"},   {"\u22c5", "*"},  {"\u00f7", "/"},   {"\u2264", "<="},
     {"\u2265", ">="}, {"\u2260", "!="}, {"\u2227", "and"}, {"\u2228", "or"}, {"\u00ac", "not"}, {"\u00b2", "^2"},
     {"\u00b3", "^3"}}};

std::uint32_t code_point(std::string_view character) {
  const auto byte = [&](std::size_t i) { return static_cast<std::uint32_t>(static_cast<unsigned char>(character[i])); };
  if (character.size() == 1) return byte(0);
  std::uint32_t value = byte(0) & (0xffu >> (character.size() + 1));
  for (std::size_t i = 1; i < character.size(); ++i) value = (value << 6) | (byte(i) & 0x3fu);
  return value;
}

std::string formatted(const char* format, std::uint32_t value) {
  std::array<char, 16> buffer{};
  std::snprintf(buffer.data(), buffer.size(), format, static_cast<unsigned>(value));
  return buffer.data();
}

bool advises(std::string_view text, std::size_t offset, std::string_view spelling) {
  return text.substr(offset, spelling.size()) == spelling;
}

}  // namespace

Lexer::Lexer(const Source& source) : source_(source), current_(scan()) {}

Token Lexer::take() {
  const Token taken = current_;
  current_ = scan();
  return taken;
}

Token Lexer::cut(TokenKind kind, std::size_t length) {
  const Token token{kind, source_.text.substr(position_, length), position_};
  position_ += length;
  return token;
}

Token Lexer::scan() {
  const std::string_view text = source_.text;
  while (position_ < text.size() && is_space(text[position_])) ++position_;
  if (position_ == text.size()) return {TokenKind::end, {}, position_};
  if (is_digit(text[position_])) return scan_number();
  if (is_letter(text[position_])) return scan_word();
  return scan_symbol();
}

Token Lexer::scan_number() {
  const std::string_view text = source_.text;
  std::size_t at = position_;
  const auto skip_digits = [&] {
    while (at < text.size() && is_digit(text[at])) ++at;
  };
  skip_digits();
  if (at < text.size() && text[at] == '.' && text.substr(at, 2) != "..") {
    const std::size_t first_decimal = ++at;
    skip_digits();
    if (at == first_decimal) source_.fail(at, "digits are missing after the decimal point");
    if (at < text.size() && text[at] == '.') source_.fail(at, "a second decimal point in one number");
  }
  const bool exponent = at < text.size() && (text[at] == 'e' || text[at] == 'E');
  std::size_t after = at + 1;
  if (exponent && after < text.size() && (text[after] == '+' || text[after] == '-')) ++after;
  if (exponent && after < text.size() && is_digit(text[after])) {
    source_.fail(at, "exponent notation is not read: write 1e5 as 10^5 and 1e-5 as 1/10^5");
  }
  return cut(TokenKind::number, at - position_);
}

Token Lexer::scan_word() {
  const std::string_view text = source_.text;
  std::size_t at = position_;
  while (at < text.size() && (is_letter(text[at]) || is_digit(text[at]))) ++at;
  const std::string_view word = text.substr(position_, at - position_);
  for (const auto& [spelling, kind] : kKeywords) {
    if (word == spelling) return cut(kind, word.size());
  }
  return cut(TokenKind::name, word.size());
}

Token Lexer::scan_symbol() {
  for (const auto& [spelling, advice] : kAdvice) {
    // "!=" and the like begin with a refused spelling: they come first among the longer ones.
    if (spelling.size() > 1 && advises(source_.text, position_, spelling)) refuse_symbol();
  }
  for (const auto& [spelling, kind] : kSymbols) {
    if (advises(source_.text, position_, spelling)) return cut(kind, spelling.size());
  }
  refuse_symbol();
}

void Lexer::refuse_symbol() const {
  const std::string_view text = source_.text;
  for (const auto& [spelling, advice] : kAdvice) {
    if (!advises(text, position_, spelling)) continue;
    source_.fail(position_, "write '" + std::string(advice) + "' instead of '" + std::string(spelling) + "'");
  }
  if (text[position_] == '.') source_.fail(position_, "a number begins with a digit: write 0.5, not .5");
  const std::size_t length = utf8_length(text, position_);
  if (length == 0) {
    const auto byte = static_cast<unsigned char>(text[position_]);
    source_.fail(position_, "the byte " + formatted("0x%02X", byte) + " here is not UTF-8 text");
  }
  const std::string_view character = text.substr(position_, length);
  const std::uint32_t value = code_point(character);
  const bool printable = value >= 0x20 && (value < 0x7f || value >= 0xa0);
  source_.fail(position_, "the character " + (printable ? "'" + std::string(character) + "' (" : std::string("(")) +
                              formatted("U+%04X", value) + ") has no meaning here");
}

bool is_name(std::string_view text) {
  if (text.empty() || !is_letter(text[0])) return false;
  for (const char c : text) {
    if (!is_letter(c) && !is_digit(c)) return false;
  }
  for (const auto& [spelling, kind] : kKeywords) {
    if (text == spelling) return false;
  }
  return true;
}

}  // namespace isthmus
