#pragma once

#include <cstddef>

#include "exact/polynomial.hpp"

namespace isthmus {

/// What evaluation and interpolation would take: a grid of `points` points modulo each of `primes` word primes.
struct ModularSize {
  double points;
  double primes;
};
ModularSize modular_resultant_size(const Polynomial& a, const Polynomial& b, std::size_t variable);
ModularSize modular_discriminant_size(const Polynomial& a, std::size_t variable);

/// resultant() by evaluation on a grid modulo word primes, interpolation, and Chinese remaindering up to a proved
/// bound.
///
/// Let m and n be the degrees of a and b in the variable. Degrees: every term of the resultant is a product of n
/// coefficients a_i and m coefficients b_j with indices of sum m n, so if deg_u(a_i) <= A - s i and deg_u(b_j) <= B -
/// s j for a slope s, its degree in u is at most n A + m B - s m n; the least such bound is taken. Coefficients: the
/// 1-norm (sum of absolute values) is submultiplicative, so that of a determinant is at most the product over its rows
/// of the sums of the entries' 1-norms; for the Sylvester matrix that is |a|_1^n |b|_1^m. Both of positive degree in
/// the variable, or InvalidInput.
Polynomial modular_resultant(const Polynomial& a, const Polynomial& b, std::size_t variable);

/// discriminant() in the same way, (-1)^(d(d-1)/2) Res(a, a') / lc(a) for degree d >= 2. Every term is a product of
/// 2 (d-1) coefficients with indices of sum d(d-1). Dividing the first column of the Sylvester matrix of a and a' by
/// lc(a) makes no row's sum larger, so the bound |a|_1^(d-1) |a'|_1^d holds for the discriminant too.
Polynomial modular_discriminant(const Polynomial& a, std::size_t variable);

/// resultant() and discriminant() by FLINT's subresultants.
Polynomial subresultant_resultant(const Polynomial& a, const Polynomial& b, std::size_t variable);
Polynomial subresultant_discriminant(const Polynomial& a, std::size_t variable);

}  // namespace isthmus
