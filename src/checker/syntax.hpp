#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "checker/number.hpp"

namespace isthmus::check {

/// A text that is not in the language of sets, matrix expressions or integer expressions.
struct TextError : std::runtime_error {
  TextError(const std::string& problem, std::size_t offset) : std::runtime_error(problem), offset(offset) {}
  explicit TextError(const std::string& problem) : TextError(problem, 0) {}
  std::size_t offset;  ///< in bytes, where it is known; 0 otherwise
};

/// The tree of a text, before its names mean anything. Sets, matrix expressions and integer expressions share it.
struct Syntax {
  enum class Kind {
    number,       ///< text: digits, or digits.digits
    name,         ///< text: the name
    truth,        ///< text: "true" or "false"
    call,         ///< text: the name; parts: the arguments
    index,        ///< text: the name; parts: the indices
    sum,          ///< signs[i], '+' or '-', stands before parts[i]; one part: a signed operand
    product,      ///< signs[i], '*' or '/', stands before parts[i]
    power,        ///< parts: base, exponent
    range,        ///< parts: from, to
    comparison,   ///< text: one of = != < <= > >=; parts: left, right
    negation,     ///< one part
    conjunction,  ///< two or more parts
    disjunction,  ///< two or more parts
  };

  Kind kind;
  std::string text;
  std::string signs;
  std::vector<Syntax> parts;
  std::size_t offset = 0;  ///< in bytes, of its first token
};

/// Reads one expression that fills the whole text. From loose to tight: or, and, not, comparison (no chains), '..',
/// + -, * /, signs, ^ or ** (x^2^3 = x^(2^3), -x^2 = -(x^2)). Throws TextError, and Declined if nested too deeply.
Syntax parse(std::string_view text);

/// The value of a Kind::number: "0.1" is 1/10.
Rational number_value(const Syntax& number);

/// Whether `text` is a name: letters, digits and _, no digit in front, none of and, or, not, true, false.
bool is_name(std::string_view text);

}  // namespace isthmus::check
