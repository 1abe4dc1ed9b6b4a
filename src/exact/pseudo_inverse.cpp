#include "exact/pseudo_inverse.hpp"

#include "exact/error.hpp"

namespace isthmus {

RankFactorisation rank_factorisation(const Matrix& a) {
  Matrix echelon(a.rows(), a.columns());
  const auto rank = static_cast<std::size_t>(fmpq_mat_rref(echelon.raw(), a.raw()));
  require(rank > 0, "a rank factorisation of a zero matrix");
  RankFactorisation result{Matrix(a.rows(), rank), Matrix(rank, a.columns())};
  std::size_t pivot = 0;
  for (std::size_t r = 0; r < rank; ++r, ++pivot) {
    while (echelon.at(r, pivot).is_zero()) ++pivot;
    for (std::size_t i = 0; i < a.rows(); ++i) result.columns.set(i, r, a.at(i, pivot));
    for (std::size_t j = 0; j < a.columns(); ++j) result.rows.set(r, j, echelon.at(r, j));
  }
  return result;
}

Matrix pseudo_inverse(const Matrix& a) {
  if (a == Matrix(a.rows(), a.columns())) return Matrix(a.columns(), a.rows());
  const RankFactorisation f = rank_factorisation(a);
  const Matrix right = f.rows.transpose() * (f.rows * f.rows.transpose()).inverse();
  const Matrix left = (f.columns.transpose() * f.columns).inverse() * f.columns.transpose();
  return right * left;
}

Rational trace(const Matrix& a) {
  require(a.rows() == a.columns(), "the trace of a matrix that is not square");
  Rational sum;
  for (std::size_t i = 0; i < a.rows(); ++i) sum += a.at(i, i);
  return sum;
}

Rational squared_norm(const Matrix& a) {
  Rational sum;
  for (std::size_t i = 0; i < a.rows(); ++i) {
    for (std::size_t j = 0; j < a.columns(); ++j) sum += a.at(i, j) * a.at(i, j);
  }
  return sum;
}

}  // namespace isthmus
