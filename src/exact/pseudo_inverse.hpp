#pragma once

#include "exact/matrix.hpp"

namespace isthmus {

/// The Moore-Penrose inverse: the one Q with A*Q*A = A, Q*A*Q = Q, and A*Q and Q*A symmetric. Exact, for every A, by a
/// full-rank factorisation A = C*R: Q = T(R) inv(R T(R)) inv(T(C) C) T(C) (Ben-Israel, Greville, Theorem 1.5).
Matrix pseudo_inverse(const Matrix& a);

/// The sum of the diagonal entries. Throws InvalidInput if not square.
Rational trace(const Matrix& a);

/// The sum of the squares of the entries.
Rational squared_norm(const Matrix& a);

/// A = C*R with C of full column rank and R of full row rank; both have rank(A) >= 1 as inner dimension. Throws
/// InvalidInput for A = 0.
struct RankFactorisation {
  Matrix columns;  ///< the columns of A at the pivots
  Matrix rows;     ///< the nonzero rows of the reduced row echelon form
};
RankFactorisation rank_factorisation(const Matrix& a);

}  // namespace isthmus
