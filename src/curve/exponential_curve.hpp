#pragma once

#include "exact/algebraic_point.hpp"
#include "exact/ball.hpp"
#include "exact/matrix.hpp"

namespace isthmus {

/// A rational number, or a rational multiple of pi.
struct Angle {
  Rational factor;
  bool times_pi = false;

  /// "3/2", "pi", "2/3*pi", "-pi", "pi/4". Throws InvalidInput on anything else.
  static Angle parse(const std::string& text);
  Ball ball(long precision) const;
};

/// t -> exp(tM) w for t in [from, to].
///
/// Invariant: M is square, w fits it, M w != 0 (the curve is no point, and then it is regular), from < to.
struct ExponentialCurve {
  /// Throws InvalidInput if the invariant fails, saying how.
  ExponentialCurve(Matrix generator, Point start, Angle from, Angle to);

  Matrix generator;
  Point start;
  Angle from;
  Angle to;

  bool is_skew() const;
  /// |M w|^2, and |M^2 w|^2: for a skew-symmetric M, |gamma'|^2 and |gamma''|^2 all along.
  Rational squared_speed() const;
  Rational squared_acceleration() const;

  Ball squared_chord(long precision) const;
  /// For every M: the integrals of |gamma'| and of kappa |gamma'|, to about 10^-digits; rigorous (Johansson 2018,
  /// acb_calc of Arb), as wide as they come if the integrand is not smooth.
  Ball length(long digits, long precision) const;
  Ball total_curvature(long digits, long precision) const;
  /// An enclosure of the largest kappa^2, by bisection of the interval.
  Ball squared_curvature(long digits, long precision) const;

  /// Coarse enclosures from the ranges of the integrands over equal pieces of the interval, and of kappa^2 at their
  /// ends: what a reader of a certificate computes. Not finite if the pieces are too few.
  struct Sweep {
    Ball length;
    Ball total_curvature;
    Ball squared_curvature;
  };
  Sweep sweep(long pieces, long precision) const;
};

}  // namespace isthmus
