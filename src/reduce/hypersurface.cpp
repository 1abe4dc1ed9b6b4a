#include "reduce/hypersurface.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "reduce/conditions.hpp"
#include "reduce/normal_form.hpp"
#include "reduce/unit_combination.hpp"

namespace isthmus {

namespace {

unsigned degree_in_coordinates(const SemialgebraicSet& set, const Polynomial::Term& term) {
  return std::accumulate(term.exponents.begin() + static_cast<std::ptrdiff_t>(set.parameter_count),
                         term.exponents.end(), 0U);
}

/// In the coordinates together, whatever the parameters.
bool is_linear(const SemialgebraicSet& set, const Polynomial& p) {
  const std::vector<Polynomial::Term> terms = p.terms();
  return std::all_of(terms.begin(), terms.end(), [&](const Polynomial::Term& term) {
    return degree_in_coordinates(set, term) <= 1;
  });
}

/// The one equation, if all other conditions are strict and linear.
std::optional<Polynomial> equation_among_hyperplanes(const SemialgebraicSet& set) {
  std::optional<Polynomial> equation;
  for (const Formula& part : set.formula.conjuncts()) {
    if (!part.is(Formula::Kind::atom)) return std::nullopt;
    const Atom& atom = part.as_atom();
    if (is_strict(atom.relation)) {
      if (!is_linear(set, atom.polynomial)) return std::nullopt;
    } else if (atom.relation == Relation::equal && !equation) {
      equation = atom.polynomial;
    } else {
      return std::nullopt;
    }
  }
  return equation;
}

/// By a combination of f and its gradient that is 1: such exist if there are no singular points in complex space either.
std::optional<EmptinessProof> smooth_by_combination(const SemialgebraicSet& singular, const Polynomial& f,
                                                    const std::vector<Polynomial>& partials,
                                                    std::size_t most_monomials) {
  // Without the terms of f of highest degree, by Euler's relation: smaller degrees suffice.
  const PolynomialRing& ring = f.ring();
  unsigned degree = 0;
  for (const Polynomial::Term& term : f.terms()) degree = std::max(degree, degree_in_coordinates(singular, term));
  std::vector<Polynomial> factors;  // of the partials
  Polynomial rest = Rational(static_cast<long>(degree)) * f;
  for (std::size_t v = singular.parameter_count; v < ring.size(); ++v) {
    const Polynomial partial = f.derivative(v);
    if (partial.is_zero()) continue;
    factors.push_back(Polynomial::variable(ring, v));
    rest -= factors.back() * partial;
  }
  std::vector<Polynomial> all = partials;
  all.push_back(f);
  if (!rest.is_zero()) all.push_back(rest);
  const auto multipliers = unit_combination(all, most_monomials);
  if (!multipliers) return std::nullopt;
  const Polynomial of_rest = rest.is_zero() ? Polynomial(ring) : multipliers->back();
  std::vector<std::pair<Polynomial, Polynomial>> combination;
  const auto add = [&](const Polynomial& multiplier, const Polynomial& equation) {
    if (!multiplier.is_zero()) combination.emplace_back(multiplier, equation);
  };
  for (std::size_t i = 0; i < partials.size(); ++i) add((*multipliers)[i] - of_rest * factors[i], partials[i]);
  add((*multipliers)[partials.size()] + Rational(static_cast<long>(degree)) * of_rest, f);
  return empty_by_combination(singular, std::move(combination));
}

}  // namespace

std::optional<SmoothHypersurface> smooth_hypersurface(const SemialgebraicSet& set, std::size_t most_monomials) {
  const auto equation = equation_among_hyperplanes(set);
  if (!equation) return std::nullopt;
  const std::vector<Polynomial> partials = gradient(set, *equation);
  const SemialgebraicSet singular = with_condition(set, all_zero(partials));
  auto smooth = prove_empty(singular);
  if (!smooth) smooth = smooth_by_combination(singular, *equation, partials, most_monomials);
  if (!smooth) return std::nullopt;
  return SmoothHypersurface{*equation, std::move(*smooth)};
}

std::vector<Polynomial> gradient(const SemialgebraicSet& set, const Polynomial& p) {
  std::vector<Polynomial> partials;
  for (std::size_t v = set.parameter_count; v < set.ring.size(); ++v)
    if (Polynomial partial = p.derivative(v); !partial.is_zero()) partials.push_back(std::move(partial));
  return partials;
}

}  // namespace isthmus
