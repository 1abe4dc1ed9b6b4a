#pragma once

#include <flint/fmpq.h>

#include <compare>
#include <string>
#include <string_view>

#include "exact/integer.hpp"

namespace isthmus {

/// A rational number, always in lowest terms with positive denominator. A value type over FLINT's fmpq.
class Rational {
 public:
  Rational() noexcept { fmpq_init(value_); }
  Rational(long value) noexcept {  // NOLINT: integers are rationals
    fmpq_init(value_);
    fmpz_set_si(fmpq_numref(value_), value);
  }
  Rational(const Integer& value);  // NOLINT: integers are rationals
  /// Throws InvalidInput if the denominator is 0.
  Rational(const Integer& numerator, const Integer& denominator);
  Rational(const Rational& other) {
    fmpq_init(value_);
    fmpq_set(value_, other.value_);
  }
  Rational(Rational&& other) noexcept {
    fmpq_init(value_);
    fmpq_swap(value_, other.value_);
  }
  Rational& operator=(const Rational& other) {
    fmpq_set(value_, other.value_);
    return *this;
  }
  Rational& operator=(Rational&& other) noexcept {
    fmpq_swap(value_, other.value_);
    return *this;
  }
  ~Rational() { fmpq_clear(value_); }

  /// "3", "-3/7" or "0.125" (read exactly). Throws InvalidInput on anything else and on a zero denominator.
  static Rational parse(std::string_view text);

  fmpq* raw() noexcept { return value_; }
  const fmpq* raw() const noexcept { return value_; }

  Integer numerator() const;
  Integer denominator() const;
  int sign() const noexcept { return fmpq_sgn(value_); }
  bool is_zero() const noexcept { return fmpq_is_zero(value_); }
  bool is_integer() const noexcept { return fmpz_is_one(fmpq_denref(value_)); }
  /// Largest integer <= value, smallest integer >= value.
  Integer floor() const;
  Integer ceil() const;
  /// "3" or "-3/7".
  std::string to_string() const;

  Rational operator-() const;
  Rational& operator+=(const Rational& other);
  Rational& operator-=(const Rational& other);
  Rational& operator*=(const Rational& other);
  /// Throws InvalidInput on division by 0.
  Rational& operator/=(const Rational& other);
  friend Rational operator+(Rational a, const Rational& b) { return a += b; }
  friend Rational operator-(Rational a, const Rational& b) { return a -= b; }
  friend Rational operator*(Rational a, const Rational& b) { return a *= b; }
  friend Rational operator/(Rational a, const Rational& b) { return a /= b; }
  friend bool operator==(const Rational& a, const Rational& b) noexcept { return fmpq_equal(a.value_, b.value_); }
  friend std::strong_ordering operator<=>(const Rational& a, const Rational& b) noexcept {
    return fmpq_cmp(a.value_, b.value_) <=> 0;
  }

 private:
  fmpq_t value_;
};

Rational abs(const Rational& a);
/// Throws InvalidInput for 0 to a negative power.
Rational pow(const Rational& base, long exponent);
/// (a + b) / 2.
Rational midpoint(const Rational& a, const Rational& b);

/// The simplest rational in the open interval (lower, upper): least denominator, then least absolute value
/// (Stern-Brocot). Throws InvalidInput unless lower < upper.
Rational simplest_between(const Rational& lower, const Rational& upper);
/// The simplest rational > lower, respectively < upper: the integer of least absolute value there.
Rational simplest_above(const Rational& lower);
Rational simplest_below(const Rational& upper);

}  // namespace isthmus
