#pragma once

#include <string>
#include <vector>

#include "checker/formula.hpp"
#include "checker/matrix_reader.hpp"
#include "checker/polynomial_matrix.hpp"
#include "checker/set_reader.hpp"

namespace isthmus::check {

/// A matrix of quotients: numerator / (product of the denominators), entry by entry. Each denominator is the numerator
/// of a determinant (or scalar) that was divided by.
struct Entries {
  PolynomialMatrix numerator;
  std::vector<Polynomial> denominators;
};

/// The names of all entries, row by row, matrix by matrix.
std::vector<std::string> entry_names(const std::vector<Symbol>& symbols);

/// Writes an expression out in entries, inverses by Cramer's rule; denominators that divide every entry are cancelled.
/// Throws Declined for the inverse of a matrix whose determinant is 0 as a polynomial, beyond 16 rows, and for pinv and
/// leaky, which are no quotients of polynomials.
Entries expand(const Matrix& expression, const Scope& scope);

bool has_inverse(const Matrix& expression);

/// The condition in entries; the same wherever the inverses in it exist.
Formula condition_in_entries(const Condition& condition, const Scope& scope);
/// rank >= size: some minor of this size is not 0, rows and columns in lexicographic order.
Formula rank_at_least(const PolynomialMatrix& matrix, std::size_t size);

}  // namespace isthmus::check
