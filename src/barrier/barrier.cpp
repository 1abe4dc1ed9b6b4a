#include "barrier/barrier.hpp"

#include <algorithm>

#include "exact/error.hpp"

namespace isthmus {
namespace {

constexpr long kHighestPrecision = 1L << 24;

void check_degree(const Rational& degree) {
  require(degree.sign() > 0, "the degree k = " + degree.to_string() + " is not positive");
}

void check(const Rescaling& rescaling) {
  check_degree(rescaling.degree);
  require(rescaling.scale.sign() > 0, "the scale m = " + rescaling.scale.to_string() + " is not positive");
}

void check_alpha(const Rational& alpha) {
  require(alpha.sign() >= 0 && alpha <= Rational(1), "alpha = " + alpha.to_string() + " is outside of [0, 1]");
}

void check_norm(const Rational& squared_norm) {
  require(squared_norm.sign() >= 0, "|Y|^2 = " + squared_norm.to_string() + " is negative");
}

/// compute(precision) with growing precision, until it is exact or settles that many bits.
template <class F>
RealValue to_accuracy(long bits, F&& compute) {
  require(bits >= 1, "an enclosure of " + std::to_string(bits) + " bits");
  for (long precision = bits + 32; precision <= kHighestPrecision; precision *= 2) {
    RealValue value = compute(precision);
    const auto accuracy = value.accuracy();
    if (!accuracy || *accuracy >= bits) return value;
  }
  throw Undecided("no enclosure of " + std::to_string(bits) + " bits within " + std::to_string(kHighestPrecision) +
                  " bits of working precision");
}

RealValue factor_at(const Rational& degree, const RealValue& scale, const RealValue& alpha, long precision) {
  const RealValue rest = sub(1, alpha, precision);
  const RealValue last = add(rest, mul(alpha, pow(scale, -degree, precision), precision), precision);
  const RealValue before = add(rest, mul(alpha, scale, precision), precision);
  return mul(last, pow(before, degree, precision), precision);
}

RealValue loss_of(const RealValue& factor, const Rational& squared_norm, long precision) {
  const RealValue excess = sub(factor, 1, precision);
  return mul(mul(excess, excess, precision), squared_norm, precision);
}

RealValue argmax(const Rational& k, const RealValue& scale, long precision) {
  const RealValue a = sub(pow(scale, -k, precision), 1, precision);
  const RealValue b = sub(scale, 1, precision);
  const RealValue numerator = add(a, mul(k, b, precision), precision);
  const RealValue denominator = mul(mul(k + Rational(1), a, precision), b, precision);
  return div(mul(-1, numerator, precision), denominator, precision);
}

RealValue magnitude(const RealValue& value) {
  const auto sign = value.compare(Rational(0));
  return sign && *sign < 0 ? mul(-1, value, value.is_exact() ? 64 : arb_bits(value.ball(64).raw()) + 64) : value;
}

/// phi at the argmax in closed form, scale != 1.
RealValue largest_factor_at(const Rational& k, const RealValue& scale, long precision) {
  const Rational next = k + Rational(1);
  const auto power = [&](const RealValue& base, const Rational& exponent) { return pow(base, exponent, precision); };
  const auto times = [&](const RealValue& a, const RealValue& b) { return mul(a, b, precision); };
  const RealValue constant = div(power(k, k), power(next, next), precision);
  const RealValue top = power(magnitude(sub(power(scale, next), 1, precision)), next);
  const RealValue bottom = times(times(power(scale, k), magnitude(sub(scale, 1, precision))),
                                 power(magnitude(sub(power(scale, k), 1, precision)), k));
  return times(constant, div(top, bottom, precision));
}

/// value(precision) < bound, for a number that is exact if it is equal to the bound.
template <class F>
bool is_below(F&& value, const Rational& bound) {
  for (long precision = 64; precision <= kHighestPrecision; precision *= 2) {
    if (const auto order = value(precision).compare(bound)) return *order < 0;
  }
  throw Undecided("an end of the interval of m is too close to " + bound.to_string());
}

bool is_one(const RealValue& value) { return value.is_exact() && value.exact() == Rational(1); }

}  // namespace

RealValue barrier_factor(const Rescaling& rescaling, const Rational& alpha, long bits) {
  check(rescaling);
  check_alpha(alpha);
  if (alpha.is_zero() || alpha == Rational(1)) return RealValue(1);
  return to_accuracy(bits,
                     [&](long precision) { return factor_at(rescaling.degree, rescaling.scale, alpha, precision); });
}

RealValue barrier_value(const Rescaling& rescaling, const Rational& alpha, const Rational& squared_norm, long bits) {
  check(rescaling);
  check_alpha(alpha);
  check_norm(squared_norm);
  if (alpha.is_zero() || alpha == Rational(1) || rescaling.scale == Rational(1) || squared_norm.is_zero())
    return RealValue(0);
  return to_accuracy(bits, [&](long precision) {
    return loss_of(factor_at(rescaling.degree, rescaling.scale, alpha, precision), squared_norm, precision);
  });
}

RealValue largest_factor(const Rescaling& rescaling, long bits) {
  check(rescaling);
  if (rescaling.scale == Rational(1)) return RealValue(1);
  return to_accuracy(bits,
                     [&](long precision) { return largest_factor_at(rescaling.degree, rescaling.scale, precision); });
}

BarrierMaximum barrier_maximum(const Rescaling& rescaling, const Rational& squared_norm, long bits) {
  check(rescaling);
  check_norm(squared_norm);
  if (rescaling.scale == Rational(1)) return {RealValue(0), std::nullopt};
  RealValue alpha =
      to_accuracy(bits, [&](long precision) { return argmax(rescaling.degree, rescaling.scale, precision); });
  if (squared_norm.is_zero()) return {RealValue(0), std::move(alpha)};
  RealValue value = to_accuracy(bits, [&](long precision) {
    return loss_of(largest_factor_at(rescaling.degree, rescaling.scale, precision), squared_norm, precision);
  });
  return {std::move(value), std::move(alpha)};
}

Rational scale_exceeding(const Rational& degree, const Rational& squared_norm, const Rational& bound) {
  check_degree(degree);
  require(squared_norm.sign() > 0,
          "|Y|^2 = " + squared_norm.to_string() + " is not positive: no loss on the segment is");
  require(bound.sign() >= 0, "the bound b = " + bound.to_string() + " is negative: every m exceeds it");
  const long precision =
      64 + static_cast<long>(bound.numerator().bit_length() + squared_norm.denominator().bit_length());
  const RealValue root = bound.is_zero() ? RealValue(0) : pow(bound / squared_norm, Rational(1, 2), precision);
  const RealValue doubled = pow(2, degree + Rational(1), precision);
  const RealValue base = sub(mul(doubled, add(root, 1, precision), precision), 1, precision);
  const RealValue inverse = pow(base, Rational(1) / degree, precision);
  const Rational scale(Integer(1), inverse.upper().floor() + Integer(1));
  for (long bits = 64; bits <= kHighestPrecision; bits *= 2) {
    const auto sign =
        barrier_value({degree, scale}, Rational(Integer(1), Integer(2)), squared_norm, bits).compare(bound);
    if (!sign) continue;
    ensure(*sign > 0, "the explicit m does not exceed the bound");
    return scale;
  }
  throw Undecided("m = " + scale.to_string() + " exceeds the bound by too little to be shown");
}

RealValue orbit_supremum(const Rational& degree, const Rational& inner_room, const Rational& outer_room, long bits) {
  check_degree(degree);
  require(inner_room.sign() > 0, "c/|W_{l-1}| = " + inner_room.to_string() + " is not positive");
  require(outer_room.sign() > 0, "c/|W_l| = " + outer_room.to_string() + " is not positive");
  const auto lower_end = [&](long precision) { return pow(outer_room, Rational(-1) / degree, precision); };
  require(is_below(lower_end, inner_room),
          "no W' of the orbit is that small: m < c/|W_{l-1}| and m^-k < c/|W_l| exclude each other");
  const auto at = [&](const auto& end) {
    return to_accuracy(bits, [&](long precision) {
      const RealValue scale = end(precision);
      return is_one(scale) ? RealValue(1) : largest_factor_at(degree, scale, precision);
    });
  };
  const RealValue low = at(lower_end);
  const RealValue high = at([&](long) { return RealValue(inner_room); });
  if (low.is_exact() && high.is_exact()) return RealValue(std::max(low.exact(), high.exact()));
  Ball larger;
  arb_max(larger.raw(), low.ball(bits + 32).raw(), high.ball(bits + 32).raw(), bits + 32);
  return RealValue(larger);
}

}  // namespace isthmus
