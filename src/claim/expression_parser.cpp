#include "claim/expression_parser.hpp"

#include <set>
#include <utility>

namespace isthmus {
namespace {

using Kind = Expression::Kind;

// A level takes up to 10 kB of stack in a build with sanitizers.
constexpr std::size_t kMostNested = 200;

bool begins_operand(TokenKind kind) {
  return kind == TokenKind::number || kind == TokenKind::name || kind == TokenKind::left_parenthesis ||
         kind == TokenKind::keyword_true || kind == TokenKind::keyword_false || kind == TokenKind::keyword_not;
}

std::string quoted(const Token& token) { return "'" + std::string(token.text.substr(0, 30)) + "'"; }

/// The keyword that this word is when case does not matter, or nothing.
std::string_view keyword_in_capitals(std::string_view word) {
  std::string lower;
  for (const char c : word.substr(0, 4)) lower += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  for (const std::string_view keyword : {"and", "or", "not"}) {
    if (lower == keyword && word.size() == keyword.size()) return keyword;
  }
  return {};
}

class Parser {
 public:
  explicit Parser(const Source& source) : source_(source), lexer_(source) {}

  Expression whole() {
    Expression result = disjunction();
    if (!lexer_.at(TokenKind::end)) refuse_continuation();
    return result;
  }

  std::vector<Expression> list() {
    std::vector<Expression> parts;
    if (lexer_.at(TokenKind::end)) return parts;
    parts.push_back(disjunction());
    while (lexer_.at(TokenKind::comma)) {
      lexer_.take();
      parts.push_back(disjunction());
    }
    if (!lexer_.at(TokenKind::end)) refuse_continuation();
    return parts;
  }

 private:
  using Rule = Expression (Parser::*)();

  Expression chain(Rule operand, TokenKind separator, Kind kind) {
    Expression first = (this->*operand)();
    if (!lexer_.at(separator)) return first;
    Expression result{kind, first.offset, {}, {}, {}};
    result.parts.push_back(std::move(first));
    while (lexer_.at(separator)) {
      lexer_.take();
      result.parts.push_back((this->*operand)());
    }
    return result;
  }

  Expression disjunction() { return chain(&Parser::conjunction, TokenKind::keyword_or, Kind::disjunction); }
  Expression conjunction() { return chain(&Parser::negation, TokenKind::keyword_and, Kind::conjunction); }

  Expression negation() {
    const std::size_t offset = lexer_.current().offset;
    bool negated = false;
    bool any = false;
    for (; lexer_.at(TokenKind::keyword_not); lexer_.take()) {
      negated = !negated;
      any = true;
    }
    Expression operand = comparison();
    if (!any) return operand;
    if (!operand.is_condition()) {
      source_.fail(operand.offset, "a condition was expected after 'not', found an expression without a comparison");
    }
    operand.offset = offset;
    if (!negated) return operand;
    Expression result{Kind::negation, offset, {}, {}, {}};
    result.parts.push_back(std::move(operand));
    return result;
  }

  Expression comparison() {
    Expression left = range();
    if (!lexer_.at(TokenKind::relation)) return left;
    const Token relation = lexer_.take();
    Expression result{Kind::comparison, left.offset, relation.text, {}, {}};
    result.parts.push_back(std::move(left));
    result.parts.push_back(range());
    if (lexer_.at(TokenKind::relation)) {
      source_.fail(lexer_.current().offset, "comparisons do not chain: write 'a < b and b < c' instead of 'a < b < c'");
    }
    return result;
  }

  Expression range() {
    Expression from = sum();
    if (!lexer_.at(TokenKind::range)) return from;
    lexer_.take();
    Expression result{Kind::range, from.offset, {}, {}, {}};
    result.parts.push_back(std::move(from));
    result.parts.push_back(sum());
    return result;
  }

  Expression sum() {
    Expression first = product();
    if (!lexer_.at(TokenKind::plus) && !lexer_.at(TokenKind::minus)) return first;
    Expression result{Kind::sum, first.offset, {}, "+", {}};
    result.parts.push_back(std::move(first));
    while (lexer_.at(TokenKind::plus) || lexer_.at(TokenKind::minus)) {
      result.operators += lexer_.take().kind == TokenKind::plus ? '+' : '-';
      result.parts.push_back(product());
    }
    return result;
  }

  Expression product() {
    Expression first = signed_operand();
    if (!lexer_.at(TokenKind::star) && !lexer_.at(TokenKind::slash)) return first;
    Expression result{Kind::product, first.offset, {}, "*", {}};
    result.parts.push_back(std::move(first));
    while (lexer_.at(TokenKind::star) || lexer_.at(TokenKind::slash)) {
      result.operators += lexer_.take().kind == TokenKind::star ? '*' : '/';
      result.parts.push_back(signed_operand());
    }
    return result;
  }

