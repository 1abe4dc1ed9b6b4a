#include "decompose/variable_order.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <optional>

namespace isthmus {

namespace {

using Order = std::vector<std::size_t>;

/// Brown's measure: degree, largest total degree of a term with the variable, number of such terms; then the size of
/// their coefficients.
std::array<long, 4> measure(const std::vector<Polynomial>& polynomials, std::size_t variable) {
  std::array<long, 4> m{0, 0, 0, 0};
  for (const Polynomial& p : polynomials) {
    for (const Polynomial::Term& term : p.terms()) {
      const long e = term.exponents[variable];
      if (e == 0) continue;
      m[0] = std::max(m[0], e);
      m[1] = std::max(m[1], std::accumulate(term.exponents.begin(), term.exponents.end(), 0L));
      ++m[2];
      m[3] += static_cast<long>(term.coefficient.numerator().bit_length());
    }
  }
  return m;
}

/// Lowest level first; the variable with the smallest measure gets the highest level.
Order brown_order(const std::vector<Polynomial>& polynomials, std::size_t first, std::size_t last) {
  Order order(last - first);
  std::iota(order.begin(), order.end(), first);
  std::vector<std::array<long, 4>> measures;
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

/// Orders worth a try: Brown's, the given one, its reverse; all permutations of few coordinates. The first `kept`
/// variables stay first.
std::vector<Order> candidates(const Order& brown, std::size_t kept) {
  std::vector<Order> result{brown};
  Order order(brown.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  result.push_back(order);
  const auto first = order.begin() + static_cast<std::ptrdiff_t>(kept);
  std::reverse(first, order.end());
  result.push_back(order);
  if (brown.size() - kept > 3) return result;
  std::sort(first, order.end());
  while (std::next_permutation(first, order.end())) result.push_back(order);
  return result;
}

/// Brown's order of the parameters, then `fixed` variables as they are, then Brown's order of the rest.
Order brown_order(const std::vector<Polynomial>& polynomials, std::size_t parameter_count, std::size_t fixed,
                  const PolynomialRing& ring) {
  Order order = brown_order(polynomials, 0, parameter_count);
  for (std::size_t v = parameter_count; v < parameter_count + fixed; ++v) order.push_back(v);
  const Order upper = brown_order(polynomials, parameter_count + fixed, ring.size());
  order.insert(order.end(), upper.begin(), upper.end());
  return order;
}

/// Estimates of the work that is worth spending on the comparison of orders, in increasing steps.
constexpr std::array<std::size_t, 5> work_limits{2000, 16000, 64000, 400000, 1600000};
/// Walls between regions are worth more: nothing else is left where there are many cells.
constexpr std::array<std::size_t, 7> walls_work_limits{2000, 16000, 64000, 400000, 1600000, 16000000, 128000000};

}  // namespace

std::optional<Projection> cheap_projection(const PolynomialRing& ring, const std::vector<Polynomial>& polynomials,
                                           EliminationMemo& memo) {
  const Order brown = brown_order(polynomials, 0, 0, ring);
  for (std::size_t limit : work_limits)
    for (const Order& order : candidates(brown, 0)) {
      const ProjectionLimits limits{.work = limit, .memo = &memo};
      if (auto found = project_within(reorder(ring, order), polynomials, ProjectionKind::open_cells, limits))
        return found;
    }
  return std::nullopt;
}

Projection projection_in_browns_order(const PolynomialRing& ring, const std::vector<Polynomial>& polynomials,
                                      EliminationMemo& memo) {
  const PolynomialRing order = reorder(ring, brown_order(polynomials, 0, 0, ring));
  return *project_within(order, polynomials, ProjectionKind::open_cells, {.memo = &memo});
}

PolynomialRing cheap_order(const PolynomialRing& ring, const std::vector<Polynomial>& polynomials) {
  EliminationMemo memo;
  const Order brown = brown_order(polynomials, 0, 0, ring);
  for (std::size_t limit : work_limits)
    for (const Order& order : candidates(brown, 0)) {
      const PolynomialRing candidate = reorder(ring, order);
      const ProjectionLimits limits{.work = limit, .memo = &memo};
      if (project_within(candidate, polynomials, ProjectionKind::open_cells, limits)) return candidate;
    }
  return reorder(ring, brown);
}

std::optional<Projection> best_projection(const PolynomialRing& ring, std::size_t parameter_count,
                                          const std::vector<Polynomial>& polynomials, std::size_t infinitesimals,
                                          EliminationMemo& memo) {
  constexpr double clearly_less = 1e-9;
  const Order brown = brown_order(polynomials, parameter_count, infinitesimals, ring);
  constexpr std::size_t small_work = 16000;
  std::optional<Projection> best;
  for (std::size_t limit : walls_work_limits) {
    const bool last_round = best.has_value() || limit <= small_work || ring.size() <= 3;
    for (const Order& order : candidates(brown, parameter_count + infinitesimals)) {
      ProjectionLimits limits{.work = limit, .memo = &memo};
      if (best) limits.log_cells = best->log_cell_bound() - clearly_less;
      auto projection = project_within(reorder(ring, order), polynomials, ProjectionKind::walls, limits,
                                       {parameter_count, infinitesimals});
      if (projection) best = std::move(projection);
      if (best && limit > work_limits.back()) return best;  // comparing would cost as much again
    }
    if (best && last_round) return best;
  }
  return best;
}

std::optional<Projection> best_projection(const PolynomialRing& ring, std::size_t parameter_count,
                                          const std::vector<Polynomial>& polynomials, std::size_t infinitesimals) {
  EliminationMemo memo;
  return best_projection(ring, parameter_count, polynomials, infinitesimals, memo);
}

bool has_projection_within(const PolynomialRing& ring, std::size_t parameter_count,
                           const std::vector<Polynomial>& polynomials, std::size_t infinitesimals, std::size_t work) {
  const Order brown = brown_order(polynomials, parameter_count, infinitesimals, ring);
  const std::vector<Order> orders = candidates(brown, parameter_count + infinitesimals);
  return std::any_of(orders.begin(), orders.end(), [&](const Order& order) {
    return project_within(reorder(ring, order), polynomials, ProjectionKind::walls, {.work = work},
                          {parameter_count, infinitesimals})
        .has_value();
  });
}

PolynomialRing best_order(const PolynomialRing& ring, std::size_t parameter_count,
                          const std::vector<Polynomial>& polynomials, std::size_t infinitesimals) {
  const auto best = best_projection(ring, parameter_count, polynomials, infinitesimals);
  return best ? best->ring() : reorder(ring, brown_order(polynomials, parameter_count, infinitesimals, ring));
}

}  // namespace isthmus
