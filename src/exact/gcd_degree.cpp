#include "exact/gcd_degree.hpp"

#include <flint/fmpz_poly_mat.h>

#include <algorithm>

#include "exact/error.hpp"
#include "exact/matrix.hpp"

namespace isthmus {

namespace {

/// The entries, row by row, of the square matrix of the coefficients of z^(m+n-j-1), .., z^j in z^(n-j-1)*a, .., a,
/// z^(m-j-1)*b, .., b; nullptr for 0. Its determinant is the principal subresultant coefficient.
template <class Coefficient>
std::vector<const Coefficient*> subresultant_entries(const std::vector<Coefficient>& a,
                                                     const std::vector<Coefficient>& b, std::size_t j) {
  const std::size_t m = a.size() - 1;
  const std::size_t n = b.size() - 1;
  std::vector<const Coefficient*> entries;
  const auto add_rows = [&](const std::vector<Coefficient>& p, std::size_t shifts) {
    for (std::size_t shift = shifts; shift-- > 0;)
      for (std::size_t exponent = m + n - j; exponent-- > j;)
        entries.push_back(exponent >= shift && exponent - shift < p.size() ? &p[exponent - shift] : nullptr);
  };
  add_rows(a, n - j);
  add_rows(b, m - j);
  return entries;
}

UnivariatePolynomial determinant_of(const std::vector<const UnivariatePolynomial*>& entries, std::size_t size) {
  fmpz_poly_mat_t matrix;
  fmpz_poly_mat_init(matrix, static_cast<slong>(size), static_cast<slong>(size));
  for (std::size_t i = 0; i < entries.size(); ++i)
    if (entries[i] != nullptr)
      fmpz_poly_set(fmpz_poly_mat_entry(matrix, static_cast<slong>(i / size), static_cast<slong>(i % size)),
                    entries[i]->raw());
  UnivariatePolynomial result;
  fmpz_poly_mat_det(result.raw(), matrix);
  fmpz_poly_mat_clear(matrix);
  return result;
}

Polynomial determinant_of(const std::vector<const Polynomial*>& entries, std::size_t size, const PolynomialRing& ring) {
  PolynomialMatrix matrix(ring, size, size);
  for (std::size_t i = 0; i < entries.size(); ++i)
    if (entries[i] != nullptr) matrix.at(i / size, i % size) = *entries[i];
  return determinant(matrix);
}

/// The least j for which the coefficient does not vanish.
template <class Coefficient, class Vanishes>
long least_subresultant(const std::vector<Coefficient>& a, const std::vector<Coefficient>& b,
                        const Vanishes& vanishes) {
  const std::size_t least = std::min(a.size(), b.size()) - 1;
  for (std::size_t j = 0; j < least; ++j)
    if (!vanishes(subresultant_entries(a, b, j), a.size() + b.size() - 2 - 2 * j)) return static_cast<long>(j);
  return static_cast<long>(least);
}

}  // namespace

long gcd_degree_at(const RealRoot& alpha, const std::vector<UnivariatePolynomial>& a,
                   const std::vector<UnivariatePolynomial>& b) {
  require(!a.empty() && !b.empty() && alpha.sign_of(a.back()) != 0 && alpha.sign_of(b.back()) != 0,
          "a leading coefficient vanishes");
  return least_subresultant(
      a, b, [&](const auto& entries, std::size_t size) { return alpha.sign_of(determinant_of(entries, size)) == 0; });
}

long gcd_degree_at(const AlgebraicPoint& point, const std::vector<Polynomial>& a, const std::vector<Polynomial>& b) {
  require(!a.empty() && !b.empty() && sign_at(a.back(), point) != 0 && sign_at(b.back(), point) != 0,
          "a leading coefficient vanishes");
  return least_subresultant(a, b, [&](const auto& entries, std::size_t size) {
    return sign_at(determinant_of(entries, size, a.back().ring()), point) == 0;
  });
}

}  // namespace isthmus
