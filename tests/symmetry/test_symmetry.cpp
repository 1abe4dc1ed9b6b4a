#include <doctest/doctest.h>

#include <functional>

#include "exact/error.hpp"
#include "symmetry/determinant_sign.hpp"
#include "symmetry/product_minimum.hpp"
#include "symmetry/random_matrices.hpp"

using namespace isthmus;
using namespace isthmus::test;

namespace {

constexpr std::uint64_t kSeed = 51;

Matrix signed_identity(std::size_t n, bool negative) {
  Matrix m = Matrix::identity(n);
  if (negative) m.set(0, 0, Rational(-1));
  return m;
}

/// Sign of a permutation by counting inversions.
int sign_by_inversions(const Permutation& p) {
  int sign = 1;
  for (std::size_t i = 0; i < p.size(); ++i) {
    for (std::size_t j = i + 1; j < p.size(); ++j) sign = p(i) > p(j) ? -sign : sign;
  }
  return sign;
}

std::string refusal(const std::function<void()>& action) {
  try {
    action();
  } catch (const InvalidInput& error) {
    return error.what();
  }
  return "";
}

}  // namespace

TEST_CASE("the sign of a determinant agrees with the determinant") {
  std::mt19937_64 engine(kSeed);
  CAPTURE(kSeed);
  for (const std::size_t n : {1, 2, 3, 5, 8, 20, 40}) {
    for (const unsigned bits : {3U, 64U}) {
      const Matrix a = random_matrix(engine, n, n, bits, true);
      CHECK(determinant_sign(a) == a.determinant().sign());
      // One row a combination of the others, then moved by 2^-200: the balls alone do not see it.
      Matrix close = a;
      for (std::size_t j = 0; j < n && n > 1; ++j) close.set(n - 1, j, close.at(0, j) * Rational(3));
      CHECK(determinant_sign(close) == (n > 1 ? 0 : a.at(0, 0).sign()));
      close.set(n - 1, 0, close.at(n - 1, 0) + Rational(Integer(1), pow(Integer(2), 200)));
      CHECK(determinant_sign(close) == close.determinant().sign());
    }
  }
  CHECK_THROWS_AS(determinant_sign(Matrix(2, 3)), InvalidInput);
}

TEST_CASE("the sign of a determinant of size 200 with 64-bit entries") {
  std::mt19937_64 engine(kSeed);
  Matrix a = random_matrix(engine, 200, 200, 64);
  const int sign = determinant_sign(a);
  CHECK(sign != 0);
  for (std::size_t j = 0; j < 200; ++j) a.set(7, j, -a.at(7, j));
  CHECK(determinant_sign(a) == -sign);
}

TEST_CASE("permutations: signs, matrices, products") {
  Permutation p = Permutation::identity(4);
  std::size_t count = 0;
  int total = 0;
  do {
    ++count;
    total += p.sign();
    CHECK(p.sign() == sign_by_inversions(p));
    CHECK(p.matrix().determinant() == Rational(p.sign()));
    CHECK(p * p.inverse() == Permutation::identity(4));
    const Permutation q = Permutation::transposition(4, 1, 3);
    CHECK((p * q).matrix() == p.matrix() * q.matrix());
  } while (p.advance());
  CHECK(count == 24);
  CHECK(total == 0);
  CHECK(p == Permutation::identity(4));
  CHECK(Permutation({1, 0, 4, 2, 3}).to_string() == "(1 2)(3 5 4)");
  CHECK_THROWS_AS(Permutation({0, 0}), InvalidInput);
  CHECK_THROWS_AS(Permutation({0, 2}), InvalidInput);
  CHECK_THROWS_AS(Permutation::transposition(3, 1, 1), InvalidInput);
  CHECK_THROWS_AS(Permutation::of_sign(1, -1), InvalidInput);
}

TEST_CASE("paths between matrices stay invertible and have no gaps") {
  std::mt19937_64 engine(kSeed);
  CAPTURE(kSeed);
  for (std::size_t n = 1; n <= 6; ++n) {
    for (int round = 0; round < 4; ++round) {
      const Matrix from = random_invertible(engine, n, 5, true);
      Matrix to = random_invertible(engine, n, 5, true);
      if (from.determinant().sign() != to.determinant().sign()) {
        for (std::size_t j = 0; j < n; ++j) to.set(0, j, -to.at(0, j));
      }
      Matrix at = from;
      for (const auto path = GeneralLinearPath::between(from, to); const auto& leg : path.legs()) {
        CHECK(leg.at(Rational(0)) == at);
        for (long k = 0; k <= 8; ++k) {
          CHECK(leg.at(Rational(k) / Rational(8)).determinant().sign() == from.determinant().sign());
        }
        at = leg.at(Rational(1));
      }
      CHECK(at == to);
    }
  }
  // The example after Lemma 5.1: one quarter turn leads from the exchange of two neurons to diag(-1, 1).
  const Matrix swap = Permutation::transposition(2, 0, 1).matrix();
  const auto path = GeneralLinearPath::between(swap, signed_identity(2, true));
  REQUIRE(path.legs().size() == 1);
  CHECK(std::holds_alternative<PlaneTurn>(path.legs()[0].factor));
  CHECK_THROWS_AS(GeneralLinearPath::between(swap, Matrix::identity(2)), InvalidInput);
  CHECK_THROWS_AS(GeneralLinearPath::between(Matrix(2, 2), Matrix(2, 2)), InvalidInput);
}

