#include "decompose/variable_order.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <optional>

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

/// The irreducible factors that eliminating a variable leaves (projection for open cells), or nullopt if that looks costly.
std::optional<std::vector<Polynomial>> eliminated(const std::vector<Polynomial>& polynomials, std::size_t variable) {
  constexpr std::size_t costly = 4000;
  std::vector<Polynomial> with;
  std::vector<Polynomial> result;
  std::size_t cost = 0;
  for (const Polynomial& p : polynomials) {
    (p.depends_on(variable) ? with : result).push_back(p);
    const auto degree = static_cast<std::size_t>(p.degree(variable));
    if (degree > 0) cost += p.term_count() * degree * degree;
  }
  if (cost * std::max<std::size_t>(with.size(), 1) > costly) return std::nullopt;
  const auto add = [&](const Polynomial& p) {
    if (p.is_constant()) return;
    for (const auto& power : p.factor().powers)
      if (evident_sign(power.factor) == 0 && std::find(result.begin(), result.end(), power.factor) == result.end())
        result.push_back(power.factor);
  };
  for (std::size_t i = 0; i < with.size(); ++i) {
    add(with[i].leading_coefficient(variable));
    if (with[i].degree(variable) > 1) add(discriminant(with[i], variable));
    for (std::size_t j = 0; j < i; ++j) add(resultant(with[i], with[j], variable));
  }
  return result;
}

/// Chooses level after level, from the last one down, the variable whose elimination leaves the least behind.
std::optional<Order> greedy_order(std::vector<Polynomial> polynomials, std::size_t parameter_count, const Order& brown) {
  Order reversed;
  for (std::size_t level = brown.size(); level > 0; --level) {
    const bool coordinate = level > parameter_count;
    std::optional<std::size_t> best;
    std::vector<Polynomial> best_left;
    std::array<long, 2> best_size{};
    for (std::size_t i = brown.size(); i-- > 0;) {
      const std::size_t v = brown[i];
      if ((v >= parameter_count) != coordinate || std::find(reversed.begin(), reversed.end(), v) != reversed.end()) continue;
      auto left = eliminated(polynomials, v);
      if (!left) return std::nullopt;
      std::array<long, 2> size{0, 0};
      for (const Polynomial& p : *left) {
        size[0] += p.total_degree();
        size[1] += static_cast<long>(p.term_count());
      }
      if (best && size >= best_size) continue;
      best = v;
      best_size = size;
      best_left = std::move(*left);
    }
    reversed.push_back(*best);
    polynomials = std::move(best_left);
  }
  std::reverse(reversed.begin(), reversed.end());
  return reversed;
}

/// Orders worth a try, the most promising first; Brown's is among them.
std::vector<Order> candidates(const std::vector<Polynomial>& polynomials, const Order& brown, std::size_t parameter_count) {
  std::vector<Order> result;
  const std::size_t n = brown.size();
  if (auto greedy = greedy_order(polynomials, parameter_count, brown)) result.push_back(std::move(*greedy));
  result.push_back(brown);
  Order order(n);
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto first = order.begin() + static_cast<std::ptrdiff_t>(parameter_count);
  if (n - parameter_count > 3) {
    result.push_back(order);
    std::reverse(first, order.end());
    result.push_back(order);
    return result;
  }
  do result.push_back(order);
  while (std::next_permutation(first, order.end()));
  return result;
}

}  // namespace

PolynomialRing choose_order(const PolynomialRing& ring, std::size_t parameter_count,
                            const std::vector<Polynomial>& polynomials) {
  if (ring.size() <= 1) return ring;
  Order brown = brown_order(polynomials, 0, parameter_count);
  const Order upper = brown_order(polynomials, parameter_count, ring.size());
  brown.insert(brown.end(), upper.begin(), upper.end());
  constexpr std::size_t work_limit = 20000;
  PolynomialRing best = reorder(ring, brown);
  std::optional<double> best_bound;
  for (const Order& order : candidates(polynomials, brown, parameter_count)) {
    const PolynomialRing candidate = reorder(ring, order);
    const auto projection = project_within(candidate, polynomials, ProjectionKind::walls, work_limit);
    if (!projection) continue;
    const double bound = projection->log_cell_bound();
    if (best_bound && bound >= *best_bound - 1e-9) continue;
    best = candidate;
    best_bound = bound;
  }
  return best;
}

}  // namespace isthmus
