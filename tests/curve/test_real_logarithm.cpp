#include <doctest/doctest.h>

#include "curve/plain_values.hpp"
#include "curve/real_logarithm.hpp"
#include "curve/sigmoid_network.hpp"
#include "exact/error.hpp"
#include "symmetry/random_matrices.hpp"

using namespace isthmus;
using namespace isthmus::test;

namespace {

constexpr std::uint64_t kLogarithmSeed = 66;

/// Two copies of a matrix along the diagonal.
Matrix doubled(const Matrix& a) {
  const std::size_t n = a.rows();
  Matrix m(2 * n, 2 * n);
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j < n; ++j) {
      m.set(i, j, a.at(i, j));
      m.set(n + i, n + j, a.at(i, j));
    }
  }
  return m;
}

}  // namespace

TEST_CASE("Culver's criterion on known matrices") {
  CHECK_FALSE(has_real_logarithm(matrix({{-1, 0}, {0, -2}})).exists);  // equation (5) of the paper
  CHECK(has_real_logarithm(matrix({{-1, 0}, {0, -1}})).exists);        // exp of a half turn
  CHECK_FALSE(has_real_logarithm(matrix({{-1, 1}, {0, -1}})).exists);
  CHECK(has_real_logarithm(matrix({{-1, 1, 0, 0}, {0, -1, 0, 0}, {0, 0, -1, 1}, {0, 0, 0, -1}})).exists);
  CHECK_FALSE(has_real_logarithm(matrix({{-1, 1, 0}, {0, -1, 0}, {0, 0, -1}})).exists);  // blocks of sizes 2 and 1
  CHECK(has_real_logarithm(matrix({{0, -1}, {1, 0}})).exists);
  CHECK(has_real_logarithm(matrix({{1, 1}, {0, 1}})).exists);
  CHECK_FALSE(has_real_logarithm(matrix({{1, 1}, {1, 1}})).exists);
  // t^2+4t+1: two irrational negative eigenvalues, conjugate over Q, each once; and each twice.
  const Matrix irrational = matrix({{0, -1}, {1, -4}});
  CHECK_FALSE(has_real_logarithm(irrational).exists);
  CHECK(has_real_logarithm(doubled(irrational)).exists);
  CHECK(has_real_logarithm(matrix({{-2}})).reason ==
        "a negative root of t+2 has 1 Jordan block of size 1, an odd number");
  CHECK_THROWS_AS(has_real_logarithm(Matrix(2, 3)), InvalidInput);
}

TEST_CASE("Jordan blocks have the sizes that were put in, in every basis") {
  std::mt19937_64 engine(kLogarithmSeed);
  CAPTURE(kLogarithmSeed);
  const Matrix form = matrix({{-3, 1, 0, 0, 0}, {0, -3, 0, 0, 0}, {0, 0, -3, 0, 0}, {0, 0, 0, 2, 1}, {0, 0, 0, 0, 2}});
  for (int round = 0; round < 5; ++round) {
    const Matrix basis = random_invertible(engine, 5, 4, true);
    const auto blocks = jordan_blocks(basis * form * basis.inverse());
    REQUIRE(blocks.size() == 2);
    for (const JordanBlocks& each : blocks) {
      const bool negative = each.polynomial.sign_at(Rational(-3)) == 0;
      CHECK(each.counts == (negative ? std::vector<std::size_t>{1, 1} : std::vector<std::size_t>{0, 1}));
    }
  }
}

TEST_CASE("squares of invertible matrices have real logarithms, negative determinants none") {
  std::mt19937_64 engine(kLogarithmSeed);
  CAPTURE(kLogarithmSeed);
  for (std::size_t n = 1; n <= 5; ++n) {
    for (int round = 0; round < 6; ++round) {
      Matrix a = random_invertible(engine, n, 4);
      CHECK(has_real_logarithm(a * a).exists);
      if (a.determinant().sign() < 0) CHECK_FALSE(has_real_logarithm(a).exists);
    }
  }
}

TEST_CASE("sigmoid networks: the same seed gives the same networks, and each satisfies the inequality") {
  const auto first = sigmoid_networks(12, 2, 20, 3);
  const auto second = sigmoid_networks(12, 2, 20, 3);
  REQUIRE(first.size() == 12);
  bool any_change = false;
  for (std::size_t i = 0; i < first.size(); ++i) {
    CHECK(first[i].hidden == second[i].hidden);
    CHECK(first[i].squared_norm.to_string() == second[i].squared_norm.to_string());
    CHECK(sub(first[i].squared_norm, first[i].squared_change, 128).sign() == 1);
    const bool changes = first[i].hidden < first[i].samples;
    CHECK(first[i].squared_change.contains_zero() != changes);
    any_change = any_change || changes;
  }
  CHECK(any_change);
  CHECK_THROWS_AS(sigmoid_networks(1, 3, 2, 0), InvalidInput);
}
