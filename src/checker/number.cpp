#include "checker/number.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "checker/limits.hpp"

namespace isthmus::check {
namespace {

constexpr const char* kBitsOfAnInteger = "bits in an integer";

/// That many digits fit into as many bits as an integer may have: log10(2) > 0.301.
constexpr std::size_t kMostDigits = limits::kBits / 1000 * 301;

/// The natural number r with r^index = value, if there is one; value > 0.
std::optional<Integer> natural_root(const Integer& value, std::size_t index) {
  if (value == 1 || index == 1) return value;
  Integer low = 1;
  Integer high = Integer(1) << (bit_length(value) / index + 1);
  while (low < high) {
    const Integer middle = (low + high + 1) / 2;
    if (power(middle, index) <= value) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  if (power(low, index) != value) return std::nullopt;
  return low;
}

/// Makes (a, b), a >= b > 0, smaller by an integer matrix of determinant 1 or -1, found from the leading bits of both:
/// Knuth, The Art of Computer Programming 2, 4.5.2, Algorithm L. Returns whether there was one; any such matrix leaves
/// the greatest common divisor as it is.
bool shorten(Integer& a, Integer& b) {
  constexpr std::size_t leading_bits = 62;
  const std::size_t size = bit_length(a);
  const std::size_t shift = size > leading_bits ? size - leading_bits : 0;
  long x = static_cast<long>(a >> shift);
  long y = static_cast<long>(b >> shift);
  long xa = 1, xb = 0, ya = 0, yb = 1;  // x = xa*a + xb*b, y = ya*a + yb*b, but for the bits that were cut off
  constexpr long largest = 1L << 30;
  while (y + ya != 0 && y + yb != 0) {
    const long quotient = (x + xa) / (y + ya);
    if (quotient != (x + xb) / (y + yb) || quotient > largest) break;
    const long next_a = xa - quotient * ya, next_b = xb - quotient * yb, next = x - quotient * y;
    if (next_a > largest || next_a < -largest || next_b > largest || next_b < -largest) break;
    xa = std::exchange(ya, next_a);
    xb = std::exchange(yb, next_b);
    x = std::exchange(y, next);
  }
  if (xb == 0) return false;
  const Integer shorter = a * xa + b * xb;
  b = a * ya + b * yb;
  a = shorter;
  return true;
}

}  // namespace

int sign(const Integer& a) { return a.sign(); }

std::size_t bit_length(const Integer& a) { return sign(a) == 0 ? 0 : msb(abs(a)) + 1; }

Integer gcd(Integer a, Integer b) {
  a = abs(a);
  b = abs(b);
  if (a < b) std::swap(a, b);
  while (sign(b) != 0) {
    if (!shorten(a, b)) {
      a %= b;
      std::swap(a, b);
    }
  }
  return a;
}

void require_few_digits(std::string_view digits) { require_at_most(kMostDigits, digits.size(), "digits in a number"); }

const Integer& within_limit(const Integer& a) {
  constexpr std::size_t limb_bits = 8 * sizeof(boost::multiprecision::limb_type);
  if (a.backend().size() * limb_bits > limits::kBits) require_at_most(limits::kBits, bit_length(a), kBitsOfAnInteger);
  return a;
}

Integer power(const Integer& a, std::size_t exponent) {
  const std::size_t size = bit_length(a);
  if (size > 1) require_at_most(limits::kBits, size * std::min(exponent, limits::kBits), kBitsOfAnInteger);
  Integer result = 1;
  for (Integer square = a; exponent > 0; exponent /= 2) {
    if (exponent % 2 == 1) result *= square;
    if (exponent > 1) square *= square;
  }
  return result;
}

Rational::Rational(Integer numerator, Integer denominator)
    : numerator_(std::move(numerator)), denominator_(std::move(denominator)) {
  if (denominator_ == 0) throw std::domain_error("a fraction with denominator 0");
  within_limit(numerator_);
  if (denominator_ == 1) return;
  within_limit(denominator_);
  const Integer common = gcd(numerator_, denominator_) * denominator_.sign();
  numerator_ /= common;
  denominator_ /= common;
}

Rational Rational::operator-() const {
  Rational result = *this;
  result.numerator_ = -result.numerator_;
  return result;
}

Rational& Rational::operator+=(const Rational& b) {
  return *this = Rational(numerator_ * b.denominator_ + b.numerator_ * denominator_, denominator_ * b.denominator_);
}

Rational& Rational::operator-=(const Rational& b) {
  return *this = Rational(numerator_ * b.denominator_ - b.numerator_ * denominator_, denominator_ * b.denominator_);
}

Rational& Rational::operator*=(const Rational& b) {
  return *this = Rational(numerator_ * b.numerator_, denominator_ * b.denominator_);
}

Rational& Rational::operator/=(const Rational& b) {
  return *this = Rational(numerator_ * b.denominator_, denominator_ * b.numerator_);
}

int sign(const Rational& a) { return a.numerator().sign(); }

Rational power(const Rational& a, std::size_t exponent) {
  return Rational(power(a.numerator(), exponent), power(a.denominator(), exponent));
}

std::string to_string(const Rational& a) {
  const std::string numerator = a.numerator().str();
  return a.denominator() == 1 ? numerator : numerator + "/" + a.denominator().str();
}

std::optional<Integer> read_integer(std::string_view text) {
  const std::string_view digits = text.substr(text.starts_with('-') ? 1 : 0);
  const bool all_digits = std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (digits.empty() || !all_digits) return std::nullopt;
  if (digits.front() == '0' && text != "0") return std::nullopt;
  require_few_digits(digits);
  return Integer(std::string(text));
}

std::optional<Rational> read_rational(std::string_view text) {
  const std::size_t slash = text.find('/');
  const auto numerator = read_integer(text.substr(0, slash));
  if (!numerator) return std::nullopt;
  if (slash == std::string_view::npos) return Rational(*numerator);
  const auto denominator = read_integer(text.substr(slash + 1));
  if (!denominator || *denominator <= 1 || gcd(*numerator, *denominator) != 1) return std::nullopt;
  return Rational(*numerator, *denominator);
}

std::optional<Rational> rational_root(const Rational& value, std::size_t index) {
  const auto above = natural_root(value.numerator(), index);
  const auto below = natural_root(value.denominator(), index);
  if (!above || !below) return std::nullopt;
  return Rational(*above, *below);
}

}  // namespace isthmus::check
