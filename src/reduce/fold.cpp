#include "reduce/fold.hpp"

#include <algorithm>
#include <optional>

namespace isthmus {

namespace {

/// The polynomial in which the variable `first` stands for the product; nullopt if there is none.
std::optional<std::vector<Polynomial::Term>> folded_terms(const Atom& atom, const Fold& fold) {
  std::vector<Polynomial::Term> terms = atom.polynomial.terms();
  const auto odd = [&](const Polynomial::Term& term) { return term.exponents[fold.first] % 2 == 1; };
  const bool of_zeros = atom.relation == Relation::equal || atom.relation == Relation::not_equal;
  const unsigned shift = fold.is_square() && of_zeros && std::all_of(terms.begin(), terms.end(), odd) ? 1 : 0;
  for (Polynomial::Term& term : terms) {
    unsigned& exponent = term.exponents[fold.first];
    exponent += shift;
    if (fold.is_square()) {
      if (exponent % 2 == 1) return std::nullopt;
      exponent /= 2;
    } else {
      if (term.exponents[fold.second] != exponent) return std::nullopt;
      term.exponents.erase(term.exponents.begin() + static_cast<std::ptrdiff_t>(fold.second));
    }
  }
  return terms;
}

bool applies(const std::vector<Atom>& atoms, const Fold& fold) {
  return std::any_of(atoms.begin(), atoms.end(),
                     [&](const Atom& atom) { return atom.polynomial.depends_on(fold.first); }) &&
         std::all_of(atoms.begin(), atoms.end(),
                     [&](const Atom& atom) { return folded_terms(atom, fold).has_value(); });
}

}  // namespace

std::vector<Fold> folded_products(const SemialgebraicSet& set) {
  const std::vector<Atom> atoms = set.formula.atoms();
  std::vector<Fold> folds;
  for (std::size_t u = set.parameter_count; u < set.ring.size(); ++u)
    for (std::size_t v = u + 1; v < set.ring.size(); ++v)
      if (applies(atoms, {u, v})) folds.push_back({u, v});
  return folds;
}

std::vector<Fold> folded_squares(const SemialgebraicSet& set) {
  const std::vector<Atom> atoms = set.formula.atoms();
  std::vector<Fold> folds;
  for (std::size_t v = set.parameter_count; v < set.ring.size(); ++v)
    if (applies(atoms, {v, v})) folds.push_back({v, v});
  return folds;
}

SemialgebraicSet folded(const SemialgebraicSet& set, const Fold& fold) {
  std::vector<std::string> names = set.ring.names();
  if (!fold.is_square()) names.erase(names.begin() + static_cast<std::ptrdiff_t>(fold.second));
  const PolynomialRing ring(std::move(names));
  Formula formula = set.formula.map_atoms(
      [&](const Atom& atom) { return Formula::atom(Polynomial(ring, *folded_terms(atom, fold)), atom.relation); });
  if (fold.is_square())
    formula =
        Formula::conjunction({formula, Formula::atom(Polynomial::variable(ring, fold.first), Relation::greater_equal)});
  return {ring, set.parameter_count, set.assumption.map_atoms([&](const Atom& atom) {
            return Formula::atom(atom.polynomial.in_ring(ring), atom.relation);
          }),
          std::move(formula)};
}

}  // namespace isthmus
