#include "decompose/variable_order.hpp"

#include <algorithm>
#include <array>
#include <numeric>

namespace isthmus {

namespace {

using Order = std::vector<std::size_t>;

/// Brown's measure: degree, largest total degree of a term with the variable, number of such terms.
std::array<long, 3> measure(const std::vector<Polynomial>& polynomials, std::size_t variable) {
  std::array<long, 3> m{0, 0, 0};
  for (const Polynomial& p : polynomials) {
    for (const Polynomial::Term& term : p.terms()) {
      const long e = term.exponents[variable];
      if (e == 0) continue;
      m[0] = std::max(m[0], e);
      m[1] = std::max(m[1], std::accumulate(term.exponents.begin(), term.exponents.end(), 0L));
      ++m[2];
    }
  }
  return m;
}

/// Lowest level first; the variable with the smallest measure gets the highest level.
Order brown_order(const std::vector<Polynomial>& polynomials, std::size_t first, std::size_t last) {
  Order order(last - first);
  std::iota(order.begin(), order.end(), first);
  std::vector<std::array<long, 3>> measures;
  for (std::size_t v : order) measures.push_back(measure(polynomials, v));
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return measures[a - first] > measures[b - first]; });
  return order;
}

PolynomialRing reorder(const PolynomialRing& ring, const Order& order) {
  std::vector<std::string> names;
  for (std::size_t v : order) names.push_back(ring.name(v));
  return PolynomialRing(std::move(names));
}

/// Whether projecting is so cheap that other orders are worth a try: total terms times main degree.
bool is_small(const Projection& projection) {
  std::size_t work = 0;
  for (std::size_t k = 1; k <= projection.levels(); ++k)
    for (const auto& f : projection.level(k))
      work += f.polynomial.term_count() * static_cast<std::size_t>(f.polynomial.degree(k - 1));
  constexpr std::size_t limit = 600;
  return work <= limit;
}

std::vector<Order> candidates(const Order& brown, std::size_t parameter_count) {
  std::vector<Order> result{brown};
  const std::size_t n = brown.size();
  if (n - parameter_count <= 3) {
    Order order = brown;
    const auto begin = order.begin() + static_cast<std::ptrdiff_t>(parameter_count);
    std::sort(begin, order.end());
    do {
      if (order != brown) result.push_back(order);
    } while (std::next_permutation(begin, order.end()));
    return result;
  }
  Order natural(n);
  std::iota(natural.begin(), natural.end(), std::size_t{0});
  result.push_back(natural);
  std::reverse(natural.begin() + static_cast<std::ptrdiff_t>(parameter_count), natural.end());
  result.push_back(natural);
  for (std::size_t i = parameter_count; i + 1 < n; ++i) {
    Order swapped = brown;
    std::swap(swapped[i], swapped[i + 1]);
    result.push_back(swapped);
  }
  return result;
}

}  // namespace

PolynomialRing choose_order(const PolynomialRing& ring, std::size_t parameter_count,
                            const std::vector<Polynomial>& polynomials) {
  if (ring.size() <= 1) return ring;
  Order brown = brown_order(polynomials, 0, parameter_count);
  const Order upper = brown_order(polynomials, parameter_count, ring.size());
  brown.insert(brown.end(), upper.begin(), upper.end());
  PolynomialRing best = reorder(ring, brown);
  double best_bound = 0;
  bool first = true;
  for (const Order& order : candidates(brown, parameter_count)) {
    const PolynomialRing candidate = reorder(ring, order);
    const Projection projection = project(candidate, polynomials, ProjectionKind::open_cells);
    const double bound = projection.log_cell_bound();
    if (first || bound < best_bound - 1e-9) {
      best = candidate;
      best_bound = bound;
    }
    if (first && !is_small(projection)) break;
    first = false;
  }
  return best;
}

}  // namespace isthmus
