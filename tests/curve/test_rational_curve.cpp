#include <doctest/doctest.h>

#include <cmath>
#include <random>

#include "curve/bending.hpp"
#include "curve/integral_bound.hpp"
#include "curve/plain_values.hpp"
#include "curve/rational_curve.hpp"
#include "exact/error.hpp"

using namespace isthmus;
using namespace isthmus::test;

namespace {

RationalCurve quarter_circle() { return {{number(1) - t() * t(), Rational(2) * t()}, number(1) + t() * t(), 0, 1}; }
RationalCurve twisted_cubic() { return {{t(), t() * t(), t() * t() * t()}, number(1), 0, 1}; }

/// The sum of the lengths and of the turning angles of an inscribed polygon, in floating point.
std::pair<double, double> polygon(const RationalCurve& curve, int steps) {
  std::vector<std::vector<double>> sides;
  std::vector<double> last;
  for (int i = 0; i <= steps; ++i) {
    std::vector<double> point;
    for (const Rational& x : curve.at(curve.from + (curve.to - curve.from) * Rational(i) / Rational(steps))) {
      point.push_back(approximate(x));
    }
    if (i > 0) {
      sides.push_back(point);
      for (std::size_t k = 0; k < point.size(); ++k) sides.back()[k] -= last[k];
    }
    last = point;
  }
  const auto dot = [](const std::vector<double>& a, const std::vector<double>& b) {
    double sum = 0;
    for (std::size_t k = 0; k < a.size(); ++k) sum += a[k] * b[k];
    return sum;
  };
  std::pair<double, double> result{0, 0};
  for (std::size_t i = 0; i < sides.size(); ++i) {
    result.first += std::sqrt(dot(sides[i], sides[i]));
    if (i == 0) continue;
    const double cosine =
        dot(sides[i], sides[i - 1]) / std::sqrt(dot(sides[i], sides[i]) * dot(sides[i - 1], sides[i - 1]));
    result.second += std::acos(std::min(1.0, cosine));
  }
  return result;
}

void check_against_polygon(const RationalCurve& curve) {
  const CurveShape shape(curve);
  const auto [length, turning] = polygon(curve, 300);
  const Rational tolerance = q("1/1000");
  const auto enclosed = [&](const Polynomial& a, const Polynomial& c, double expected) {
    const PiecewiseBound below = bound_of_root(a, c, curve.from, curve.to, Side::below, tolerance);
    const PiecewiseBound above = bound_of_root(a, c, curve.from, curve.to, Side::above, tolerance);
    CHECK(below.integral <= above.integral);
    CHECK(above.integral - below.integral < Rational(4) * tolerance);
    CHECK(approximate(below.integral) < expected + 0.02);
    CHECK(approximate(above.integral) > expected - 0.02);
  };
  enclosed(shape.speed, shape.fourth_power, length);
  enclosed(shape.bending, shape.speed * shape.speed, turning);
}

}  // namespace

TEST_CASE("the circle has curvature 1 everywhere") {
  const RationalCurve curve = quarter_circle();
  const CurveShape shape(curve);
  CHECK(shape.is_regular(curve));
  for (const char* place : {"0", "1/3", "1/2", "1"}) CHECK(shape.squared_curvature(q(place)) == Rational(1));
  CHECK(curvature_at_most(Rational(1), curve, shape));
  CHECK_FALSE(curvature_at_most(q("999/1000"), curve, shape));
  CHECK(curve.squared_chord() == Rational(2));
  CHECK(curve.on_chord(q("1/2")) == Point{q("1/2"), q("1/2")});
}

TEST_CASE("the twisted cubic: curvature by the textbook formula") {
  const RationalCurve curve = twisted_cubic();
  const CurveShape shape(curve);
  for (const char* text : {"0", "1/4", "2/3", "1"}) {
    const Rational s = q(text) * q(text);
    const Rational expected = Rational(4) * (Rational(9) * s * s + Rational(9) * s + Rational(1)) /
                              pow(Rational(9) * s * s + Rational(4) * s + Rational(1), 3);
    CHECK(shape.squared_curvature(q(text)) == expected);
  }
  CHECK(place_of_largest_curvature(curve, shape) == Rational(0));
}

