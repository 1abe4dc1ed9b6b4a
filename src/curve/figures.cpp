#include "curve/figures.hpp"

#include <algorithm>

#include "curve/bending.hpp"
#include "curve/integral_bound.hpp"
#include "exact/error.hpp"

namespace isthmus {
namespace {

constexpr long kPrecision = 256;

Figure exactly(const Rational& value) { return {value, value}; }

/// The ends rounded outwards to multiples of 10^-(digits + 1), unless the number is exact.
Figure rounded(const Figure& figure, long digits) {
  if (figure.is_exact()) return figure;
  const Rational scale = pow(Rational(10), digits + 1);
  return {Rational((figure.lower * scale).floor()) / scale, Rational((figure.upper * scale).ceil()) / scale};
}

Figure figure_of(const Ball& ball, long digits) { return rounded({ball.lower(), ball.upper()}, digits); }

Figure product(const Figure& a, const Figure& b) { return {a.lower * b.lower, a.upper * b.upper}; }

/// The root of a rational number that is a square, exactly; nullopt otherwise.
std::optional<Rational> rational_root(const Rational& value) {
  const auto root = [](const Integer& n) -> std::optional<Integer> {
    fmpz_t r;
    fmpz_init(r);
    std::optional<Integer> result;
    if (n.sign() >= 0 && fmpz_is_square(n.raw())) {
      fmpz_sqrt(r, n.raw());
      Integer value_of_root;
      fmpz_set(value_of_root.raw(), r);
      result = value_of_root;
    }
    fmpz_clear(r);
    return result;
  };
  const auto numerator = root(value.numerator());
  const auto denominator = root(value.denominator());
  if (!numerator || !denominator) return std::nullopt;
  return Rational(*numerator, *denominator);
}

Rational root_below(const Rational& value) {
  if (value.sign() <= 0) return 0;
  return pow(Ball(value, kPrecision), Rational(1) / Rational(2), kPrecision).lower();
}
Rational root_above(const Rational& value) {
  if (value.sign() <= 0) return 0;
  return pow(Ball(value, kPrecision), Rational(1) / Rational(2), kPrecision).upper();
}

Figure root(const Figure& figure, long digits) {
  if (figure.is_exact()) {
    if (const auto exact = rational_root(figure.lower)) return exactly(*exact);
  }
  return rounded({root_below(figure.lower), root_above(figure.upper)}, digits);
}

/// R - sqrt(R^2 - D^2/4) = (D^2/4) kappa / (1 + sqrt(1 - kappa^2 D^2/4)), which grows with kappa and D.
Figure deviation(const Figure& squared_curvature, const Figure& squared_chord, long digits) {
  const auto at = [](const Rational& q, const Rational& chord, const Rational& kappa, const Rational& inner) {
    return q.is_zero() ? Rational(0) : chord / Rational(4) * kappa / (Rational(1) + inner);
  };
  const auto inner = [](const Rational& q, const Rational& chord) { return Rational(1) - q * chord / Rational(4); };
  const Rational low_inner = inner(squared_curvature.lower, squared_chord.lower);
  const Rational high_inner = std::max(Rational(0), inner(squared_curvature.upper, squared_chord.upper));
  return rounded(
      {at(squared_curvature.lower, squared_chord.lower, root_below(squared_curvature.lower), root_above(low_inner)),
       at(squared_curvature.upper, squared_chord.upper, root_above(squared_curvature.upper), root_below(high_inner))},
      digits);
}

/// What follows from chord, curvature and total curvature.
void conclude(CurveFigures& figures, long digits) {
  const Figure square = product(*figures.squared_curvature, figures.squared_chord);
  figures.curvature = root(*figures.squared_curvature, digits);
  figures.curvature_times_chord = root(square, digits);
  const Figure& turning = *figures.total_curvature;
  if (square.lower > Rational(4)) {
    figures.applies = false;
    figures.reason = "kappa_max D > 2, so that d_max is not defined";
    return;
  }
  if (square.upper > Rational(4)) {
    figures.reason = "kappa_max D is too close to 2";
    return;
  }
  figures.deviation = deviation(*figures.squared_curvature, figures.squared_chord, digits);
  if (turning.upper <= below_pi()) {
    figures.applies = true;
  } else if (turning.lower > above_pi()) {
    figures.applies = false;
    figures.reason = "the total curvature exceeds pi";
  } else {
    figures.reason = "the total curvature is too close to pi";
  }
}

/// The largest kappa^2 of a regular curve.
Figure largest_curvature(const RationalCurve& curve, const CurveShape& shape, long digits) {
  const Rational attained = shape.squared_curvature(place_of_largest_curvature(curve, shape));
  if (curvature_at_most(attained, curve, shape)) return exactly(attained);
  for (long bits = 60; bits > 0; bits -= 4) {
    const Rational bound = attained * (Rational(1) + pow(Rational(1) / Rational(2), bits));
    if (curvature_at_most(bound, curve, shape)) return rounded({attained, bound}, digits);
  }
  throw Undecided("the largest curvature was not enclosed");
}

Figure enclosed_integral(const Polynomial& numerator, const Polynomial& denominator, const RationalCurve& curve,
                         long digits) {
  const Rational tolerance = pow(Rational(1) / Rational(10), digits);
  const auto bound = [&](Side side) {
    return bound_of_root(numerator, denominator, curve.from, curve.to, side, tolerance).integral;
  };
  return rounded({std::max(Rational(0), bound(Side::below)), bound(Side::above)}, digits);
}

}  // namespace

CurveFigures figures_of(const RationalCurve& curve, long digits) {
  require(digits >= 1 && digits <= 12, "a number of digits outside of 1..12");
  const CurveShape shape(curve);
  require(!shape.speed.is_zero(), "the curve is a point: its coordinates are constant");
  CurveFigures figures;
  figures.squared_chord = exactly(curve.squared_chord());
  figures.chord = root(figures.squared_chord, digits);
  figures.length = enclosed_integral(shape.speed, shape.fourth_power, curve, digits);
  if (!shape.is_regular(curve)) {
    figures.applies = false;
    figures.reason = "the curve is not regular: its derivative vanishes somewhere on it";
    return figures;
  }
  figures.squared_curvature = largest_curvature(curve, shape, digits);
  figures.total_curvature = enclosed_integral(shape.bending, shape.speed * shape.speed, curve, digits);
  conclude(figures, digits);
  return figures;
}

CurveFigures figures_of(const ExponentialCurve& curve, long digits) {
  require(digits >= 1 && digits <= 12, "a number of digits outside of 1..12");
  CurveFigures figures;
  figures.squared_chord = figure_of(curve.squared_chord(kPrecision), digits);
  figures.squared_chord.lower = std::max(figures.squared_chord.lower, Rational(0));
  figures.chord = root(figures.squared_chord, digits);
  if (curve.is_skew()) {
    const Rational speed = curve.squared_speed();
    const Rational acceleration = curve.squared_acceleration();
    const Ball duration = sub(curve.to.ball(kPrecision), curve.from.ball(kPrecision), kPrecision);
    const auto times = [&](const Rational& square) {
      const Ball factor = pow(Ball(square, kPrecision), Rational(1) / Rational(2), kPrecision);
      return figure_of(mul(duration, factor, kPrecision), digits);
    };
    figures.length = times(speed);
    figures.squared_curvature = exactly(acceleration / (speed * speed));
    figures.total_curvature = times(acceleration / speed);
  } else {
    figures.length = figure_of(curve.length(digits, kPrecision), digits);
    figures.squared_curvature = figure_of(curve.squared_curvature(digits, kPrecision), digits);
    figures.total_curvature = figure_of(curve.total_curvature(digits, kPrecision), digits);
  }
  conclude(figures, digits);
  return figures;
}

}  // namespace isthmus
