#include "bounds/component_bounds.hpp"

#include <algorithm>

#include "exact/error.hpp"

namespace isthmus {
namespace {

void add(Support& support, const std::vector<long>& point) {
  if (std::find(support.begin(), support.end(), point) == support.end()) support.push_back(point);
}

/// The exponents of p, with the exponent of lambda behind them.
void add_terms(Support& support, const Polynomial& p, long lambda) {
  for (const Polynomial::Term& term : p.terms()) {
    std::vector<long> point(term.exponents.begin(), term.exponents.end());
    point.push_back(lambda);
    add(support, point);
  }
}

}  // namespace

std::vector<Support> critical_system(const Polynomial& f) {
  const std::size_t n = f.ring().size();
  const std::vector<long> origin(n + 1, 0);
  std::vector<Support> system{{origin}};
  add_terms(system.back(), f, 0);
  for (std::size_t i = 0; i < n; ++i) {
    std::vector<long> unit = origin;
    unit[i] = 1;
    system.push_back({origin, unit});
    add_terms(system.back(), f.derivative(i), 1);
  }
  return system;
}

Integer bezout_bound(const Polynomial& f) {
  Integer product(f.total_degree());
  for (std::size_t i = 0; i < f.ring().size(); ++i) {
    product *= Integer(std::max(1L, f.derivative(i).total_degree() + 1));
  }
  return product;
}

Integer milnor_thom_bound(const Polynomial& f) {
  require(f.total_degree() > 0, "a polynomial without variables bounds nothing");
  const long d = f.total_degree();
  return Integer(d) * pow(Integer(2 * d - 1), static_cast<unsigned long>(f.ring().size() - 1));
}

}  // namespace isthmus
