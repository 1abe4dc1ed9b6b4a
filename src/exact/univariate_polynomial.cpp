#include "exact/univariate_polynomial.hpp"

#include <flint/fmpz_poly_factor.h>

#include <algorithm>

#include "exact/error.hpp"
#include "exact/residue_polynomial.hpp"

namespace isthmus {

static_assert(sizeof(UnivariatePolynomial) == sizeof(fmpz_poly_t), "an fmpz_poly_t held by value and nothing else");

namespace {

/// Order of factors: by degree, then by coefficients from the leading one down.
bool precedes(const UnivariatePolynomial& a, const UnivariatePolynomial& b) {
  if (a.degree() != b.degree()) return a.degree() < b.degree();
  for (long i = a.degree(); i >= 0; --i) {
    const int order = fmpz_cmp(a.raw()->coeffs + i, b.raw()->coeffs + i);
    if (order != 0) return order < 0;
  }
  return false;
}

/// Numerator of f(n / d) over d^degree, for d > 0.
Integer homogeneous_value(const fmpz_poly_struct* f, const fmpz* n, const fmpz* d) {
  Integer value;
  Integer scale(1);
  fmpz_set(value.raw(), f->coeffs + f->length - 1);
  for (slong i = f->length - 2; i >= 0; --i) {
    fmpz_mul(value.raw(), value.raw(), n);
    fmpz_mul(scale.raw(), scale.raw(), d);
    fmpz_addmul(value.raw(), scale.raw(), f->coeffs + i);
  }
  return value;
}

/// The same for d = 2^k: shifts instead of products.
Integer dyadic_value(const fmpz_poly_struct* f, const fmpz* n, ulong k) {
  Integer value;
  Integer shifted;
  fmpz_set(value.raw(), f->coeffs + f->length - 1);
  for (slong i = f->length - 2; i >= 0; --i) {
    fmpz_mul(value.raw(), value.raw(), n);
    if (fmpz_is_zero(f->coeffs + i)) continue;
    fmpz_mul_2exp(shifted.raw(), f->coeffs + i, k * static_cast<ulong>(f->length - 1 - i));
    fmpz_add(value.raw(), value.raw(), shifted.raw());
  }
  return value;
}

bool is_power_of_two(const fmpz* d) { return fmpz_val2(d) + 1 == fmpz_bits(d); }

std::string monomial_text(const Integer& magnitude, long exponent, std::string_view variable) {
  if (exponent == 0) return magnitude.to_string();
  std::string text = magnitude.is_one() ? "" : magnitude.to_string() + "*";
  text += variable;
  if (exponent > 1) text += "^" + std::to_string(exponent);
  return text;
}

}  // namespace

UnivariatePolynomial::UnivariatePolynomial(const std::vector<Integer>& coefficients) {
  fmpz_poly_init2(value_, static_cast<slong>(coefficients.size()));
  for (std::size_t i = 0; i < coefficients.size(); ++i) {
    fmpz_poly_set_coeff_fmpz(value_, static_cast<slong>(i), coefficients[i].raw());
  }
}

UnivariatePolynomial UnivariatePolynomial::constant(const Integer& value) {
  UnivariatePolynomial result;
  fmpz_poly_set_fmpz(result.value_, value.raw());
  return result;
}

UnivariatePolynomial UnivariatePolynomial::linear_with_root(const Rational& root) {
  UnivariatePolynomial result;
  fmpz_poly_set_coeff_fmpz(result.value_, 1, fmpq_denref(root.raw()));
  fmpz_poly_set_coeff_fmpz(result.value_, 0, fmpq_numref(root.raw()));
  fmpz_neg(result.value_->coeffs, result.value_->coeffs);
  return result;
}

Integer UnivariatePolynomial::coefficient(long exponent) const {
  Integer result;
  if (exponent >= 0) fmpz_poly_get_coeff_fmpz(result.raw(), value_, exponent);
  return result;
}

Integer UnivariatePolynomial::leading_coefficient() const { return coefficient(degree()); }

UnivariatePolynomial UnivariatePolynomial::derivative() const {
  UnivariatePolynomial result;
  fmpz_poly_derivative(result.value_, value_);
  return result;
}

UnivariatePolynomial UnivariatePolynomial::primitive_part() const {
  UnivariatePolynomial result;
  fmpz_poly_primitive_part(result.value_, value_);
  return result;
}

UnivariatePolynomial UnivariatePolynomial::squarefree_part() const {
  require(!is_zero(), "squarefree part of the zero polynomial");
  UnivariatePolynomial result = primitive_part();
  if (degree() <= 1) return result;
  const UnivariatePolynomial slope = result.derivative();
  if (are_shown_coprime(ResiduePolynomial(result), ResiduePolynomial(slope))) return result;
  const UnivariatePolynomial repeated = gcd(result, slope);
  return repeated.is_constant() ? result : exact_quotient(result, repeated);
}

std::vector<std::pair<UnivariatePolynomial, int>> UnivariatePolynomial::factor() const {
  require(!is_zero(), "factorisation of the zero polynomial");
  std::vector<std::pair<UnivariatePolynomial, int>> factors;
  if (is_constant()) return factors;
  fmpz_poly_factor_t flint_factors;
  fmpz_poly_factor_init(flint_factors);
  fmpz_poly_factor(flint_factors, value_);
  for (slong i = 0; i < flint_factors->num; ++i) {
    UnivariatePolynomial irreducible;
    fmpz_poly_primitive_part(irreducible.value_, flint_factors->p + i);
    factors.emplace_back(std::move(irreducible), static_cast<int>(flint_factors->exp[i]));
  }
  fmpz_poly_factor_clear(flint_factors);
  std::sort(factors.begin(), factors.end(), [](const auto& a, const auto& b) { return precedes(a.first, b.first); });
  return factors;
}

Rational UnivariatePolynomial::evaluate(const Rational& at) const {
  Rational result;
  fmpz_poly_evaluate_fmpq(result.raw(), value_, at.raw());
  return result;
}

int UnivariatePolynomial::sign_at(const Rational& at) const {
  if (is_zero()) return 0;
  if (is_constant() || at.is_zero()) return fmpz_sgn(value_->coeffs);
  const fmpz* denominator = fmpq_denref(at.raw());
  if (is_power_of_two(denominator)) {
    return dyadic_value(value_, fmpq_numref(at.raw()), fmpz_val2(denominator)).sign();
  }
  return homogeneous_value(value_, fmpq_numref(at.raw()), denominator).sign();
}

std::string UnivariatePolynomial::to_string(std::string_view variable) const {
  if (is_zero()) return "0";
  std::string text;
  for (long i = degree(); i >= 0; --i) {
    const Integer c = coefficient(i);
    if (c.is_zero()) continue;
    if (c.sign() < 0) text += "-";
    if (c.sign() > 0 && !text.empty()) text += "+";
    text += monomial_text(abs(c), i, variable);
  }
  return text;
}

UnivariatePolynomial UnivariatePolynomial::operator-() const {
  UnivariatePolynomial result;
  fmpz_poly_neg(result.value_, value_);
  return result;
}

UnivariatePolynomial& UnivariatePolynomial::operator+=(const UnivariatePolynomial& other) {
  fmpz_poly_add(value_, value_, other.value_);
  return *this;
}

UnivariatePolynomial& UnivariatePolynomial::operator-=(const UnivariatePolynomial& other) {
  fmpz_poly_sub(value_, value_, other.value_);
  return *this;
}

UnivariatePolynomial& UnivariatePolynomial::operator*=(const UnivariatePolynomial& other) {
  fmpz_poly_mul(value_, value_, other.value_);
  return *this;
}

UnivariatePolynomial gcd(const UnivariatePolynomial& a, const UnivariatePolynomial& b) {
  UnivariatePolynomial result;
  fmpz_poly_gcd(result.raw(), a.raw(), b.raw());
  return result.primitive_part();
}

UnivariatePolynomial exact_quotient(const UnivariatePolynomial& a, const UnivariatePolynomial& b) {
  require(!b.is_zero(), "exact quotient by the zero polynomial");
  UnivariatePolynomial result;
  // By Gauss's lemma, divisibility over Q of primitive polynomials is divisibility over Z.
  const bool divisible = fmpz_poly_divides(result.raw(), a.primitive_part().raw(), b.primitive_part().raw());
  require(divisible, "exact quotient of polynomials: the divisor does not divide");
  return result.primitive_part();
}

bool divides(const UnivariatePolynomial& b, const UnivariatePolynomial& a) {
  if (b.is_zero()) return false;
  UnivariatePolynomial quotient;
  return fmpz_poly_divides(quotient.raw(), a.primitive_part().raw(), b.primitive_part().raw());
}

}  // namespace isthmus
