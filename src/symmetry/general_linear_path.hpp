#pragma once

#include <string>
#include <variant>
#include <vector>

#include "exact/matrix.hpp"

namespace isthmus {

/// The rotation by 2 arctan(t) in the plane of two axes: rational in t, the identity at t = 0, a quarter turn (first to
/// second axis, or back if reversed) at t = 1.
struct PlaneTurn {
  std::size_t first = 0;
  std::size_t second = 1;
  bool reversed = false;
};

/// P * (I + t(L-I)) * (E + t(D-E)) * (I + t(U-I)): P a permutation matrix, L and U unipotent lower and upper
/// triangular, D diagonal without zeros, E its signs. Its determinant det(P) * prod(e_i + t(d_i - e_i)) has no zero on
/// [0, 1].
struct TriangularStretch {
  Matrix permutation;
  Matrix lower;
  Matrix diagonal;
  Matrix upper;
};

/// A path in GL_n(R) whose matrices are rational functions of t: leg k runs over A(t) = factor_k(t) * start_k for t
/// in [0, 1], and begins where the one before ended.
class GeneralLinearPath {
 public:
  struct Leg {
    std::variant<PlaneTurn, TriangularStretch> factor;
    Matrix start;  ///< for a stretch: what factor(0) * start has to be is where the leg before ended

    /// The matrix at a rational t in [0, 1].
    Matrix at(const Rational& t) const;
    /// "quarter turn of the axes 1 and 2", ..
    std::string to_string() const;
  };

  /// A path from one matrix to another: exists iff their determinants have one sign (GL_n(R) has two components).
  /// Throws InvalidInput if a matrix is singular, the shapes differ, or the signs do.
  static GeneralLinearPath between(const Matrix& from, const Matrix& to);

  const std::vector<Leg>& legs() const noexcept { return legs_; }

 private:
  std::vector<Leg> legs_;
};

}  // namespace isthmus
