#pragma once

#include <cstddef>
#include <vector>

#include "barrier/network.hpp"

namespace isthmus {

/// Minimise |T - sum_i C(i, pi(i))|^2 over all permutations pi of 0..n-1, the C(i, j) and T vectors of integers.
struct AssignmentProblem {
  std::size_t size = 0;                    ///< n
  std::vector<std::vector<Integer>> cost;  ///< C(i, j) at i n + j
  std::vector<Integer> target;             ///< T
  Integer denominator = 1;                 ///< the problem stems from rationals, divided by this
};

/// An exact minimum, with what shows it: a depth-first search through the prefixes (pi(0), .., pi(i)), rows in `order`,
/// in which a branch is left if the target is at least as far from every sum that its free rows can add up to,
/// coordinate by coordinate, as the value says.
struct AssignmentMinimum {
  Rational value;
  std::vector<std::size_t> permutation;  ///< pi
  std::vector<std::size_t> order;        ///< the rows, in the order of the search
  std::size_t visited = 0;               ///< prefixes that were looked at
  std::size_t left = 0;                  ///< prefixes at which the bound ended the branch
};

/// The value of one permutation.
Rational value_of(const AssignmentProblem& problem, const std::vector<std::size_t>& permutation);

/// Throws InvalidInput unless the sizes fit and n >= 1.
AssignmentMinimum minimise(const AssignmentProblem& problem);

/// The last two layers W_l sigma(Z), Z = W_{l-1} f, of a minimum: Y = W_l sigma(Z).
struct LastLayers {
  Matrix outer;          ///< W_l
  Matrix preactivation;  ///< Z
  Activation activation;
};

/// The problem of Proposition 5.4: the loss at alpha on the segment from W to (.., m P^-1 W_{l-1}, m^-k W_l P), for a
/// permutation matrix P with (P^-1 Z)_i = Z_{pi(i)}. The network splits into a sum over the hidden units,
///     sum_i ((1 - alpha) w_i + alpha m^-k w_{pi(i)}) sigma((1 - alpha) z_i + alpha m z_{pi(i)}).
/// Throws InvalidInput unless the shapes fit, m > 0 and 0 <= alpha <= 1.
AssignmentProblem permuted_loss(const LastLayers& layers, const Rational& scale, const Rational& alpha);

/// The problem of its limit: |W_l P^-1 sigma(Z)|^2, the sum over the hidden units of w_i sigma(z_{pi(i)}).
AssignmentProblem permuted_output(const LastLayers& layers);

}  // namespace isthmus
