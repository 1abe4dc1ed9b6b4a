#include "curve/rational_curve.hpp"

#include <utility>

#include "exact/error.hpp"
#include "exact/real_root.hpp"

namespace isthmus {
namespace {

/// The product of the irreducible factors that occur an odd number of times: p changes its sign at their roots only.
UnivariatePolynomial sign_changing_part(const UnivariatePolynomial& p) {
  UnivariatePolynomial result = UnivariatePolynomial::constant(Integer(1));
  for (const auto& [factor, exponent] : p.factor()) {
    if (exponent % 2 != 0) result *= factor;
  }
  return result;
}

bool has_root_inside(const UnivariatePolynomial& p, const Rational& from, const Rational& to) {
  if (p.is_constant()) return false;
  const long at_start = p.sign_at(from) == 0 ? 1 : 0;
  return count_roots_below(p, to) - count_roots_below(p, from) - at_start > 0;
}

/// A parameter value in (from, to) that is no root.
Rational no_root(const UnivariatePolynomial& p, const Rational& from, const Rational& to) {
  for (long parts = 2;; ++parts) {
    const Rational t = from + (to - from) / Rational(parts);
    if (p.sign_at(t) != 0) return t;
  }
}

Polynomial dot(const std::vector<Polynomial>& a, const std::vector<Polynomial>& b) {
  Polynomial sum(a.front().ring());
  for (std::size_t i = 0; i < a.size(); ++i) sum += a[i] * b[i];
  return sum;
}

}  // namespace

RationalCurve::RationalCurve(std::vector<Polynomial> the_numerators, Polynomial the_denominator, Rational the_from,
                             Rational the_to)
    : numerators(std::move(the_numerators)),
      denominator(std::move(the_denominator)),
      from(std::move(the_from)),
      to(std::move(the_to)) {
  require(!numerators.empty(), "a curve needs at least one coordinate");
  require(from < to, "the interval [" + from.to_string() + ", " + to.to_string() + "] is empty or a point");
  require(!denominator.is_zero() && !has_root_in(denominator.to_univariate(0), from, to),
          "the curve is not defined on [" + from.to_string() + ", " + to.to_string() + "]: " + denominator.to_string() +
              " vanishes there");
}

Point RationalCurve::at(const Rational& t) const {
  const Rational scale = Rational(1) / denominator.evaluate({t});
  Point point;
  for (const Polynomial& each : numerators) point.push_back(each.evaluate({t}) * scale);
  return point;
}

Rational RationalCurve::squared_chord() const {
  const Point start = at(from);
  const Point end = at(to);
  Rational sum;
  for (std::size_t i = 0; i < start.size(); ++i) sum += (end[i] - start[i]) * (end[i] - start[i]);
  return sum;
}

Point RationalCurve::on_chord(const Rational& fraction) const {
  Point point = at(from);
  const Point end = at(to);
  for (std::size_t i = 0; i < point.size(); ++i) point[i] += fraction * (end[i] - point[i]);
  return point;
}

CurveShape::CurveShape(const RationalCurve& curve)
    : speed(curve.denominator.ring()), bending(curve.denominator.ring()), fourth_power(pow(curve.denominator, 4)) {
  std::vector<Polynomial> a;
  std::vector<Polynomial> derivative;
  for (const Polynomial& n : curve.numerators) {
    a.push_back(n.derivative(0) * curve.denominator - n * curve.denominator.derivative(0));
    derivative.push_back(a.back().derivative(0));
  }
  speed = dot(a, a);
  const Polynomial mixed = dot(a, derivative);
  bending = speed * dot(derivative, derivative) - mixed * mixed;
}

bool CurveShape::is_regular(const RationalCurve& curve) const {
  return !speed.is_zero() && !has_root_in(speed.to_univariate(0), curve.from, curve.to);
}

Rational CurveShape::squared_curvature(const Rational& t) const {
  const Rational at_t = speed.evaluate({t});
  require(!at_t.is_zero(), "the curve has no curvature at " + t.to_string() + ": its derivative vanishes");
  return fourth_power.evaluate({t}) * bending.evaluate({t}) / pow(at_t, 3);
}

bool is_nonnegative_on(const Polynomial& p, const Rational& from, const Rational& to) {
  if (p.is_zero()) return true;
  const UnivariatePolynomial q = p.to_univariate(0);
  if (q.is_constant()) return q.leading_coefficient().sign() > 0;
  if (q.sign_at(no_root(q, from, to)) < 0) return false;
  return !has_root_inside(sign_changing_part(q), from, to);
}

Polynomial along(const Polynomial& p, const RationalCurve& curve) {
  require(p.ring().size() == curve.numerators.size(), "a polynomial in other coordinates than those of the curve");
  const PolynomialRing& ring = curve.denominator.ring();
  const unsigned degree = static_cast<unsigned>(std::max(0L, p.total_degree()));
  Polynomial sum(ring);
  for (const Polynomial::Term& term : p.terms()) {
    Polynomial product(ring, term.coefficient);
    unsigned total = 0;
    for (std::size_t i = 0; i < term.exponents.size(); ++i) {
      if (term.exponents[i] > 0) product *= pow(curve.numerators[i], term.exponents[i]);
      total += term.exponents[i];
    }
    sum += product * pow(curve.denominator, degree - total);
  }
  return sum;
}

}  // namespace isthmus
