#include "certificate/sign_factors.hpp"

#include <algorithm>

#include "decompose/open_condition.hpp"

namespace isthmus {

namespace {

bool is_variable(const Polynomial& p) { return p.term_count() == 1 && p.total_degree() == 1; }

}  // namespace

std::vector<Polynomial> sign_factors(const std::vector<Formula>& formulas) {
  std::vector<Polynomial> factors;
  for (const Formula& formula : formulas)
    for (const Atom& atom : formula.atoms()) {
      if (evident_sign(atom.polynomial) != 0) continue;
      for (const auto& [factor, exponent] : atom.polynomial.factor().powers)
        if (!is_variable(factor) && evident_sign(factor) == 0 &&
            std::find(factors.begin(), factors.end(), factor) == factors.end())
          factors.push_back(factor);
    }
  return factors;
}

}  // namespace isthmus
