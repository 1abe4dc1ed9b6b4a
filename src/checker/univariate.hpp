#pragma once

#include <cstddef>
#include <vector>

#include "checker/number.hpp"

namespace isthmus::check {

/// A polynomial in one variable up to a positive rational factor, which changes neither its real roots nor its signs:
/// coprime integer coefficients, index = exponent, the last one not 0. The zero polynomial has none.
class Univariate {
 public:
  Univariate() = default;
  explicit Univariate(std::vector<Integer> coefficients);

  const std::vector<Integer>& coefficients() const noexcept { return coefficients_; }
  bool is_zero() const noexcept { return coefficients_.empty(); }
  bool is_constant() const noexcept { return coefficients_.size() <= 1; }
  /// 0 for the zero polynomial.
  std::size_t degree() const noexcept { return is_zero() ? 0 : coefficients_.size() - 1; }
  const Integer& leading_coefficient() const { return coefficients_.back(); }
  Univariate operator-() const;
  Univariate derivative() const;

  int sign_at(const Rational& x) const;
  /// The sign for all sufficiently large x.
  int sign_at_plus_infinity() const;
  /// The sign for all sufficiently small x.
  int sign_at_minus_infinity() const;

  friend bool operator==(const Univariate& a, const Univariate& b) = default;

 private:
  std::vector<Integer> coefficients_;
};

/// A positive multiple of a*b.
Univariate operator*(const Univariate& a, const Univariate& b);
/// A positive multiple of the remainder of a modulo b. Throws std::logic_error for b = 0.
Univariate remainder(const Univariate& a, const Univariate& b);
/// A multiple of the quotient of a by a divisor b of a. Throws std::logic_error if b does not divide a.
Univariate exact_quotient(const Univariate& a, const Univariate& b);
/// A greatest common divisor, leading coefficient positive (0 if a = b = 0).
Univariate gcd(Univariate a, Univariate b);
/// A polynomial with the same complex roots, all simple. Throws std::logic_error for 0.
Univariate squarefree_part(const Univariate& p);

/// p_0, p_1 and then the negated remainders down to the last that is not 0, up to positive factors: the chain of Sturm
/// if p_1 = p_0', of Tarski if p_1 = p_0'*g (Basu, Pollack, Roy 2006, section 2.2.2).
std::vector<Univariate> signed_remainders(Univariate p0, Univariate p1);

/// Counts the distinct real roots of a polynomial p != 0 (std::logic_error for 0) by Sturm's theorem, applied to the
/// squarefree part of p, so that multiple roots are counted once and end points may be roots. In a chain of a
/// squarefree polynomial the variations at a minus those at b > a are the number of roots in the half-open interval ]a,
/// b]: at a root c the variation between p and p' that exists left of c is gone at c itself, zeros being left out.
class RootCounter {
 public:
  explicit RootCounter(const Univariate& p);
  std::size_t all() const;
  bool is_root(const Rational& x) const { return chain_.front().sign_at(x) == 0; }
  /// Roots < x.
  std::size_t below(const Rational& x) const;
  /// Roots <= x.
  std::size_t up_to(const Rational& x) const;
  /// Roots in the open interval ]a, b[, a < b.
  std::size_t inside(const Rational& a, const Rational& b) const { return below(b) - up_to(a); }
  /// Roots in the closed interval [a, b], a <= b.
  std::size_t within(const Rational& a, const Rational& b) const { return up_to(b) - below(a); }

 private:
  std::vector<Univariate> chain_;
  std::size_t variations_at_minus_infinity_ = 0;
};

}  // namespace isthmus::check
