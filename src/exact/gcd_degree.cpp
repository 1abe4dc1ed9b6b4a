#include "exact/gcd_degree.hpp"

#include <flint/fmpz_poly_mat.h>

#include <algorithm>

#include "exact/error.hpp"

namespace isthmus {

namespace {

/// A square matrix of polynomials.
class PolynomialMatrix {
 public:
  explicit PolynomialMatrix(slong size) { fmpz_poly_mat_init(entries_, size, size); }
  PolynomialMatrix(const PolynomialMatrix&) = delete;
  PolynomialMatrix& operator=(const PolynomialMatrix&) = delete;
  ~PolynomialMatrix() { fmpz_poly_mat_clear(entries_); }

  void set(slong row, slong column, const UnivariatePolynomial& entry) {
    fmpz_poly_set(fmpz_poly_mat_entry(entries_, row, column), entry.raw());
  }
  UnivariatePolynomial determinant() const {
    UnivariatePolynomial result;
    fmpz_poly_mat_det(result.raw(), entries_);
    return result;
  }

 private:
  fmpz_poly_mat_t entries_;
};

/// The determinant of the coefficients of z^(m+n-j-1), .., z^j in z^(n-j-1)*a, .., a, z^(m-j-1)*b, .., b.
UnivariatePolynomial principal_subresultant(const std::vector<UnivariatePolynomial>& a,
                                            const std::vector<UnivariatePolynomial>& b, slong j) {
  const slong m = static_cast<slong>(a.size()) - 1;
  const slong n = static_cast<slong>(b.size()) - 1;
  const slong size = m + n - 2 * j;
  PolynomialMatrix matrix(size);
  const auto fill = [&](slong first_row, slong rows, const std::vector<UnivariatePolynomial>& p) {
    for (slong i = 0; i < rows; ++i)
      for (slong column = 0; column < size; ++column) {
        const slong exponent = (m + n - j - 1 - column) - (rows - 1 - i);
        if (exponent >= 0 && exponent < static_cast<slong>(p.size()))
          matrix.set(first_row + i, column, p[static_cast<std::size_t>(exponent)]);
      }
  };
  fill(0, n - j, a);
  fill(n - j, m - j, b);
  return matrix.determinant();
}

}  // namespace

long gcd_degree_at(const RealRoot& alpha, const std::vector<UnivariatePolynomial>& a,
                   const std::vector<UnivariatePolynomial>& b) {
  require(!a.empty() && !b.empty() && alpha.sign_of(a.back()) != 0 && alpha.sign_of(b.back()) != 0,
          "a leading coefficient vanishes");
  const slong least = static_cast<slong>(std::min(a.size(), b.size())) - 1;
  for (slong j = 0; j < least; ++j)
    if (alpha.sign_of(principal_subresultant(a, b, j)) != 0) return j;
  return least;
}

}  // namespace isthmus
