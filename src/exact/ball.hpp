#pragma once

#include <optional>
#include <string>

#if __has_include(<flint/arb.h>)
#include <flint/arb.h>
#else
#include <arb.h>
#endif

#include "exact/rational.hpp"

namespace isthmus {

/// A real ball [m +- r]: every operation returns a ball that contains all exact results on points of its operands
/// (inclusion principle). A value type over Arb's arb. Precision is in bits and always explicit.
class Ball {
 public:
  Ball() noexcept { arb_init(value_); }
  /// Encloses the rational to `precision` bits.
  Ball(const Rational& value, long precision);
  Ball(const Ball& other) {
    arb_init(value_);
    arb_set(value_, other.value_);
  }
  Ball(Ball&& other) noexcept {
    arb_init(value_);
    arb_swap(value_, other.value_);
  }
  Ball& operator=(const Ball& other) {
    arb_set(value_, other.value_);
    return *this;
  }
  Ball& operator=(Ball&& other) noexcept {
    arb_swap(value_, other.value_);
    return *this;
  }
  ~Ball() { arb_clear(value_); }

  /// A ball that contains the closed interval [lower, upper]. Throws InvalidInput if lower > upper.
  static Ball hull(const Rational& lower, const Rational& upper, long precision);

  arb_struct* raw() noexcept { return value_; }
  const arb_struct* raw() const noexcept { return value_; }

  /// -1 or 1 if every point of the ball has that sign, 0 if the ball is exactly {0}, nullopt if not shown.
  std::optional<int> sign() const;
  bool contains(const Rational& value) const;
  bool contains_zero() const { return arb_contains_zero(value_); }
  bool overlaps(const Ball& other) const { return arb_overlaps(value_, other.value_); }
  /// The end points m - r and m + r, exactly. Throws InvalidInput if the ball is not finite.
  Rational lower() const;
  Rational upper() const;
  std::string to_string(long digits = 15) const;

  friend Ball add(const Ball& a, const Ball& b, long precision);
  friend Ball sub(const Ball& a, const Ball& b, long precision);
  friend Ball mul(const Ball& a, const Ball& b, long precision);
  /// The ball is not finite if b contains zero.
  friend Ball div(const Ball& a, const Ball& b, long precision);
  /// base^exponent for a ball of positive numbers; not finite if the base is not shown to be positive.
  friend Ball pow(const Ball& base, const Rational& exponent, long precision);

 private:
  arb_t value_;
};

}  // namespace isthmus
