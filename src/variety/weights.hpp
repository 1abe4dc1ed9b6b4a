#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "claim/claim.hpp"

namespace isthmus {

/// Whether the expression is a weight, or mentions one.
bool is_weight(const MatrixExpression& expression);
bool has_weight(const MatrixExpression& expression);
/// How often a symbol stands in the text of an expression.
std::size_t occurrences(const MatrixExpression& expression, const MatrixSymbol& symbol);

/// inv(T(R)*R)*T(R), or inv(R) for a square R: L*R = I where the rank of R is the number of its columns.
MatrixExpression left_inverse(const MatrixExpression& r);
/// T(L)*inv(L*T(L)), or inv(L) for a square L: L*R = I where the rank of L is the number of its rows.
MatrixExpression right_inverse(const MatrixExpression& l);

/// Names S1, S2, .. that no matrix of a setting has.
class FreshWeights {
 public:
  explicit FreshWeights(const Setting& setting) : setting_(setting) {}
  /// A new weight of this shape.
  MatrixSymbol next(const Shape& shape);

 private:
  const Setting& setting_;
  std::size_t count_ = 0;
};

}  // namespace isthmus
