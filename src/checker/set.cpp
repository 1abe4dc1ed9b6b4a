#include "checker/set.hpp"

#include <algorithm>
#include <utility>

#include "checker/outcome.hpp"

namespace isthmus::check {
namespace {

Scope scope_of(const std::vector<std::string>& names, const std::vector<std::size_t>& active) {
  Scope scope;
  scope.variables = names.size();
  for (const std::size_t variable : active) scope.index.emplace(names[variable], variable);
  return scope;
}

std::vector<std::size_t> joined(std::vector<std::size_t> a, const std::vector<std::size_t>& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

template <class Change>
Formula with_polynomials(const Formula& formula, const Change& change) {
  return formula.replaced([&](const Atom& atom) { return Formula::atom(change(atom.polynomial), atom.relation); });
}

template <class Read>
auto read_text(const Json& text, const Read& read) {
  try {
    return declining_at([&] { return text.place(); }, [&] { return read(text.text()); });
  } catch (const TextError& error) {
    text.reject("encoding", error.what());
  }
}

}  // namespace

Polynomial Solution::equation() const {
  return denominator * Polynomial::variable(numerator.variables(), variable) - numerator;
}

Scope Set::scope() const { return scope_of(*names, joined(parameters, coordinates)); }

Scope Set::parameter_scope() const { return scope_of(*names, parameters); }

Set Set::with(const Formula& conjunct) const { return with_formula(Formula::conjunction({formula, conjunct})); }

Set Set::assuming(const Formula& conjunct) const {
  Set result = *this;
  result.assumption = Formula::conjunction({assumption, conjunct});
  return result;
}

Set Set::with_formula(const Formula& other) const {
  Set result = *this;
  result.formula = other;
  return result;
}

Set Set::total() const {
  return {names, {}, joined(parameters, coordinates), Formula::truth(), Formula::conjunction({assumption, formula})};
}

Set Set::parameter_space() const { return {names, {}, parameters, Formula::truth(), assumption}; }

Set Set::fibre(const std::vector<Rational>& value) const {
  Set result = *this;
  for (std::size_t i = 0; i < parameters.size(); ++i) result = result.at(parameters[i], value.at(i));
  return result;
}

Set Set::at(std::size_t variable, const Rational& value) const {
  return substituted({variable, Polynomial(variables(), value), Polynomial(variables(), 1)});
}

Set Set::substituted(const Solution& solution) const {
  const auto change = [&](const Polynomial& p) { return check::substituted(p, solution); };
  Set result{names, parameters, coordinates, with_polynomials(assumption, change), with_polynomials(formula, change)};
  std::erase(result.parameters, solution.variable);
  std::erase(result.coordinates, solution.variable);
  return result;
}

std::vector<Rational> Set::in_ring(const std::vector<Rational>& coordinates_of_point) const {
  std::vector<Rational> point(variables());
  for (std::size_t i = 0; i < coordinates.size(); ++i) point[coordinates[i]] = coordinates_of_point.at(i);
  return point;
}

std::string Set::text() const { return formula.text(*names); }

Set make_set(const std::vector<std::string>& parameters, const std::vector<std::string>& coordinates,
             const Formula& assumption, const Formula& formula) {
  std::vector<std::string> names = parameters;
  names.insert(names.end(), coordinates.begin(), coordinates.end());
  Set set{nullptr, {}, {}, assumption, formula};
  for (std::size_t i = 0; i < names.size(); ++i)
    (i < parameters.size() ? set.parameters : set.coordinates).push_back(i);
  set.names = std::make_shared<const std::vector<std::string>>(std::move(names));
  return set;
}

Polynomial substituted(const Polynomial& p, const Solution& solution) {
  if (!p.contains(solution.variable)) return p;
  const std::vector<Polynomial> coefficients = p.coefficients(solution.variable);
  const std::size_t degree = coefficients.size() - 1;
  Polynomial result(p.variables());
  Polynomial denominators = degree % 2 == 0 ? Polynomial(p.variables(), 1) : solution.denominator;
  // Horner's scheme: the coefficient of V^i is multiplied by N^i D^(e-i) in the end.
  for (std::size_t i = degree + 1; i-- > 0;) {
    result = result * solution.numerator + coefficients[i] * denominators;
    denominators *= solution.denominator;
  }
  return result;
}

Polynomial polynomial_in(const Json& text, const Scope& scope) {
  return read_text(text, [&](const std::string& value) { return read_polynomial(value, scope); });
}

std::vector<Polynomial> polynomials_in(const Json& texts, const Scope& scope) {
  std::vector<Polynomial> result;
  for (const auto& text : texts.elements()) result.push_back(polynomial_in(*text, scope));
  return result;
}

Formula formula_in(const Json& text, const Scope& scope) {
  return read_text(text, [&](const std::string& value) { return read_formula(value, scope); });
}

std::size_t variable_in(const Json& text, const Scope& scope) {
  const auto at = scope.index.find(text.text());
  text.require(at != scope.index.end(), "encoding", "'" + text.text() + "' is not a variable here");
  return at->second;
}

std::vector<std::size_t> variables_in(const Json& texts, const Scope& scope) {
  std::vector<std::size_t> result;
  for (const auto& text : texts.elements()) {
    const std::size_t variable = variable_in(*text, scope);
    text->require(std::find(result.begin(), result.end(), variable) == result.end(), "encoding",
                  "'" + text->text() + "' stands twice");
    result.push_back(variable);
  }
  return result;
}

}  // namespace isthmus::check
