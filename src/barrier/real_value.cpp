#include "barrier/real_value.hpp"

#include "exact/error.hpp"

namespace isthmus {
namespace {

/// Exact powers beyond this size are enclosed instead.
constexpr std::size_t kMostBits = 1 << 22;

/// The positive r with r^index = value, if there is one.
std::optional<Integer> root(const Integer& value, const Integer& index) {
  if (value.is_one()) return value;
  if (!index.fits_long() || static_cast<std::size_t>(index.to_long()) > value.bit_length()) return std::nullopt;
  Integer result;
  fmpz_root(result.raw(), value.raw(), index.to_long());
  if (pow(result, static_cast<unsigned long>(index.to_long())) != value) return std::nullopt;
  return result;
}

template <class F, class G>
RealValue combine(const RealValue& a, const RealValue& b, long precision, F&& exact, G&& enclosed) {
  if (a.is_exact() && b.is_exact()) return RealValue(Rational(exact(a.exact(), b.exact())));
  return RealValue(enclosed(a.ball(precision), b.ball(precision)));
}

}  // namespace

const Rational& RealValue::exact() const {
  require(is_exact(), "a number that is only enclosed has no exact value");
  return std::get<Rational>(value_);
}

Ball RealValue::ball(long precision) const { return is_exact() ? Ball(exact(), precision) : std::get<Ball>(value_); }

Rational RealValue::lower() const { return is_exact() ? exact() : std::get<Ball>(value_).lower(); }
Rational RealValue::upper() const { return is_exact() ? exact() : std::get<Ball>(value_).upper(); }

std::optional<long> RealValue::accuracy() const {
  if (is_exact()) return std::nullopt;
  return arb_rel_accuracy_bits(std::get<Ball>(value_).raw());
}

std::optional<int> RealValue::compare(const Rational& value) const {
  if (is_exact()) return (exact() - value).sign();
  const Ball& ball = std::get<Ball>(value_);
  return sub(ball, Ball(value, std::max(arb_bits(ball.raw()), 64L) + 64), std::max(arb_bits(ball.raw()), 64L) + 64)
      .sign();
}

RealValue add(const RealValue& a, const RealValue& b, long precision) {
  return combine(
      a, b, precision, [](const Rational& x, const Rational& y) { return x + y; },
      [&](const Ball& x, const Ball& y) { return add(x, y, precision); });
}

RealValue sub(const RealValue& a, const RealValue& b, long precision) {
  return combine(
      a, b, precision, [](const Rational& x, const Rational& y) { return x - y; },
      [&](const Ball& x, const Ball& y) { return sub(x, y, precision); });
}

RealValue mul(const RealValue& a, const RealValue& b, long precision) {
  return combine(
      a, b, precision, [](const Rational& x, const Rational& y) { return x * y; },
      [&](const Ball& x, const Ball& y) { return mul(x, y, precision); });
}

RealValue div(const RealValue& a, const RealValue& b, long precision) {
  return combine(
      a, b, precision, [](const Rational& x, const Rational& y) { return x / y; },
      [&](const Ball& x, const Ball& y) { return div(x, y, precision); });
}

RealValue pow(const RealValue& base, const Rational& exponent, long precision) {
  if (base.is_exact()) {
    if (const auto exact = rational_power(base.exact(), exponent, kMostBits)) return RealValue(*exact);
  }
  return RealValue(pow(base.ball(precision), exponent, precision));
}

std::optional<Rational> rational_power(const Rational& base, const Rational& exponent, std::size_t most_bits) {
  require(base.sign() > 0, "a real power of " + base.to_string() + ", which is not positive");
  if (base == Rational(1) || exponent.is_zero()) return Rational(1);
  const auto numerator = root(base.numerator(), exponent.denominator());
  const auto denominator = root(base.denominator(), exponent.denominator());
  if (!numerator || !denominator) return std::nullopt;
  const std::size_t bits = numerator->bit_length() + denominator->bit_length();
  const Integer times = abs(exponent.numerator());
  if (times > Integer(static_cast<long>(most_bits / bits))) return std::nullopt;
  const Rational power = pow(Rational(*numerator, *denominator), times.to_long());
  return exponent.sign() > 0 ? power : Rational(1) / power;
}

}  // namespace isthmus
