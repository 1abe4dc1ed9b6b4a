#pragma once

#include <set>
#include <string>
#include <vector>

#include "checker/matrix_reader.hpp"
#include "checker/words.hpp"

namespace isthmus::check {

/// What conditions say about invertibility, by words: det(E) != 0 makes E invertible, and so each square matrix that E
/// is a product of; with A*B invertible, A has as its rank the number of its rows and B that of its columns; a full
/// rank makes X*T(X) or T(X)*X invertible; transposes, products, inverses and multiples by scalars other than 0 are
/// invertible with what they are made of. The scalars known not to be 0 are those that conditions say so of, their
/// factors and products.
class Facts {
 public:
  /// What `conditions` say, for matrices among `words`. With words for any size, conditions on ranks say nothing.
  Facts(const Words& words, const std::vector<Condition>& conditions);
  void add(const Condition& condition);

  /// The matrix (or scalar) is shown to be invertible, every inverse in it included. False means only: not shown.
  bool is_invertible(const Matrix& matrix) const;
  /// The same of a square sum of words, all of whose inverses exist.
  bool is_invertible(const WordSum& square) const;
  bool is_nonzero(const Matrix& scalar) const;
  bool is_nonzero(const Coefficient& c) const { return is_nonzero(c.numerator); }
  /// Every inverse that occurs in the expression is shown to exist.
  bool is_defined(const Matrix& expression) const;

 private:
  void add_nonzero(const Matrix& scalar);
  void add_nonzero(const Polynomial& p);
  void add_invertible(const WordSum& sum);
  void add_full_rank(const WordSum& a);
  void add_outer_ranks(const WordSum& piece);
  bool is_nonzero(const Polynomial& p) const;
  bool is_known(const WordSum& square) const;

  Words words_;
  std::set<std::string> invertible_;  ///< keys of square pieces
  std::vector<Polynomial> nonzero_;   ///< no constants
};

/// Whether a determinant or a trace occurs in the expression: a scalar that is no quotient of polynomials in scalars.
bool has_determinant(const Matrix& expression);

}  // namespace isthmus::check
