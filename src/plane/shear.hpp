#pragma once

#include <vector>

#include "exact/algebraic_point.hpp"
#include "exact/polynomial.hpp"

namespace isthmus {

/// The linear map (x, y) -> (x - k*y, y) of the plane. Its inverse is (u, y) -> (u + k*y, y).
class Shear {
 public:
  explicit Shear(long k) : k_(k) {}
  long factor() const noexcept { return k_; }

  /// The polynomial on the image that corresponds to p: its value at the image of a point is that of p at the point.
  Polynomial image(const Polynomial& p) const;
  /// Exact; Undecided as quotient_at.
  AlgebraicPoint image(const AlgebraicPoint& point) const;
  AlgebraicPoint preimage(const AlgebraicPoint& point) const;

 private:
  AlgebraicPoint moved(const AlgebraicPoint& point, long multiple) const;
  long k_;
};

/// The shear of least absolute value after which no curve has a vertical line or asymptote: each has positive degree in
/// y and a constant leading coefficient. `curves` are nonconstant, in a ring of two variables.
Shear regular_shear(const std::vector<Polynomial>& curves);

}  // namespace isthmus
