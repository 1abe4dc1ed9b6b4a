#pragma once

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "curve/integral_bound.hpp"
#include "prove/set_evidence.hpp"

namespace isthmus {

/// |v - w|^2 - e = sum of c S^2 over the squares + sum of multiplier * residual, every c > 0: no point v at which the
/// residuals vanish is closer to w than sqrt(e).
struct SumOfSquares {
  std::vector<std::pair<Rational, Polynomial>> squares;
  std::vector<Rational> multipliers;  ///< one for each residual
};

/// A point of the chord that is far from the level set.
struct FarPoint {
  Rational fraction;          ///< the point w1 + fraction (w2 - w1)
  Rational squared_distance;  ///< no point of the level set is closer
  std::variant<Emptiness, SumOfSquares> proof;
};

/// Why C is a Lipschitz constant of the loss.
struct LipschitzProof {
  std::optional<Emptiness> divisor;  ///< points where the divisor is not positive, unless it is 1
  Emptiness steep;                   ///< points where |grad L| > C
};

/// Why every arc of a level set in the plane has squared curvature at most q: the level set is a smooth curve and
/// connected, so that there are arcs.
struct ArcProof {
  Emptiness singular;
  SetCount connected;
  Polynomial remainder;  ///< (kappa^2 - q) |grad|^6, up to a multiple of the equation
  Emptiness bend;        ///< points of the level set where the remainder is positive
};

/// Why the hypotheses of the repaired theorem fail: kappa^2 D^2 > 4 at a parameter value, or the total curvature
/// exceeds pi, or a point of the chord is too far away.
using HypothesisFailure = std::variant<Rational, PiecewiseBound, FarPoint>;

/// What shows the verdict on one curve. `refuted` names what does not hold, and then only what it needs is there.
struct CurvatureEvidence {
  std::optional<ArcProof> arc;
  std::optional<Rational> attained;  ///< the parameter value where kappa^2 is that large, or too large
  std::optional<std::pair<PiecewiseBound, PiecewiseBound>> length;           ///< from below, from above
  std::optional<std::pair<PiecewiseBound, PiecewiseBound>> total_curvature;  ///< from below, from above
  std::optional<PiecewiseBound> turning;  ///< the total curvature from above: at most pi
  std::optional<FarPoint> far;
  std::optional<Rational> fraction;  ///< the place on the chord where the loss differs too much
  std::optional<LipschitzProof> lipschitz;
  std::optional<HypothesisFailure> failure;
  std::string refuted;                                   ///< empty for proved
  std::optional<std::pair<Side, PiecewiseBound>> bound;  ///< refutes a length or total curvature
};

/// How finely a curve exp(tM)w has to be cut so that the ranges over the pieces show what is claimed.
struct ExponentialEvidence {
  long pieces;
  std::string refuted;  ///< what does not hold; empty for proved
};

/// Everything follows from the number in the claim.
struct SkewCurvesEvidence {};

/// Why the exact count and the mixed volume are what they are; `refuted` names a number that is wrong.
struct BoundsEvidence {
  std::optional<Emptiness> singular;
  std::optional<SetCount> count;
  std::vector<std::vector<Integer>> lifting;  ///< one number for each point of each support
  std::string refuted;
};

}  // namespace isthmus
