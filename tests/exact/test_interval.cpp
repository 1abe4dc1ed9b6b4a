#include <doctest/doctest.h>

#include <limits>

#include "exact/interval.hpp"
#include "laws/random_source.hpp"

using namespace isthmus;

namespace {

/// Rationals of all sizes; some are doubles, some are far from any.
Rational any_rational(RandomSource& random) {
  const long n = random.between(-1000000, 1000000);
  const Rational small(n, random.between(1, 1000000));
  switch (random.between(0, 3)) {
    case 0:
      return Rational(random.between(-5, 5));
    case 1:
      return small;
    case 2:
      return pow(Rational(random.between(2, 9), 7), random.between(-300, 300)) * small;
    default:
      return Rational(pow(Integer(3), static_cast<unsigned long>(random.between(1, 900)))) * small;
  }
}

/// The sign that an interval shows must be that of the number.
void check_sign(const Interval& interval, const Rational& value) {
  if (interval.sign() != 0) CHECK(interval.sign() == value.sign());
}

}  // namespace

TEST_CASE("an interval computed from rationals contains what is computed exactly") {
  const std::uint64_t seed = 11;
  CAPTURE(seed);
  RandomSource random(seed);
  int shown = 0;
  for (int round = 0; round < 3000; ++round) {
    const Rational a = any_rational(random);
    const Rational b = any_rational(random);
    const Rational c = any_rational(random);
    const Rational exact = (a + b) * c - a * b;
    const Interval value = (Interval(a) + Interval(b)) * Interval(c) - Interval(a) * Interval(b);
    CAPTURE(a.to_string());
    CAPTURE(b.to_string());
    CAPTURE(c.to_string());
    check_sign(value, exact);
    check_sign(value - Interval(exact), Rational(0));
    check_sign(Interval(a) - Interval(a), Rational(0));
    if (value.sign() != 0) ++shown;
  }
  CHECK(shown > 1500);
}

TEST_CASE("an interval between two numbers contains values of a polynomial on it") {
  const std::uint64_t seed = 12;
  CAPTURE(seed);
  RandomSource random(seed);
  for (int round = 0; round < 1000; ++round) {
    const Rational low(random.between(-100, 100), random.between(1, 9));
    const Rational high = low + Rational(random.between(0, 100), 7);
    const Interval x = Interval::between(Interval(low), Interval(high));
    const Interval value = x * x * Interval(3.0) - x + Interval(-2.0);
    for (long i = 0; i <= 4; ++i) {
      const Rational t = low + (high - low) * Rational(i, 4);
      check_sign(value, t * t * Rational(3) - t - Rational(2));
    }
  }
}

TEST_CASE("numbers beyond the doubles show no sign") {
  const Integer huge = pow(Integer(10), 400);
  CHECK(Interval(huge).sign() == 0);
  CHECK(Interval(Rational(Integer(1), huge)).sign() == 0);
  CHECK((Interval(0.0) * Interval::anything()).sign() == 0);
  const double infinity = std::numeric_limits<double>::infinity();
  CHECK((Interval(infinity) - Interval(infinity)).sign() == 0);
  CHECK(Interval(pow(Integer(10), 250)).sign() == 1);
  CHECK((Interval(pow(Integer(10), 250)) * Interval(pow(Integer(10), 250))).sign() == 0);
}
