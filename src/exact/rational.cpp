#include "exact/rational.hpp"

#include <utility>

#include "exact/error.hpp"

namespace isthmus {

static_assert(sizeof(Rational) == sizeof(fmpq_t), "Rational is an fmpq_t held by value and nothing else");

namespace {

Integer parse_unsigned(std::string_view digits, std::string_view whole) {
  const bool starts_with_digit = !digits.empty() && digits.front() >= '0' && digits.front() <= '9';
  require(starts_with_digit, "not a rational number: '" + std::string(whole.substr(0, 40)) + "'");
  return Integer::parse(digits);
}

Rational parse_magnitude(std::string_view text, std::string_view whole) {
  if (const auto slash = text.find('/'); slash != std::string_view::npos) {
    return Rational(parse_unsigned(text.substr(0, slash), whole), parse_unsigned(text.substr(slash + 1), whole));
  }
  const auto dot = text.find('.');
  if (dot == std::string_view::npos) return Rational(parse_unsigned(text, whole));
  const std::string_view fraction = text.substr(dot + 1);
  const Integer scale = pow(Integer(10), fraction.size());
  return Rational(parse_unsigned(text.substr(0, dot), whole) * scale + parse_unsigned(fraction, whole), scale);
}

/// The simplest fraction in the open interval (a/b, c/d) with 0 <= a/b < c/d <= 1/0, by continued fractions: an integer
/// if there is one, else the common integer part plus the reciprocal of the simplest number between the reciprocals.
void simplest_nonnegative(Integer& numerator, Integer& denominator, Integer a, Integer b, Integer c, Integer d) {
  Integer floor;
  fmpz_fdiv_q(floor.raw(), a.raw(), b.raw());
  const Integer next = floor + Integer(1);
  if (next * d < c) {
    numerator = next;
    denominator = Integer(1);
    return;
  }
  a -= floor * b;
  c -= floor * d;
  simplest_nonnegative(denominator, numerator, std::move(d), std::move(c), std::move(b), std::move(a));
  numerator += floor * denominator;
}

Rational simplest_between_nonnegative(const Rational& lower, const Rational& upper) {
  Integer numerator;
  Integer denominator;
  simplest_nonnegative(numerator, denominator, lower.numerator(), lower.denominator(), upper.numerator(),
                       upper.denominator());
  return Rational(numerator, denominator);
}

}  // namespace

Rational::Rational(const Integer& value) {
  fmpq_init(value_);
  fmpz_set(fmpq_numref(value_), value.raw());
}

Rational::Rational(const Integer& numerator, const Integer& denominator) {
  require(!denominator.is_zero(), "rational number with denominator 0");
  fmpq_init(value_);
  fmpq_set_fmpz_frac(value_, numerator.raw(), denominator.raw());
}

Rational Rational::parse(std::string_view text) {
  std::string_view magnitude = text;
  const bool negative = !magnitude.empty() && magnitude.front() == '-';
  if (negative || (!magnitude.empty() && magnitude.front() == '+')) magnitude.remove_prefix(1);
  Rational result = parse_magnitude(magnitude, text);
  return negative ? -result : result;
}

Integer Rational::numerator() const {
  Integer result;
  fmpz_set(result.raw(), fmpq_numref(value_));
  return result;
}

Integer Rational::denominator() const {
  Integer result;
  fmpz_set(result.raw(), fmpq_denref(value_));
  return result;
}

Integer Rational::floor() const {
  Integer result;
  fmpz_fdiv_q(result.raw(), fmpq_numref(value_), fmpq_denref(value_));
  return result;
}

Integer Rational::ceil() const {
  Integer result;
  fmpz_cdiv_q(result.raw(), fmpq_numref(value_), fmpq_denref(value_));
  return result;
}

std::string Rational::to_string() const {
  std::string text = numerator().to_string();
  if (!is_integer()) text += "/" + denominator().to_string();
  return text;
}

Rational Rational::operator-() const {
  Rational result;
  fmpq_neg(result.value_, value_);
  return result;
}

Rational& Rational::operator+=(const Rational& other) {
  fmpq_add(value_, value_, other.value_);
  return *this;
}

Rational& Rational::operator-=(const Rational& other) {
  fmpq_sub(value_, value_, other.value_);
  return *this;
}

Rational& Rational::operator*=(const Rational& other) {
  fmpq_mul(value_, value_, other.value_);
  return *this;
}

Rational& Rational::operator/=(const Rational& other) {
  require(!other.is_zero(), "division by zero");
  fmpq_div(value_, value_, other.value_);
  return *this;
}

Rational abs(const Rational& a) {
  Rational result;
  fmpq_abs(result.raw(), a.raw());
  return result;
}

Rational pow(const Rational& base, long exponent) {
  require(exponent >= 0 || !base.is_zero(), "0 to a negative power");
  Rational result;
  fmpq_pow_si(result.raw(), base.raw(), exponent);
  return result;
}

Rational midpoint(const Rational& a, const Rational& b) {
  Rational result;
  fmpq_add(result.raw(), a.raw(), b.raw());
  fmpq_div_2exp(result.raw(), result.raw(), 1);
  return result;
}

Rational simplest_between(const Rational& lower, const Rational& upper) {
  require(lower < upper, "simplest_between: the interval is empty");
  if (lower.sign() < 0 && upper.sign() > 0) return Rational();
  if (lower.sign() < 0) return -simplest_between_nonnegative(-upper, -lower);
  return simplest_between_nonnegative(lower, upper);
}

Rational simplest_above(const Rational& lower) {
  if (lower.sign() < 0) return Rational();
  return Rational(lower.floor() + Integer(1));
}

Rational simplest_below(const Rational& upper) { return -simplest_above(-upper); }

}  // namespace isthmus
