#include "exact/matrix.hpp"

#include <utility>

#include "exact/error.hpp"

namespace isthmus {

namespace {

std::string shape(std::size_t rows, std::size_t columns) {
  return std::to_string(rows) + " x " + std::to_string(columns);
}

template <class M>
void require_same_shape(const M& a, const M& b) {
  require(a.rows() == b.rows() && a.columns() == b.columns(),
          "matrices of shapes " + shape(a.rows(), a.columns()) + " and " + shape(b.rows(), b.columns()));
}

template <class M>
void require_composable(const M& a, const M& b) {
  require(a.columns() == b.rows(),
          "product of matrices of shapes " + shape(a.rows(), a.columns()) + " and " + shape(b.rows(), b.columns()));
}

template <class M>
void require_square(const M& a, const char* what) {
  require(a.rows() == a.columns(),
          std::string(what) + " of a matrix that is not square: " + shape(a.rows(), a.columns()));
}

std::vector<std::size_t> all_but(std::size_t size, std::size_t left_out) {
  std::vector<std::size_t> result;
  for (std::size_t i = 0; i < size; ++i) {
    if (i != left_out) result.push_back(i);
  }
  return result;
}

/// -1 if the set holds an odd number of elements above `element`, else 1.
int sign_of_insertion(std::size_t set, std::size_t element) {
  return __builtin_popcountll(set >> element >> 1) % 2 == 1 ? -1 : 1;
}

}  // namespace

PolynomialMatrix::PolynomialMatrix(PolynomialRing ring, std::size_t rows, std::size_t columns)
    : ring_(std::move(ring)), rows_(rows), columns_(columns) {
  require(rows >= 1 && columns >= 1, "a matrix needs at least one row and one column");
  entries_.assign(rows * columns, Polynomial(ring_));
}

PolynomialMatrix PolynomialMatrix::identity(PolynomialRing ring, std::size_t size) {
  PolynomialMatrix result(ring, size, size);
  for (std::size_t i = 0; i < size; ++i) result.at(i, i) = Polynomial(ring, Rational(1));
  return result;
}

PolynomialMatrix PolynomialMatrix::transpose() const {
  PolynomialMatrix result(ring_, columns_, rows_);
  for (std::size_t i = 0; i < rows_; ++i) {
    for (std::size_t j = 0; j < columns_; ++j) result.at(j, i) = at(i, j);
  }
  return result;
}

PolynomialMatrix PolynomialMatrix::submatrix(const std::vector<std::size_t>& rows,
                                             const std::vector<std::size_t>& columns) const {
  for (const std::size_t row : rows) require(row < rows_, "submatrix: row outside the matrix");
  for (const std::size_t column : columns) require(column < columns_, "submatrix: column outside the matrix");
  PolynomialMatrix result(ring_, rows.size(), columns.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    for (std::size_t j = 0; j < columns.size(); ++j) result.at(i, j) = at(rows[i], columns[j]);
  }
  return result;
}

PolynomialMatrix operator+(const PolynomialMatrix& a, const PolynomialMatrix& b) {
  require_same_shape(a, b);
  PolynomialMatrix result(a);
  for (std::size_t i = 0; i < a.entries_.size(); ++i) result.entries_[i] += b.entries_[i];
  return result;
}

PolynomialMatrix operator-(const PolynomialMatrix& a, const PolynomialMatrix& b) {
  require_same_shape(a, b);
  PolynomialMatrix result(a);
  for (std::size_t i = 0; i < a.entries_.size(); ++i) result.entries_[i] -= b.entries_[i];
  return result;
}

PolynomialMatrix operator*(const PolynomialMatrix& a, const PolynomialMatrix& b) {
  require_composable(a, b);
  PolynomialMatrix result(a.ring_, a.rows_, b.columns_);
  for (std::size_t i = 0; i < a.rows_; ++i) {
    for (std::size_t j = 0; j < b.columns_; ++j) {
      for (std::size_t k = 0; k < a.columns_; ++k) result.at(i, j) += a.at(i, k) * b.at(k, j);
    }
  }
  return result;
}

PolynomialMatrix operator*(const Polynomial& scalar, const PolynomialMatrix& a) {
  PolynomialMatrix result(a);
  for (Polynomial& entry : result.entries_) entry *= scalar;
  return result;
}

bool operator==(const PolynomialMatrix& a, const PolynomialMatrix& b) {
  require(a.ring_ == b.ring_, "matrices over different rings");
  return a.rows_ == b.rows_ && a.columns_ == b.columns_ && a.entries_ == b.entries_;
}

Polynomial determinant(const PolynomialMatrix& a) {
  require_square(a, "determinant");
  constexpr std::size_t largest_size = 16;
  if (a.rows() > largest_size) {
    throw Undecided("determinant of a polynomial matrix of size " + std::to_string(a.rows()));
  }
  // minors[set] is the minor of the first |set| rows on the columns of the set: Laplace expansion along the last row.
  std::vector<Polynomial> minors(std::size_t{1} << a.rows(), Polynomial(a.ring()));
  minors[0] = Polynomial(a.ring(), Rational(1));
  for (std::size_t set = 1; set < minors.size(); ++set) {
    const std::size_t row = static_cast<std::size_t>(__builtin_popcountll(set)) - 1;
    for (std::size_t column = 0; column < a.columns(); ++column) {
      const std::size_t rest = set & ~(std::size_t{1} << column);
      if (rest == set || a.at(row, column).is_zero() || minors[rest].is_zero()) continue;
      const Polynomial product = a.at(row, column) * minors[rest];
      if (sign_of_insertion(rest, column) > 0)
        minors[set] += product;
      else
        minors[set] -= product;
    }
  }
  return minors.back();
}

PolynomialMatrix adjugate(const PolynomialMatrix& a) {
  require_square(a, "adjugate");
  if (a.rows() == 1) return PolynomialMatrix::identity(a.ring(), 1);
  PolynomialMatrix result(a.ring(), a.rows(), a.rows());
  for (std::size_t i = 0; i < a.rows(); ++i) {
    for (std::size_t j = 0; j < a.rows(); ++j) {
      const Polynomial minor = determinant(a.submatrix(all_but(a.rows(), i), all_but(a.rows(), j)));
      result.at(j, i) = (i + j) % 2 == 0 ? minor : -minor;
    }
  }
  return result;
}

Matrix::Matrix(std::size_t rows, std::size_t columns) {
  fmpq_mat_init(value_, static_cast<slong>(rows), static_cast<slong>(columns));
}

Matrix Matrix::identity(std::size_t size) {
  Matrix result(size, size);
  fmpq_mat_one(result.value_);
  return result;
}

Matrix::Matrix(const Matrix& other) : Matrix(other.rows(), other.columns()) { fmpq_mat_set(value_, other.value_); }

Matrix::Matrix(Matrix&& other) noexcept : Matrix(0, 0) { fmpq_mat_swap(value_, other.value_); }

Matrix& Matrix::operator=(const Matrix& other) { return *this = Matrix(other); }

Matrix& Matrix::operator=(Matrix&& other) noexcept {
  fmpq_mat_swap(value_, other.value_);
  return *this;
}

Matrix::~Matrix() { fmpq_mat_clear(value_); }

std::size_t Matrix::rows() const noexcept { return static_cast<std::size_t>(fmpq_mat_nrows(value_)); }

std::size_t Matrix::columns() const noexcept { return static_cast<std::size_t>(fmpq_mat_ncols(value_)); }

Rational Matrix::at(std::size_t row, std::size_t column) const {
  require(row < rows() && column < columns(), "entry outside the matrix");
  Rational result;
  fmpq_set(result.raw(), fmpq_mat_entry(value_, static_cast<slong>(row), static_cast<slong>(column)));
  return result;
}

void Matrix::set(std::size_t row, std::size_t column, const Rational& value) {
  require(row < rows() && column < columns(), "entry outside the matrix");
  fmpq_set(fmpq_mat_entry(value_, static_cast<slong>(row), static_cast<slong>(column)), value.raw());
}

Matrix Matrix::transpose() const {
  Matrix result(columns(), rows());
  fmpq_mat_transpose(result.value_, value_);
  return result;
}

std::size_t Matrix::rank() const {
  Matrix echelon(rows(), columns());
  return static_cast<std::size_t>(fmpq_mat_rref(echelon.value_, value_));
}

Rational Matrix::determinant() const {
  require_square(*this, "determinant");
  Rational result;
  fmpq_mat_det(result.raw(), value_);
  return result;
}

Matrix Matrix::inverse() const {
  require_square(*this, "inverse");
  Matrix result(rows(), columns());
  require(fmpq_mat_inv(result.value_, value_), "inverse of a singular matrix");
  return result;
}

Matrix operator+(const Matrix& a, const Matrix& b) {
  require_same_shape(a, b);
  Matrix result(a.rows(), a.columns());
  fmpq_mat_add(result.value_, a.value_, b.value_);
  return result;
}

Matrix operator-(const Matrix& a, const Matrix& b) {
  require_same_shape(a, b);
  Matrix result(a.rows(), a.columns());
  fmpq_mat_sub(result.value_, a.value_, b.value_);
  return result;
}

Matrix operator*(const Matrix& a, const Matrix& b) {
  require_composable(a, b);
  Matrix result(a.rows(), b.columns());
  fmpq_mat_mul(result.value_, a.value_, b.value_);
  return result;
}

Matrix operator*(const Rational& scalar, const Matrix& a) {
  Matrix result(a.rows(), a.columns());
  fmpq_mat_scalar_mul_fmpq(result.value_, a.value_, scalar.raw());
  return result;
}

bool operator==(const Matrix& a, const Matrix& b) {
  return a.rows() == b.rows() && a.columns() == b.columns() && fmpq_mat_equal(a.value_, b.value_);
}

}  // namespace isthmus
