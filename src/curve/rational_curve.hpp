#pragma once

#include <vector>

#include "exact/algebraic_point.hpp"
#include "exact/polynomial.hpp"

namespace isthmus {

/// t -> numerators(t) / denominator(t) for t in [from, to].
///
/// Invariant: the ring has the parameter only, from < to, and the denominator has no root in [from, to].
struct RationalCurve {
  /// Throws InvalidInput if the invariant fails, saying how.
  RationalCurve(std::vector<Polynomial> numerators, Polynomial denominator, Rational from, Rational to);

  std::vector<Polynomial> numerators;  ///< one for each coordinate
  Polynomial denominator;
  Rational from;
  Rational to;

  /// The point at one value of the parameter.
  Point at(const Rational& t) const;
  /// D^2, the squared distance of the ends.
  Rational squared_chord() const;
  /// The point start + fraction * (end - start) of the chord.
  Point on_chord(const Rational& fraction) const;
};

/// What the derivatives of a rational curve n/d come to. With a = n'd - nd', a polynomial for each coordinate, the
/// derivative is a/d^2, and
///   |gamma'|^2 = speed / d^4,  kappa^2 = d^4 bending / speed^3,  (kappa |gamma'|)^2 = bending / speed^2
/// for speed = |a|^2 and bending = |a|^2 |a'|^2 - (a . a')^2.
struct CurveShape {
  explicit CurveShape(const RationalCurve& curve);

  Polynomial speed;
  Polynomial bending;
  Polynomial fourth_power;  ///< d^4

  /// Whether the derivative vanishes nowhere on the curve.
  bool is_regular(const RationalCurve& curve) const;
  /// kappa^2 at a parameter value where the derivative does not vanish (InvalidInput).
  Rational squared_curvature(const Rational& t) const;
};

/// Whether p >= 0 on [from, to], from < to. Exact: Sturm's theorem.
bool is_nonnegative_on(const Polynomial& p, const Rational& from, const Rational& to);

/// numerator^power of one polynomial in many variables along a curve: P(n/d) d^m, m the degree of P, a polynomial in
/// the parameter that vanishes where P does.
Polynomial along(const Polynomial& p, const RationalCurve& curve);

}  // namespace isthmus
