#pragma once

#include <flint/fmpq_mat.h>

#include <vector>

#include "exact/polynomial.hpp"

namespace isthmus {

/// A matrix of polynomials over one ring, dense, row-major. Value type.
class PolynomialMatrix {
 public:
  /// Zero matrix; rows, columns >= 1 or InvalidInput.
  PolynomialMatrix(PolynomialRing ring, std::size_t rows, std::size_t columns);
  static PolynomialMatrix identity(PolynomialRing ring, std::size_t size);

  const PolynomialRing& ring() const noexcept { return ring_; }
  std::size_t rows() const noexcept { return rows_; }
  std::size_t columns() const noexcept { return columns_; }
  const Polynomial& at(std::size_t row, std::size_t column) const { return entries_.at(row * columns_ + column); }
  Polynomial& at(std::size_t row, std::size_t column) { return entries_.at(row * columns_ + column); }

  PolynomialMatrix transpose() const;
  /// The submatrix on these rows and columns, in this order.
  PolynomialMatrix submatrix(const std::vector<std::size_t>& rows, const std::vector<std::size_t>& columns) const;
  /// Shapes must fit, or InvalidInput.
  friend PolynomialMatrix operator+(const PolynomialMatrix& a, const PolynomialMatrix& b);
  friend PolynomialMatrix operator-(const PolynomialMatrix& a, const PolynomialMatrix& b);
  friend PolynomialMatrix operator*(const PolynomialMatrix& a, const PolynomialMatrix& b);
  friend PolynomialMatrix operator*(const Polynomial& scalar, const PolynomialMatrix& a);
  friend bool operator==(const PolynomialMatrix& a, const PolynomialMatrix& b);

 private:
  PolynomialRing ring_;
  std::size_t rows_;
  std::size_t columns_;
  std::vector<Polynomial> entries_;
};

/// Determinant of a square matrix (division-free minors for small sizes). Throws InvalidInput if not square.
Polynomial determinant(const PolynomialMatrix& a);
/// The matrix with a * adjugate(a) = det(a) * I. Throws InvalidInput if not square.
PolynomialMatrix adjugate(const PolynomialMatrix& a);

/// A matrix of rationals over FLINT's fmpq_mat. Value type, exact.
class Matrix {
 public:
  Matrix(std::size_t rows, std::size_t columns);
  static Matrix identity(std::size_t size);
  Matrix(const Matrix& other);
  Matrix(Matrix&& other) noexcept;
  Matrix& operator=(const Matrix& other);
  Matrix& operator=(Matrix&& other) noexcept;
  ~Matrix();

  std::size_t rows() const noexcept;
  std::size_t columns() const noexcept;
  /// Throws InvalidInput outside the matrix.
  Rational at(std::size_t row, std::size_t column) const;
  void set(std::size_t row, std::size_t column, const Rational& value);
  fmpq_mat_struct* raw() noexcept { return value_; }
  const fmpq_mat_struct* raw() const noexcept { return value_; }

  Matrix transpose() const;
  std::size_t rank() const;
  /// Throws InvalidInput if not square.
  Rational determinant() const;
  /// Throws InvalidInput if not square or singular.
  Matrix inverse() const;
  friend Matrix operator+(const Matrix& a, const Matrix& b);
  friend Matrix operator-(const Matrix& a, const Matrix& b);
  friend Matrix operator*(const Matrix& a, const Matrix& b);
  friend Matrix operator*(const Rational& scalar, const Matrix& a);
  friend bool operator==(const Matrix& a, const Matrix& b);

 private:
  fmpq_mat_t value_;
};

}  // namespace isthmus
