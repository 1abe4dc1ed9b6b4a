#include "claim/real_expression.hpp"

#include <utility>

namespace isthmus {
namespace {

enum Precedence : int { in_sum = 1, in_product = 2, in_power = 3 };

std::string in_parentheses(const std::string& text, bool needed) { return needed ? "(" + text + ")" : text; }

[[noreturn]] void refuse(const Source& source, const Expression& e) {
  source.fail(e.offset, "a real expression is made of numbers, variables, + - * / and ^");
}

RealExpression sum_of(const Source& source, const Expression& e, const RealNames& names) {
  std::vector<RealExpression> parts;
  for (std::size_t i = 0; i < e.parts.size(); ++i) {
    const RealExpression part = real_expression(source, e.parts[i], names);
    parts.push_back(e.operators[i] == '-' ? part.negated() : part);
  }
  return RealExpression::sum(std::move(parts));
}

RealExpression product_of(const Source& source, const Expression& e, const RealNames& names) {
  RealExpression result = real_expression(source, e.parts[0], names);
  for (std::size_t i = 1; i < e.parts.size(); ++i) {
    const RealExpression part = real_expression(source, e.parts[i], names);
    result = e.operators[i] == '/' ? RealExpression::quotient(result, part) : RealExpression::product({result, part});
  }
  return result;
}

}  // namespace

RealExpression RealExpression::number(Rational value) {
  return RealExpression({Kind::number, std::move(value), {}, {}});
}

RealExpression RealExpression::variable(std::string name) {
  return RealExpression({Kind::variable, {}, std::move(name), {}});
}

RealExpression RealExpression::sum(std::vector<RealExpression> parts) {
  if (parts.size() == 1) return parts.front();
  return RealExpression({Kind::sum, {}, {}, std::move(parts)});
}

RealExpression RealExpression::product(std::vector<RealExpression> parts) {
  if (parts.size() == 2 && parts[0].kind() == Kind::number && parts[1].kind() == Kind::number) {
    return number(parts[0].value() * parts[1].value());
  }
  return RealExpression({Kind::product, {}, {}, std::move(parts)});
}

RealExpression RealExpression::quotient(RealExpression numerator, RealExpression denominator) {
  const bool rational = numerator.kind() == Kind::number && denominator.kind() == Kind::number;
  if (rational && !denominator.value().is_zero()) return number(numerator.value() / denominator.value());
  return RealExpression({Kind::quotient, {}, {}, {std::move(numerator), std::move(denominator)}});
}

RealExpression RealExpression::power(RealExpression base, RealExpression exponent) {
  return RealExpression({Kind::power, {}, {}, {std::move(base), std::move(exponent)}});
}

std::string RealExpression::sum_text() const {
  std::string result;
  for (const RealExpression& part : parts()) {
    const std::string each = part.text(in_sum);
    const bool negative = each[0] == '-';
    result += result.empty() ? each : (negative ? " - " + each.substr(1) : " + " + each);
  }
  return result;
}

std::string RealExpression::product_text() const {
  const bool negation = parts()[0].kind() == Kind::number && parts()[0].value() == Rational(-1);
  if (negation && parts().size() == 2) return "-" + parts()[1].text(in_product);
  std::string result;
  for (const RealExpression& part : parts()) result += (result.empty() ? "" : "*") + part.text(in_product);
  return result;
}

std::string RealExpression::text(int precedence) const {
  switch (kind()) {
    case Kind::number:
      return in_parentheses(value().to_string(),
                            precedence >= in_product && (value().sign() < 0 || !value().is_integer()));
    case Kind::variable:
      return name();
    case Kind::sum:
      return in_parentheses(sum_text(), precedence >= in_sum);
    case Kind::product: {
      const std::string text = product_text();
      return in_parentheses(text, precedence >= in_power || (precedence == in_product && text[0] == '-'));
    }
    case Kind::quotient:
      return in_parentheses(parts()[0].text(in_product) + "/" + parts()[1].text(in_power), precedence >= in_product);
    case Kind::power:
      return in_parentheses(parts()[0].text(in_power) + "^" + parts()[1].text(in_power), precedence >= in_power);
  }
  throw InternalError("a real expression outside its enumeration");
}

std::string RealComparison::to_string() const {
  return left.to_string() + " " + isthmus::to_string(relation) + " " + right.to_string();
}

RealExpression real_expression(const Source& source, const Expression& e, const RealNames& names) {
  using Kind = Expression::Kind;
  switch (e.kind) {
    case Kind::number:
      return RealExpression::number(Rational::parse(e.text));
    case Kind::name: {
      const auto found = names.find(e.text);
      if (found == names.end()) source.fail(e.offset, "the name '" + std::string(e.text) + "' is not declared");
      return found->second;
    }
    case Kind::sum:
      return sum_of(source, e, names);
    case Kind::product:
      return product_of(source, e, names);
    case Kind::power:
      return RealExpression::power(real_expression(source, e.parts[0], names),
                                   real_expression(source, e.parts[1], names));
    default:
      refuse(source, e);
  }
}

RealComparison real_comparison(const Source& source, const Expression& e, const RealNames& names) {
  if (e.kind != Expression::Kind::comparison) {
    source.fail(e.offset, "one comparison was expected here, as in 'k > 0'");
  }
  return {real_expression(source, e.parts[0], names), real_expression(source, e.parts[1], names),
          relation_named(e.text)};
}

}  // namespace isthmus
