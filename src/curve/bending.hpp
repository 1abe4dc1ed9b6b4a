#pragma once

#include <vector>

#include "curve/rational_curve.hpp"

namespace isthmus {

/// Rational parameter values of a regular curve at and near which its curvature is largest: the ends, the rational
/// zeros of the derivative of kappa^2 in between, and rational numbers close to the other ones.
std::vector<Rational> places_of_large_curvature(const RationalCurve& curve, const CurveShape& shape);

/// Of those the one with the largest curvature.
Rational place_of_largest_curvature(const RationalCurve& curve, const CurveShape& shape);

/// Whether kappa^2 <= bound on the whole curve, which is regular. Exact.
bool curvature_at_most(const Rational& bound, const RationalCurve& curve, const CurveShape& shape);

/// pi lies strictly between these.
Rational below_pi();
Rational above_pi();

/// The curvature of the level set f = 0 in the plane where grad f != 0: kappa^2 = bending^2 / slope^3, slope = |grad
/// f|^2 (e.g. Goldman 2005, proposition 3.1).
struct LevelCurveShape {
  explicit LevelCurveShape(const Polynomial& f);

  Polynomial slope;
  Polynomial bending;
};

/// A polynomial that differs from p by a multiple of f, of lower degree in a variable in which f is monic up to a
/// constant; p itself if there is none.
Polynomial remainder_on(const Polynomial& p, const Polynomial& f);

}  // namespace isthmus
