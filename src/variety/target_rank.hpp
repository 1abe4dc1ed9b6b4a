#pragma once

#include "variety/factored_matrix.hpp"
#include "variety/facts.hpp"
#include "variety/rank_conditions.hpp"

namespace isthmus {

/// The equation network = target that the rules work on, both sides as products, and what was made of it so far.
struct OpenEquation {
  FactoredMatrix network;
  FactoredMatrix target;
  MatrixReduction reduction;

  NetworkEquation equation() const { return {network.to_expression(), target.to_expression()}; }
};

/// Drops what both sides have at an end in common, without weights: L*N*R = L*C*R iff N = C for L of full column rank
/// and R of full row rank.
void cancel_common_ends(OpenEquation& state, const Facts& facts);

/// For a target whose rank r the hypotheses tell, and weights B, C that stand at the two ends of the network B*M*C and
/// nowhere else: with target = U*diag(I(r), 0)*V, U and V invertible, the set of weights is linearly homeomorphic to
/// {B*M*C = diag(I(r), 0)}, which retracts to {S*M*R = I(r)}, S the first r rows of B and R the first r columns of C,
/// by scaling the other rows and columns to 0. For r = 0 that is a point times the other weights.
///
/// A weight with data behind it, C*X with X of full column rank (or X*B with X of full row rank), counts as one: C ->
/// C*X is onto, with affine fibres. Returns whether the rule applies; then the target is I(r), or, for r = 0, there is
/// no equation left (state.reduction.remaining is not set).
bool use_rank_of_target(OpenEquation& state, const Setting& setting, const Facts& facts, FreshWeights& fresh);

}  // namespace isthmus
