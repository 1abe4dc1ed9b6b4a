#include "exact/complex_roots.hpp"

#if __has_include(<flint/acb_poly.h>)
#include <flint/acb_poly.h>
#else
#include <acb_poly.h>
#endif

#include <flint/ulong_extras.h>

#include "exact/error.hpp"

namespace isthmus {

namespace {

class ComplexPolynomial {
 public:
  explicit ComplexPolynomial(const std::vector<Ball>& coefficients) {
    acb_poly_init(value_);
    acb_t c;
    acb_init(c);
    for (std::size_t i = 0; i < coefficients.size(); ++i) {
      acb_set_arb(c, coefficients[i].raw());
      acb_poly_set_coeff_acb(value_, static_cast<slong>(i), c);
    }
    acb_clear(c);
  }
  ComplexPolynomial(const ComplexPolynomial&) = delete;
  ComplexPolynomial& operator=(const ComplexPolynomial&) = delete;
  ~ComplexPolynomial() { acb_poly_clear(value_); }

  acb_poly_struct* raw() { return value_; }

 private:
  acb_poly_t value_;
};

class ComplexVector {
 public:
  explicit ComplexVector(slong size) : size_(size), values_(_acb_vec_init(size)) {}
  ComplexVector(const ComplexVector&) = delete;
  ComplexVector& operator=(const ComplexVector&) = delete;
  ~ComplexVector() { _acb_vec_clear(values_, size_); }

  acb_ptr raw() { return values_; }
  ComplexBall at(slong i) const {
    ComplexBall ball;
    arb_set(ball.real.raw(), acb_realref(values_ + i));
    arb_set(ball.imaginary.raw(), acb_imagref(values_ + i));
    return ball;
  }

 private:
  slong size_;
  acb_ptr values_;
};

/// A coefficient's place in Newton's polygon: its index and the binary order of its absolute value.
struct PolygonPoint {
  slong index;
  slong order;
};

/// The upper convex hull of the nonzero coefficients.
std::vector<PolygonPoint> newton_polygon(const std::vector<Ball>& coefficients) {
  std::vector<PolygonPoint> hull;
  for (std::size_t i = 0; i < coefficients.size(); ++i) {
    const arf_struct* middle = arb_midref(coefficients[i].raw());
    if (arf_is_zero(middle)) continue;
    const PolygonPoint next{static_cast<slong>(i), arf_abs_bound_lt_2exp_si(middle)};
    const auto last_lies_below = [&] {
      const PolygonPoint& a = hull[hull.size() - 2];
      const PolygonPoint& b = hull.back();
      return (b.order - a.order) * (next.index - a.index) <= (next.order - a.order) * (b.index - a.index);
    };
    while (hull.size() >= 2 && last_lies_below()) hull.pop_back();
    hull.push_back(next);
  }
  return hull;
}

/// Puts `count` points near the circle of radius 2^order, on a spiral without symmetry.
void place_near_circle(acb_ptr points, slong count, slong order, slong turn) {
  constexpr slong precision = 30;
  constexpr slong full_turn = 1009;
  fmpq_t angle;
  fmpq_init(angle);
  for (slong k = 0; k < count; ++k) {
    fmpq_set_si(angle, 2 * (k * full_turn + (211 * turn + 113) % full_turn), static_cast<ulong>(count * full_turn));
    arb_sin_cos_pi_fmpq(acb_imagref(points + k), acb_realref(points + k), angle, precision);
    acb_mul_si(points + k, points + k, 3 * count + 2 * k, precision);
    acb_div_si(points + k, points + k, 4 * count, precision);
    acb_mul_2exp_si(points + k, points + k, order);
    acb_get_mid(points + k, points + k);
  }
  fmpq_clear(angle);
}

/// Starting points for a simultaneous iteration, on circles whose radii come from Newton's polygon (Bini 1996). They
/// influence the speed of convergence only.
void place_starting_points(acb_ptr points, const std::vector<Ball>& coefficients) {
  const std::vector<PolygonPoint> hull = newton_polygon(coefficients);
  const slong at_zero = hull.front().index;
  constexpr slong tiny = -64;
  place_near_circle(points, at_zero, tiny, 0);
  for (std::size_t i = 0; i + 1 < hull.size(); ++i) {
    const slong count = hull[i + 1].index - hull[i].index;
    place_near_circle(points + hull[i].index, count, (hull[i].order - hull[i + 1].order) / count,
                      static_cast<slong>(i) + 1);
  }
}

bool derivative_has_no_zero(ComplexPolynomial& p, acb_srcptr box, slong precision) {
  acb_t value;
  acb_t slope;
  acb_init(value);
  acb_init(slope);
  acb_poly_evaluate2(value, slope, p.raw(), box, precision);
  const bool result = !acb_contains_zero(slope);
  acb_clear(value);
  acb_clear(slope);
  return result;
}

}  // namespace

bool overlap(const ComplexBall& a, const ComplexBall& b) {
  return a.real.overlaps(b.real) && a.imaginary.overlaps(b.imaginary);
}

ComplexBall conjugate(const ComplexBall& a) {
  ComplexBall result = a;
  arb_neg(result.imaginary.raw(), result.imaginary.raw());
  return result;
}

RootIsolation isolate_complex_roots(const std::vector<Ball>& coefficients, long precision) {
  require(!coefficients.empty() && !coefficients.back().contains_zero(), "the leading coefficient may be zero");
  RootIsolation result;
  result.degree = static_cast<long>(coefficients.size()) - 1;
  if (result.degree == 0) return result;
  ComplexPolynomial p(coefficients);
  ComplexVector roots(result.degree);
  ComplexVector starts(result.degree);
  place_starting_points(starts.raw(), coefficients);
  const slong iterations = 4 * result.degree + 30 + static_cast<slong>(n_sqrt(static_cast<ulong>(precision)));
  const slong isolated = acb_poly_find_roots(roots.raw(), p.raw(), starts.raw(), iterations, precision);
  for (slong i = 0; i < isolated; ++i)
    if (isolated == result.degree || derivative_has_no_zero(p, roots.raw() + i, precision))
      result.simple.push_back(roots.at(i));
  return result;
}

std::vector<ComplexBall> approximate_complex_roots(const std::vector<Ball>& coefficients, long precision) {
  require(!coefficients.empty() && !coefficients.back().contains_zero(), "the leading coefficient may be zero");
  const slong degree = static_cast<slong>(coefficients.size()) - 1;
  std::vector<ComplexBall> result;
  if (degree == 0) return result;
  ComplexPolynomial p(coefficients);
  ComplexVector roots(degree);
  ComplexVector starts(degree);
  place_starting_points(starts.raw(), coefficients);
  // The iteration comes near multiple roots by a bit or less in each step.
  acb_poly_find_roots(roots.raw(), p.raw(), starts.raw(), 4 * degree + 30 + precision, precision);
  for (slong i = 0; i < degree; ++i) {
    acb_get_mid(roots.raw() + i, roots.raw() + i);
    result.push_back(roots.at(i));
  }
  return result;
}

}  // namespace isthmus
