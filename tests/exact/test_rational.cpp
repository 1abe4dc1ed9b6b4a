#include <doctest/doctest.h>

#include <optional>

#include "exact/error.hpp"
#include "exact/random_values.hpp"

using namespace isthmus;

namespace {

/// The fraction of least denominator, then least absolute value, in (lower, upper), by trying all denominators.
std::optional<Rational> simplest_by_search(const Rational& lower, const Rational& upper, long largest_denominator) {
  for (long d = 1; d <= largest_denominator; ++d) {
    std::optional<Rational> best;
    const Integer first = (lower * Rational(d)).floor();
    const Integer last = (upper * Rational(d)).ceil();
    for (Integer n = first; n <= last; n += Integer(1)) {
      const Rational candidate(n, Integer(d));
      if (!(lower < candidate && candidate < upper)) continue;
      if (!best || abs(candidate) < abs(*best)) best = candidate;
    }
    if (best) return best;
  }
  return std::nullopt;
}

}  // namespace

TEST_CASE("rationals round-trip through text, in lowest terms") {
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    INFO("seed ", seed);
    RandomValues random(seed);
    const Rational a = random.rational();
    CHECK(Rational::parse(a.to_string()) == a);
    CHECK(a.denominator().sign() == 1);
    CHECK(gcd(a.numerator(), a.denominator()).is_one());
    CHECK(Rational(a.numerator(), a.denominator()) == a);
    CHECK(Rational(a.numerator() * Integer(-6), a.denominator() * Integer(-6)) == a);
  }
  CHECK(fraction(6, -4).to_string() == "-3/2");
  CHECK(fraction(0, -4).to_string() == "0");
}

TEST_CASE("decimals are read exactly") {
  CHECK(Rational::parse("0.125") == fraction(1, 8));
  CHECK(Rational::parse("-0.1") == fraction(-1, 10));
  CHECK(Rational::parse("+12.50") == fraction(25, 2));
  CHECK(Rational::parse("-0.0").is_zero());
  CHECK(Rational::parse("6/4") == fraction(3, 2));
  CHECK(Rational::parse("0.0000000000000000000000001") == pow(Rational(10), -25));
}

TEST_CASE("text that is no rational is refused") {
  for (const char* text : {"", "-", "1/", "/2", "1/0", "1/-2", "1/2/3", "1.", ".5", "1.-5", "1.5/2", "1/2.5", "1e3",
                           "a", "1 /2", "1.2.3", "--1", "0x1/2", "1/+2"}) {
    CAPTURE(text);
    CHECK_THROWS_AS(Rational::parse(text), InvalidInput);
  }
}

TEST_CASE("division by zero is refused") {
  CHECK_THROWS_AS(Rational(Integer(1), Integer(0)), InvalidInput);
  CHECK_THROWS_AS(Rational(1) / Rational(0), InvalidInput);
  CHECK_THROWS_AS(pow(Rational(0), -1), InvalidInput);
  CHECK(pow(Rational(0), 0) == Rational(1));
}

TEST_CASE("floor, ceiling, midpoint and powers") {
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    INFO("seed ", seed);
    RandomValues random(seed);
    const Rational a = random.rational();
    const Rational b = random.rational();
    const Rational floor(a.floor());
    CHECK(floor <= a);
    CHECK(a < floor + Rational(1));
    CHECK(Rational(a.ceil()) == -Rational((-a).floor()));
    CHECK((a.floor() == a.ceil()) == a.is_integer());
    CHECK(midpoint(a, b) - a == b - midpoint(a, b));
    CHECK(pow(a, 3) == a * a * a);
    if (!a.is_zero()) CHECK(pow(a, -3) * pow(a, 3) == Rational(1));
    CHECK(abs(a) == (a.sign() < 0 ? -a : a));
  }
}

TEST_CASE("the simplest rational between two agrees with a search over denominators") {
  for (std::uint64_t seed = 1; seed <= 400; ++seed) {
    INFO("seed ", seed);
    RandomValues random(seed);
    const Rational a = fraction(random.between(-60, 60), random.between(1, 17));
    const Rational b = fraction(random.between(-60, 60), random.between(1, 17));
    if (a == b) continue;
    const Rational lower = std::min(a, b);
    const Rational upper = std::max(a, b);
    // The mediant of two fractions with denominators <= 17 has denominator <= 34.
    const auto expected = simplest_by_search(lower, upper, 34);
    REQUIRE(expected.has_value());
    CHECK(simplest_between(lower, upper) == *expected);
    CHECK(simplest_between(-upper, -lower) == -*expected);
  }
}

TEST_CASE("simplest rationals: open ends, huge ends, half lines") {
  CHECK(simplest_between(Rational(0), Rational(1)) == fraction(1, 2));
  CHECK(simplest_between(Rational(1), Rational(2)) == fraction(3, 2));
  CHECK(simplest_between(Rational(-1), Rational(2)) == Rational(0));
  CHECK(simplest_between(Rational(-7), Rational(-3)) == Rational(-4));
  CHECK(simplest_between(fraction(1, 3), fraction(1, 2)) == fraction(2, 5));
  for (std::uint64_t seed = 1; seed <= 100; ++seed) {
    INFO("seed ", seed);
    RandomValues random(seed);
    const Rational a = random.rational();
    const Rational width(Integer(1), pow(Integer(2), 300) + abs(random.integer()));
    const Rational simplest = simplest_between(a, a + width);
    CHECK(a < simplest);
    CHECK(simplest < a + width);
    CHECK(simplest.denominator() <= midpoint(a, a + width).denominator());
    CHECK(a < simplest_above(a));
    CHECK(simplest_below(a) < a);
    CHECK(simplest_above(a).is_integer());
    CHECK(simplest_below(-a) == -simplest_above(a));
  }
  CHECK(simplest_above(Rational(-5)) == Rational(0));
  CHECK(simplest_above(Rational(0)) == Rational(1));
  CHECK(simplest_above(fraction(7, 2)) == Rational(4));
  CHECK(simplest_below(Rational(0)) == Rational(-1));
  CHECK_THROWS_AS(simplest_between(Rational(1), Rational(1)), InvalidInput);
  CHECK_THROWS_AS(simplest_between(Rational(2), Rational(1)), InvalidInput);
}
