#pragma once

#include <vector>

#include "claim/matrix_expression.hpp"

namespace isthmus {

/// What conditions say about invertibility, as products: det(A*B) != 0 for square A, B makes both invertible, rank(A) =
/// the number of its rows makes A*T(A) invertible, as does A != 0 for a single row.
class Facts {
 public:
  Facts() = default;
  explicit Facts(const std::vector<MatrixCondition>& conditions);

  void add(const MatrixCondition& condition);
  void add_invertible(const MatrixExpression& matrix);

  /// True if this square matrix is shown to be invertible: it is a product of matrices that are, of inverses, and of
  /// scalars that do not vanish. False means that nothing was found. An inverse that occurs counts as defined.
  bool is_invertible(const MatrixExpression& matrix) const;
  /// True if the scalar is shown not to vanish.
  bool is_nonzero(const MatrixExpression& scalar) const;
  /// True if every inverse that occurs in the expression is shown to be defined, inner ones first.
  bool is_defined(const MatrixExpression& expression) const;

 private:
  using Word = std::vector<MatrixExpression>;
  void add_nonzero(const MatrixExpression& scalar);
  void add_word(const Word& word);
  void add_full_rank(const MatrixExpression& matrix);
  bool is_known(const Word& word) const;

  std::vector<Word> invertible_;           ///< products that do not split further
  std::vector<MatrixExpression> nonzero_;  ///< scalars without determinants
};

}  // namespace isthmus
