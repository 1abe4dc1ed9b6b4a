#pragma once

#include <flint/nmod_poly.h>

#include "exact/univariate_polynomial.hpp"

namespace isthmus {

/// A polynomial modulo a fixed prime of 62 bits: often enough to show that two polynomials are coprime.
class ResiduePolynomial {
 public:
  explicit ResiduePolynomial(const UnivariatePolynomial& p);
  ResiduePolynomial(const ResiduePolynomial& other);
  ResiduePolynomial(ResiduePolynomial&& other) noexcept;
  ResiduePolynomial& operator=(ResiduePolynomial other) noexcept;
  ~ResiduePolynomial() { nmod_poly_clear(value_); }

  /// True if no polynomial of positive degree divides both over the rationals: their residues are coprime, and the prime
  /// does not divide both leading coefficients, hence not that of a common divisor. False says nothing.
  friend bool are_shown_coprime(const ResiduePolynomial& a, const ResiduePolynomial& b);

 private:
  nmod_poly_t value_;
  bool keeps_degree_;
};

}  // namespace isthmus
