#pragma once

#include <optional>
#include <vector>

#include "claim/claim.hpp"
#include "variety/evaluation.hpp"
#include "variety/facts.hpp"

namespace isthmus {

/// A set {network = target} in which the network is a product of n x n matrices, each weight stands once, and all other
/// factors and the target are invertible. It is the graph of one weight over the others, which run through GL_n(R): so
/// two of its points lie in one component iff all weights have determinants of the same signs at both; the signs at a
/// point are arbitrary but for their product, which is the same at all points.
class InvertibleProduct {
 public:
  /// Throws Undecided, with the reason, if the set is not of that kind as far as the facts say.
  InvertibleProduct(const Setting& setting, const MatrixExpression& network, const MatrixExpression& target,
                    const Facts& facts);

  std::size_t size() const noexcept { return target_.shape().rows; }
  const std::vector<MatrixSymbol>& weights() const noexcept { return weights_; }
  /// Adds the value of the last weight to those of all other matrices, so that network = target.
  Assignment completed(Assignment values) const;
  /// The signs of the determinants of the weights.
  std::vector<int> signs(const Assignment& values) const;

 private:
  MatrixExpression target_;
  std::vector<MatrixSymbol> weights_;     ///< in the order of the setting
  std::optional<MatrixExpression> last_;  ///< the last weight, as an expression in the others
};

/// Which determinants, mod squares, make up the sign of the determinant of a product: the product of `sign` and of the
/// signs of the symbols that are listed.
struct DeterminantSign {
  int sign = 1;
  std::vector<MatrixSymbol> symbols;  ///< those that stand an odd number of times
};
/// Throws Undecided unless the expression is a number times a product of symbols, their inverses and transposes.
DeterminantSign determinant_sign_of(const MatrixExpression& expression);

}  // namespace isthmus
