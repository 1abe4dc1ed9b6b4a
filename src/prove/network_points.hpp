#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "claim/barrier_claims.hpp"
#include "prove/real_points.hpp"

namespace isthmus {

/// One activation, as a map of matrices, and its description.
struct ConcreteActivation {
  Rational degree;
  std::string text;
  std::function<Matrix(const Matrix&)> apply;
};

/// Rational values for everything in an identity about homogeneous activations, and the values of its two sides there.
struct NetworkPoint {
  RealPoint scalars;
  std::map<std::string, Matrix> matrices;
  std::string activation;
  Matrix left;
  Matrix right;
};

/// The first choice of a small activation that the claim admits, small matrices and scalars at which the two sides
/// differ.
std::optional<NetworkPoint> find_difference(const HomogeneousIdentity& claim);

}  // namespace isthmus
