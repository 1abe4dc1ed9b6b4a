#pragma once

#include <cstddef>
#include <vector>

#include "checker/algebraic.hpp"

namespace isthmus::check {

/// A polynomial in x whose coefficients are polynomials in t, index = exponent of x, read at t = alpha. Unlike in
/// Univariate, the coefficients share one positive factor, not one each.
using AlgebraicFibre = std::vector<std::vector<Integer>>;

bool vanishes_identically(const AlgebraicNumber& alpha, AlgebraicFibre p);

/// Counts the distinct real roots of the product of some p(alpha, x) != 0, p by p: the roots of p where the product g
/// of those before it is not 0, by the query of Tarski for g^2, which is Sturm's theorem if no root is common (Basu,
/// Pollack, Roy 2006, theorem 2.73). So products are formed only of polynomials with common roots.
class FibreRootCounter {
 public:
  /// Throws std::invalid_argument if a polynomial vanishes identically at alpha.
  FibreRootCounter(const AlgebraicNumber& alpha, std::vector<AlgebraicFibre> polynomials);
  std::size_t all() const;
  /// Whether y is a root.
  bool vanishes_at(const Rational& y) const;
  /// Roots < y, for a y that is no root (std::logic_error).
  std::size_t below(const Rational& y) const;

 private:
  AlgebraicNumber alpha_;
  std::vector<std::vector<AlgebraicFibre>> chains_;  ///< one for each polynomial, which comes first
};

}  // namespace isthmus::check
