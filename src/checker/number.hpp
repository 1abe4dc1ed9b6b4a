#pragma once

#include <boost/multiprecision/cpp_int.hpp>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace isthmus::check {

/// Integers of any size (Boost.Multiprecision, without expression templates).
using Integer = boost::multiprecision::number<boost::multiprecision::cpp_int_backend<>, boost::multiprecision::et_off>;

int sign(const Integer& a);
/// The number of binary digits of |a|; 0 for 0.
std::size_t bit_length(const Integer& a);
/// The greatest common divisor, 0 for (0, 0); never negative.
Integer gcd(Integer a, Integer b);
/// a, unless it has more bits than an integer may have here: Declined.
const Integer& within_limit(const Integer& a);
/// Declines digits that would spell a larger integer than that.
void require_few_digits(std::string_view digits);
/// a^exponent; 0^0 = 1. Throws Declined for a power beyond the limit of bits.
Integer power(const Integer& a, std::size_t exponent);

/// A rational number, always in lowest terms with positive denominator.
class Rational {
 public:
  Rational() = default;
  Rational(long value) : numerator_(value) {}
  Rational(Integer value) : numerator_(std::move(value)) {}
  /// Throws std::domain_error for the denominator 0.
  Rational(Integer numerator, Integer denominator);

  const Integer& numerator() const noexcept { return numerator_; }
  const Integer& denominator() const noexcept { return denominator_; }

  Rational operator-() const;
  Rational& operator+=(const Rational& b);
  Rational& operator-=(const Rational& b);
  Rational& operator*=(const Rational& b);
  /// Throws std::domain_error for b = 0.
  Rational& operator/=(const Rational& b);
  friend Rational operator+(Rational a, const Rational& b) { return a += b; }
  friend Rational operator-(Rational a, const Rational& b) { return a -= b; }
  friend Rational operator*(Rational a, const Rational& b) { return a *= b; }
  friend Rational operator/(Rational a, const Rational& b) { return a /= b; }

  friend bool operator==(const Rational& a, const Rational& b) {
    return a.numerator_ == b.numerator_ && a.denominator_ == b.denominator_;
  }
  friend bool operator<(const Rational& a, const Rational& b) {
    return a.numerator_ * b.denominator_ < b.numerator_ * a.denominator_;
  }
  friend bool operator>(const Rational& a, const Rational& b) { return b < a; }
  friend bool operator<=(const Rational& a, const Rational& b) { return !(b < a); }
  friend bool operator>=(const Rational& a, const Rational& b) { return !(a < b); }

 private:
  Integer numerator_ = 0;
  Integer denominator_ = 1;
};

int sign(const Rational& a);
Rational power(const Rational& a, std::size_t exponent);
/// "-3/7" or "5".
std::string to_string(const Rational& a);

/// The integer that `text` spells canonically (-?[1-9][0-9]* or 0), nothing for any other text.
std::optional<Integer> read_integer(std::string_view text);
/// The rational that `text` spells as to_string does, nothing for any other text ("2/4", "+1", "1/1", "-0").
std::optional<Rational> read_rational(std::string_view text);

/// The rational number r > 0 with r^index = value, if there is one; value > 0, index > 0.
std::optional<Rational> rational_root(const Rational& value, std::size_t index);

}  // namespace isthmus::check
