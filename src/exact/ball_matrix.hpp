#pragma once

#if __has_include(<flint/arb_mat.h>)
#include <flint/arb_mat.h>
#else
#include <arb_mat.h>
#endif

#include <cstddef>
#include <optional>

#include "exact/ball.hpp"
#include "exact/matrix.hpp"

namespace isthmus {

/// A matrix of balls: contains every matrix whose entries lie in them. A value type over Arb's arb_mat. Every operation
/// obeys the inclusion principle; precision is in bits and explicit.
class BallMatrix {
 public:
  BallMatrix(std::size_t rows, std::size_t columns) {
    arb_mat_init(value_, static_cast<long>(rows), static_cast<long>(columns));
  }
  /// Encloses the rational entries.
  BallMatrix(const Matrix& matrix, long precision);
  BallMatrix(const BallMatrix& other) : BallMatrix(other.rows(), other.columns()) { arb_mat_set(value_, other.value_); }
  BallMatrix(BallMatrix&& other) noexcept {
    arb_mat_init(value_, 0, 0);
    arb_mat_swap(value_, other.value_);
  }
  BallMatrix& operator=(BallMatrix other) noexcept {
    arb_mat_swap(value_, other.value_);
    return *this;
  }
  ~BallMatrix() { arb_mat_clear(value_); }

  std::size_t rows() const noexcept { return static_cast<std::size_t>(arb_mat_nrows(value_)); }
  std::size_t columns() const noexcept { return static_cast<std::size_t>(arb_mat_ncols(value_)); }
  arb_mat_struct* raw() noexcept { return value_; }
  const arb_mat_struct* raw() const noexcept { return value_; }
  Ball at(std::size_t row, std::size_t column) const;

  BallMatrix transpose() const;
  /// Contains the determinant. Throws InvalidInput if not square.
  Ball determinant(long precision) const;
  /// The sum of the squares of the entries.
  Ball squared_norm(long precision) const;
  /// Contains the X with this * X = right; nullopt if this was not shown to be invertible. Throws InvalidInput if the
  /// shapes do not fit.
  std::optional<BallMatrix> solve(const BallMatrix& right, long precision) const;

  /// Shapes must fit, or InvalidInput.
  friend BallMatrix mul(const BallMatrix& a, const BallMatrix& b, long precision);
  friend BallMatrix sub(const BallMatrix& a, const BallMatrix& b, long precision);

 private:
  arb_mat_t value_;
};

}  // namespace isthmus
