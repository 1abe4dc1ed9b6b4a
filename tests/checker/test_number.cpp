#include <doctest/doctest.h>

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