TEST_CASE("enclosures of length and total curvature against inscribed polygons") {
  check_against_polygon(quarter_circle());
  check_against_polygon(twisted_cubic());
  check_against_polygon({{number(1) - t() * t(), t() - t() * t() * t()}, number(1), q("-9/10"), q("9/10")});
  check_against_polygon({{t() * t(), t() * t() * t() - t()}, number(1), q("-1"), q("1")});
  const unsigned seed = 20;
  std::mt19937 random(seed);
  INFO("seed " << seed);
  for (int round = 0; round < 4; ++round) {
    std::vector<Polynomial> coordinates;
    for (int i = 0; i < 3; ++i) {
      const auto c = [&] { return number(static_cast<long>(random() % 7) - 3); };
      coordinates.push_back(c() * t() * t() * t() + c() * t() * t() + c() * t());
    }
    coordinates.push_back(t());  // regular
    check_against_polygon({coordinates, number(2) + t() * t(), Rational(0), Rational(1)});
  }
}

TEST_CASE("a straight line has no curvature") {
  const RationalCurve line({t(), number(2) * t()}, number(1), 0, 1);
  const CurveShape shape(line);
  CHECK(curvature_at_most(Rational(0), line, shape));
  CHECK(bound_of_root(shape.bending, shape.speed * shape.speed, 0, 1, Side::below, q("1/10")).integral <= Rational(0));
}

TEST_CASE("signs on an interval") {
  CHECK(is_nonnegative_on(t() * t(), -1, 1));
  CHECK_FALSE(is_nonnegative_on(t(), -1, 1));
  CHECK(is_nonnegative_on(t(), 0, 1));
  CHECK_FALSE(is_nonnegative_on(-t() * t(), 0, 1));
  CHECK(is_nonnegative_on(Polynomial(kRing), 0, 1));
  CHECK_FALSE(is_nonnegative_on(number(-1), 0, 1));
  CHECK(is_nonnegative_on(t() * (number(1) - t()), 0, 1));
}

TEST_CASE("level curves: the circle and the oval") {
  const PolynomialRing plane({"x", "y"});
  const Polynomial x = Polynomial::variable(plane, 0);
  const Polynomial y = Polynomial::variable(plane, 1);
  const LevelCurveShape circle(x * x + y * y);
  const Rational at = pow(circle.bending.evaluate({3, 4}), 2) / pow(circle.slope.evaluate({3, 4}), 3);
  CHECK(at == q("1/25"));
  const Polynomial f = pow(x * x + y * y, 2) - Rational(8) * x * x + Rational(8) * y * y;
  const LevelCurveShape oval(f);
  CHECK(pow(oval.bending.evaluate({3, 0}), 2) / pow(oval.slope.evaluate({3, 0}), 3) == q("169/225"));
  const Polynomial p = oval.bending * oval.bending;
  const Polynomial rest = remainder_on(p, f);
  CHECK(divide(p - rest, f).has_value());
  CHECK(rest.degree(1) < f.degree(1));
}

TEST_CASE("what is no curve") {
  CHECK_THROWS_AS(RationalCurve({}, number(1), 0, 1), InvalidInput);
  CHECK_THROWS_AS(RationalCurve({t()}, number(1), 1, 1), InvalidInput);
  CHECK_THROWS_AS(RationalCurve({t()}, number(1), 2, 1), InvalidInput);
  CHECK_THROWS_AS(RationalCurve({t()}, t(), 0, 1), InvalidInput);
  CHECK_THROWS_AS(RationalCurve({t()}, Polynomial(kRing), 0, 1), InvalidInput);
  const RationalCurve cusp({t() * t(), t() * t() * t()}, number(1), -1, 1);
  CHECK_FALSE(CurveShape(cusp).is_regular(cusp));
  CHECK_THROWS_AS(CurveShape(cusp).squared_curvature(0), InvalidInput);
}
