#pragma once

#include <doctest/doctest.h>

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "exact/matrix.hpp"
#include "exact/polynomial.hpp"
#include "exact/real_root.hpp"

namespace isthmus {

// How doctest prints the operands of a failed check.
inline doctest::String toString(const Integer& a) { return a.to_string().c_str(); }
inline doctest::String toString(const Rational& a) { return a.to_string().c_str(); }
inline doctest::String toString(const UnivariatePolynomial& a) { return a.to_string().c_str(); }
inline doctest::String toString(const Polynomial& a) { return a.to_string().c_str(); }
inline doctest::String toString(const RealRoot& a) { return a.to_string().c_str(); }

/// Structured random values of the exact types: zero, units, small, near powers of two, huge. The same seed gives the
/// same values everywhere; start a test with INFO("seed ", seed).
class RandomValues {
 public:
  explicit RandomValues(std::uint64_t seed) : engine_(seed) {}

  std::size_t below(std::size_t n) { return static_cast<std::size_t>(engine_() % n); }
  long between(long low, long high) { return low + static_cast<long>(below(static_cast<std::size_t>(high - low + 1))); }
  bool chance(std::size_t one_in) { return below(one_in) == 0; }

  /// An integer of exactly this many bits (0 for none), with random sign.
  Integer with_bits(std::size_t bits) {
    Integer value(0);
    if (bits == 0) return value;
    for (std::size_t done = 0; done < bits; done += 32) {
      value = value * Integer(1L << 32) + Integer(static_cast<long>(engine_() >> 32));
    }
    const Integer top = pow(Integer(2), bits - 1);
    Integer low;
    fmpz_fdiv_r(low.raw(), value.raw(), top.raw());
    const Integer unit = sign();
    return unit * (top + low);
  }
  Integer integer() {
    switch (below(6)) {
      case 0: return Integer(0);
      case 1: return sign();
      case 2: return Integer(between(-9, 9));
      case 3: return sign() * (pow(Integer(2), 60 + below(6)) + Integer(between(-2, 2)));
      case 4: return with_bits(1 + below(70));
      default: return with_bits(200 + below(400));
    }
  }
  Integer nonzero_integer() {
    const Integer value = integer();
    return value.is_zero() ? Integer(1) : value;
  }
  Rational rational() {
    const Integer numerator = integer();
    return Rational(numerator, chance(3) ? Integer(1) : nonzero_integer());
  }
  Rational small_rational(long bound = 5) {
    const Integer numerator(between(-bound, bound));
    return Rational(numerator, Integer(chance(2) ? 1 : between(1, 4)));
  }
  std::vector<Rational> small_point(std::size_t dimension) {
    std::vector<Rational> point;
    for (std::size_t i = 0; i < dimension; ++i) point.push_back(small_rational());
    return point;
  }

  UnivariatePolynomial univariate(long max_degree) {
    std::vector<Integer> coefficients;
    const long length = between(0, max_degree + 1);
    for (long i = 0; i < length; ++i) coefficients.push_back(chance(4) ? integer() : Integer(between(-9, 9)));
    return UnivariatePolynomial(coefficients);
  }

  /// Up to `terms` random terms of total degree at most `degree`; zero and constants occur.
  Polynomial polynomial(const PolynomialRing& ring, unsigned degree, std::size_t terms, bool huge = false) {
    std::vector<Polynomial::Term> list(below(terms + 1));
    for (auto& term : list) {
      term.coefficient = huge && chance(3) ? rational() : small_rational(9);
      term.exponents.assign(ring.size(), 0);
      for (std::size_t left = below(degree + 1); left > 0 && ring.size() > 0; --left) {
        ++term.exponents[below(ring.size())];
      }
    }
    return Polynomial(ring, list);
  }
  /// All monomials of total degree at most `degree`, integer coefficients of at most `bits` bits.
  Polynomial dense(const PolynomialRing& ring, unsigned degree, std::size_t bits) {
    std::vector<Polynomial::Term> list;
    std::vector<unsigned> exponents(ring.size(), 0);
    collect(exponents, 0, degree, bits, list);
    return Polynomial(ring, list);
  }

 private:
  Integer sign() { return Integer(chance(2) ? 1 : -1); }
  void collect(std::vector<unsigned>& exponents, std::size_t variable, unsigned left, std::size_t bits,
               std::vector<Polynomial::Term>& list) {
    if (variable == exponents.size()) {
      list.push_back({Rational(with_bits(below(bits + 1))), exponents});
      return;
    }
    for (unsigned e = 0; e <= left; ++e) {
      exponents[variable] = e;
      collect(exponents, variable + 1, left - e, bits, list);
    }
    exponents[variable] = 0;
  }

  std::mt19937_64 engine_;
};

/// Rational(numerator, denominator) from words.
inline Rational fraction(long numerator, long denominator) {
  return Rational(Integer(numerator), Integer(denominator));
}

/// c_0 + c_1 t + ..
inline UnivariatePolynomial univariate(const std::vector<long>& coefficients) {
  return UnivariatePolynomial(std::vector<Integer>(coefficients.begin(), coefficients.end()));
}

inline UnivariatePolynomial power(const UnivariatePolynomial& base, int exponent) {
  UnivariatePolynomial result = UnivariatePolynomial::constant(1);
  for (int i = 0; i < exponent; ++i) result *= base;
  return result;
}

/// The product of the linear polynomials with these roots.
inline UnivariatePolynomial with_roots(const std::vector<Rational>& roots) {
  UnivariatePolynomial result = UnivariatePolynomial::constant(1);
  for (const Rational& root : roots) result *= UnivariatePolynomial::linear_with_root(root);
  return result;
}

}  // namespace isthmus
