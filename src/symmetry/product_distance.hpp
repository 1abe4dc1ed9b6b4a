#pragma once

#include <optional>

#include "exact/ball.hpp"
#include "exact/matrix.hpp"

namespace isthmus {

/// A lower bound of min |C_1 - V_1|^2 + |C_2 - V_2|^2 over V_1 V_2 = A by Lagrangian duality: the minimum over all V of
/// that plus 2 <multiplier, V_1 V_2 - A>, which is finite if I - L T(L) is positive definite (|L|_op < 1). Exact.
/// nullopt if it is not. Throws InvalidInput if the shapes do not fit.
std::optional<Rational> dual_distance_bound(const Matrix& first, const Matrix& second, const Matrix& product,
                                            const Matrix& multiplier);

/// Whether a symmetric matrix is positive definite (leading minors, by elimination). Exact.
bool is_positive_definite(const Matrix& symmetric);

/// The sum of the singular values, enclosed.
Ball nuclear_norm(const Matrix& a, long precision);

/// The squared distance of (s W_1, s W_2) from {V_1 V_2 = A} for balanced factors W_1 W_2 = A and s >= 2: (s^2 - 2)
/// times the nuclear norm of A. Throws InvalidInput for s < 2.
Ball balanced_midpoint_squared_distance(const Matrix& a, const Rational& s, long precision);

/// Factors W_1 W_2 = A and a beta such that the midpoint of (W_1/beta, beta W_2) and (beta W_1, W_2/beta) is farther
/// from {V_1 V_2 = A} than the bound, shown by a multiplier. Throws InvalidInput for A = 0 or rank(A) > inner.
struct FarMidpoint {
  Matrix first;
  Matrix second;
  Rational beta;
  Matrix multiplier;
  Rational squared_bound;  ///< > bound^2
};
FarMidpoint far_midpoint(const Matrix& a, std::size_t inner, const Rational& bound);

}  // namespace isthmus
