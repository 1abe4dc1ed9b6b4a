#pragma once

#include <optional>
#include <vector>

#include "variety/facts.hpp"
#include "variety/network_set.hpp"
#include "variety/network_step.hpp"
#include "variety/weights.hpp"

namespace isthmus {

/// What the rules for matrices make of network = target.
struct MatrixReduction {
  std::vector<RankCondition> conditions;  ///< pi_0 of the set they describe is that of the set of weights
  std::vector<MatrixSymbol> coordinates;
  std::vector<Eliminated> eliminated;
  std::optional<FullRankFactors> target_factors;
  std::vector<NetworkStep> steps;
  /// Set if no rule turns the equation into rank conditions: the simplified equation, still in the weights, without
  /// inverses unless the claim has some.
  std::optional<NetworkEquation> remaining;
};

/// Takes the conditions rank(..) = n of a reduction apart, as far as possible, by rules that keep pi_0:
///
/// - rank(A*B) = n for a product with inner dimension n holds iff it holds for A and B; what `facts` make invertible
/// drops
///   out;
/// - rank(B*R) = n for a weight B that occurs once and R with n columns (or the mirror image): (B, rest) -> (S, rest)
/// with
///   S = B*R maps onto the set where rank(S) = n and rank(R) = n; the fibres are affine and B = S*inv(T(R)*R)*T(R) is a
///   continuous section;
/// - in a sum, with a scalar s != 0 in front of some terms and a weight B once in each of the others and nowhere else,
///   B = s*S makes s a common factor, which drops out.
void take_apart(MatrixReduction& reduction, std::size_t n, const Facts& facts, FreshWeights& fresh);

}  // namespace isthmus
