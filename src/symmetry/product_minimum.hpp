#pragma once

#include <optional>
#include <vector>

#include "exact/matrix.hpp"
#include "symmetry/general_linear_path.hpp"
#include "symmetry/permutation.hpp"

namespace isthmus {

/// The minimum {(W_1, .., W_l) : W_l .. W_1 X = Y} of a linear network with h x h weights, X of full row rank, Y = C*X
/// with C invertible. It is the graph of W_l over GL_h(R)^(l-1), so its components are labelled by the signs of
/// det(W_1), .., det(W_{l-1}): two for each of these layers.
class ProductMinimum {
 public:
  using Weights = std::vector<Matrix>;  ///< W_1, .., W_l

  /// Throws InvalidInput, with the reason, if X and Y are not as above or l < 1.
  ProductMinimum(Matrix x, Matrix y, std::size_t layers);

  std::size_t width() const noexcept { return product_.rows(); }
  std::size_t layers() const noexcept { return layers_; }
  /// Throws InvalidInput, naming what is wrong and where, unless these are the weights of a point of the minimum.
  /// `name` says in the message which point is meant.
  void require_point(const Weights& weights, const std::string& name) const;

  /// The signs of det(W_1), .., det(W_l).
  std::vector<int> signs(const Weights& weights) const;
  /// Whether two points of the minimum lie in one component.
  bool connected(const Weights& from, const Weights& to) const;
  /// P_1, .., P_{l-1}, each the identity or one transposition, such that permuted(from, P) and `to` lie in one
  /// component: det(P_i) is the product of sign(det(W_j) det(W'_j)) over j <= i. nullopt iff there are none: h = 1 and
  /// the points lie in two components.
  std::optional<std::vector<Permutation>> joining(const Weights& from, const Weights& to) const;
  /// (P_1 W_1, P_2 W_2 P_1^-1, .., W_l P_{l-1}^-1).
  Weights permuted(const Weights& weights, const std::vector<Permutation>& permutations) const;
  /// Paths of W_1, .., W_{l-1} from one point to another of the same component; W_l = C (W_{l-1} .. W_1)^-1 follows
  /// them.
  std::vector<GeneralLinearPath> path(const Weights& from, const Weights& to) const;
  /// The point of the minimum with these first l-1 weights. Throws InvalidInput if one is singular.
  Weights completed(Weights first) const;

 private:
  Matrix x_;
  Matrix y_;
  std::size_t layers_;
  Matrix product_;  ///< C
};

}  // namespace isthmus
