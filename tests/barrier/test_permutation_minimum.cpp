#include <doctest/doctest.h>

#include <algorithm>
#include <numeric>

#include "barrier/permutation_minimum.hpp"
#include "exact/error.hpp"
#include "exact/random_values.hpp"

using namespace isthmus;

namespace {

Matrix random_fractions(RandomValues& random, std::size_t rows, std::size_t columns, long bound) {
  Matrix result(rows, columns);
  for (std::size_t i = 0; i < rows; ++i) {
    for (std::size_t j = 0; j < columns; ++j) {
      result.set(i, j, Rational(random.between(-bound, bound)) / Rational(random.between(1, 3)));
    }
  }
  return result;
}

/// The matrix with a 1 in row i, column pi(i).
Matrix permutation_matrix(const std::vector<std::size_t>& permutation) {
  Matrix result(permutation.size(), permutation.size());
  for (std::size_t i = 0; i < permutation.size(); ++i) result.set(i, permutation[i], Rational(1));
  return result;
}

/// The loss as Proposition 5.4 states it, with matrices: P^-1 has a 1 in row i, column pi(i).
Rational loss_by_matrices(const LastLayers& layers, const Rational& m, const Rational& alpha,
                          const std::vector<std::size_t>& permutation) {
  const Matrix inverse = permutation_matrix(permutation);
  const Matrix p = inverse.transpose();
  const Rational rest = Rational(1) - alpha;
  const Matrix outer = scaled(rest, layers.outer) +
                       scaled(alpha * pow(m, -static_cast<long>(layers.activation.degree)), layers.outer * p);
  const Matrix inner = scaled(rest, layers.preactivation) + scaled(alpha * m, inverse * layers.preactivation);
  return squared_norm(layers.outer * layers.activation(layers.preactivation) - outer * layers.activation(inner));
}

template <class F>
Rational brute_force(std::size_t n, F&& value) {
  std::vector<std::size_t> permutation(n);
  std::iota(permutation.begin(), permutation.end(), 0);
  Rational least = value(permutation);
  while (std::next_permutation(permutation.begin(), permutation.end())) least = std::min(least, value(permutation));
  return least;
}

}  // namespace

TEST_CASE("branch and bound agrees with all permutations, by matrices") {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    INFO("seed ", seed);
    RandomValues random(seed);
    const std::size_t n = 1 + random.below(seed % 10 == 0 ? 6 : 5);
    const Activation activation = random.chance(2) ? Activation::leaky_relu(Rational(1) / Rational(10))
                                                   : Activation{2, 1, Rational(-1) / Rational(3)};
    const LastLayers layers{random_fractions(random, 1 + random.below(3), n, 5),
                            random_fractions(random, n, 1 + random.below(3), 5), activation};
    const Rational m = Rational(random.between(1, 12)) / Rational(random.between(1, 3));
    const Rational alpha = Rational(random.between(0, 4)) / Rational(4);
    const AssignmentMinimum minimum = minimise(permuted_loss(layers, m, alpha));
    CHECK(minimum.value == loss_by_matrices(layers, m, alpha, minimum.permutation));
    CHECK(minimum.value == brute_force(n, [&](const auto& pi) { return loss_by_matrices(layers, m, alpha, pi); }));
    const AssignmentMinimum output = minimise(permuted_output(layers));
    CHECK(output.value == brute_force(n, [&](const auto& pi) {
            return squared_norm(layers.outer * permutation_matrix(pi) * layers.activation(layers.preactivation));
          }));
  }
}

TEST_CASE("seven units, and numbers beyond 64 bits") {
  RandomValues random(7);
  const LastLayers layers{random_fractions(random, 2, 7, 9), random_fractions(random, 7, 2, 9), Activation{1, 1, -1}};
  const AssignmentProblem problem = permuted_loss(layers, 10, Rational(1) / Rational(2));
  const AssignmentMinimum minimum = minimise(problem);
  CHECK(minimum.value == brute_force(7, [&](const auto& pi) { return value_of(problem, pi); }));
  AssignmentProblem large = problem;
  const Integer factor = pow(Integer(10), 40);
  for (auto& vector : large.cost) {
    for (Integer& value : vector) value *= factor;
  }
  for (Integer& value : large.target) value *= factor;
  const AssignmentMinimum same = minimise(large);
  CHECK(same.value == minimum.value * Rational(factor * factor));
  CHECK(same.permutation == minimum.permutation);
  CHECK(same.visited == minimum.visited);
}

TEST_CASE("the identity is one of the permutations: the minimum is at most (14)") {
  RandomValues random(3);
  const LastLayers layers{random_fractions(random, 2, 4, 5), random_fractions(random, 4, 3, 5),
                          Activation::leaky_relu(1)};
  const Rational norm = squared_norm(layers.outer * layers.activation(layers.preactivation));
  const Rational m(9);
  const AssignmentProblem problem = permuted_loss(layers, m, Rational(1) / Rational(2));
  CHECK(value_of(problem, {0, 1, 2, 3}) == pow(m - Rational(1), 4) / (Rational(16) * m * m) * norm);
  CHECK(minimise(problem).value <= value_of(problem, {0, 1, 2, 3}));
}

TEST_CASE("ties and sizes at the edge") {
  const AssignmentProblem zero{3, std::vector<std::vector<Integer>>(9, {Integer(0)}), {Integer(5)}, 2};
  CHECK(minimise(zero).value == Rational::parse("25/4"));
  const AssignmentProblem one{1, {{Integer(3), Integer(4)}}, {Integer(0), Integer(0)}, 1};
  CHECK(minimise(one).value == Rational(25));
  const AssignmentProblem bare{2, std::vector<std::vector<Integer>>(4), {}, 1};
  CHECK(minimise(bare).value == Rational(0));
}

TEST_CASE("refusals") {
  CHECK_THROWS_AS(minimise({0, {}, {}, 1}), InvalidInput);
  CHECK_THROWS_AS(minimise({2, {{Integer(1)}}, {Integer(1)}, 1}), InvalidInput);
  CHECK_THROWS_AS(minimise({1, {{Integer(1)}}, {}, 1}), InvalidInput);
  CHECK_THROWS_AS(minimise({1, {{Integer(1)}}, {Integer(1)}, 0}), InvalidInput);
  CHECK_THROWS_AS(value_of({1, {{Integer(1)}}, {Integer(1)}, 1}, {1}), InvalidInput);
  CHECK_THROWS_AS(value_of({1, {{Integer(1)}}, {Integer(1)}, 1}, {}), InvalidInput);
  const LastLayers layers{Matrix(1, 2), Matrix(2, 1), {}};
  CHECK_THROWS_AS(permuted_loss({Matrix(1, 2), Matrix(3, 1), {}}, 2, 0), InvalidInput);
  CHECK_THROWS_AS(permuted_output({Matrix(1, 2), Matrix(3, 1), {}}), InvalidInput);
  CHECK_THROWS_AS(permuted_loss(layers, 0, 0), InvalidInput);
  CHECK_THROWS_AS(permuted_loss(layers, 2, 2), InvalidInput);
  CHECK_THROWS_AS(permuted_loss(layers, 2, -1), InvalidInput);
}
