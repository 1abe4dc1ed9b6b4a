#pragma once

#include <vector>

#include "checker/curvature_claims.hpp"
#include "checker/session.hpp"

namespace isthmus::check {

/// What a certificate shows of the level set that a claim about a curve has, and of the chord of the curve. Every
/// function but exceeds_deviation throws Rejection where that is not shown.
class LevelSetCheck {
 public:
  LevelSetCheck(const CurveClaim& claim, const Rational& squared_chord, Session& session)
      : claim_(claim), chord_(squared_chord), session_(session) {}

  /// The level set is a regular connected curve in the plane, and kappa^2 <= kappa_max^2 on it.
  void check_arc(const Json& arc) const;
  /// The point that divides the chord so.
  std::vector<Rational> on_chord(const Json& fraction) const;
  /// Whether d_max^2 < e, for the bound of the curvature that the claim has.
  bool exceeds_deviation(const Rational& e) const;
  /// A point of the chord is further than d_max from the level set.
  void check_far(const Json& far) const;
  /// The loss has the Lipschitz constant of the claim.
  void check_lipschitz(const Json& node) const;

 private:
  Set level_set(const Formula& more) const;
  /// distance = sum of positive multiples of squares, where the residuals vanish.
  void check_squares(const Json& far, Polynomial distance) const;

  const CurveClaim& claim_;
  const Rational& chord_;
  Session& session_;
};

}  // namespace isthmus::check
