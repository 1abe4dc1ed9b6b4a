#include "claim/set_language.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "claim/expression_parser.hpp"
#include "claim/polynomial_expansion.hpp"

namespace isthmus {
namespace {

using Kind = Expression::Kind;

// Exponent vectors are dense: a text may not ask for more memory than it is long, squared.
constexpr std::size_t kMostVariables = 2000;

std::string joined(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

bool contains(const std::vector<std::string>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

void check_option(const std::vector<std::string>& names, const std::string& option) {
  std::set<std::string> seen;
  for (const std::string& name : names) {
    require(is_name(name), option + ": '" + name + "' is not a name");
    require(seen.insert(name).second, option + ": '" + name + "' occurs twice");
  }
}

void check_options(const SetOptions& options) {
  check_option(options.variables, "variables");
  check_option(options.parameters, "parameters");
  for (const std::string& name : options.parameters) {
    require(!contains(options.variables, name), "'" + name + "' is given both as a variable and as a parameter");
  }
}

PolynomialRing ring_of(const Source& source, const Expression& expression, const SetOptions& options) {
  std::vector<std::string> names = options.parameters;
  names.insert(names.end(), options.variables.begin(), options.variables.end());
  std::set<std::string> seen(names.begin(), names.end());
  for (const std::string& name : names_in(expression)) {
    if (seen.insert(name).second) names.push_back(name);
  }
  if (names.size() > kMostVariables) {
    source.fail(expression.offset, "more than " + std::to_string(kMostVariables) + " variables");
  }
  return PolynomialRing(std::move(names));
}

void check_names(const Source& source, const Expression& expression, const std::vector<std::string>& parameters) {
  if (expression.kind == Kind::name && !contains(parameters, expression.text)) {
    const std::string known = parameters.empty() ? "none is declared" : "they are " + joined(parameters);
    source.fail(expression.offset, "'" + std::string(expression.text) +
                                       "' is not a parameter; an assumption mentions parameters only, " + known);
  }
  for (const Expression& part : expression.parts) check_names(source, part, parameters);
}

Formula formula_of(const Source& source, const Expression& expression, const PolynomialRing& ring) {
  const auto formulas = [&] {
    std::vector<Formula> parts;
    for (const Expression& part : expression.parts) parts.push_back(formula_of(source, part, ring));
    return parts;
  };
  switch (expression.kind) {
    case Kind::truth:
      return expression.text == "true" ? Formula::truth() : Formula::falsity();
    case Kind::comparison: {
      Polynomial left = expand(source, expression.parts[0], ring);
      left -= expand(source, expression.parts[1], ring);
      return Formula::atom(std::move(left), relation_named(expression.text));
    }
    case Kind::negation:
      return formula_of(source, expression.parts[0], ring).negated();
    case Kind::conjunction:
      return Formula::conjunction(formulas());
    case Kind::disjunction:
      return Formula::disjunction(formulas());
    default:
      break;
  }
  expand(source, expression, ring);
  source.fail(expression.offset, "a condition was expected here, found a polynomial: compare it, as in '.. = 0'");
}

/// The name and the value of one piece 'x = 1/2' of a point.
std::pair<std::size_t, Rational> coordinate(const Source& source, const Expression& piece, const PolynomialRing& ring) {
  if (piece.kind != Kind::comparison || (piece.text != "=" && piece.text != "==") ||
      piece.parts[0].kind != Kind::name) {
    source.fail(piece.offset, "a coordinate was expected here, as in 'x = 1/2'");
  }
  const auto index = ring.index_of(piece.parts[0].text);
  if (!index) {
    source.fail(piece.offset,
                "unknown name '" + std::string(piece.parts[0].text) + "'; the coordinates are " + joined(ring.names()));
  }
  return {*index, constant_value(source, piece.parts[1])};
}

}  // namespace

SemialgebraicSet parse_set(std::string_view text, const SetOptions& options) {
  check_options(options);
  const Source source{"set", text};
  const Expression expression = parse_expression(source);
  SemialgebraicSet set{ring_of(source, expression, options), options.parameters.size()};
  set.formula = formula_of(source, expression, set.ring);
  if (!options.assumption.empty()) {
    const Source assumption{"assumption", options.assumption};
    const Expression condition = parse_expression(assumption);
    check_names(assumption, condition, options.parameters);
    set.assumption = formula_of(assumption, condition, set.ring);
  }
  return set;
}

Formula parse_formula(std::string_view text, const PolynomialRing& ring, const std::string& source) {
  const Source located{source, text};
  return formula_of(located, parse_expression(located), ring);
}

Polynomial parse_polynomial(std::string_view text, const PolynomialRing& ring, const std::string& source) {
  const Source located{source, text};
  return expand(located, parse_expression(located), ring);
}

std::vector<Rational> parse_point(std::string_view text, const PolynomialRing& ring) {
  const Source source{"point", text};
  std::vector<Rational> point(ring.size());
  std::vector<bool> given(ring.size(), false);
  for (const Expression& piece : parse_expression_list(source)) {
    auto [index, value] = coordinate(source, piece, ring);
    if (given[index]) source.fail(piece.offset, "'" + ring.name(index) + "' is given twice");
    given[index] = true;
    point[index] = std::move(value);
  }
  for (std::size_t i = 0; i < ring.size(); ++i) {
    if (!given[i]) source.fail(text.size(), "no value for '" + ring.name(i) + "'");
  }
  return point;
}

std::vector<std::string> parse_names(std::string_view text, const std::string& source) {
  const Source located{source, text};
  Lexer lexer(located);
  std::vector<std::string> names;
  if (lexer.at(TokenKind::end)) return names;
  while (true) {
    const Token token = lexer.current();
    if (token.kind == TokenKind::end) located.fail(token.offset, "the text ends where a name was expected");
    if (token.kind != TokenKind::name) {
      located.fail(token.offset, "a name was expected here, found '" + std::string(token.text.substr(0, 30)) + "'");
    }
    if (contains(names, token.text)) {
      located.fail(token.offset, "the name '" + std::string(token.text) + "' occurs twice");
    }
    names.emplace_back(token.text);
    lexer.take();
    if (lexer.at(TokenKind::end)) return names;
    if (!lexer.at(TokenKind::comma)) located.fail(lexer.current().offset, "',' was expected between names");
    lexer.take();
  }
}

}  // namespace isthmus
