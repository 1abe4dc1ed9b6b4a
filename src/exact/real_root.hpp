#pragma once

#include <compare>
#include <optional>
#include <string>
#include <vector>

#include "exact/ball.hpp"
#include "exact/rational.hpp"
#include "exact/univariate_polynomial.hpp"

namespace isthmus {

/// A real algebraic number: one real root of a squarefree integer polynomial.
///
/// Invariant (is_consistent): the polynomial is primitive, squarefree, of degree >= 1; either lower == upper and this
/// number is the root, or lower < upper, the polynomial is nonzero at both and has exactly one real root between.
class RealRoot {
 public:
  /// The rational number itself.
  explicit RealRoot(const Rational& value);
  /// The one root of `polynomial` in (lower, upper), or the point lower == upper. Content and sign of the polynomial
  /// are normalised; throws InvalidInput if the rest of the invariant does not hold.
  RealRoot(UnivariatePolynomial polynomial, Rational lower, Rational upper);

  /// The one root in (lower, upper) of a polynomial without multiple root that is known to have no other there, and
  /// none at the ends; of that only the signs at the ends are checked (InvalidInput).
  static RealRoot simple_between(const UnivariatePolynomial& polynomial, Rational lower, Rational upper);

  const UnivariatePolynomial& polynomial() const noexcept { return polynomial_; }
  const Rational& lower() const noexcept { return lower_; }
  const Rational& upper() const noexcept { return upper_; }
  /// True if the interval is a point. A rational root may still be enclosed by a proper interval.
  bool is_point() const noexcept { return lower_ == upper_; }
  bool is_consistent() const;

  /// Halves the interval, or finds the root to be its midpoint.
  void refine();
  /// Refines until upper - lower <= width (> 0).
  void refine_to(const Rational& width);
  /// Refines until the radius is about 2^-precision * max(1, |number|).
  void refine_to_precision(long precision);
  /// Sign of (this number - value). Exact.
  int compare(const Rational& value) const;
  /// Sign of p at this number: -1, 0 or 1. Exact.
  int sign_of(const UnivariatePolynomial& p) const;
  /// Encloses the number with radius about 2^-precision * max(1, |number|).
  Ball ball(long precision) const;
  /// The same number as a root of a divisor of positive degree of polynomial(), or nullopt if it is not a root of that.
  std::optional<RealRoot> as_root_of(const UnivariatePolynomial& divisor) const;
  /// "3/7" or "root of 2*t^2-3 in (1, 2)".
  std::string to_string() const;

  friend bool operator==(const RealRoot& a, const RealRoot& b) { return (a <=> b) == 0; }
  friend std::strong_ordering operator<=>(const RealRoot& a, const RealRoot& b);
  /// The same order; the two keep the smaller intervals that it took to tell them apart.
  friend std::strong_ordering compare_refining(RealRoot& a, RealRoot& b);

 private:
  struct Proved {};  ///< the caller has shown the invariant; `sign_at_lower` is the sign of the polynomial there
  RealRoot(Proved, UnivariatePolynomial polynomial, Rational lower, Rational upper, int sign_at_lower);
  void become_point(Rational value);
  bool newton_step(long precision);

  UnivariatePolynomial polynomial_;
  Rational lower_;
  Rational upper_;
  int sign_at_lower_ = 0;  ///< 0 for a point
  friend std::vector<RealRoot> isolate_real_roots(const UnivariatePolynomial& p);
};

/// All distinct real roots in ascending order, with pairwise disjoint closed intervals. Descartes' rule of signs with
/// bisection (Collins, Akritas 1976). Throws InvalidInput for 0.
std::vector<RealRoot> isolate_real_roots(const UnivariatePolynomial& p);

/// The indices in ascending order of the numbers, which keep the smaller intervals that it took to tell them apart.
std::vector<std::size_t> ascending_order(std::vector<RealRoot>& roots);

/// Number of distinct real roots in (-inf, bound), by Sturm's theorem; p need not be squarefree. Throws InvalidInput
/// for 0.
long count_roots_below(const UnivariatePolynomial& p, const Rational& bound);
/// Number of distinct real roots, by Sturm's theorem. Throws InvalidInput for 0.
long count_real_roots(const UnivariatePolynomial& p);
/// Whether p has a real root in the closed interval [lower, upper]. Exact. Throws InvalidInput for 0 or lower > upper.
bool has_root_in(const UnivariatePolynomial& p, const Rational& lower, const Rational& upper);

}  // namespace isthmus
