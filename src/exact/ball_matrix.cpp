#include "exact/ball_matrix.hpp"

#include "exact/error.hpp"

namespace isthmus {

BallMatrix::BallMatrix(const Matrix& matrix, long precision) : BallMatrix(matrix.rows(), matrix.columns()) {
  arb_mat_set_fmpq_mat(value_, matrix.raw(), precision);
}

Ball BallMatrix::at(std::size_t row, std::size_t column) const {
  require(row < rows() && column < columns(), "an entry outside the matrix of balls");
  Ball result;
  arb_set(result.raw(), arb_mat_entry(value_, static_cast<long>(row), static_cast<long>(column)));
  return result;
}

BallMatrix BallMatrix::transpose() const {
  BallMatrix result(columns(), rows());
  arb_mat_transpose(result.value_, value_);
  return result;
}

Ball BallMatrix::determinant(long precision) const {
  require(rows() == columns(), "the determinant of a matrix of balls that is not square");
  Ball result;
  arb_mat_det(result.raw(), value_, precision);
  return result;
}

Ball BallMatrix::squared_norm(long precision) const {
  Ball sum;
  for (std::size_t i = 0; i < rows(); ++i) {
    for (std::size_t j = 0; j < columns(); ++j) {
      const auto* entry = arb_mat_entry(value_, static_cast<long>(i), static_cast<long>(j));
      arb_addmul(sum.raw(), entry, entry, precision);
    }
  }
  return sum;
}

std::optional<BallMatrix> BallMatrix::solve(const BallMatrix& right, long precision) const {
  require(rows() == columns() && rows() == right.rows(), "a linear system of balls whose shapes do not fit");
  BallMatrix result(rows(), right.columns());
  if (!arb_mat_solve(result.value_, value_, right.value_, precision)) return std::nullopt;
  return result;
}

BallMatrix mul(const BallMatrix& a, const BallMatrix& b, long precision) {
  require(a.columns() == b.rows(), "a product of matrices of balls whose shapes do not fit");
  BallMatrix result(a.rows(), b.columns());
  arb_mat_mul(result.value_, a.value_, b.value_, precision);
  return result;
}

BallMatrix sub(const BallMatrix& a, const BallMatrix& b, long precision) {
  require(a.rows() == b.rows() && a.columns() == b.columns(), "a difference of matrices of balls of different shapes");
  BallMatrix result(a.rows(), a.columns());
  arb_mat_sub(result.value_, a.value_, b.value_, precision);
  return result;
}

}  // namespace isthmus
