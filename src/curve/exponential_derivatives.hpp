#pragma once

#if __has_include(<flint/acb_mat.h>)
#include <flint/acb_mat.h>
#else
#include <acb_mat.h>
#endif

#include "exact/algebraic_point.hpp"
#include "exact/matrix.hpp"

namespace isthmus {

/// gamma' and gamma'' of gamma(z) = exp(zM) w, continued analytically: complex balls u = exp(zM) M w and v = M u at one
/// place at a time. `generator` is M, `velocity` is M w; both must outlive this.
class ExponentialDerivatives {
 public:
  ExponentialDerivatives(const Matrix& generator, const Point& velocity);
  ~ExponentialDerivatives();
  ExponentialDerivatives(const ExponentialDerivatives&) = delete;
  ExponentialDerivatives& operator=(const ExponentialDerivatives&) = delete;

  /// Encloses u and v at z.
  void move_to(const acb_t z, slong precision);
  /// The bilinear product u.u.
  void speed(acb_t result, slong precision) const;
  /// (u.u)(v.v) - (u.v)^2.
  void bending(acb_t result, slong precision) const;

 private:
  void dot(acb_t result, const acb_mat_t a, const acb_mat_t b, slong precision) const;

  slong size_;
  const Matrix* rational_;
  const Point* start_;
  acb_mat_t generator_;
  acb_mat_t velocity_;
  acb_mat_t exponential_;
  acb_mat_t first_;
  acb_mat_t second_;
};

}  // namespace isthmus
