#pragma once

#include "checker/curvature_claims.hpp"
#include "checker/session.hpp"

namespace isthmus::check {

// One function for each kind of claim about curves and bounds, and verdict (section 9 of proofs/FORMAT.md, "Curves").
// Each returns if the entry of the certificate shows what is to be shown, and throws Rejection otherwise.
void prove_curve(const CurveClaim& claim, const Json& instance, Session& session);
void refute_curve(const CurveClaim& claim, const Json& instance, Session& session);
void prove_exponential(const ExponentialCurve& claim, const Json& instance, Session& session);
void refute_exponential(const ExponentialCurve& claim, const Json& instance, Session& session);
void prove_skew_curves(const SkewCurves& claim, const Json& instance, Session& session);
void refute_skew_curves(const SkewCurves& claim, const Json& instance, Session& session);
void prove_hypersurface(const Hypersurface& claim, const Json& instance, Session& session);
void refute_hypersurface(const Hypersurface& claim, const Json& instance, Session& session);

}  // namespace isthmus::check
