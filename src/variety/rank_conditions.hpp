#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "variety/network_set.hpp"

namespace isthmus {

/// rank(factors[0] * factors[1] * ..) = rank, where `rank` is the smaller side of the product or more.
struct RankCondition {
  std::vector<MatrixExpression> factors;
  std::size_t rank;

  MatrixExpression matrix() const;
  /// "det(W[2]) != 0", "rank(W[1]) = 2".
  std::string to_string() const;
};

/// What the rules for matrices make of network = target.
struct MatrixReduction {
  std::vector<RankCondition> conditions;  ///< on the coordinates; pi_0 of the set they describe is that of the set of weights
  std::vector<MatrixSymbol> coordinates;
  std::vector<Eliminated> eliminated;
  std::vector<Rule> rules;
  /// Set if no rule turns the equation into rank conditions: the simplified equation, still in the weights.
  std::optional<std::pair<MatrixExpression, MatrixExpression>> remaining;
};

/// Rules for L*B*R = C with C invertible, B a weight that occurs once:
///
/// 1. Factors without weights that the hypotheses make invertible cancel.
/// 2. The set of (B, rest) is mapped to the set of rest; the image is where rank(L) and rank(R) are the size of C, the fibres
///    are affine, and B = L^+ C R^+ with Moore-Penrose inverses is a continuous section: so pi_0 does not change.
/// 3. rank(A*B) = n for a product with inner dimension n holds iff it holds for A and B.
/// 4. rank(B*R) = n with B as above: S = B*R moves freely among the matrices of rank n, with the fibres and section of rule 2.
/// 5. In a sum, s*B + rest with s != 0 is a new variable.
MatrixReduction reduce_matrices(const Setting& setting, const MatrixExpression& network, const MatrixExpression& target);

}  // namespace isthmus
