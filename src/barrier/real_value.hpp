#pragma once

#include <optional>
#include <string>
#include <utility>
#include <variant>

#include "exact/ball.hpp"
#include "exact/rational.hpp"

namespace isthmus {

/// A real number that is known exactly, as a rational, or enclosed by a ball. Operations on exact operands are exact;
/// otherwise the result is a ball of `precision` bits that contains all exact results (inclusion principle).
class RealValue {
 public:
  RealValue(Rational value) : value_(std::move(value)) {}      // NOLINT: rationals are real numbers
  RealValue(long value) : value_(Rational(value)) {}           // NOLINT: integers are real numbers
  RealValue(Ball enclosure) : value_(std::move(enclosure)) {}  // NOLINT: what is known about a real number

  bool is_exact() const noexcept { return std::holds_alternative<Rational>(value_); }
  /// Throws InvalidInput if the number is only enclosed.
  const Rational& exact() const;
  Ball ball(long precision) const;
  /// Rational bounds of the number; both the number itself if it is exact. Throws InvalidInput on a ball that is not
  /// finite.
  Rational lower() const;
  Rational upper() const;
  /// Bits of the number that the enclosure settles; nullopt if it is exact.
  std::optional<long> accuracy() const;
  /// Sign of (this - value); nullopt if the enclosure does not show it.
  std::optional<int> compare(const Rational& value) const;

 private:
  std::variant<Rational, Ball> value_;
};

RealValue add(const RealValue& a, const RealValue& b, long precision);
RealValue sub(const RealValue& a, const RealValue& b, long precision);
RealValue mul(const RealValue& a, const RealValue& b, long precision);
/// Throws InvalidInput on division by an exact 0; the result is not finite if the enclosure of b contains 0.
RealValue div(const RealValue& a, const RealValue& b, long precision);
/// base^exponent for base > 0: exact if it is a rational of moderate size. Throws InvalidInput for an exact base <= 0.
RealValue pow(const RealValue& base, const Rational& exponent, long precision);

/// base^exponent, if that is a rational number and its numerator and denominator have at most `most_bits` bits
/// together; base > 0, or InvalidInput.
std::optional<Rational> rational_power(const Rational& base, const Rational& exponent, std::size_t most_bits);

}  // namespace isthmus
