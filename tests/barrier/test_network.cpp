#include <doctest/doctest.h>

#include "barrier/barrier.hpp"
#include "barrier/network.hpp"
#include "exact/error.hpp"
#include "exact/random_values.hpp"

using namespace isthmus;

namespace {

Matrix random_matrix(RandomValues& random, std::size_t rows, std::size_t columns) {
  Matrix result(rows, columns);
  for (std::size_t i = 0; i < rows; ++i) {
    for (std::size_t j = 0; j < columns; ++j) result.set(i, j, random.small_rational());
  }
  return result;
}

}  // namespace

TEST_CASE("activations are homogeneous for positive factors, entry by entry") {
  for (std::uint64_t seed = 1; seed <= 100; ++seed) {
    INFO("seed ", seed);
    RandomValues random(seed);
    const Activation sigma{static_cast<unsigned>(random.between(1, 4)), random.small_rational(),
                           random.small_rational()};
    const Rational z = random.small_rational();
    const Rational c = abs(random.small_rational()) + Rational(1);
    CHECK(sigma(c * z) == pow(c, sigma.degree) * sigma(z));
    Matrix matrix(1, 2);
    matrix.set(0, 1, z);
    CHECK(sigma(matrix).at(0, 0) == Rational(0));
    CHECK(sigma(matrix).at(0, 1) == sigma(z));
  }
  const Activation leaky = Activation::leaky_relu(Rational(1) / Rational(10));
  CHECK(leaky(-1) == Rational(-1) / Rational(10));
  CHECK(leaky(-1) != -leaky(1));
}

TEST_CASE("forward passes through several layers agree with (14)") {
  for (std::uint64_t seed = 1; seed <= 30; ++seed) {
    INFO("seed ", seed);
    RandomValues random(seed);
    const Activation sigma{static_cast<unsigned>(random.between(1, 2)), 1, random.small_rational()};
    const std::vector<Matrix> layers{random_matrix(random, 3, 2), random_matrix(random, 4, 3),
                                     random_matrix(random, 2, 4)};
    const Matrix input = random_matrix(random, 2, 3);
    const Matrix target = forward_pass(layers, sigma, input);
    const Rational m = abs(random.small_rational()) + Rational(1) / Rational(2);
    const std::vector<Matrix> other = rescaled(layers, sigma.degree, m);
    CHECK(forward_pass(other, sigma, input) == target);
    const Rational alpha = Rational(random.between(0, 5)) / Rational(5);
    const Rational measured = squared_norm(target - forward_pass(interpolated(layers, other, alpha), sigma, input));
    CHECK(measured == barrier_value({static_cast<long>(sigma.degree), m}, alpha, squared_norm(target), 64).exact());
  }
}

TEST_CASE("refusals") {
  CHECK_THROWS_AS(forward_pass({}, {}, Matrix(1, 1)), InvalidInput);
  CHECK_THROWS_AS(forward_pass({Matrix(1, 2), Matrix(1, 2)}, {}, Matrix(2, 1)), InvalidInput);
  CHECK_THROWS_AS(rescaled({Matrix(1, 1)}, 1, 2), InvalidInput);
  CHECK_THROWS_AS(rescaled({Matrix(1, 1), Matrix(1, 1)}, 1, 0), InvalidInput);
  CHECK_THROWS_AS(interpolated({Matrix(1, 1)}, {}, 0), InvalidInput);
}
