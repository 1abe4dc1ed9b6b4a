#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "claim/barrier_claims.hpp"
#include "prove/real_points.hpp"

namespace isthmus {

/// One activation, as a map of matrices, and its description.
struct ConcreteActivation {
  Rational degree;
  std::string text;
  std::optional<std::pair<Rational, Rational>> values;  ///< at 1 and -1; none for z -> (z_1, 0, .., 0)
  std::function<Matrix(const Matrix&)> apply;
};

/// Rational values for everything in an identity about homogeneous activations, and the values of its two sides there.
struct NetworkPoint {
  RealPoint scalars;
  std::map<std::string, Matrix> matrices;
  std::string activation;
  std::optional<std::pair<Rational, Rational>> sigma;
  Matrix left;
  Matrix right;
};

/// The first choice of a small activation that the claim admits, small matrices and scalars at which the two sides
/// differ.
std::optional<NetworkPoint> find_difference(const HomogeneousIdentity& claim);

}  // namespace isthmus
