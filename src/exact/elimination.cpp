// Resultants and discriminants: the choice between two exact methods, after a variable is removed by homogeneity.
//
// Give the variable x weight w and the others weights such that a and b are homogeneous. A term of the resultant is a
// product of n coefficients a_i and m coefficients b_j with indices of sum m n, so it has weight n deg(a) + m deg(b) -
// m n w; the discriminant, with 2 d - 2 coefficients of index sum d (d - 1), has weight (2 d - 2) deg(a) - d (d - 1) w.
// A homogeneous polynomial is known from its value at u = 1 if u has nonzero weight, and setting u = 1 makes no term
// vanish, so that degrees in x stay.

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "exact/error.hpp"
#include "exact/grading.hpp"
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

namespace {

Polynomial chosen_resultant(const Polynomial& a, const Polynomial& b, std::size_t variable) {
  const long degree = std::min(a.degree(variable), b.degree(variable));
  const bool low = degree < least_modular_degree;
  if (low || !prefers_modular(degree, term_pairs(a, b), modular_resultant_size(a, b, variable))) {
    return subresultant_resultant(a, b, variable);
  }
  return modular_resultant(a, b, variable);
}

Polynomial chosen_discriminant(const Polynomial& a, std::size_t variable) {
  const long degree = a.degree(variable) - 1;
  const bool low = degree < least_modular_degree;
  if (low || !prefers_modular(degree, term_pairs(a, a), modular_discriminant_size(a, variable))) {
    return subresultant_discriminant(a, variable);
  }
  return modular_discriminant(a, variable);
}

/// A search for a grading pays where there is something to save.
std::optional<Grading> worthwhile_grading(const std::vector<Polynomial>& polynomials, std::size_t variable) {
  constexpr std::size_t few_terms = 12;
  std::size_t terms = 0;
  for (const Polynomial& p : polynomials) {
    terms += p.term_count();
    if (p.degree(variable) < 2 || p.variables().size() < 2) return std::nullopt;
  }
  return terms < few_terms ? std::nullopt : find_grading(polynomials, variable);
}

}  // namespace

Polynomial resultant(const Polynomial& a, const Polynomial& b, std::size_t variable) {
  require(a.ring() == b.ring(), "polynomials of different rings");
  require_positive_degree(a, variable, "resultant");
  require_positive_degree(b, variable, "resultant");
  const auto grading = worthwhile_grading({a, b}, variable);
  if (!grading) return chosen_resultant(a, b, variable);
  const Polynomial smaller =
      resultant(a.substitute(grading->removable, Rational(1)), b.substitute(grading->removable, Rational(1)), variable);
  const long m = a.degree(variable);
  const long n = b.degree(variable);
  return grading->homogenised(smaller,
                              n * grading->degree(a) + m * grading->degree(b) - m * n * grading->weights[variable]);
}

Polynomial discriminant(const Polynomial& a, std::size_t variable) {
  require_positive_degree(a, variable, "discriminant");
  if (a.degree(variable) == 1) return Polynomial(a.ring(), Rational(1));
  const auto grading = worthwhile_grading({a}, variable);
  if (!grading) return chosen_discriminant(a, variable);
  const long d = a.degree(variable);
  return grading->homogenised(discriminant(a.substitute(grading->removable, Rational(1)), variable),
                              (2 * d - 2) * grading->degree(a) - d * (d - 1) * grading->weights[variable]);
}

}  // namespace isthmus
