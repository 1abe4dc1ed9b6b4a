#pragma once

#include <flint/fmpz_poly.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "exact/integer.hpp"
#include "exact/rational.hpp"

namespace isthmus {

/// A polynomial in one variable with integer coefficients. A value type over FLINT's fmpz_poly.
class UnivariatePolynomial {
 public:
  UnivariatePolynomial() noexcept { fmpz_poly_init(value_); }
  /// c_0 + c_1 t + ..., coefficients in ascending order.
  explicit UnivariatePolynomial(const std::vector<Integer>& coefficients);
  UnivariatePolynomial(const UnivariatePolynomial& other) {
    fmpz_poly_init(value_);
    fmpz_poly_set(value_, other.value_);
  }
  UnivariatePolynomial(UnivariatePolynomial&& other) noexcept {
    fmpz_poly_init(value_);
    fmpz_poly_swap(value_, other.value_);
  }
  UnivariatePolynomial& operator=(const UnivariatePolynomial& other) {
    fmpz_poly_set(value_, other.value_);
    return *this;
  }
  UnivariatePolynomial& operator=(UnivariatePolynomial&& other) noexcept {
    fmpz_poly_swap(value_, other.value_);
    return *this;
  }
  ~UnivariatePolynomial() { fmpz_poly_clear(value_); }

  static UnivariatePolynomial constant(const Integer& value);
  /// The primitive integer multiple d*t - n of t - n/d, d > 0.
  static UnivariatePolynomial linear_with_root(const Rational& root);

  fmpz_poly_struct* raw() noexcept { return value_; }
  const fmpz_poly_struct* raw() const noexcept { return value_; }

  /// -1 for the zero polynomial.
  long degree() const noexcept { return fmpz_poly_degree(value_); }
  bool is_zero() const noexcept { return fmpz_poly_is_zero(value_); }
  bool is_constant() const noexcept { return degree() <= 0; }
  Integer coefficient(long exponent) const;
  Integer leading_coefficient() const;
  UnivariatePolynomial derivative() const;
  /// Content removed, leading coefficient positive; 0 stays 0.
  UnivariatePolynomial primitive_part() const;
  /// Product of the distinct irreducible factors, primitive. Throws InvalidInput for 0.
  UnivariatePolynomial squarefree_part() const;
  /// Irreducible primitive factors of positive degree with positive leading coefficient, and their exponents.
  /// Throws InvalidInput for 0.
  std::vector<std::pair<UnivariatePolynomial, int>> factor() const;

  Rational evaluate(const Rational& at) const;
  /// Sign of the value; cheaper than evaluate().
  int sign_at(const Rational& at) const;
  /// "2*t^3-t+5".
  std::string to_string(std::string_view variable = "t") const;

  UnivariatePolynomial operator-() const;
  UnivariatePolynomial& operator+=(const UnivariatePolynomial& other);
  UnivariatePolynomial& operator-=(const UnivariatePolynomial& other);
  UnivariatePolynomial& operator*=(const UnivariatePolynomial& other);
  friend UnivariatePolynomial operator+(UnivariatePolynomial a, const UnivariatePolynomial& b) { return a += b; }
  friend UnivariatePolynomial operator-(UnivariatePolynomial a, const UnivariatePolynomial& b) { return a -= b; }
  friend UnivariatePolynomial operator*(UnivariatePolynomial a, const UnivariatePolynomial& b) { return a *= b; }
  friend bool operator==(const UnivariatePolynomial& a, const UnivariatePolynomial& b) noexcept {
    return fmpz_poly_equal(a.value_, b.value_);
  }

 private:
  fmpz_poly_t value_;
};

/// Primitive greatest common divisor with positive leading coefficient; gcd(0, 0) = 0.
UnivariatePolynomial gcd(const UnivariatePolynomial& a, const UnivariatePolynomial& b);
/// The primitive part of a / b over Q. Throws InvalidInput unless b divides a over Q and b != 0.
UnivariatePolynomial exact_quotient(const UnivariatePolynomial& a, const UnivariatePolynomial& b);
/// Whether b != 0 divides a over Q.
bool divides(const UnivariatePolynomial& b, const UnivariatePolynomial& a);

}  // namespace isthmus
