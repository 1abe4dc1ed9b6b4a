#include <doctest/doctest.h>

#include <algorithm>
#include <numeric>

#include "exact/error.hpp"
#include "exact/random_values.hpp"
#include "exact/rings.hpp"

using namespace isthmus;

namespace {

PolynomialMatrix random_matrix(RandomValues& random, std::size_t rows, std::size_t columns, std::size_t terms = 2) {
  PolynomialMatrix result(kXy, rows, columns);
  for (std::size_t i = 0; i < rows; ++i) {
    for (std::size_t j = 0; j < columns; ++j) result.at(i, j) = random.polynomial(kXy, 2, terms);
  }
  return result;
}

Matrix random_rational_matrix(RandomValues& random, std::size_t rows, std::size_t columns) {
  Matrix result(rows, columns);
  for (std::size_t i = 0; i < rows; ++i) {
    for (std::size_t j = 0; j < columns; ++j) {
      result.set(i, j, random.chance(5) ? random.rational() : Rational(random.between(-4, 4)));
    }
  }
  return result;
}

/// The Leibniz sum over all permutations.
Polynomial determinant_by_permutations(const PolynomialMatrix& a) {
  std::vector<std::size_t> image(a.rows());
  std::iota(image.begin(), image.end(), 0);
  Polynomial sum(a.ring());
  do {
    Polynomial product(a.ring(), Rational(1));
    for (std::size_t i = 0; i < image.size(); ++i) product *= a.at(i, image[i]);
    std::size_t inversions = 0;
    for (std::size_t i = 0; i < image.size(); ++i) {
      for (std::size_t j = i + 1; j < image.size(); ++j) inversions += image[i] > image[j] ? 1 : 0;
    }
    sum += inversions % 2 == 0 ? product : -product;
  } while (std::next_permutation(image.begin(), image.end()));
  return sum;
}

}  // namespace

TEST_CASE("determinants agree with the sum over permutations") {
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    INFO("seed ", seed);
    RandomValues random(seed);
    const std::size_t size = 1 + random.below(5);
    const PolynomialMatrix a = random_matrix(random, size, size);
    CHECK(determinant(a) == determinant_by_permutations(a));
    CHECK(determinant(a.transpose()) == determinant(a));
  }
}

TEST_CASE("determinants are multiplicative; the adjugate inverts up to the determinant") {
  for (std::uint64_t seed = 1; seed <= 25; ++seed) {
    INFO("seed ", seed);
    RandomValues random(seed);
    const std::size_t size = 1 + random.below(4);
    const PolynomialMatrix a = random_matrix(random, size, size);
    const PolynomialMatrix b = random_matrix(random, size, size);
    CHECK(determinant(a * b) == determinant(a) * determinant(b));
    const PolynomialMatrix scaled = determinant(a) * PolynomialMatrix::identity(kXy, size);
    CHECK(a * adjugate(a) == scaled);
    CHECK(adjugate(a) * a == scaled);
  }
}

TEST_CASE("a Vandermonde determinant of size 9 is the product of differences") {
  // Two symbolic rows, numbers in the others.
  std::vector<Polynomial> nodes{Polynomial::variable(kXy, 0), Polynomial::variable(kXy, 1)};
  for (long i = 2; i < 9; ++i) nodes.emplace_back(kXy, Rational(i));
  PolynomialMatrix vandermonde(kXy, 9, 9);
  Polynomial differences(kXy, Rational(1));
  for (std::size_t i = 0; i < 9; ++i) {
    for (std::size_t j = 0; j < 9; ++j) vandermonde.at(i, j) = pow(nodes[i], static_cast<unsigned>(j));
    for (std::size_t j = 0; j < i; ++j) differences *= nodes[i] - nodes[j];
  }
  CHECK(determinant(vandermonde) == differences);
}

TEST_CASE("products associate in all shapes, transposition reverses them") {
  for (std::uint64_t seed = 1; seed <= 30; ++seed) {
    INFO("seed ", seed);
    RandomValues random(seed);
    const std::size_t n[] = {1 + random.below(3), 1 + random.below(3), 1 + random.below(3), 1 + random.below(3)};
    const PolynomialMatrix a = random_matrix(random, n[0], n[1]);
    const PolynomialMatrix b = random_matrix(random, n[1], n[2]);
    const PolynomialMatrix c = random_matrix(random, n[2], n[3]);
    CHECK((a * b) * c == a * (b * c));
    CHECK((a * b).transpose() == b.transpose() * a.transpose());
    const Matrix r = random_rational_matrix(random, n[0], n[1]);
    const Matrix s = random_rational_matrix(random, n[1], n[2]);
    CHECK((r * s).transpose() == s.transpose() * r.transpose());
  }
}

