#include "reduce/contraction.hpp"

#include <algorithm>

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

}  // namespace

bool contracts(const SemialgebraicSet& set, const std::vector<unsigned>& weights) {
  require(weights.size() == set.ring.size(), "one weight per variable is needed");
  for (std::size_t i = 0; i < set.parameter_count; ++i)
    if (weights[i] != 0) return false;
  return all_homogeneous(shapes_of(set), weights);
}

std::optional<std::vector<unsigned>> find_contraction(const SemialgebraicSet& set) {
  constexpr double search_limit = 20000;
  const std::size_t n = set.dimension();
  if (n == 0) return std::nullopt;
  const std::vector<Shape> shapes = shapes_of(set);
  std::vector<unsigned> all_one(set.ring.size(), 1);
  std::fill(all_one.begin(), all_one.begin() + static_cast<std::ptrdiff_t>(set.parameter_count), 0u);
  if (all_homogeneous(shapes, all_one)) return all_one;
  unsigned largest = 0;
  for (double size = 1; largest < 6; ++largest) {
    size = 1;
    for (std::size_t i = 0; i < n; ++i) size *= largest + 2;
    if (size > search_limit) break;
  }
  std::optional<std::vector<unsigned>> best;
  std::ptrdiff_t best_zeros = static_cast<std::ptrdiff_t>(n);
  std::vector<unsigned> weights(set.ring.size(), 0);
  for (;;) {
    std::size_t i = set.parameter_count;
    while (i < weights.size() && weights[i] == largest) weights[i++] = 0;
    if (i == weights.size()) return best;
    ++weights[i];
    const auto zeros =
        std::count(weights.begin() + static_cast<std::ptrdiff_t>(set.parameter_count), weights.end(), 0u);
    if (zeros >= best_zeros || !all_homogeneous(shapes, weights)) continue;
    best = weights;
    best_zeros = zeros;
  }
}

}  // namespace isthmus
