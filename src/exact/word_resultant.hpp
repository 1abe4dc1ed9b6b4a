#pragma once

#include <flint/nmod_poly.h>

#include <vector>

namespace isthmus {

/// Resultants and discriminants of polynomials of given FORMAL degree over a prime field Z/p, p < 2^62: the values of
/// the integer polynomials "resultant" and "discriminant" in the coefficients, even where leading ones vanish mod p. So
/// they commute with every specialisation of integer polynomials. Keeps its scratch space between calls.
class WordResultant {
 public:
  explicit WordResultant(nmod_t modulus) : modulus_(modulus) {}

  /// `a` holds m + 1 and `b` n + 1 ascending coefficients, m, n >= 0: the determinant of the Sylvester matrix, a's rows
  /// first, which is a_m^n times the product of b over the roots of a.
  ulong resultant(const std::vector<ulong>& a, const std::vector<ulong>& b);
  /// `a` holds d + 1 ascending coefficients, d >= 1, p > d: (-1)^(d(d-1)/2) Res(a, a') / a_d.
  ulong discriminant(const std::vector<ulong>& a);

 private:
  ulong euclid();

  nmod_t modulus_;
  std::vector<ulong> a_;
  std::vector<ulong> b_;
};

}  // namespace isthmus
