#include "checker/set_reader.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "checker/limits.hpp"

namespace isthmus::check {
namespace {

using SyntaxKind = Syntax::Kind;

constexpr const char* kExponents = "for an exponent in a text";

[[noreturn]] void fail(const Syntax& at, const std::string& problem) { throw TextError(problem, at.offset); }

/// The exponent 3, or 2^3 in x^2^3.
std::size_t exponent_in(const Syntax& syntax) {
  if (syntax.kind == SyntaxKind::power) {
    const std::size_t base = exponent_in(syntax.parts[0]);
    const std::size_t height = exponent_in(syntax.parts[1]);
    std::size_t value = 1;
    for (std::size_t i = 0; i < height && value > 0 && base != 1; ++i) {
      value *= base;
      require_at_most(limits::kExponent, value, kExponents);
    }
    return value;
  }
  if (syntax.kind != SyntaxKind::number) fail(syntax, "an exponent is an integer from 0 on, in digits");
  const Rational value = number_value(syntax);
  if (value.denominator() != 1) fail(syntax, "an exponent is an integer");
  if (value > Rational(long{limits::kExponent})) require_at_most(limits::kExponent, limits::kExponent + 1, kExponents);
  return static_cast<std::size_t>(value.numerator());
}

/// Neighbours are added until one is left, so that a long sum is not copied once for each of its terms.
Polynomial sum_of(const Syntax& syntax, const Scope& scope) {
  std::vector<Polynomial> parts;
  for (std::size_t i = 0; i < syntax.parts.size(); ++i) {
    Polynomial part = read_polynomial(syntax.parts[i], scope);
    parts.push_back(syntax.signs[i] == '-' ? -part : std::move(part));
  }
  for (std::size_t step = 1; step < parts.size(); step *= 2) {
    for (std::size_t i = 0; i + step < parts.size(); i += 2 * step) parts[i] += parts[i + step];
  }
  return std::move(parts.front());
}

Polynomial product_of(const Syntax& syntax, const Scope& scope) {
  Polynomial result = read_polynomial(syntax.parts[0], scope);
  for (std::size_t i = 1; i < syntax.parts.size(); ++i) {
    const Polynomial factor = read_polynomial(syntax.parts[i], scope);
    if (syntax.signs[i] == '*') {
      result *= factor;
      continue;
    }
    if (!factor.is_constant()) fail(syntax.parts[i], "division by something that is not a constant");
    if (factor.is_zero()) fail(syntax.parts[i], "division by zero");
    result = Rational(1) / factor.constant_term() * result;
  }
  return result;
}

void collect_names(const Syntax& syntax, std::vector<std::string>& names) {
  const bool known = std::find(names.begin(), names.end(), syntax.text) != names.end();
  if (syntax.kind == SyntaxKind::name && !known) names.push_back(syntax.text);
  for (const Syntax& part : syntax.parts) collect_names(part, names);
}

}  // namespace

Scope::Scope(const std::vector<std::string>& names) : variables(names.size()) {
  require_at_most(limits::kVariables, variables, "variables");
  for (std::size_t i = 0; i < names.size(); ++i) index.emplace(names[i], i);
}

Polynomial read_polynomial(const Syntax& syntax, const Scope& scope) {
  switch (syntax.kind) {
    case SyntaxKind::number:
      return Polynomial(scope.variables, number_value(syntax));
    case SyntaxKind::name: {
      const auto at = scope.index.find(syntax.text);
      if (at == scope.index.end()) fail(syntax, "unknown name '" + syntax.text + "'");
      return Polynomial::variable(scope.variables, at->second);
    }
    case SyntaxKind::sum:
      return sum_of(syntax, scope);
    case SyntaxKind::product:
      return product_of(syntax, scope);
    case SyntaxKind::power:
      return power(read_polynomial(syntax.parts[0], scope), exponent_in(syntax.parts[1]));
    default:
      fail(syntax, "a polynomial was expected here");
  }
}

Formula read_formula(const Syntax& syntax, const Scope& scope) {
  std::vector<Formula> parts;
  switch (syntax.kind) {
    case SyntaxKind::truth:
      return syntax.text == "true" ? Formula::truth() : Formula::falsity();
    case SyntaxKind::comparison:
      return Formula::atom(read_polynomial(syntax.parts[0], scope) - read_polynomial(syntax.parts[1], scope),
                           relation_of(syntax.text));
    case SyntaxKind::negation:
      return read_formula(syntax.parts[0], scope).negated();
    case SyntaxKind::conjunction:
    case SyntaxKind::disjunction:
      for (const Syntax& part : syntax.parts) parts.push_back(read_formula(part, scope));
      return syntax.kind == SyntaxKind::conjunction ? Formula::conjunction(parts) : Formula::disjunction(parts);
    default:
      fail(syntax, "a condition was expected here");
  }
}

Polynomial read_polynomial(std::string_view text, const Scope& scope) { return read_polynomial(parse(text), scope); }

Formula read_formula(std::string_view text, const Scope& scope) { return read_formula(parse(text), scope); }

std::vector<std::string> names_in(const Syntax& syntax) {
  std::vector<std::string> names;
  collect_names(syntax, names);
  return names;
}

}  // namespace isthmus::check
