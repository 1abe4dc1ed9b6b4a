#pragma once

#include <vector>

#include "exact/matrix.hpp"
#include "exact/pseudo_inverse.hpp"

namespace isthmus {

/// sigma(z) = positive z^degree for z >= 0 and negative (-z)^degree for z < 0: every continuous sigma: R -> R with
/// sigma(c z) = c^degree sigma(z) for all c > 0 is of this form. Applied to a matrix entry by entry.
struct Activation {
  unsigned degree = 1;
  Rational positive = 1;
  Rational negative = -1;

  /// z for z >= 0 and slope z for z < 0: homogeneous of degree 1.
  static Activation leaky_relu(const Rational& slope) { return {1, 1, -slope}; }
  Rational operator()(const Rational& z) const;
  Matrix operator()(const Matrix& z) const;
};

/// The network W_l sigma(W_{l-1} sigma(.. sigma(W_1 X))); `layers` are W_1, .., W_l. Throws InvalidInput if the shapes
/// do not fit or there is no layer.
Matrix forward_pass(const std::vector<Matrix>& layers, const Activation& activation, const Matrix& input);

/// s A.
Matrix scaled(const Rational& scalar, const Matrix& matrix);

/// (1 - alpha) W + alpha W', layer by layer.
std::vector<Matrix> interpolated(const std::vector<Matrix>& from, const std::vector<Matrix>& to, const Rational& alpha);

/// The layers with W_{l-1} replaced by m W_{l-1} and W_l by m^-degree W_l; at least two layers and m > 0, or
/// InvalidInput.
std::vector<Matrix> rescaled(const std::vector<Matrix>& layers, unsigned degree, const Rational& scale);

}  // namespace isthmus
