#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "claim/expression_parser.hpp"
#include "claim/formula.hpp"

namespace isthmus {

/// An expression in real variables with +, -, *, / and powers of any real exponent: an immutable tree, cheap to copy. A
/// power is defined for an integer exponent (of a base that is not 0 if it is negative) and for a positive base.
class RealExpression {
 public:
  enum class Kind { number, variable, sum, product, quotient, power };

  static RealExpression number(Rational value);
  static RealExpression variable(std::string name);
  static RealExpression sum(std::vector<RealExpression> parts);
  static RealExpression product(std::vector<RealExpression> parts);
  static RealExpression quotient(RealExpression numerator, RealExpression denominator);
  static RealExpression power(RealExpression base, RealExpression exponent);
  RealExpression negated() const { return product({number(-1), *this}); }

  Kind kind() const noexcept { return node_->kind; }
  /// The value of a number, the name of a variable; empty otherwise.
  const Rational& value() const noexcept { return node_->value; }
  const std::string& name() const noexcept { return node_->name; }
  const std::vector<RealExpression>& parts() const noexcept { return node_->parts; }
  /// Text in the language of claim files.
  std::string to_string() const { return text(0); }

 private:
  struct Node {
    Kind kind;
    Rational value;
    std::string name;
    std::vector<RealExpression> parts;
  };
  explicit RealExpression(Node node) : node_(std::make_shared<const Node>(std::move(node))) {}
  std::string text(int precedence) const;
  std::string sum_text() const;
  std::string product_text() const;

  std::shared_ptr<const Node> node_;
};

/// left REL right.
struct RealComparison {
  RealExpression left;
  RealExpression right;
  Relation relation = Relation::equal;

  std::string to_string() const;
};

/// What names stand for: variables for themselves, defined names for their values.
using RealNames = std::map<std::string, RealExpression, std::less<>>;

/// Throw ParseError on an unknown name and on what is no operation of real numbers.
RealExpression real_expression(const Source& source, const Expression& expression, const RealNames& names);
RealComparison real_comparison(const Source& source, const Expression& expression, const RealNames& names);

}  // namespace isthmus