  // Every recursion of the grammar passes through here, once a level.
  Expression signed_operand() {
    const std::size_t offset = lexer_.current().offset;
    if (++depth_ > kMostNested)
      source_.fail_too_large(offset, "nested deeper than " + std::to_string(kMostNested) + " levels");
    bool negative = false;
    bool any = false;
    for (; lexer_.at(TokenKind::plus) || lexer_.at(TokenKind::minus); lexer_.take()) {
      negative ^= lexer_.at(TokenKind::minus);
      any = true;
    }
    Expression operand = power();
    --depth_;
    if (!any) return operand;
    Expression result{Kind::sum, offset, {}, negative ? "-" : "+", {}};
    result.parts.push_back(std::move(operand));
    return result;
  }

  Expression power() {
    Expression base = primary();
    if (!lexer_.at(TokenKind::power)) return base;
    lexer_.take();
    Expression result{Kind::power, base.offset, {}, {}, {}};
    result.parts.push_back(std::move(base));
    result.parts.push_back(signed_operand());
    return result;
  }

  Expression primary() {
    switch (lexer_.current().kind) {
      case TokenKind::number:
        return leaf(Kind::number);
      case TokenKind::keyword_true:
      case TokenKind::keyword_false:
        return leaf(Kind::truth);
      case TokenKind::name:
        return named();
      case TokenKind::left_parenthesis:
        return parenthesised();
      default:
        refuse_operand();
    }
  }

  Expression leaf(Kind kind) {
    const Token token = lexer_.take();
    return {kind, token.offset, token.text, {}, {}};
  }

  Expression named() {
    Expression result = leaf(Kind::name);
    if (!lexer_.at(TokenKind::left_parenthesis) && !lexer_.at(TokenKind::left_bracket)) return result;
    if (!keyword_in_capitals(result.text).empty()) refuse_keyword_in_capitals(result.text, result.offset);
    const Token open = lexer_.take();
    const bool call = open.kind == TokenKind::left_parenthesis;
    result.kind = call ? Kind::call : Kind::index;
    result.parts.push_back(disjunction());
    while (lexer_.at(TokenKind::comma)) {
      lexer_.take();
      result.parts.push_back(disjunction());
    }
    close(open, call ? TokenKind::right_parenthesis : TokenKind::right_bracket);
    return result;
  }

  Expression parenthesised() {
    const Token open = lexer_.take();
    Expression inner = disjunction();
    close(open, TokenKind::right_parenthesis);
    inner.offset = open.offset;
    return inner;
  }

  void close(const Token& open, TokenKind bracket) {
    if (lexer_.at(bracket)) {
      lexer_.take();
      return;
    }
    if (lexer_.at(TokenKind::end)) source_.fail(open.offset, "this " + quoted(open) + " is never closed");
    refuse_continuation();
  }

  [[noreturn]] void refuse_keyword_in_capitals(std::string_view word, std::size_t offset) {
    source_.fail(offset,
                 "write '" + std::string(keyword_in_capitals(word)) + "' instead of '" + std::string(word) + "'");
  }

  [[noreturn]] void refuse_operand() {
    const Token& token = lexer_.current();
    if (token.kind == TokenKind::end) {
      const bool blank = source_.text.find_first_not_of(" \t\n\v\f\r") == std::string_view::npos;
      source_.fail(token.offset, blank ? "the text is empty" : "the text ends where an operand was expected");
    }
    source_.fail(token.offset, "an operand was expected here, found " + quoted(token));
  }

  /// The expression so far is complete, and the current token cannot follow it.
  [[noreturn]] void refuse_continuation() {
    const Token& token = lexer_.current();
    if (token.kind == TokenKind::name && !keyword_in_capitals(token.text).empty()) {
      refuse_keyword_in_capitals(token.text, token.offset);
    }
    if (begins_operand(token.kind)) {
      source_.fail(token.offset, "an operator is missing before " + quoted(token) +
                                     ": a product is written with '*', two conditions are joined by 'and' or 'or'");
    }
    if (token.kind == TokenKind::right_parenthesis || token.kind == TokenKind::right_bracket) {
      source_.fail(token.offset, quoted(token) + " closes nothing");
    }
    if (token.kind == TokenKind::comma) source_.fail(token.offset, "',' has no meaning here: join conditions by 'and'");
    source_.fail(token.offset, quoted(token) + " has no meaning here");
  }

  const Source& source_;
  Lexer lexer_;
  std::size_t depth_ = 0;
};

void collect_names(const Expression& expression, std::set<std::string_view>& seen, std::vector<std::string>& names) {
  if (expression.kind == Kind::name && seen.insert(expression.text).second) names.emplace_back(expression.text);
  for (const Expression& part : expression.parts) collect_names(part, seen, names);
}

}  // namespace

bool Expression::is_condition() const noexcept {
  return kind == Kind::truth || kind == Kind::comparison || kind == Kind::negation || kind == Kind::conjunction ||
         kind == Kind::disjunction;
}

Expression parse_expression(const Source& source) { return Parser(source).whole(); }

std::vector<Expression> parse_expression_list(const Source& source) { return Parser(source).list(); }

std::vector<std::string> names_in(const Expression& expression) {
  std::set<std::string_view> seen;
  std::vector<std::string> names;
  collect_names(expression, seen, names);
  return names;
}

}  // namespace isthmus
