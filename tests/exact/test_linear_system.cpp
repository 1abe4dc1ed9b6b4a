#include <doctest/doctest.h>

#include "exact/error.hpp"
#include "exact/linear_system.hpp"
#include "laws/random_source.hpp"

using namespace isthmus;

namespace {

SparseColumns random_matrix(RandomSource& random, std::size_t rows, std::size_t columns) {
  SparseColumns matrix{rows, {}};
  for (std::size_t j = 0; j < columns; ++j) {
    std::vector<std::pair<std::size_t, Integer>> column;
    for (std::size_t i = 0; i < rows; ++i)
      if (random.chance(1, 3)) column.emplace_back(i, Integer(static_cast<long>(random.below(2001)) - 1000));
    matrix.columns.push_back(std::move(column));
  }
  return matrix;
}

std::vector<Rational> product(const SparseColumns& matrix, const std::vector<Rational>& x) {
  std::vector<Rational> sum(matrix.rows);
  for (std::size_t j = 0; j < x.size(); ++j)
    for (const auto& [i, value] : matrix.columns[j]) sum[i] += Rational(value) * x[j];
  return sum;
}

}  // namespace

TEST_CASE("a solution of a random system solves it; where there are many columns there is one") {
  std::size_t solved = 0;
  for (std::size_t seed = 1; seed <= 60; ++seed) {
    CAPTURE(seed);
    RandomSource random(seed);
    const std::size_t rows = 1 + random.below(12);
    const SparseColumns matrix = random_matrix(random, rows, 1 + random.below(20));
    const std::size_t row = random.below(rows);
    const auto x = solve_for_unit(matrix, row);
    if (!x) continue;
    ++solved;
    REQUIRE(x->size() == matrix.columns.size());
    const std::vector<Rational> e = product(matrix, *x);
    for (std::size_t i = 0; i < rows; ++i) CHECK(e[i] == Rational(i == row ? 1 : 0));
  }
  CHECK(solved > 20);
  CHECK(solved < 60);
}

TEST_CASE("earlier columns are preferred") {
  const SparseColumns matrix{1, {{{0, Integer(3)}}, {{0, Integer(1)}}}};
  CHECK(*solve_for_unit(matrix, 0) == std::vector<Rational>{Rational(1, 3), Rational(0)});
}

TEST_CASE("systems without a solution, and nonsense") {
  CHECK_FALSE(solve_for_unit({2, {{{0, Integer(1)}, {1, Integer(1)}}}}, 0));
  CHECK_FALSE(solve_for_unit({1, {}}, 0));
  CHECK_FALSE(solve_for_unit({1, {{}}}, 0));
  CHECK_THROWS_AS(solve_for_unit({1, {{{0, Integer(1)}}}}, 1), InvalidInput);
  CHECK_THROWS_AS(solve_for_unit({1, {{{1, Integer(1)}}}}, 0), InvalidInput);
}
