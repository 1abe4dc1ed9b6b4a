// Claims of the kind skew-curves: section 9 of proofs/FORMAT.md, "Curves".

#include "checker/curvature_rules.hpp"
#include "checker/interval.hpp"

namespace isthmus::check {

void prove_skew_curves(const SkewCurves& claim, const Json& instance, Session& session) {
  instance.expect_keys({});
  const auto series = [](const Rational& s) {
    return Rational(1, 12) - s / Rational(360) + s * s / Rational(20160) - s * s * s / Rational(1814400);
  };
  // The series falls on [0, 10]: its derivative is -1/360 + s/10080 - s^2/604800 < 0 for 0 <= s <= 10.
  const Rational pi = below_pi();
  instance.require(claim.squared_norm <= pi * pi, "skew-curves", "the norm may exceed pi");
  instance.require(series(claim.squared_norm) >= Rational(1, 16), "skew-curves", "g(s) <= 1 - s/16 is not shown");
  session.trust("Machin's formula for pi");
  session.trust("curves of one-parameter groups of rotations (docs/curves.md, Theorem 2)");
}

void refute_skew_curves(const SkewCurves& claim, const Json& instance, Session& session) {
  instance.expect_keys({"instance"});
  // A = pi/2 J (+) pi J, w = (1, 0, 1, 0): (kappa D)^2 = 17/25 * 6 > 4, |A| = pi.
  const Rational pi = above_pi();
  instance.require(claim.squared_norm >= pi * pi, "skew-curves", "the counterexample has |A| = pi");
  session.trust("Machin's formula for pi");
  session.trust("curves of one-parameter groups of rotations (docs/curves.md, Theorem 2)");
}

}  // namespace isthmus::check
