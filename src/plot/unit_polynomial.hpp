#pragma once

#include <array>
#include <vector>

#include "exact/polynomial.hpp"
#include "plot/picture.hpp"

namespace isthmus {

/// Lower and upper bound of values.
struct Bounds {
  double lower = 0;
  double upper = 0;
  bool contains_zero() const { return lower <= 0 && upper >= 0; }
};

/// A polynomial in three variables on the coordinates of a box, scaled by a positive number so that its largest
/// coefficient is 1 or -1. Values are doubles, for drawing; signs at rational points are exact.
class UnitPolynomial {
 public:
  UnitPolynomial(const Polynomial& polynomial, const Box& box);

  double value(const SpacePoint& at) const;
  SpacePoint gradient(const SpacePoint& at) const;
  /// -1, 0 or 1, exactly.
  int sign(const std::array<Rational, 3>& at) const;
  /// Encloses the values on a cube.
  Bounds bounds(const SpacePoint& centre, double half) const;

 private:
  struct Term {
    double coefficient;
    std::array<unsigned, 3> exponents;
  };
  using Terms = std::vector<Term>;
  static Terms terms_of(const Polynomial& polynomial);
  static Bounds sum_of(const Terms& terms, const std::array<Bounds, 3>& cube);

  Bounds natural_bounds(const SpacePoint& centre, double half) const;
  Bounds mean_value_bounds(const SpacePoint& centre, double half) const;

  Polynomial exact_;
  Terms terms_;
  Terms original_;  ///< on the coordinates of the space, with the same scale
  std::array<Bounds, 3> box_;
  std::array<Terms, 3> derivatives_;
};

}  // namespace isthmus
