#pragma once

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "curve/exponential_curve.hpp"
#include "curve/rational_curve.hpp"

namespace isthmus {

/// An arc of a plane curve, the level set of the claim, between two of its points: any of the arcs there is.
struct LevelArc {
  Point start;
  Point end;
};

/// L = numerator / divisor^(twice_exponent/2) on R^n, and one of its level sets.
struct LevelSet {
  PolynomialRing ring;                ///< the coordinates of R^n
  std::vector<Polynomial> equations;  ///< the level set is where all vanish: numerator - level, or the residuals
  Polynomial numerator;
  Polynomial divisor;             ///< 1 unless the loss has a denominator; then the level is 0
  long twice_exponent = 0;        ///< of the divisor
  std::vector<std::string> loss;  ///< for readers: the loss, or the residuals whose squares it is the sum of
  std::string value;              ///< the level, for readers
};

/// What a claim says about a curve.
enum class CurveStatement {
  defined,   ///< kappa_max D <= 2: d_max of the theorem is a real number
  distance,  ///< every point of the chord is at most d_max away from the level set
  loss,      ///< |L - level| <= C d_max on the chord
  applies,   ///< the curve is regular, kappa_max D <= 2, and its total curvature is at most pi
  fails,     ///< one of these three does not hold, whatever bound kappa_max of the curvature is used
};
/// "defined", ..
std::string to_string(CurveStatement statement);

/// A closed interval with rational ends.
using Enclosure = std::pair<Rational, Rational>;

/// Statements about curves between two points w1, w2 of a level set of a loss. D = |w2 - w1|, and d_max = R - sqrt(R^2
/// - (D/2)^2), R = 1/kappa_max.
struct CurvatureClaim {
  struct Instance {
    std::optional<LevelSet> level;  ///< a curve may come without one
    std::variant<RationalCurve, LevelArc> curve;
    std::vector<std::string> coordinates;       ///< for readers
    std::optional<Rational> squared_curvature;  ///< kappa_max^2: kappa^2 is at most this
    std::optional<Rational> attained;           ///< kappa^2 is at least this somewhere
    std::optional<Enclosure> length;            ///< the length lies in it
    std::optional<Enclosure> total_curvature;   ///< the total curvature lies in it
    std::optional<Rational> squared_chord;      ///< D^2 is this
    std::optional<Rational> lipschitz;          ///< C
    std::optional<CurveStatement> conclusion;
  };
  std::vector<Instance> instances;
};

/// Enclosures of the figures of curves exp(tM)w, t from 0 to a rational number.
struct ExponentialClaim {
  struct Instance {
    ExponentialCurve curve;
    std::optional<Enclosure> squared_chord;
    std::optional<Enclosure> length;
    std::optional<Enclosure> squared_curvature;  ///< the largest kappa^2
    std::optional<Enclosure> total_curvature;
    std::optional<CurveStatement> conclusion;  ///< applies or fails, for kappa_max the largest curvature
  };
  std::vector<Instance> instances;
};

/// "For every n, every skew-symmetric A with |A|^2 <= bound (the operator norm) and every w with A w != 0, the curve
/// exp(tA)w, t in [0, 1], is regular, kappa D <= 2, and its total curvature is at most pi."
struct SkewCurvesClaim {
  Rational squared_norm;
};

/// "The hypersurface has this number of components; the system for the critical points on it of the squared distance to
/// a general point has this Bezout number and this mixed volume, and the Milnor-Thom bound is this; each is an upper
/// bound."
struct BoundsClaim {
  struct Instance {
    PolynomialRing ring;
    std::string text;  ///< of the equation
    Polynomial equation;
    Integer components;
    Integer bezout;
    Integer mixed_volume;
    Integer milnor_thom;
  };
  std::vector<Instance> instances;
};

}  // namespace isthmus
