#include "checker/polynomial_matrix.hpp"

#include <numeric>
#include <string>

#include "checker/elimination.hpp"
#include "checker/limits.hpp"

namespace isthmus::check {
namespace {

constexpr std::size_t kMostRows = 16;
constexpr std::size_t kMostMinors = 5000;

PolynomialMatrix submatrix(const PolynomialMatrix& matrix, const std::vector<std::size_t>& rows,
                           const std::vector<std::size_t>& columns) {
  PolynomialMatrix result;
  for (const std::size_t i : rows) {
    result.emplace_back();
    for (const std::size_t j : columns) result.back().push_back(matrix[i][j]);
  }
  return result;
}

/// Every choice of `size` numbers below n, ascending, in lexicographic order.
std::vector<std::vector<std::size_t>> choices(std::size_t n, std::size_t size) {
  if (size == 0) return {{}};
  std::vector<std::vector<std::size_t>> result;
  for (const auto& front : choices(n, size - 1)) {
    for (std::size_t next = front.empty() ? 0 : front.back() + 1; next < n; ++next) {
      result.push_back(front);
      result.back().push_back(next);
      if (result.size() > kMostMinors) throw Declined("more than " + std::to_string(kMostMinors) + " minors");
    }
  }
  return result;
}

}  // namespace

PolynomialMatrix zero_matrix(std::size_t rows, std::size_t columns, std::size_t variables) {
  require_at_most(limits::kEntries, rows * columns, "entries in a matrix");
  return PolynomialMatrix(rows, std::vector<Polynomial>(columns, Polynomial(variables)));
}

PolynomialMatrix transposed(const PolynomialMatrix& matrix) {
  PolynomialMatrix result(matrix[0].size());
  for (const auto& row : matrix) {
    for (std::size_t j = 0; j < row.size(); ++j) result[j].push_back(row[j]);
  }
  return result;
}

PolynomialMatrix multiplied(const PolynomialMatrix& a, const PolynomialMatrix& b) {
  PolynomialMatrix result = zero_matrix(a.size(), b[0].size(), a[0][0].variables());
  for (std::size_t i = 0; i < a.size(); ++i) {
    for (std::size_t j = 0; j < b[0].size(); ++j) {
      for (std::size_t k = 0; k < b.size(); ++k) result[i][j] += a[i][k] * b[k][j];
    }
  }
  return result;
}

Polynomial checked_determinant(const PolynomialMatrix& matrix) {
  if (matrix.size() > kMostRows) throw Declined("a determinant of more than " + std::to_string(kMostRows) + " rows");
  return determinant(matrix);
}

PolynomialMatrix adjugate(const PolynomialMatrix& matrix) {
  const std::size_t n = matrix.size();
  PolynomialMatrix result = zero_matrix(n, n, matrix[0][0].variables());
  if (n == 1) result[0][0] = Polynomial(matrix[0][0].variables(), 1);
  for (std::size_t i = 0; n > 1 && i < n; ++i) {
    for (std::size_t j = 0; j < n; ++j) {
      std::vector<std::size_t> rows(n);
      std::iota(rows.begin(), rows.end(), std::size_t{0});
      std::vector<std::size_t> columns = rows;
      rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(j));
      columns.erase(columns.begin() + static_cast<std::ptrdiff_t>(i));
      const Polynomial minor = checked_determinant(submatrix(matrix, rows, columns));
      result[i][j] = (i + j) % 2 == 0 ? minor : -minor;
    }
  }
  return result;
}

PolynomialMatrix times(PolynomialMatrix matrix, const std::vector<Polynomial>& factors) {
  for (const Polynomial& factor : factors) {
    matrix = mapped(std::move(matrix), [&](const Polynomial& p) { return p * factor; });
  }
  return matrix;
}

std::vector<Polynomial> minors(const PolynomialMatrix& matrix, std::size_t size) {
  std::vector<Polynomial> result;
  for (const auto& rows : choices(matrix.size(), size)) {
    for (const auto& columns : choices(matrix[0].size(), size)) {
      result.push_back(checked_determinant(submatrix(matrix, rows, columns)));
      if (result.size() > kMostMinors) throw Declined("more than " + std::to_string(kMostMinors) + " minors");
    }
  }
  return result;
}

}  // namespace isthmus::check
