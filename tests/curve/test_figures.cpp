#include <doctest/doctest.h>

#include <cmath>
#include <numbers>
#include <random>

#include "curve/figures.hpp"
#include "curve/plain_values.hpp"
#include "exact/error.hpp"

using namespace isthmus;
using namespace isthmus::test;

namespace {

bool encloses(const Figure& figure, double value) {
  return approximate(figure.lower) <= value + 1e-9 && approximate(figure.upper) >= value - 1e-9;
}
bool overlap(const Figure& a, const Figure& b) { return a.lower <= b.upper && b.lower <= a.upper; }

/// The largest distance of points of the chord from points of the curve, in floating point.
double chord_distance(const RationalCurve& curve) {
  std::vector<std::vector<double>> points;
  for (long i = 0; i <= 400; ++i) {
    points.emplace_back();
    for (const Rational& x : curve.at(curve.from + (curve.to - curve.from) * Rational(i) / Rational(400))) {
      points.back().push_back(approximate(x));
    }
  }
  double largest = 0;
  for (int i = 0; i <= 40; ++i) {
    double nearest = 1e9;
    for (const auto& point : points) {
      double sum = 0;
      for (std::size_t k = 0; k < point.size(); ++k) {
        const double w = points.front()[k] + (points.back()[k] - points.front()[k]) * i / 40;
        sum += (point[k] - w) * (point[k] - w);
      }
      nearest = std::min(nearest, std::sqrt(sum));
    }
    largest = std::max(largest, nearest);
  }
  return largest;
}

}  // namespace

TEST_CASE("the circle") {
  const RationalCurve quarter({number(1) - t() * t(), Rational(2) * t()}, number(1) + t() * t(), 0, 1);
  const CurveFigures figures = figures_of(quarter, 8);
  CHECK(figures.squared_chord.is_exact());
  CHECK(figures.squared_chord.lower == Rational(2));
  CHECK(figures.squared_curvature->is_exact());
  CHECK(encloses(figures.length, std::numbers::pi / 2));
  CHECK(encloses(*figures.total_curvature, std::numbers::pi / 2));
  CHECK(encloses(*figures.deviation, 1 - std::sqrt(0.5)));
  CHECK(figures.length.upper - figures.length.lower < q("1/10000000"));
  CHECK(figures.applies == true);
}

TEST_CASE("a curve of rotations, as an exponential and as a rational curve") {
  // diag(J, 2J), (1, 0, 1, 0), by the angle 2 arctan(1/2): cosine 3/5, sine 4/5.
  const Polynomial d = number(1) + t() * t();
  const Polynomial c = number(1) - t() * t();
  const Polynomial s = Rational(2) * t();
  const RationalCurve rational({c * d, s * d, c * c - s * s, Rational(2) * (s * c)}, d * d, 0, q("1/2"));
  const CurveFigures first = figures_of(rational, 6);
  const double angle = 2 * std::atan(0.5);
  CHECK(first.squared_curvature->lower == q("17/25"));
  CHECK(first.squared_curvature->is_exact());
  CHECK(encloses(first.length, angle * std::sqrt(5.0)));
  CHECK(encloses(*first.total_curvature, angle * std::sqrt(17.0 / 5)));
  const Matrix m = matrix({{0, -1, 0, 0}, {1, 0, 0, 0}, {0, 0, 0, -2}, {0, 0, 2, 0}});
  const ExponentialCurve exponential(m, {1, 0, 1, 0}, {0, false}, {q("9272952180/10000000000"), false});
  CHECK(exponential.is_skew());
  const CurveFigures second = figures_of(exponential, 6);
  CHECK(overlap(first.length, second.length));
  CHECK(overlap(first.squared_chord,
                {second.squared_chord.lower - q("1/1000000"), second.squared_chord.upper + q("1/1000000")}));
  CHECK(second.squared_curvature->lower == q("17/25"));
}

TEST_CASE("a hyperbola, as an exponential and as a rational curve") {
  // (e^t, e^-t) for t from 0 on: (x, 1/x) for x from 1 on.
  const ExponentialCurve exponential(matrix({{1, 0}, {0, -1}}), {1, 1}, {0, false}, {1, false});
  CHECK_FALSE(exponential.is_skew());
  const CurveFigures first = figures_of(exponential, 6);
  const Rational e = q("27182818284590452/10000000000000000");
  const CurveFigures second = figures_of(RationalCurve({t() * t(), number(1)}, t(), 1, e), 6);
  CHECK(overlap(first.length, second.length));
  CHECK(overlap(*first.total_curvature, *second.total_curvature));
  CHECK(overlap(*first.squared_curvature, *second.squared_curvature));
  CHECK(first.applies == second.applies);
}

TEST_CASE("where the repaired theorem applies, chords stay within d_max") {
  const unsigned seed = 7;
  std::mt19937 random(seed);
  INFO("seed " << seed);
  int applied = 0;
  for (int round = 0; round < 30; ++round) {
    const auto coefficient = [&] { return Rational(static_cast<long>(random() % 9) - 4) / Rational(4); };
    std::vector<Polynomial> coordinates{t()};
    for (int i = 0; i < 2; ++i) {
      coordinates.push_back(coefficient() * t() + coefficient() * (t() * t()) + coefficient() * (t() * t() * t()));
    }
    const RationalCurve curve(coordinates, number(1), 0, 1);
    const CurveFigures figures = figures_of(curve, 3);
    if (figures.applies != true) continue;
    ++applied;
    CHECK(chord_distance(curve) <= approximate(figures.deviation->upper) + 0.01);
  }
  CHECK(applied >= 5);
}

TEST_CASE("angles") {
  CHECK(Angle::parse("3/2").factor == q("3/2"));
  CHECK_FALSE(Angle::parse("3/2").times_pi);
  CHECK(Angle::parse("pi").factor == Rational(1));
  CHECK(Angle::parse("-pi").factor == Rational(-1));
  CHECK(Angle::parse("2/3*pi").factor == q("2/3"));
  CHECK(Angle::parse("3*pi/4").factor == q("3/4"));
  for (const char* text : {"", "pie", "2pi", "pi*2", "*pi", "pi/0", "pi/", "x"}) {
    CAPTURE(text);
    CHECK_THROWS_AS(Angle::parse(text), InvalidInput);
  }
}

TEST_CASE("curves that are none") {
  CHECK_THROWS_AS(ExponentialCurve(matrix({{0, 1}, {0, 0}}), {1, 0}, {0, false}, {1, false}), InvalidInput);
  CHECK_THROWS_AS(ExponentialCurve(matrix({{1}}), {1, 1}, {0, false}, {1, false}), InvalidInput);
  CHECK_THROWS_AS(ExponentialCurve(matrix({{1}}), {1}, {1, true}, {3, false}), InvalidInput);
  CHECK_THROWS_AS(ExponentialCurve(Matrix(1, 2), {1}, {0, false}, {1, false}), InvalidInput);
  CHECK_THROWS_AS(figures_of(RationalCurve({number(1)}, number(1), 0, 1), 6), InvalidInput);
  CHECK_THROWS_AS(figures_of(RationalCurve({t()}, number(1), 0, 1), 0), InvalidInput);
}
