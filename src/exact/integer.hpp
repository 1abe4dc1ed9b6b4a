#pragma once

#include <flint/fmpz.h>

#include <compare>
#include <cstddef>
#include <string>
#include <string_view>

namespace isthmus {

/// An integer of any size. A value type over FLINT's fmpz.
class Integer {
 public:
  Integer() noexcept { fmpz_init(value_); }
  Integer(long value) noexcept { fmpz_init_set_si(value_, value); }  // NOLINT: integers are integers
  Integer(const Integer& other) { fmpz_init_set(value_, other.value_); }
  Integer(Integer&& other) noexcept {
    fmpz_init(value_);
    fmpz_swap(value_, other.value_);
  }
  Integer& operator=(const Integer& other) {
    fmpz_set(value_, other.value_);
    return *this;
  }
  Integer& operator=(Integer&& other) noexcept {
    fmpz_swap(value_, other.value_);
    return *this;
  }
  ~Integer() { fmpz_clear(value_); }

  /// Decimal digits with an optional sign. Throws InvalidInput on anything else.
  static Integer parse(std::string_view digits);

  fmpz* raw() noexcept { return value_; }
  const fmpz* raw() const noexcept { return value_; }

  /// -1, 0 or 1.
  int sign() const noexcept { return fmpz_sgn(value_); }
  bool is_zero() const noexcept { return fmpz_is_zero(value_); }
  bool is_one() const noexcept { return fmpz_is_one(value_); }
  bool fits_long() const noexcept { return fmpz_fits_si(value_); }
  /// Throws InvalidInput if the value does not fit.
  long to_long() const;
  /// Number of bits of |value|; 0 for 0.
  std::size_t bit_length() const noexcept { return fmpz_bits(value_); }
  std::string to_string() const;

  Integer operator-() const;
  Integer& operator+=(const Integer& other);
  Integer& operator-=(const Integer& other);
  Integer& operator*=(const Integer& other);
  friend Integer operator+(Integer a, const Integer& b) { return a += b; }
  friend Integer operator-(Integer a, const Integer& b) { return a -= b; }
  friend Integer operator*(Integer a, const Integer& b) { return a *= b; }
  friend bool operator==(const Integer& a, const Integer& b) noexcept { return fmpz_equal(a.value_, b.value_); }
  friend std::strong_ordering operator<=>(const Integer& a, const Integer& b) noexcept {
    return fmpz_cmp(a.value_, b.value_) <=> 0;
  }

 private:
  fmpz_t value_;
};

/// Nonnegative greatest common divisor; gcd(0, 0) = 0.
Integer gcd(const Integer& a, const Integer& b);
/// Nonnegative least common multiple.
Integer lcm(const Integer& a, const Integer& b);
Integer abs(const Integer& a);
Integer pow(const Integer& base, unsigned long exponent);
/// The q with a = q*b. Throws InvalidInput if b = 0 or b does not divide a.
Integer exact_quotient(const Integer& a, const Integer& b);

}  // namespace isthmus
