#include "curve/bending.hpp"
#include "prove/proof_builder.hpp"
#include "prove/provers.hpp"

namespace isthmus {
namespace {

/// 1/12 - s/360 + s^2/20160 - s^3/1814400: below (1 - g(s))/s for 0 < s < 10, g(s) = 2 (1 - cos sqrt(s))/s.
Polynomial lower_series(const PolynomialRing& ring) {
  const Polynomial s = Polynomial::variable(ring, 0);
  return Polynomial(ring, Rational(1) / Rational(12)) - Rational(1) / Rational(360) * s +
         Rational(1) / Rational(20160) * (s * s) - Rational(1) / Rational(1814400) * (s * s * s);
}

Finding decide(const Rational& bound, ProofBuilder& builder) {
  builder.rest_on({Theorem::skew_curves, Theorem::machin});
  if (bound >= above_pi() * above_pi()) {
    builder.step("skew-curves", {"a rotation by pi/2 and one by pi, of norm pi, are among the curves claimed"});
    return found_refuted(
        {"A = pi/2 J (+) pi J, J = [[0, -1], [1, 0]], w = (1, 0, 1, 0): |A|^2 = pi^2 < " + bound.to_string(),
         "|Aw|^2 = 5/4 pi^2, |A^2 w|^2 = 17/16 pi^4, so kappa^2 = |A^2 w|^2/|Aw|^4 = 17/25",
         "D^2 = |exp(A)w - w|^2 = 2 + 4 = 6, so (kappa D)^2 = 102/25 > 4"},
        SkewCurvesEvidence{});
  }
  const PolynomialRing ring({"s"});
  const bool small = bound < below_pi() * below_pi();
  const Polynomial excess = lower_series(ring) - Polynomial(ring, Rational(1) / Rational(16));
  if (!small || !is_nonnegative_on(excess, Rational(0), bound)) {
    return found_undecided("(1 - g(s))/s >= 1/16 is not shown for all s up to " + bound.to_string());
  }
  builder.rest_on(Theorem::sturm);
  builder.step("skew-curves",
               {"in planes of rotation by the angles sqrt(s_j), with the weights x_j of |Aw|^2 in them:",
                "  (kappa D)^2 = (sum x_j s_j) (sum x_j g(s_j)), g(s) = 2 (1 - cos sqrt(s))/s, sum x_j = 1",
                "  g(s) <= 1 - s/16 for 0 < s <= " + bound.to_string() + ", so (kappa D)^2 <= m (1 - m/16) <= 4",
                "  the total curvature |A^2 w|/|Aw| is at most |A| < pi"});
  return found_proved(SkewCurvesEvidence{});
}

}  // namespace

Proof prove_skew_curves(const SkewCurvesClaim& claim, const Progress&) {
  ProofBuilder builder;
  const bool counterexample = claim.squared_norm >= above_pi() * above_pi();
  return builder.over_instances({""}, counterexample ? Scope::all : Scope::all_dimensions,
                                [&](std::size_t) { return decide(claim.squared_norm, builder); });
}

}  // namespace isthmus
