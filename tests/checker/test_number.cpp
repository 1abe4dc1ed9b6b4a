#include <doctest/doctest.h>

#include <random>
#include <utility>

#include "checker/number.hpp"
#include "checker/random_polynomials.hpp"

using namespace isthmus::check;
using namespace isthmus::check::test;

TEST_CASE("checker: rational numbers are read in their one spelling only") {
  for (const char* text : {"0", "1", "-1", "3/7", "-3/7", "123456789012345678901234567890", "1/2", "-10/3"}) {
    CAPTURE(text);
    const auto value = read_rational(text);
    REQUIRE(value);
    CHECK(to_string(*value) == text);
  }
  for (const char* text : {"",   "-",  "+1",    "-0", "00", "01",  "1/1",  "2/4", "1/0", "0/2",  "1/-2", "-1/-2",
                           "1/", "/2", "1/2/3", " 1", "1 ", "1.5", "0x10", "1e3", "--1", "1/02", "1/+2", "\xc2\xb2"}) {
    CAPTURE(text);
    CHECK_FALSE(read_rational(text));
  }
  CHECK_FALSE(read_integer("1/2"));
  CHECK(read_integer("-12") == Integer(-12));
}

TEST_CASE("checker: greatest common divisors are those of another algorithm") {
  std::mt19937_64 random(20261129);
  const auto integer = [&](std::size_t words) {
    Integer value = 0;
    for (std::size_t i = 0; i < words; ++i) value = (value << 64) + Integer(random() % 4 == 0 ? 0 : random());
    return random() % 2 == 0 ? value : Integer(-value);
  };
  for (int round = 0; round < 2000; ++round) {
    const Integer common = integer(random() % 4);
    const Integer a = integer(random() % 12) * common;
    const Integer b = integer(random() % 12) * common;
    CAPTURE(a.str());
    CAPTURE(b.str());
    const Integer found = gcd(a, b);
    CHECK(found == Integer(boost::multiprecision::gcd(a, b)));
    CHECK(found == gcd(b, a));
    CHECK(gcd(a, a + b) == gcd(a, b));
  }
  // Neighbouring Fibonacci numbers have quotients of 1 only; powers of 2 quotients of one bit at the top.
  Integer small = 1, large = 1;
  for (int i = 0; i < 2000; ++i) small = std::exchange(large, small + large);
  CHECK(gcd(large, small) == 1);
  CHECK(gcd(Integer(1) << 700, Integer(3) << 650) == Integer(1) << 650);
  CHECK(gcd((Integer(1) << 700) - 1, (Integer(1) << 400) - 1) == (Integer(1) << 100) - 1);
  CHECK(gcd(0, 0) == 0);
  CHECK(gcd(0, -5) == 5);
  CHECK(gcd(-4, 6) == 2);
}

TEST_CASE("checker: laws of the field of rationals") {
  RandomPolynomials random(1);
  for (int round = 0; round < 300; ++round) {
    const Rational a = random.rational();
    const Rational b = random.rational();
    const Rational c = random.rational();
    CAPTURE(to_string(a));
    CAPTURE(to_string(b));
    CAPTURE(to_string(c));
    CHECK(a + b == b + a);
    CHECK((a + b) + c == a + (b + c));
    CHECK(a * (b + c) == a * b + a * c);
    CHECK(a - b == -(b - a));
    CHECK(((a < b) == (sign(b - a) > 0)));
    CHECK((a <= b) == !(b < a));
    if (sign(b) != 0) CHECK(a / b * b == a);
    CHECK(gcd(a.numerator(), a.denominator()) == 1);
    CHECK(a.denominator() > 0);
    CHECK(power(a, 3) == a * a * a);
    CHECK(read_rational(to_string(a)) == a);
  }
  CHECK(power(Rational(0), 0) == Rational(1));
  CHECK_THROWS_AS(Rational(1) / Rational(0), std::domain_error);
}