TEST_CASE("all sign patterns up to 8 layers of width 8 are joined by identities and transpositions") {
  for (std::size_t layers = 2; layers <= 8; ++layers) {
    for (std::size_t h = 2; h <= 8; ++h) {
      const ProductMinimum minimum(Matrix::identity(h), Matrix::identity(h), layers);
      std::vector<Matrix> origin(layers - 1, Matrix::identity(h));
      const auto from = minimum.completed(origin);
      for (std::size_t pattern = 0; pattern < std::size_t{1} << (layers - 1); ++pattern) {
        std::vector<Matrix> first;
        for (std::size_t i = 0; i + 1 < layers; ++i) first.push_back(signed_identity(h, (pattern >> i) % 2 == 1));
        const auto to = minimum.completed(first);
        const auto permutations = minimum.joining(from, to);
        REQUIRE(permutations.has_value());
        const auto permuted = minimum.permuted(from, *permutations);
        minimum.require_point(permuted, "permuted");
        bool same = true;
        for (std::size_t i = 0; i < layers; ++i)
          same = same && permuted[i].determinant().sign() == to[i].determinant().sign();
        CHECK(same);
        CHECK(minimum.connected(from, to) == (pattern == 0));
      }
    }
  }
}

TEST_CASE("random minima with 64-bit entries") {
  std::mt19937_64 engine(kSeed);
  CAPTURE(kSeed);
  for (const std::size_t h : {2, 3, 5}) {
    for (const std::size_t layers : {2, 4}) {
      const Matrix x = random_invertible(engine, h, 64, true);
      const Matrix y = random_invertible(engine, h, 64, true);
      const ProductMinimum minimum(x, y, layers);
      std::vector<ProductMinimum::Weights> points;
      for (int k = 0; k < 2; ++k) {
        std::vector<Matrix> first;
        for (std::size_t i = 0; i + 1 < layers; ++i) first.push_back(random_invertible(engine, h, 64, true));
        points.push_back(minimum.completed(first));
      }
      const auto permutations = minimum.joining(points[0], points[1]);
      REQUIRE(permutations.has_value());
      int product = 1;
      for (std::size_t i = 0; i + 1 < layers; ++i) {
        product *= points[0][i].determinant().sign() * points[1][i].determinant().sign();
        CHECK((*permutations)[i].sign() == product);
      }
      const auto permuted = minimum.permuted(points[0], *permutations);
      const auto paths = minimum.path(permuted, points[1]);
      REQUIRE(paths.size() == layers - 1);
      for (std::size_t i = 0; i + 1 < layers; ++i) CHECK(paths[i].legs().back().at(Rational(1)) == points[1][i]);
    }
  }
}

TEST_CASE("width 1 needs no permutation or has none; what is no minimum is refused") {
  const Matrix one = Matrix::identity(1);
  const ProductMinimum minimum(one, one, 2);
  CHECK(minimum.joining({one, one}, {one, one}).has_value());
  CHECK_FALSE(minimum.joining({one, one}, {signed_identity(1, true), signed_identity(1, true)}).has_value());
  const Matrix two = Matrix::identity(2);
  const ProductMinimum square(two, two, 2);
  CHECK(refusal([&] { square.require_point({two}, "from"); }) == "from has 1 weights, but there are 2 layers");
  CHECK(refusal([&] { square.require_point({two, one}, "to"); }) == "to: W_2 is 1 x 1, but all weights are 2 x 2 here");
  CHECK(refusal([&] {
          square.require_point({two, signed_identity(2, true)}, "to");
        }) == "to is not a minimum: entry (1, 1) of W_l..W_1 X is -1, but that of Y is 1");
  CHECK(refusal([&] { ProductMinimum(Matrix(2, 2), two, 2); }) ==
        "the rows of X are linearly dependent: its rank is 0, not 2");
  CHECK(refusal([&] { ProductMinimum(two, Matrix(2, 2), 2); }) ==
        "Y has rank 0, not 2: the weights cannot all be invertible");
  CHECK(refusal([&] { ProductMinimum(two, one, 2); }).find("this needs one shape") != std::string::npos);
}
