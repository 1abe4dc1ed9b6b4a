#pragma once

#include <algorithm>
#include <vector>

#include "decompose/cell_tree.hpp"
#include "decompose/evaluation_plan.hpp"
#include "decompose/gaps.hpp"
#include "decompose/lifting_state.hpp"
#include "exact/polynomial.hpp"

namespace isthmus::fibres {

struct Sides {
  Rational left;
  Rational right;
};

/// Rationals around alpha without a zero of a polynomial's leading coefficient, discriminant or of a resultant between
/// but alpha: simple ones, far from it where there is room.
inline Sides sides_of(const RealRoot& alpha, const std::vector<Polynomial>& polynomials) {
  std::vector<RealRoot> roots{alpha};
  const auto add = [&](const Polynomial& p) {
    if (p.is_constant()) return;
    for (const RealRoot& root : isolate_real_roots(p.to_univariate(0)))
      if (std::find(roots.begin(), roots.end(), root) == roots.end()) roots.push_back(root);
  };
  for (std::size_t i = 0; i < polynomials.size(); ++i) {
    add(polynomials[i].leading_coefficient(1));
    if (polynomials[i].degree(1) > 1) add(discriminant(polynomials[i], 1));
    for (std::size_t j = 0; j < i; ++j) add(resultant(polynomials[i], polynomials[j], 1));
  }
  std::sort(roots.begin(), roots.end());
  const std::vector<Rational> samples = gap_samples(roots);
  const auto at = static_cast<std::size_t>(std::find(roots.begin(), roots.end(), alpha) - roots.begin());
  return {samples[at], samples[at + 1]};
}

/// Moves both sides towards alpha.
inline void step(Sides& sides, const RealRoot& alpha) {
  RealRoot root = alpha;
  root.refine_to((sides.right - sides.left) * Rational(1, 4));
  const Rational margin = (sides.right - sides.left) * Rational(1, 8);
  sides = {std::max(sides.left, root.lower() - margin), std::min(sides.right, root.upper() + margin)};
}

inline long roots_below(const std::vector<FibrePolynomial>& polynomials, const Rational& t, const Rational& x) {
  long below = 0;
  for (const FibrePolynomial& f : polynomials) {
    const UnivariatePolynomial p = specialise(f.coefficients, t);
    if (!p.is_constant()) below += count_roots_below(p, x);
  }
  return below;
}

/// The stack over a rational, as a tree of cells knows it.
struct KnownStack {
  KnownStack(const std::vector<FibrePolynomial>& polynomials, const Rational& at) {
    std::vector<UnivariatePolynomial> fibre;
    for (const FibrePolynomial& f : polynomials) fibre.push_back(specialise(f.coefficients, at));
    std::vector<RealRoot> roots;
    for (const StackRoot& root : stack_roots(fibre)) {
      roots.push_back(root.value);
      owners.push_back(static_cast<std::uint32_t>(root.factor));
    }
    samples = gap_samples(roots);
  }
  RootOwners owners;
  std::vector<Rational> samples;
};

}  // namespace isthmus::fibres
