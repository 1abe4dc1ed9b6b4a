#include "decompose/coincidences.hpp"

#include "exact/ball_matrix.hpp"

namespace isthmus {

namespace {

void set(BallMatrix& matrix, std::size_t row, std::size_t column, const Ball& value) {
  arb_set(arb_mat_entry(matrix.raw(), row, column), value.raw());
}

/// Power sums of the zeros, of exponents 0 .. count - 1, by Newton's identities.
std::vector<Ball> power_sums(const std::vector<Ball>& coefficients, std::size_t count, long precision) {
  const std::size_t d = coefficients.size() - 1;
  std::vector<Ball> monic;  // e-th: the coefficient of degree d - e
  for (std::size_t e = 0; e <= d; ++e) monic.push_back(div(coefficients[d - e], coefficients[d], precision));
  std::vector<Ball> sums{Ball(Rational(static_cast<long>(d)), precision)};
  for (std::size_t k = 1; k < count; ++k) {
    Ball sum;
    if (k <= d) sum = mul(monic[k], Ball(Rational(static_cast<long>(k)), precision), precision);
    for (std::size_t e = 1; e < k && e <= d; ++e) sum = add(sum, mul(monic[e], sums[k - e], precision), precision);
    sums.push_back(sub(Ball(), sum, precision));
  }
  return sums;
}

/// By the formula of Cauchy and Binet, the determinant of the power sums p_(i+j), i, j = 0 .. d - 2.
Ball first_subdiscriminant(const std::vector<Ball>& coefficients, long precision) {
  const std::size_t size = coefficients.size() - 2;
  const std::vector<Ball> sums = power_sums(coefficients, 2 * size, precision);
  BallMatrix hankel(size, size);
  for (std::size_t i = 0; i < size; ++i)
    for (std::size_t j = 0; j < size; ++j) set(hankel, i, j, sums[i + j]);
  return hankel.determinant(precision);
}

/// The minor of Sylvester's matrix of x^(n-2)*f, .., f, x^(m-2)*g, .., g in the degrees 1 .. m+n-2, up to sign.
Ball first_subresultant(const std::vector<Ball>& f, const std::vector<Ball>& g, long precision) {
  const std::size_t m = f.size() - 1;
  const std::size_t n = g.size() - 1;
  BallMatrix sylvester(m + n - 2, m + n - 2);
  const auto fill = [&](const std::vector<Ball>& p, std::size_t first_row, std::size_t rows) {
    for (std::size_t shift = 0; shift < rows; ++shift)
      for (std::size_t e = 0; e < p.size(); ++e)
        if (e + shift > 0) set(sylvester, first_row + shift, e + shift - 1, p[e]);
  };
  fill(f, 0, n - 1);
  fill(g, n - 1, m - 1);
  return sylvester.determinant(precision);
}

/// The sign of a function of the wall's coordinate, or nullopt.
template <class Function>
std::optional<int> nonzero_sign(const RealRoot& alpha, const Function& function) {
  constexpr long first_precision = 128;
  constexpr long last_precision = 512;
  for (long precision = first_precision; precision <= last_precision; precision *= 2) {
    const Ball value = function(alpha.ball(precision), precision);
    if (!value.contains_zero()) return value.sign();
  }
  return std::nullopt;
}

}  // namespace

std::optional<int> first_subdiscriminant_sign(const FibrePolynomial& f, const RealRoot& alpha) {
  if (f.coefficients.size() == 3) return 1;
  return nonzero_sign(alpha, [&](const Ball& t, long precision) {
    return first_subdiscriminant(coefficients_at(f, t, precision), precision);
  });
}

bool share_at_most_one_zero(const FibrePolynomial& f, const FibrePolynomial& g, const RealRoot& alpha) {
  if (f.coefficients.size() == 2 || g.coefficients.size() == 2) return true;
  return nonzero_sign(alpha, [&](const Ball& t, long precision) {
           return first_subresultant(coefficients_at(f, t, precision), coefficients_at(g, t, precision), precision);
         }).has_value();
}

}  // namespace isthmus
