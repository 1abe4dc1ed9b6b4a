#pragma once

#include <vector>

#include "claim/matrix_expression.hpp"
#include "claim/semialgebraic_set.hpp"
#include "exact/matrix.hpp"
#include "variety/evaluation.hpp"

namespace isthmus {

/// numerator / denominator, entry by entry.
struct QuotientMatrix {
  PolynomialMatrix numerator;
  Polynomial denominator;
};

/// Whether the entries are quotients of polynomials in the entries of the symbols: no pinv(..), no leaky(..) occurs.
/// What follows throws Undecided for other expressions.
bool has_entry_quotients(const MatrixExpression& expression);

/// The ring whose variables are the entries of these matrices, row by row, in the order of the symbols.
PolynomialRing entry_ring(const std::vector<MatrixSymbol>& symbols);

/// Writes out an expression in entries; inverses by Cramer's rule, inv(A) = adj(A)/det(A). The denominator is a product
/// of the determinants of the matrices that are inverted (without factors that cancel in every entry). Throws
/// InvalidInput for the inverse of a matrix whose determinant is the zero polynomial, or if the ring lacks an entry.
QuotientMatrix expand_entries(const MatrixExpression& expression, const PolynomialRing& ring);

/// det(A) as a polynomial, for every matrix A whose inverse occurs in the expression, inner ones first, numerators
/// only.
std::vector<Polynomial> inverted_determinants(const MatrixExpression& expression, const PolynomialRing& ring);

/// A condition in entries. Equivalent where the inverses in it are defined.
Formula entry_formula(const MatrixCondition& condition, const PolynomialRing& ring);

/// All minors of this size.
std::vector<Polynomial> minors(const PolynomialMatrix& matrix, std::size_t size);
/// rank(matrix) >= size.
Formula rank_at_least(const PolynomialMatrix& matrix, std::size_t size);

/// The values of the matrices at a point of the ring.
Assignment values_at(const std::vector<Rational>& point, const PolynomialRing& ring,
                     const std::vector<MatrixSymbol>& symbols);
/// The point of the ring with these values; the other way round.
std::vector<Rational> point_of(const Assignment& values, const PolynomialRing& ring,
                               const std::vector<MatrixSymbol>& symbols);

}  // namespace isthmus
