#include "curve/bending.hpp"

#include "exact/error.hpp"
#include "exact/real_root.hpp"

namespace isthmus {
namespace {

/// Where a rational approximation of a root is taken.
const Rational& root_width() {
  static const Rational width = Rational(1) / pow(Rational(2), 20);
  return width;
}

Rational place_near(RealRoot root, const UnivariatePolynomial& factor) {
  if (factor.degree() == 1) return Rational(-factor.coefficient(0), factor.coefficient(1));
  root.refine_to(root_width());
  return root.is_point() ? root.lower() : simplest_between(root.lower(), root.upper());
}

}  // namespace

std::vector<Rational> places_of_large_curvature(const RationalCurve& curve, const CurveShape& shape) {
  std::vector<Rational> places{curve.from, curve.to};
  const Polynomial numerator = shape.fourth_power * shape.bending;
  const Polynomial slope =
      numerator.derivative(0) * shape.speed - Rational(3) * (numerator * shape.speed.derivative(0));
  if (slope.is_zero() || slope.is_constant()) return places;
  for (const auto& [factor, exponent] : slope.to_univariate(0).factor()) {
    for (const RealRoot& root : isolate_real_roots(factor)) {
      const Rational place = place_near(root, factor);
      if (curve.from < place && place < curve.to) places.push_back(place);
    }
  }
  return places;
}

Rational place_of_largest_curvature(const RationalCurve& curve, const CurveShape& shape) {
  Rational best = curve.from;
  for (const Rational& place : places_of_large_curvature(curve, shape)) {
    if (shape.squared_curvature(place) > shape.squared_curvature(best)) best = place;
  }
  return best;
}

bool curvature_at_most(const Rational& bound, const RationalCurve& curve, const CurveShape& shape) {
  return is_nonnegative_on(bound * pow(shape.speed, 3) - shape.fourth_power * shape.bending, curve.from, curve.to);
}

Rational below_pi() { return Rational(314159) / Rational(100000); }
Rational above_pi() { return Rational(314160) / Rational(100000); }

LevelCurveShape::LevelCurveShape(const Polynomial& f) : slope(f.ring()), bending(f.ring()) {
  require(f.ring().size() == 2, "a plane curve was expected");
  const Polynomial x = f.derivative(0);
  const Polynomial y = f.derivative(1);
  slope = x * x + y * y;
  bending = x.derivative(0) * y * y - Rational(2) * (x.derivative(1) * x * y) + y.derivative(1) * x * x;
}

Polynomial remainder_on(const Polynomial& p, const Polynomial& f) {
  for (std::size_t variable = f.ring().size(); variable-- > 0;) {
    const long degree = f.degree(variable);
    if (degree < 1 || !f.leading_coefficient(variable).is_constant()) continue;
    const Rational lead = f.leading_coefficient(variable).constant_value();
    const Polynomial x = Polynomial::variable(f.ring(), variable);
    Polynomial rest = p;
    while (rest.degree(variable) >= degree) {
      const unsigned excess = static_cast<unsigned>(rest.degree(variable) - degree);
      rest -= Rational(1) / lead * (rest.leading_coefficient(variable) * pow(x, excess) * f);
    }
    return rest;
  }
  return p;
}

}  // namespace isthmus
