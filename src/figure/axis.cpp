#include "figure/axis.hpp"

#include <fmt/format.h>

namespace isthmus {
namespace {

constexpr const char* kMinus = "\u2212";

/// n * 10^exponent.
std::string decimal(const Integer& n, long exponent) {
  std::string digits = n.to_string();
  const bool negative = digits.front() == '-';
  if (negative) digits.erase(0, 1);
  constexpr long most_zeros = 4;
  if (digits == "0") return "0";
  if (exponent > most_zeros) {
    digits += fmt::format("\u00b710^{}", exponent);
  } else if (exponent >= 0) {
    digits += std::string(static_cast<std::size_t>(exponent), '0');
  } else {
    const std::size_t behind = static_cast<std::size_t>(-exponent);
    if (digits.size() <= behind) digits.insert(0, behind + 1 - digits.size(), '0');
    digits.insert(digits.size() - behind, ".");
    while (digits.back() == '0') digits.pop_back();
    if (digits.back() == '.') digits.pop_back();
  }
  return (negative ? kMinus : "") + digits;
}

}  // namespace

std::vector<Tick> ticks(const Range& range, int wanted) {
  const Rational rough = range.width() / Rational(wanted);
  long exponent = 0;
  while (pow(Rational(10), exponent) > rough) --exponent;
  while (pow(Rational(10), exponent + 1) <= rough) ++exponent;
  const Rational unit = pow(Rational(10), exponent);
  long multiple = 1;
  for (const long candidate : {2L, 5L, 10L}) {
    if (Rational(multiple) * unit >= rough) break;
    multiple = candidate;
  }
  const Rational step = Rational(multiple) * unit;
  std::vector<Tick> result;
  for (Rational i((range.lower / step).ceil()); i * step <= range.upper; i += Rational(1))
    result.push_back({range.unit(i * step), decimal((i * Rational(multiple)).numerator(), exponent)});
  return result;
}

std::string short_decimal(const Rational& value) {
  if (value.is_integer() && value.to_string().size() <= 12) return decimal(value.numerator(), 0);
  return fmt::format("{:.10g}", to_double(value));
}

}  // namespace isthmus
