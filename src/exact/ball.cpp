#include "exact/ball.hpp"

#include <flint/fmpq.h>

#include "exact/error.hpp"

namespace isthmus {

static_assert(sizeof(Ball) == sizeof(arb_t), "Ball is an arb_t held by value and nothing else");

namespace {

/// The exact rational value of a finite dyadic number.
Rational to_rational(const arf_struct* value) {
  Integer mantissa;
  Integer exponent;
  arf_get_fmpz_2exp(mantissa.raw(), exponent.raw(), value);
  const long shift = exponent.to_long();
  Rational result(mantissa);
  if (shift >= 0) fmpq_mul_2exp(result.raw(), result.raw(), static_cast<ulong>(shift));
  if (shift < 0) fmpq_div_2exp(result.raw(), result.raw(), static_cast<ulong>(-shift));
  return result;
}

Rational radius_of(const arb_struct* ball) {
  arf_t radius;
  arf_init_set_mag_shallow(radius, arb_radref(ball));  // borrows the magnitude: nothing to clear
  return to_rational(radius);
}

}  // namespace

Ball::Ball(const Rational& value, long precision) {
  arb_init(value_);
  arb_set_fmpq(value_, value.raw(), precision);
}

Ball Ball::hull(const Rational& lower, const Rational& upper, long precision) {
  require(lower <= upper, "Ball::hull: lower > upper");
  Ball result(lower, precision);
  arb_union(result.value_, result.value_, Ball(upper, precision).value_, precision);
  return result;
}

std::optional<int> Ball::sign() const {
  if (arb_is_zero(value_)) return 0;
  if (arb_is_positive(value_)) return 1;
  if (arb_is_negative(value_)) return -1;
  return std::nullopt;
}

bool Ball::contains(const Rational& value) const { return arb_contains_fmpq(value_, value.raw()); }

Rational Ball::lower() const {
  require(arb_is_finite(value_), "end point of a ball that is not finite");
  return to_rational(arb_midref(value_)) - radius_of(value_);
}

Rational Ball::upper() const {
  require(arb_is_finite(value_), "end point of a ball that is not finite");
  return to_rational(arb_midref(value_)) + radius_of(value_);
}

std::string Ball::to_string(long digits) const {
  char* text = arb_get_str(value_, digits, 0);
  std::string result(text);
  flint_free(text);
  return result;
}

Ball add(const Ball& a, const Ball& b, long precision) {
  Ball result;
  arb_add(result.value_, a.value_, b.value_, precision);
  return result;
}

Ball sub(const Ball& a, const Ball& b, long precision) {
  Ball result;
  arb_sub(result.value_, a.value_, b.value_, precision);
  return result;
}

Ball mul(const Ball& a, const Ball& b, long precision) {
  Ball result;
  arb_mul(result.value_, a.value_, b.value_, precision);
  return result;
}

Ball div(const Ball& a, const Ball& b, long precision) {
  Ball result;
  arb_div(result.value_, a.value_, b.value_, precision);
  return result;
}

Ball pow(const Ball& base, const Rational& exponent, long precision) {
  Ball result;
  if (arb_is_positive(base.value_)) {
    arb_pow_fmpq(result.value_, base.value_, exponent.raw(), precision);
  } else {
    arb_indeterminate(result.value_);
  }
  return result;
}

}  // namespace isthmus
