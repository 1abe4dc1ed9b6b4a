#include "checker/syntax.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "checker/limits.hpp"

namespace isthmus::check {
namespace {

using SyntaxKind = Syntax::Kind;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

bool is_keyword(std::string_view word) {
  constexpr std::array<std::string_view, 5> keywords{"and", "or", "not", "true", "false"};
  return std::find(keywords.begin(), keywords.end(), word) != keywords.end();
}

bool is_relation(std::string_view token) {
  constexpr std::array<std::string_view, 7> relations{"=", "==", "!=", "<", "<=", ">", ">="};
  return std::find(relations.begin(), relations.end(), token) != relations.end();
}

/// A number, a word, or a symbol, as it stands in the text; empty at the end.
class Tokens {
 public:
  explicit Tokens(std::string_view text) : text_(text) { take(); }
  std::size_t offset() const { return at_ - current_.size(); }
  bool at(std::string_view token) const { return current_ == token; }
  std::string_view current() const { return current_; }

  std::string_view take() {
    const std::string_view taken = current_;
    while (at_ < text_.size() && is_space(text_[at_])) ++at_;
    const std::size_t length = at_ == text_.size() ? 0 : length_here();
    current_ = text_.substr(at_, length);
    at_ += length;
    return taken;
  }

  [[noreturn]] void fail(const std::string& problem) const {
    fail_at(offset(), problem + (current_.empty() ? " at the end" : " at '" + std::string(current_) + "'"));
  }

 private:
  [[noreturn]] void fail_at(std::size_t offset, const std::string& problem) const {
    throw TextError("'" + std::string(text_.substr(0, 200)) + "': " + problem, offset);
  }

  std::size_t length_while(std::size_t from, bool (*allowed)(char)) const {
    std::size_t end = from;
    while (end < text_.size() && allowed(text_[end])) ++end;
    return end - from;
  }

  std::size_t length_here() const {
    if (is_digit(text_[at_])) return number_length();
    if (is_letter(text_[at_])) return length_while(at_, [](char c) { return is_letter(c) || is_digit(c); });
    for (const std::string_view symbol : {"==", "!=", "<=", ">=", "**", ".."}) {
      if (text_.substr(at_, 2) == symbol) return 2;
    }
    if (std::string_view("=<>+-*/^()[],").find(text_[at_]) != std::string_view::npos) return 1;
    fail_at(at_, "a character without meaning at byte " + std::to_string(at_));
  }

  std::size_t number_length() const {
    const std::size_t whole = length_while(at_, is_digit);
    const std::size_t point = at_ + whole;
    if (text_.substr(point, 1) != "." || text_.substr(point, 2) == "..") return whole;
    const std::size_t decimals = length_while(point + 1, is_digit);
    if (decimals == 0) fail_at(point, "digits are missing after '.'");
    return whole + 1 + decimals;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::string_view current_;
};

class Parser {
 public:
  explicit Parser(std::string_view text) : tokens_(text) {}

  Syntax whole() {
    Syntax result = disjunction();
    if (!tokens_.at("")) tokens_.fail("an operator or the end was expected");
    return result;
  }

 private:
  Syntax disjunction() { return chain(&Parser::conjunction, "or", SyntaxKind::disjunction); }
  Syntax conjunction() { return chain(&Parser::negation, "and", SyntaxKind::conjunction); }

  Syntax chain(Syntax (Parser::*operand)(), std::string_view separator, SyntaxKind kind) {
    Syntax first = (this->*operand)();
    if (!tokens_.at(separator)) return first;
    const std::size_t offset = first.offset;
    Syntax result{kind, {}, {}, {std::move(first)}, offset};
    while (tokens_.at(separator)) {
      tokens_.take();
      result.parts.push_back((this->*operand)());
    }
    return result;
  }

  Syntax negation() {
    if (!tokens_.at("not")) return comparison();
    const std::size_t offset = tokens_.offset();
    bool negated = false;
    for (; tokens_.at("not"); tokens_.take()) negated = !negated;
    Syntax operand = comparison();
    if (operand.kind < SyntaxKind::comparison && operand.kind != SyntaxKind::truth) {
      tokens_.fail("a condition was expected after 'not'");
    }
    if (!negated) return operand;
    return {SyntaxKind::negation, {}, {}, {std::move(operand)}, offset};
  }

