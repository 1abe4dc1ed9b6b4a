#pragma once

#include <cstddef>
#include <vector>

#include "checker/polynomial.hpp"

namespace isthmus::check {

/// Rows of polynomials in one ring; at least one row, none empty.
using PolynomialMatrix = std::vector<std::vector<Polynomial>>;

PolynomialMatrix zero_matrix(std::size_t rows, std::size_t columns, std::size_t variables);
PolynomialMatrix transposed(const PolynomialMatrix& matrix);
PolynomialMatrix multiplied(const PolynomialMatrix& a, const PolynomialMatrix& b);
/// Every entry times all these factors.
PolynomialMatrix times(PolynomialMatrix matrix, const std::vector<Polynomial>& factors);
/// Throws Declined beyond 16 rows.
Polynomial checked_determinant(const PolynomialMatrix& matrix);
/// adj(A) with A*adj(A) = det(A)*I.
PolynomialMatrix adjugate(const PolynomialMatrix& matrix);
/// All determinants of `size` rows and columns, rows and columns in lexicographic order. Throws Declined beyond 5000.
std::vector<Polynomial> minors(const PolynomialMatrix& matrix, std::size_t size);

/// Every entry replaced, by `Polynomial f(const Polynomial&)`.
template <class F>
PolynomialMatrix mapped(PolynomialMatrix matrix, const F& f) {
  for (auto& row : matrix) {
    for (Polynomial& entry : row) entry = f(entry);
  }
  return matrix;
}

}  // namespace isthmus::check
