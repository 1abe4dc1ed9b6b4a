#include "exact/linear_system.hpp"

#include <flint/fmpq_mat.h>
#include <flint/fmpz_mat.h>
#include <flint/nmod_mat.h>

#include "exact/error.hpp"

namespace isthmus {

namespace {

constexpr ulong prime = 2147483647UL;  // 2^31 - 1: products of two fit in a word

class ResidueMatrix {
 public:
  ResidueMatrix(std::size_t rows, std::size_t columns) {
    nmod_mat_init(value_, static_cast<slong>(rows), static_cast<slong>(columns), prime);
  }
  ResidueMatrix(const ResidueMatrix&) = delete;
  ResidueMatrix& operator=(const ResidueMatrix&) = delete;
  ~ResidueMatrix() { nmod_mat_clear(value_); }

  void set(std::size_t row, std::size_t column, const Integer& value) {
    nmod_mat_entry(value_, row, column) = fmpz_fdiv_ui(value.raw(), prime);
  }

  /// The columns of the pivots of the reduced row echelon form, ascending.
  std::vector<std::size_t> pivot_columns() {
    const slong rank = nmod_mat_rref(value_);
    std::vector<std::size_t> pivots;
    std::size_t column = 0;
    for (slong row = 0; row < rank; ++row) {
      while (nmod_mat_entry(value_, row, column) == 0) ++column;
      pivots.push_back(column++);
    }
    return pivots;
  }

 private:
  nmod_mat_t value_;
};

/// The solution of a square system that is invertible modulo the prime, hence over the rationals.
std::vector<Rational> solve_square(const SparseColumns& matrix, const std::vector<std::size_t>& columns,
                                   const std::vector<std::size_t>& rows, std::size_t unit_row) {
  const auto size = static_cast<slong>(columns.size());
  std::vector<std::size_t> place(matrix.rows, rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) place[rows[i]] = i;
  fmpz_mat_t a;
  fmpz_mat_t b;
  fmpq_mat_t x;
  fmpz_mat_init(a, size, size);
  fmpz_mat_init(b, size, 1);
  fmpq_mat_init(x, size, 1);
  for (std::size_t j = 0; j < columns.size(); ++j)
    for (const auto& [row, value] : matrix.columns[columns[j]])
      if (place[row] < rows.size()) fmpz_set(fmpz_mat_entry(a, place[row], j), value.raw());
  if (place[unit_row] < rows.size()) fmpz_one(fmpz_mat_entry(b, place[unit_row], 0));
  const bool solved = fmpq_mat_solve_fmpz_mat_dixon(x, a, b) != 0;
  std::vector<Rational> result(columns.size());
  for (std::size_t j = 0; j < columns.size(); ++j) fmpq_set(result[j].raw(), fmpq_mat_entry(x, j, 0));
  fmpz_mat_clear(a);
  fmpz_mat_clear(b);
  fmpq_mat_clear(x);
  ensure(solved, "a matrix is invertible modulo a prime, but not over the rationals");
  return result;
}

bool is_solution(const SparseColumns& matrix, const std::vector<Rational>& x, std::size_t unit_row) {
  std::vector<Rational> sum(matrix.rows);
  for (std::size_t j = 0; j < x.size(); ++j) {
    if (x[j].is_zero()) continue;
    for (const auto& [row, value] : matrix.columns[j]) sum[row] += Rational(value) * x[j];
  }
  for (std::size_t i = 0; i < sum.size(); ++i)
    if (!(sum[i] == Rational(i == unit_row ? 1 : 0))) return false;
  return true;
}

}  // namespace

namespace {

/// The columns that a solution needs; none if there is no solution modulo the prime.
std::vector<std::size_t> needed_columns(const SparseColumns& matrix, std::size_t row) {
  require(row < matrix.rows, "a linear system: no such row");
  for (const auto& column : matrix.columns)
    for (const auto& entry : column) require(entry.first < matrix.rows, "a linear system: an entry in no row");
  const std::size_t count = matrix.columns.size();
  ResidueMatrix augmented(matrix.rows, count + 1);
  for (std::size_t j = 0; j < count; ++j)
    for (const auto& [i, value] : matrix.columns[j]) augmented.set(i, j, value);
  augmented.set(row, count, Integer(1));
  std::vector<std::size_t> columns = augmented.pivot_columns();
  if (columns.back() == count) columns.clear();
  return columns;
}

}  // namespace

std::optional<std::vector<Rational>> solve_for_unit(const SparseColumns& matrix, std::size_t row) {
  const std::size_t count = matrix.columns.size();
  const std::vector<std::size_t> columns = needed_columns(matrix, row);
  if (columns.empty()) return std::nullopt;
  ResidueMatrix transposed(columns.size(), matrix.rows);
  for (std::size_t j = 0; j < columns.size(); ++j)
    for (const auto& [i, value] : matrix.columns[columns[j]]) transposed.set(j, i, value);
  const std::vector<std::size_t> rows = transposed.pivot_columns();
  ensure(rows.size() == columns.size(), "independent columns do not have as many independent rows");
  const std::vector<Rational> found = solve_square(matrix, columns, rows, row);
  std::vector<Rational> x(count);
  for (std::size_t j = 0; j < columns.size(); ++j) x[columns[j]] = found[j];
  return is_solution(matrix, x, row) ? std::optional(x) : std::nullopt;
}

}  // namespace isthmus