  Syntax comparison() {
    Syntax left = range();
    const std::size_t offset = left.offset;
    if (!is_relation(tokens_.current())) return left;
    const std::string_view relation = tokens_.take();
    Syntax right = range();
    if (is_relation(tokens_.current())) tokens_.fail("comparisons do not chain");
    const std::string text(relation == "==" ? "=" : relation);
    return {SyntaxKind::comparison, text, {}, {std::move(left), std::move(right)}, offset};
  }

  Syntax range() {
    Syntax from = sum();
    if (!tokens_.at("..")) return from;
    tokens_.take();
    Syntax to = sum();
    const std::size_t offset = from.offset;
    return {SyntaxKind::range, {}, {}, {std::move(from), std::move(to)}, offset};
  }

  Syntax sum() { return series(&Parser::product, "+", "-", SyntaxKind::sum); }
  Syntax product() { return series(&Parser::signed_operand, "*", "/", SyntaxKind::product); }

  Syntax series(Syntax (Parser::*operand)(), std::string_view one, std::string_view other, SyntaxKind kind) {
    Syntax first = (this->*operand)();
    if (!tokens_.at(one) && !tokens_.at(other)) return first;
    const std::size_t offset = first.offset;
    Syntax result{kind, {}, std::string(one), {std::move(first)}, offset};
    while (tokens_.at(one) || tokens_.at(other)) {
      result.signs += tokens_.take();
      result.parts.push_back((this->*operand)());
    }
    return result;
  }

  // Every recursion of the grammar passes through here.
  Syntax signed_operand() {
    require_at_most(limits::kTextDepth, ++depth_, "levels of parentheses, signs and exponents in a text");
    const std::size_t offset = tokens_.offset();
    const bool any = tokens_.at("+") || tokens_.at("-");
    bool negative = false;
    for (; tokens_.at("+") || tokens_.at("-"); tokens_.take()) negative ^= tokens_.at("-");
    Syntax operand = power();
    --depth_;
    if (!any) return operand;
    return {SyntaxKind::sum, {}, negative ? "-" : "+", {std::move(operand)}, offset};
  }

  Syntax power() {
    Syntax base = primary();
    if (!tokens_.at("^") && !tokens_.at("**")) return base;
    tokens_.take();
    Syntax exponent = signed_operand();
    const std::size_t offset = base.offset;
    return {SyntaxKind::power, {}, {}, {std::move(base), std::move(exponent)}, offset};
  }

  Syntax primary() {
    const std::string_view token = tokens_.current();
    if (token.empty()) tokens_.fail("an operand was expected");
    const std::size_t offset = tokens_.offset();
    if (is_digit(token[0])) return {SyntaxKind::number, std::string(tokens_.take()), {}, {}, offset};
    if (token == "true" || token == "false") return {SyntaxKind::truth, std::string(tokens_.take()), {}, {}, offset};
    if (token == "(") {
      tokens_.take();
      Syntax inner = disjunction();
      close(")");
      return inner;
    }
    if (!is_letter(token[0]) || is_keyword(token)) tokens_.fail("an operand was expected");
    return named(std::string(tokens_.take()), offset);
  }

  Syntax named(std::string name, std::size_t offset) {
    const bool call = tokens_.at("(");
    if (!call && !tokens_.at("[")) return {SyntaxKind::name, std::move(name), {}, {}, offset};
    Syntax result{call ? SyntaxKind::call : SyntaxKind::index, std::move(name), {}, {}, offset};
    do {
      tokens_.take();
      result.parts.push_back(disjunction());
    } while (tokens_.at(","));
    close(call ? ")" : "]");
    return result;
  }

  void close(std::string_view bracket) {
    if (!tokens_.at(bracket)) tokens_.fail("'" + std::string(bracket) + "' was expected");
    tokens_.take();
  }

  Tokens tokens_;
  std::size_t depth_ = 0;
};

}  // namespace

Syntax parse(std::string_view text) { return Parser(text).whole(); }

Rational number_value(const Syntax& number) {
  std::string digits = number.text;
  std::size_t decimals = 0;
  if (const std::size_t point = digits.find('.'); point != std::string::npos) {
    decimals = digits.size() - point - 1;
    digits.erase(point, 1);
  }
  require_few_digits(digits);
  digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size() - 1));
  return Rational(Integer(digits), power(Integer(10), decimals));
}

bool is_name(std::string_view text) {
  const auto inner = [](char c) { return is_letter(c) || is_digit(c); };
  return !text.empty() && is_letter(text[0]) && std::all_of(text.begin(), text.end(), inner) && !is_keyword(text);
}

}  // namespace isthmus::check
