#pragma once

#include <cstddef>
#include <vector>

#include "claim/matrix_expression.hpp"

namespace isthmus {

/// scalar * factors[0] * factors[1] * .., a matrix written as a product as far as its text allows. A factor is a
/// symbol, the transpose of a symbol, the inverse of a factor or of a product that does not split, or a sum without
/// common outer factors. No factor is an identity matrix, and none stands beside its inverse. No factors: the identity
/// matrix.
struct FactoredMatrix {
  MatrixExpression scalar;
  std::vector<MatrixExpression> factors;
  Shape shape;

  bool is_zero() const { return scalar.is(MatrixExpression::Kind::number) && scalar.as_number().is_zero(); }
  /// The product again.
  MatrixExpression to_expression() const;
};

/// Writes a matrix (no scalar) as a product: common outer factors of sums are pulled out, inverses and transposes of
/// products are turned around, factors cancel against their inverses. Equal to the argument wherever the inverses that
/// occur in it are defined. Throws InvalidInput for a scalar.
FactoredMatrix factor(const MatrixExpression& matrix);

/// Appends a factor to a product, or cancels it against the end of the product.
void append_factor(std::vector<MatrixExpression>& factors, const MatrixExpression& factor);

/// The product of some factors; the identity matrix of this size if there are none.
MatrixExpression product_of(const std::vector<MatrixExpression>& factors, std::size_t size);

/// Cuts a product of shape n x n (or p x n, n x p) into the shortest pieces between inner dimensions equal to n.
std::vector<std::vector<MatrixExpression>> split_at(const std::vector<MatrixExpression>& factors, std::size_t n);

}  // namespace isthmus
