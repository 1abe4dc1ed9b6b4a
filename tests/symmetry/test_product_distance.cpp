#include <doctest/doctest.h>

#include "exact/error.hpp"
#include "exact/pseudo_inverse.hpp"
#include "symmetry/product_distance.hpp"
#include "symmetry/random_matrices.hpp"

using namespace isthmus;
using namespace isthmus::test;

namespace {

constexpr std::uint64_t kDistanceSeed = 55;

Matrix scaled(long c, const Matrix& a) {
  Matrix result(a.rows(), a.columns());
  for (std::size_t i = 0; i < a.rows(); ++i) {
    for (std::size_t j = 0; j < a.columns(); ++j) result.set(i, j, Rational(c) * a.at(i, j));
  }
  return result;
}

}  // namespace

TEST_CASE("pseudo-inverses obey Penrose's equations") {
  std::mt19937_64 engine(kDistanceSeed);
  CAPTURE(kDistanceSeed);
  for (const auto& [rows, columns] : std::vector<std::pair<std::size_t, std::size_t>>{{1, 1}, {2, 3}, {3, 2}, {4, 4}}) {
    for (const unsigned bits : {1U, 2U, 10U}) {
      const Matrix a = random_matrix(engine, rows, columns, bits, bits > 2);
      const Matrix q = pseudo_inverse(a);
      CHECK(a * q * a == a);
      CHECK(q * a * q == q);
      CHECK((a * q).transpose() == a * q);
      CHECK((q * a).transpose() == q * a);
    }
  }
  CHECK(pseudo_inverse(Matrix(2, 3)) == Matrix(3, 2));
  CHECK_THROWS_AS(rank_factorisation(Matrix(2, 3)), InvalidInput);
}

TEST_CASE("a dual bound is below the distance of every point of the set") {
  std::mt19937_64 engine(kDistanceSeed);
  CAPTURE(kDistanceSeed);
  for (int round = 0; round < 20; ++round) {
    const Matrix v1 = random_matrix(engine, 3, 2, 3);
    const Matrix v2 = random_matrix(engine, 2, 3, 3);
    const Matrix c1 = random_matrix(engine, 3, 2, 4);
    const Matrix c2 = random_matrix(engine, 2, 3, 4);
    Matrix multiplier = random_matrix(engine, 3, 3, 3);
    for (std::size_t i = 0; i < 3; ++i) {
      for (std::size_t j = 0; j < 3; ++j) multiplier.set(i, j, multiplier.at(i, j) / Rational(14));
    }
    const auto bound = dual_distance_bound(c1, c2, v1 * v2, multiplier);
    REQUIRE(bound.has_value());
    CHECK(*bound <= squared_norm(c1 - v1) + squared_norm(c2 - v2));
  }
  CHECK_FALSE(dual_distance_bound(Matrix(2, 2), Matrix(2, 2), Matrix(2, 2), Matrix::identity(2)).has_value());
  CHECK_THROWS_AS(dual_distance_bound(Matrix(2, 2), Matrix(3, 2), Matrix(2, 2), Matrix(2, 2)), InvalidInput);
}

TEST_CASE("the distance formula: exact points above, multipliers below") {
  // A = W T(W) is balanced: W_1 = W, W_2 = T(W), with the nuclear norm trace(A).
  std::mt19937_64 engine(kDistanceSeed);
  CAPTURE(kDistanceSeed);
  for (int round = 0; round < 5; ++round) {
    const Matrix w = random_matrix(engine, 3, 3, 3);
    const Matrix a = w * w.transpose();
    CHECK(nuclear_norm(a, 128).contains(trace(a)));
    // s = u + 1/u with u = 2: the point (2 W_1, W_2/2) is at squared distance (s^2 - 2)|A|_*.
    const Rational s(5, 2);
    const Rational expected = (s * s - Rational(2)) * trace(a);
    CHECK(Rational(1, 4) * squared_norm(w) + Rational(4) * squared_norm(w) == expected);
    CHECK(balanced_midpoint_squared_distance(a, s, 128).contains(expected));
    Matrix c = w;
    for (std::size_t i = 0; i < 3; ++i) {
      for (std::size_t j = 0; j < 3; ++j) c.set(i, j, s * w.at(i, j));
    }
    Matrix multiplier = Matrix::identity(3);
    for (std::size_t i = 0; i < 3; ++i) multiplier.set(i, i, Rational(1) - Rational(1, 1000000));
    const auto bound = dual_distance_bound(c, c.transpose(), a, multiplier);
    REQUIRE(bound.has_value());
    CHECK(*bound <= expected);
    CHECK(expected - *bound < Rational(1, 100));
  }
  CHECK_THROWS_AS(balanced_midpoint_squared_distance(Matrix::identity(2), Rational(3, 2), 64), InvalidInput);
}

TEST_CASE("far midpoints for singular, rectangular and unbalanced products") {
  std::mt19937_64 engine(kDistanceSeed);
  CAPTURE(kDistanceSeed);
  for (const Matrix& a :
       {random_matrix(engine, 2, 2, 4), random_matrix(engine, 3, 2, 4),
        random_matrix(engine, 3, 1, 4) * random_matrix(engine, 1, 3, 4), scaled(1000, Matrix::identity(2))}) {
    const FarMidpoint far = far_midpoint(a, 3, Rational(20));
    CHECK(far.first * far.second == a);
    CHECK(far.squared_bound > Rational(400));
    CHECK(is_positive_definite(Matrix::identity(a.rows()) - far.multiplier * far.multiplier.transpose()));
  }
  CHECK_THROWS_AS(far_midpoint(Matrix::identity(2), 1, Rational(1)), InvalidInput);
  CHECK_THROWS_AS(far_midpoint(Matrix(2, 2), 2, Rational(1)), InvalidInput);
}
