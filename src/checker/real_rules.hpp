#pragma once

#include "checker/hidden_units_claims.hpp"
#include "checker/real_claims.hpp"
#include "checker/session.hpp"

namespace isthmus::check {

// One function for each kind of claim about real powers and homogeneous networks, and verdict (section 9 of
// proofs/FORMAT.md). Each returns if the entry of the certificate shows what is to be shown, and throws Rejection
// otherwise.
void prove_real(const RealStatement& claim, const Json& instance, Session& session);
void refute_real(const RealStatement& claim, const Json& instance);
void prove_homogeneous(const Homogeneous& claim, const Json& instance, Session& session);
void refute_homogeneous(const Homogeneous& claim, const Json& instance);
void prove_permutations(const HiddenUnits& claim, const Json& instance, Session& session);
void refute_permutations(const HiddenUnits& claim, const Json& instance, Session& session);
void prove_forward_passes(const ForwardPasses& claim, const Json& instance);
void refute_forward_passes(const ForwardPasses& claim, const Json& instance);

}  // namespace isthmus::check
