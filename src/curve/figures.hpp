#pragma once

#include <optional>
#include <string>

#include "curve/exponential_curve.hpp"
#include "curve/rational_curve.hpp"

namespace isthmus {

/// A real number between two rational ones, which are equal if it is known exactly.
struct Figure {
  Rational lower;
  Rational upper;

  bool is_exact() const { return lower == upper; }
};

/// What is known about a curve. A figure that is missing does not exist, or was not found; `reason` says why.
struct CurveFigures {
  Figure squared_chord;  ///< D^2
  Figure chord;          ///< D
  Figure length;
  std::optional<Figure> squared_curvature;  ///< the largest kappa^2
  std::optional<Figure> curvature;          ///< kappa_max
  std::optional<Figure> total_curvature;
  std::optional<Figure> curvature_times_chord;  ///< kappa_max D
  std::optional<Figure> deviation;              ///< d_max, if kappa_max D <= 2
  std::optional<bool> applies;  ///< kappa_max D <= 2 and the total curvature is at most pi; nothing: too close to tell
  std::string reason;
};

/// The figures of a curve, enclosed to about 10^-digits, 1 <= digits <= 12. Throws Undecided if that takes too many
/// steps, and InvalidInput for a curve that is a point.
CurveFigures figures_of(const RationalCurve& curve, long digits);
CurveFigures figures_of(const ExponentialCurve& curve, long digits);

}  // namespace isthmus
