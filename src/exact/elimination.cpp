// Resultants and discriminants: the choice between two exact methods.

#include <algorithm>
#include <string>

#include "exact/error.hpp"
#include "exact/modular_resultant.hpp"
#include "exact/polynomial.hpp"

namespace isthmus {

namespace {

void require_positive_degree(const Polynomial& a, std::size_t variable, const char* what) {
  require(variable < a.ring().size(), std::string(what) + ": no such variable");
  require(a.degree(variable) >= 1, std::string(what) + ": the polynomial has degree < 1 in " + a.ring().name(variable));
}

constexpr long least_modular_degree = 4;

/// Whether evaluation and interpolation is the faster method, by measurement: subresultants win in low degree and on
/// sparse polynomials in many variables, where the grid is large beside the number of pairs of terms. `degree` is the
/// smaller degree in the main variable.
bool prefers_modular(long degree, double term_pairs, const ModularSize& size) {
  constexpr double points_per_pair = 10;
  constexpr double most_words = 1 << 27;
  if (size.points * size.primes > most_words) return false;
  return size.points <= points_per_pair * term_pairs * static_cast<double>(degree - least_modular_degree + 1);
}

double term_pairs(const Polynomial& a, const Polynomial& b) {
  return static_cast<double>(a.term_count()) * static_cast<double>(b.term_count());
}

}  // namespace

Polynomial subresultant_resultant(const Polynomial& a, const Polynomial& b, std::size_t variable) {
  Polynomial result(a.ring());
  if (!fmpq_mpoly_resultant(result.raw(), a.raw(), b.raw(), static_cast<slong>(variable), a.ring().raw())) {
    throw Undecided("FLINT could not compute a resultant");
  }
  return result;
}

Polynomial subresultant_discriminant(const Polynomial& a, std::size_t variable) {
  Polynomial result(a.ring());
  if (!fmpq_mpoly_discriminant(result.raw(), a.raw(), static_cast<slong>(variable), a.ring().raw())) {
    throw Undecided("FLINT could not compute a discriminant");
  }
  return result;
}

Polynomial resultant(const Polynomial& a, const Polynomial& b, std::size_t variable) {
  require(a.ring() == b.ring(), "polynomials of different rings");
  require_positive_degree(a, variable, "resultant");
  require_positive_degree(b, variable, "resultant");
  const long degree = std::min(a.degree(variable), b.degree(variable));
  const bool low = degree < least_modular_degree;
  if (low || !prefers_modular(degree, term_pairs(a, b), modular_resultant_size(a, b, variable))) {
    return subresultant_resultant(a, b, variable);
  }
  return modular_resultant(a, b, variable);
}

Polynomial discriminant(const Polynomial& a, std::size_t variable) {
  require_positive_degree(a, variable, "discriminant");
  if (a.degree(variable) == 1) return Polynomial(a.ring(), Rational(1));
  const long degree = a.degree(variable) - 1;
  const bool low = degree < least_modular_degree;
  if (low || !prefers_modular(degree, term_pairs(a, a), modular_discriminant_size(a, variable))) {
    return subresultant_discriminant(a, variable);
  }
  return modular_discriminant(a, variable);
}

}  // namespace isthmus
