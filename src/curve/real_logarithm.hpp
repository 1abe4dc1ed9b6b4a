#pragma once

#include <string>
#include <vector>

#include "exact/matrix.hpp"
#include "exact/univariate_polynomial.hpp"

namespace isthmus {

/// How often a matrix has Jordan blocks of each size for the roots of one irreducible polynomial over Q; all its roots
/// have the same blocks.
struct JordanBlocks {
  UnivariatePolynomial polynomial;  ///< irreducible, primitive; a factor of the characteristic polynomial
  std::vector<std::size_t> counts;  ///< counts[k-1]: the number of blocks of size k for each root
};

/// The characteristic polynomial det(tI - a), scaled to primitive integer coefficients. Throws InvalidInput if not
/// square.
UnivariatePolynomial characteristic_polynomial(const Matrix& a);

/// One entry for each irreducible factor p of the characteristic polynomial, from the ranks of p(a)^k.
std::vector<JordanBlocks> jordan_blocks(const Matrix& a);

/// Whether a matrix is exp of a real one, and why.
struct LogarithmDecision {
  bool exists = false;
  std::string reason;  ///< "det = 0", "the negative root of t+2 has 1 Jordan block of size 1, an odd number", ..
};

/// Culver's criterion (Proc. Amer. Math. Soc. 17 (1966), 1146-1151, Theorem 1): a real matrix has a real logarithm iff
/// it is invertible and each Jordan block of a negative eigenvalue occurs an even number of times. Exact, over Q.
LogarithmDecision has_real_logarithm(const Matrix& a);

}  // namespace isthmus
