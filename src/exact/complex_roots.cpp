#include "exact/complex_roots.hpp"

#if __has_include(<flint/acb_poly.h>)
#include <flint/acb_poly.h>
#else
#include <acb_poly.h>
#endif

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
  const slong isolated = acb_poly_find_roots(roots.raw(), p.raw(), nullptr, 0, precision);
  for (slong i = 0; i < isolated; ++i)
    if (isolated == result.degree || derivative_has_no_zero(p, roots.raw() + i, precision))
      result.simple.push_back(roots.at(i));
  return result;
}

}  // namespace isthmus
