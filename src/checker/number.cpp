#include "checker/number.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace isthmus::check {

int sign(const Integer& a) { return a.sign(); }

Integer power(const Integer& a, std::size_t exponent) {
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
  if (denominator_ == 1) return;
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

}  // namespace isthmus::check
