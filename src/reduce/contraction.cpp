#include "reduce/contraction.hpp"

#include <algorithm>
#include <cmath>

#include "exact/error.hpp"

namespace isthmus {

namespace {

/// The weighted degree of a homogeneous polynomial, or nullopt if its terms differ.
std::optional<unsigned> weighted_degree(const std::vector<Polynomial::Term>& terms,
                                        const std::vector<unsigned>& weights) {
  std::optional<unsigned> common;
  for (const Polynomial::Term& term : terms) {
    unsigned degree = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) degree += weights[i] * term.exponents[i];
    if (common && *common != degree) return std::nullopt;
    common = degree;
  }
  return common;
}

struct Shape {
  std::vector<Polynomial::Term> terms;
  bool strict;
};

std::vector<Shape> shapes_of(const SemialgebraicSet& set) {
  std::vector<Shape> shapes;
  for (const Atom& atom : set.formula.atoms()) shapes.push_back({atom.polynomial.terms(), is_strict(atom.relation)});
  return shapes;
}

bool all_homogeneous(const std::vector<Shape>& shapes, const std::vector<unsigned>& weights) {
  return std::all_of(shapes.begin(), shapes.end(), [&](const Shape& shape) {
    const auto degree = weighted_degree(shape.terms, weights);
    return degree && (*degree == 0 || !shape.strict);
  });
}

/// Coordinates that may have a positive weight: a strict atom, and a polynomial with a constant term, has degree 0,
/// which fixes every variable that occurs in it.
std::vector<std::size_t> movable_variables(const SemialgebraicSet& set, const std::vector<Shape>& shapes) {
  std::vector<bool> fixed(set.ring.size(), false);
  for (const Shape& shape : shapes) {
    const bool has_constant = std::any_of(shape.terms.begin(), shape.terms.end(), [](const Polynomial::Term& term) {
      return std::all_of(term.exponents.begin(), term.exponents.end(), [](unsigned e) { return e == 0; });
    });
    if (!shape.strict && !has_constant) continue;
    for (const Polynomial::Term& term : shape.terms)
      for (std::size_t v = 0; v < fixed.size(); ++v) fixed[v] = fixed[v] || term.exponents[v] > 0;
  }
  std::vector<std::size_t> movable;
  for (std::size_t v = set.parameter_count; v < fixed.size(); ++v)
    if (!fixed[v]) movable.push_back(v);
  return movable;
}

/// The largest weight for which all weight vectors can be tried.
unsigned largest_weight(std::size_t variables) {
  constexpr double search_limit = 20000;
  constexpr unsigned most = 6;
  unsigned largest = 0;
  for (; largest < most; ++largest)
    if (std::pow(largest + 2.0, static_cast<double>(variables)) > search_limit) break;
  return largest;
}

}  // namespace

bool contracts(const SemialgebraicSet& set, const std::vector<unsigned>& weights) {
  require(weights.size() == set.ring.size(), "one weight per variable is needed");
  for (std::size_t i = 0; i < set.parameter_count; ++i)
    if (weights[i] != 0) return false;
  return all_homogeneous(shapes_of(set), weights);
}

std::optional<std::vector<unsigned>> find_contraction(const SemialgebraicSet& set) {
  const std::vector<Shape> shapes = shapes_of(set);
  const std::vector<std::size_t> movable = movable_variables(set, shapes);
  if (movable.empty()) return std::nullopt;
  std::vector<unsigned> weights(set.ring.size(), 0);
  for (std::size_t v : movable) weights[v] = 1;
  if (all_homogeneous(shapes, weights)) return weights;
  const unsigned largest = largest_weight(movable.size());
  std::optional<std::vector<unsigned>> best;
  std::size_t best_moved = 0;
  for (std::size_t v : movable) weights[v] = 0;
  for (;;) {
    std::size_t i = 0;
    while (i < movable.size() && weights[movable[i]] == largest) weights[movable[i++]] = 0;
    if (i == movable.size()) return best;
    ++weights[movable[i]];
    const auto moved = static_cast<std::size_t>(
        std::count_if(movable.begin(), movable.end(), [&](std::size_t v) { return weights[v] > 0; }));
    if (moved <= best_moved || !all_homogeneous(shapes, weights)) continue;
    best = weights;
    best_moved = moved;
  }
}

}  // namespace isthmus
