#pragma once

#include "claim/barrier_claims.hpp"
#include "prove/proof_builder.hpp"

namespace isthmus {

/// "The expression stays below one number": refuted along a curve on which all variables but one are fixed and that one
/// is t or 1/t, if the expression is a rational function there that grows without bound; undecided otherwise.
Finding decide_bounded(const RealStatement& statement, ProofBuilder& builder);

/// "The expression tends to the value": decided if the expression is a rational function of the variable alone; refuted
/// too if it is one, with another limit, for some values of the other variables.
Finding decide_limit(const RealStatement& statement, ProofBuilder& builder);

}  // namespace isthmus
