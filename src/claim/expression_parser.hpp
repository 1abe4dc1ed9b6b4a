#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "claim/lexer.hpp"

namespace isthmus {

/// The syntax tree of a text, before its names mean anything: the same for sets, points, matrix expressions and integer
/// expressions, each of which then admits some kinds of node and refuses the others in its own words.
struct Expression {
  enum class Kind {
    number,       ///< text: the digits
    name,         ///< text: the name
    truth,        ///< text: "true" or "false"
    call,         ///< text: the name; parts: the arguments
    index,        ///< text: the name; parts: the indices
    sum,          ///< one operator '+' or '-' before each part; a sum of one part is a signed operand
    product,      ///< one operator '*' or '/' before each part
    power,        ///< parts: base, exponent
    range,        ///< parts: from, to
    comparison,   ///< text: the relation; parts: left, right
    negation,     ///< parts: the negated condition
    conjunction,  ///< two or more parts
    disjunction,  ///< two or more parts
  };

  Kind kind;
  std::size_t offset;     ///< where it begins in the source, its parentheses included
  std::string_view text;  ///< a piece of the source
  std::string operators;
  std::vector<Expression> parts;

  /// True for what can only be a condition: truth, comparison, negation, conjunction, disjunction.
  bool is_condition() const noexcept;
};

/// Reads one expression that fills the whole text. From loose to tight: or, and, not, comparison, '..', + -, * /, unary
/// + -, ^ (to the right: x^2^3 = x^(2^3), -x^2 = -(x^2)). Throws ParseError; deeper nesting than 200 is refused.
Expression parse_expression(const Source& source);

/// Reads expressions separated by commas; none if the text is blank.
std::vector<Expression> parse_expression_list(const Source& source);

/// The names that occur as operands, each once, in order of appearance.
std::vector<std::string> names_in(const Expression& expression);

}  // namespace isthmus
