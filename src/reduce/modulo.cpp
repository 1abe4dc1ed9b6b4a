#include "reduce/modulo.hpp"

#include <algorithm>
#include <optional>
#include <tuple>

#include "reduce/conditions.hpp"

namespace isthmus {

namespace {

/// Division with respect to one variable in which the divisor has a constant leading coefficient.
Replacement divide_with_remainder(const Polynomial& p, const Polynomial& divisor, std::size_t variable) {
  const long degree = divisor.degree(variable);
  const Rational leading = divisor.leading_coefficient(variable).constant_value();
  const Polynomial x = Polynomial::variable(p.ring(), variable);
  Replacement result{p, p, Polynomial(p.ring()), divisor};
  while (result.remainder.degree(variable) >= degree) {
    const auto excess = static_cast<unsigned>(result.remainder.degree(variable) - degree);
    const Polynomial term = Rational(1) / leading * result.remainder.leading_coefficient(variable) * pow(x, excess);
    result.quotient += term;
    result.remainder -= term * divisor;
  }
  return result;
}

bool is_simpler(const Polynomial& a, const Polynomial& b) {
  const auto measure = [](const Polynomial& p) {
    return std::make_tuple(p.variables().size(), p.total_degree(), p.term_count());
  };
  return measure(a) < measure(b);
}

/// m_1 != 0 or m_2 != 0 or .., for monomials m_i, as the one atom m_1^2 + m_2^2 + .. != 0; else the formula itself.
Formula as_sum_of_squares(const Formula& formula) {
  if (!formula.is(Formula::Kind::disjunction)) return formula;
  std::optional<Polynomial> sum;
  for (const Formula& part : formula.parts()) {
    const bool monomial = part.is(Formula::Kind::atom) && part.as_atom().relation == Relation::not_equal &&
                          part.as_atom().polynomial.term_count() == 1;
    if (!monomial) return formula;
    const Polynomial square = pow(part.as_atom().polynomial, 2);
    sum = sum ? *sum + square : square;
  }
  return Formula::atom(*sum, Relation::not_equal);
}

std::optional<Replacement> best_replacement(const Polynomial& p, const std::vector<Polynomial>& divisors,
                                            std::size_t parameter_count) {
  std::optional<Replacement> best;
  for (const Polynomial& divisor : divisors)
    for (const std::size_t v : divisor.variables()) {
      if (v < parameter_count || p.degree(v) < divisor.degree(v)) continue;
      if (!divisor.leading_coefficient(v).is_constant()) continue;
      Replacement candidate = divide_with_remainder(p, divisor, v);
      if (is_simpler(candidate.remainder, best ? best->remainder : p)) best = std::move(candidate);
    }
  return best;
}

/// An equation that is simpler modulo another one; the latter stays as it is.
std::optional<Replacement> simpler_equation(const std::vector<Polynomial>& equations, std::size_t parameter_count) {
  for (const Polynomial& p : equations) {
    std::vector<Polynomial> others = equations;
    std::erase(others, p);
    if (auto replacement = best_replacement(p, others, parameter_count)) return replacement;
  }
  return std::nullopt;
}

}  // namespace

std::vector<Replacement> simpler_modulo_equations(const SemialgebraicSet& set) {
  const std::vector<Polynomial> divisors = equations(set);
  if (auto replacement = simpler_equation(divisors, set.parameter_count)) return {std::move(*replacement)};
  std::vector<Polynomial> seen = divisors;
  std::vector<Replacement> result;
  std::vector<Atom> atoms;
  for (const Formula& part : set.formula.conjuncts())
    for (const Atom& atom : as_sum_of_squares(part).atoms()) atoms.push_back(atom);
  for (const Atom& atom : atoms) {
    if (std::find(seen.begin(), seen.end(), atom.polynomial) != seen.end()) continue;
    seen.push_back(atom.polynomial);
    if (auto replacement = best_replacement(atom.polynomial, divisors, set.parameter_count))
      result.push_back(std::move(*replacement));
  }
  return result;
}

SemialgebraicSet with_replacements(const SemialgebraicSet& set, const std::vector<Replacement>& replacements) {
  const auto find = [&](const Polynomial& p) {
    return std::find_if(replacements.begin(), replacements.end(), [&](const auto& r) { return r.polynomial == p; });
  };
  const auto replace = [&](const Atom& atom) {
    const auto found = find(atom.polynomial);
    return Formula::atom(found == replacements.end() ? atom.polynomial : found->remainder, atom.relation);
  };
  std::vector<Formula> parts;
  for (const Formula& part : set.formula.conjuncts()) {
    const Formula folded = as_sum_of_squares(part);
    const bool use = folded.is(Formula::Kind::atom) && find(folded.as_atom().polynomial) != replacements.end();
    parts.push_back((use ? folded : part).map_atoms(replace));
  }
  SemialgebraicSet result = set;
  result.formula = Formula::conjunction(parts);
  return result;
}

}  // namespace isthmus
