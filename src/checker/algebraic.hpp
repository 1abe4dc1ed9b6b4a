#pragma once

#include <cstddef>
#include <vector>

#include "checker/univariate.hpp"

namespace isthmus::check {

/// A real algebraic number: the only root of a squarefree polynomial q in the open interval ]lower, upper[; the end
/// points are no roots.
class AlgebraicNumber {
 public:
  /// Throws std::invalid_argument, with the reason, unless q, lower and upper are as above.
  AlgebraicNumber(Univariate q, Rational lower, Rational upper);

  const Univariate& polynomial() const noexcept { return q_; }
  const Rational& lower() const noexcept { return lower_; }
  const Rational& upper() const noexcept { return upper_; }

  /// The exact sign of p at this number, by the query of Tarski for p on the interval (Basu, Pollack, Roy 2006,
  /// theorem 2.73: the variations of the signed remainders of q and q'*p at the two ends differ by the sum of the signs
  /// of p at the roots between).
  int sign_of(const Univariate& p) const;

 private:
  Univariate q_;
  Rational lower_;
  Rational upper_;
};

/// A polynomial in x whose coefficients are polynomials in t, index = exponent of x, read at t = alpha. Unlike in
/// Univariate, the coefficients share one positive factor, not one each.
using AlgebraicFibre = std::vector<std::vector<Integer>>;

/// A positive multiple, at alpha, of the product.
AlgebraicFibre multiplied(const AlgebraicFibre& a, const AlgebraicFibre& b, const AlgebraicNumber& alpha);

/// Counts the distinct real roots of p(alpha, x) != 0 by Sturm's theorem.
class FibreRootCounter {
 public:
  /// Throws std::invalid_argument if p vanishes identically at alpha.
  FibreRootCounter(const AlgebraicNumber& alpha, const AlgebraicFibre& p);
  static bool vanishes_identically(const AlgebraicNumber& alpha, AlgebraicFibre p);
  std::size_t all() const;
  /// Whether p(alpha, y) = 0.
  bool vanishes_at(const Rational& y) const;
  /// Roots < y, for a y that is no root (std::logic_error).
  std::size_t below(const Rational& y) const;

 private:
  AlgebraicNumber alpha_;
  std::vector<AlgebraicFibre> chain_;
};

}  // namespace isthmus::check
