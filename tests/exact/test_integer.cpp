#include <doctest/doctest.h>

#include <limits>

#include "exact/error.hpp"
#include "exact/random_values.hpp"

using namespace isthmus;

TEST_CASE("integers round-trip through text") {
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    INFO("seed ", seed);
    const Integer a = RandomValues(seed).integer();
    CHECK(Integer::parse(a.to_string()) == a);
  }
  CHECK(Integer::parse("-0").to_string() == "0");
  CHECK(Integer::parse("+17") == Integer(17));
  CHECK(Integer::parse("007") == Integer(7));
  CHECK(Integer::parse("-9223372036854775808") == Integer(std::numeric_limits<long>::min()));
  const std::string digits = "7" + std::string(100000, '3');
  CHECK(Integer::parse(digits).to_string() == digits);
}

TEST_CASE("text that is no integer is refused") {
  for (const char* text : {"", "-", "+", "--1", "1 ", " 1", "1.0", "0x10", "1e5", "12a", "1/2", "1-"}) {
    CAPTURE(text);
    CHECK_THROWS_AS(Integer::parse(text), InvalidInput);
  }
}

TEST_CASE("word conversion is exact or refused") {
  const long largest = std::numeric_limits<long>::max();
  const long least = std::numeric_limits<long>::min();
  for (const long value : {0L, 1L, -1L, 42L, largest, least}) {
    CHECK(Integer(value).fits_long());
    CHECK(Integer(value).to_long() == value);
  }
  CHECK_FALSE((Integer(largest) + Integer(1)).fits_long());
  CHECK_THROWS_AS((Integer(largest) + Integer(1)).to_long(), InvalidInput);
  CHECK_THROWS_AS((Integer(least) - Integer(1)).to_long(), InvalidInput);
}

TEST_CASE("sign and bit length") {
  CHECK(Integer(0).sign() == 0);
  CHECK(Integer(-5).sign() == -1);
  CHECK(Integer(5).sign() == 1);
  CHECK(Integer(0).bit_length() == 0);
  CHECK(Integer(-1).bit_length() == 1);
  for (const unsigned long k : {1UL, 62UL, 63UL, 64UL, 200UL}) {
    CHECK(pow(Integer(2), k).bit_length() == k + 1);
    CHECK((pow(Integer(2), k) - Integer(1)).bit_length() == k);
  }
  CHECK(Integer(1).is_one());
  CHECK_FALSE(Integer(-1).is_one());
}

TEST_CASE("greatest common divisors and least common multiples") {
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    INFO("seed ", seed);
    RandomValues random(seed);
    const Integer a = random.integer();
    const Integer b = random.integer();
    const Integer common = random.nonzero_integer();
    const Integer d = gcd(a, b);
    CHECK(d.sign() >= 0);
    CHECK(gcd(a * common, b * common) == d * abs(common));
    CHECK(lcm(a, b) * d == abs(a * b));
    CHECK(lcm(a, b).sign() >= 0);
    if (!d.is_zero()) CHECK(gcd(exact_quotient(a, d), exact_quotient(b, d)).is_one());
  }
  CHECK(gcd(Integer(0), Integer(0)).is_zero());
  CHECK(gcd(Integer(0), Integer(-6)) == Integer(6));
  CHECK(lcm(Integer(0), Integer(4)).is_zero());
}

TEST_CASE("exact quotients and powers") {
  for (std::uint64_t seed = 1; seed <= 100; ++seed) {
    INFO("seed ", seed);
    RandomValues random(seed);
    const Integer a = random.integer();
    const Integer b = random.nonzero_integer();
    CHECK(exact_quotient(a * b, b) == a);
    if (b.bit_length() > 1) CHECK_THROWS_AS(exact_quotient(a * b + Integer(1), b), InvalidInput);
    CHECK(pow(a, 5) == a * a * a * a * a);
  }
  CHECK(pow(Integer(0), 0).is_one());
  CHECK_THROWS_AS(exact_quotient(Integer(1), Integer(0)), InvalidInput);
  CHECK_THROWS_AS(exact_quotient(Integer(0), Integer(0)), InvalidInput);
}
