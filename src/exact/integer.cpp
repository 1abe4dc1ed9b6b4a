#include "exact/integer.hpp"

#include <algorithm>

#include "exact/error.hpp"

namespace isthmus {

static_assert(sizeof(Integer) == sizeof(fmpz_t), "Integer is an fmpz_t held by value and nothing else");

Integer Integer::parse(std::string_view digits) {
  std::string_view magnitude = digits;
  const bool negative = !magnitude.empty() && magnitude.front() == '-';
  if (negative || (!magnitude.empty() && magnitude.front() == '+')) magnitude.remove_prefix(1);
  const bool well_formed = !magnitude.empty() &&
                           std::all_of(magnitude.begin(), magnitude.end(), [](char c) { return c >= '0' && c <= '9'; });
  require(well_formed, "not an integer: '" + std::string(digits.substr(0, 40)) + "'");
  Integer result;
  ensure(fmpz_set_str(result.value_, std::string(magnitude).c_str(), 10) == 0, "fmpz_set_str refused decimal digits");
  if (negative) fmpz_neg(result.value_, result.value_);
  return result;
}

long Integer::to_long() const {
  require(fits_long(), "integer of " + std::to_string(bit_length()) + " bits does not fit a machine word");
  return fmpz_get_si(value_);
}

std::string Integer::to_string() const {
  std::string text(fmpz_sizeinbase(value_, 10) + 2, '\0');
  fmpz_get_str(text.data(), 10, value_);
  text.resize(text.find('\0'));
  return text;
}

Integer Integer::operator-() const {
  Integer result;
  fmpz_neg(result.value_, value_);
  return result;
}

Integer& Integer::operator+=(const Integer& other) {
  fmpz_add(value_, value_, other.value_);
  return *this;
}

Integer& Integer::operator-=(const Integer& other) {
  fmpz_sub(value_, value_, other.value_);
  return *this;
}

Integer& Integer::operator*=(const Integer& other) {
  fmpz_mul(value_, value_, other.value_);
  return *this;
}

Integer gcd(const Integer& a, const Integer& b) {
  Integer result;
  fmpz_gcd(result.raw(), a.raw(), b.raw());
  return result;
}

Integer lcm(const Integer& a, const Integer& b) {
  Integer result;
  fmpz_lcm(result.raw(), a.raw(), b.raw());
  return result;
}

Integer abs(const Integer& a) {
  Integer result;
  fmpz_abs(result.raw(), a.raw());
  return result;
}

Integer pow(const Integer& base, unsigned long exponent) {
  Integer result;
  fmpz_pow_ui(result.raw(), base.raw(), exponent);
  return result;
}

Integer exact_quotient(const Integer& a, const Integer& b) {
  require(!b.is_zero(), "exact quotient by zero");
  require(fmpz_divisible(a.raw(), b.raw()), "exact quotient of integers: the divisor does not divide");
  Integer result;
  fmpz_divexact(result.raw(), a.raw(), b.raw());
  return result;
}

}  // namespace isthmus