TEST_CASE("submatrices") {
  RandomValues random(1);
  const PolynomialMatrix a = random_matrix(random, 3, 4);
  const PolynomialMatrix s = a.submatrix({2, 0}, {3, 1, 1});
  CHECK(s.rows() == 2);
  CHECK(s.columns() == 3);
  CHECK(s.at(0, 0) == a.at(2, 3));
  CHECK(s.at(1, 2) == a.at(0, 1));
  CHECK_THROWS_AS(a.submatrix({3}, {0}), InvalidInput);
  CHECK_THROWS_AS(a.submatrix({0}, {4}), InvalidInput);
  CHECK_THROWS_AS(a.submatrix({}, {0}), InvalidInput);
}

TEST_CASE("shapes that do not fit are refused") {
  const PolynomialMatrix wide(kXy, 2, 3);
  const PolynomialMatrix square(kXy, 2, 2);
  CHECK_THROWS_AS(PolynomialMatrix(kXy, 0, 2), InvalidInput);
  CHECK_THROWS_AS(PolynomialMatrix(kXy, 2, 0), InvalidInput);
  CHECK_THROWS_AS(wide + square, InvalidInput);
  CHECK_THROWS_AS(wide - square, InvalidInput);
  CHECK_THROWS_AS(wide * square, InvalidInput);
  CHECK_THROWS_AS(determinant(wide), InvalidInput);
  CHECK_THROWS_AS(adjugate(wide), InvalidInput);
  CHECK_FALSE(wide == square);
  const Matrix rational_wide(2, 3);
  const Matrix rational_square(2, 2);
  CHECK_THROWS_AS(rational_wide + rational_square, InvalidInput);
  CHECK_THROWS_AS(rational_wide - rational_square, InvalidInput);
  CHECK_THROWS_AS(rational_wide * rational_square, InvalidInput);
  CHECK_THROWS_AS(rational_wide.determinant(), InvalidInput);
  CHECK_THROWS_AS(rational_wide.inverse(), InvalidInput);
  CHECK_THROWS_AS(rational_wide.at(2, 0), InvalidInput);
  CHECK_THROWS_AS(rational_wide.at(0, 3), InvalidInput);
  CHECK_THROWS_AS(Matrix(2, 2).set(0, 2, Rational(1)), InvalidInput);
  CHECK_FALSE(rational_wide == rational_square);
}

TEST_CASE("rational matrices: inverses, determinants and ranks") {
  for (std::uint64_t seed = 1; seed <= 80; ++seed) {
    INFO("seed ", seed);
    RandomValues random(seed);
    const std::size_t n = 1 + random.below(5);
    const Matrix a = random_rational_matrix(random, n, n);
    const Matrix b = random_rational_matrix(random, n, n);
    CHECK((a * b).determinant() == a.determinant() * b.determinant());
    CHECK((a.rank() == n) == !a.determinant().is_zero());
    if (a.rank() == n) {
      CHECK(a * a.inverse() == Matrix::identity(n));
      CHECK(a.inverse() * a == Matrix::identity(n));
    } else {
      CHECK_THROWS_AS(a.inverse(), InvalidInput);
    }
    // A product through r columns has rank at most r, and generic factors reach it.
    const std::size_t r = 1 + random.below(n);
    const Matrix thin = random_rational_matrix(random, n + 1, r);
    const Matrix product = thin * random_rational_matrix(random, r, n + 1);
    CHECK(product.rank() <= r);
    CHECK(product.determinant().is_zero());
  }
  CHECK(Matrix::identity(4).rank() == 4);
  CHECK(Matrix(3, 2).rank() == 0);
}

TEST_CASE("polynomial determinants specialise to rational ones") {
  for (std::uint64_t seed = 1; seed <= 25; ++seed) {
    INFO("seed ", seed);
    RandomValues random(seed);
    const std::size_t n = 1 + random.below(6);
    const PolynomialMatrix a = random_matrix(random, n, n);
    const std::vector<Rational> point = random.small_point(2);
    Matrix there(n, n);
    for (std::size_t i = 0; i < n; ++i) {
      for (std::size_t j = 0; j < n; ++j) there.set(i, j, a.at(i, j).evaluate(point));
    }
    CHECK(determinant(a).evaluate(point) == there.determinant());
  }
}
