#include "symmetry/product_distance.hpp"

#include <flint/fmpq_poly.h>

#include "exact/error.hpp"
#include "exact/pseudo_inverse.hpp"
#include "exact/real_root.hpp"

namespace isthmus {
namespace {

Rational inner_product(const Matrix& a, const Matrix& b) { return trace(a.transpose() * b); }

/// Entries rounded down to multiples of 2^-bits.
Matrix rounded(const Matrix& a, unsigned long bits) {
  const Rational unit(pow(Integer(2), bits));
  Matrix result(a.rows(), a.columns());
  for (std::size_t i = 0; i < a.rows(); ++i) {
    for (std::size_t j = 0; j < a.columns(); ++j) result.set(i, j, Rational((a.at(i, j) * unit).floor()) / unit);
  }
  return result;
}

/// A rational matrix near the partial isometry U T(V) of A = U S T(V): X -> X (3I - T(X) X)/2 (Newton, Schulz).
Matrix near_isometry(const Matrix& a) {
  const Rational norm = squared_norm(a);
  const Rational scale = Rational(1) / Rational((norm < Rational(1) ? Rational(1) : norm).ceil());
  Matrix x = scale * a;
  const Matrix three = Rational(3) * Matrix::identity(a.columns());
  for (int step = 0; step < 60; ++step) {
    const Matrix next = rounded(Rational(1, 2) * (x * (three - x.transpose() * x)), 40);
    if (next == x) break;
    x = next;
  }
  return rounded(x, 8);
}

/// The matrix with further zero rows and columns.
Matrix padded(const Matrix& a, std::size_t rows, std::size_t columns) {
  Matrix result(rows, columns);
  for (std::size_t i = 0; i < a.rows(); ++i) {
    for (std::size_t j = 0; j < a.columns(); ++j) result.set(i, j, a.at(i, j));
  }
  return result;
}

}  // namespace

bool is_positive_definite(const Matrix& symmetric) {
  const std::size_t n = symmetric.rows();
  require(symmetric == symmetric.transpose(), "a matrix that is not symmetric");
  Matrix rest = symmetric;
  for (std::size_t k = 0; k < n; ++k) {
    if (rest.at(k, k).sign() <= 0) return false;
    for (std::size_t i = k + 1; i < n; ++i) {
      const Rational factor = rest.at(i, k) / rest.at(k, k);
      for (std::size_t j = k; j < n; ++j) rest.set(i, j, rest.at(i, j) - factor * rest.at(k, j));
    }
  }
  return true;
}

std::optional<Rational> dual_distance_bound(const Matrix& first, const Matrix& second, const Matrix& product,
                                            const Matrix& multiplier) {
  const bool fit = first.columns() == second.rows() && first.rows() == product.rows() &&
                   second.columns() == product.columns() && multiplier.rows() == product.rows() &&
                   multiplier.columns() == product.columns();
  require(fit, "factors, product and multiplier whose shapes do not fit");
  const Matrix gram = Matrix::identity(product.rows()) - multiplier * multiplier.transpose();
  if (!is_positive_definite(gram)) return std::nullopt;
  // The stationary point: V_1 + L T(V_2) = C_1 and T(V_2) + T(L) V_1 = T(C_2).
  const Matrix v1 = gram.inverse() * (first - multiplier * second.transpose());
  const Matrix v2 = second - v1.transpose() * multiplier;
  return squared_norm(first) + squared_norm(second) - Rational(2) * inner_product(multiplier, product) -
         inner_product(first, v1) - inner_product(second, v2);
}

Ball nuclear_norm(const Matrix& a, long precision) {
  fmpq_poly_t p;
  fmpq_poly_init(p);
  fmpq_mat_charpoly(p, (a.transpose() * a).raw());
  UnivariatePolynomial squares;
  fmpq_poly_get_numerator(squares.raw(), p);
  fmpq_poly_clear(p);
  Ball sum;
  for (const auto& [factor, multiplicity] : squares.factor()) {
    for (const RealRoot& root : isolate_real_roots(factor)) {
      if (root.compare(Rational(0)) == 0) continue;
      Ball value = root.ball(precision);
      arb_sqrt(value.raw(), value.raw(), precision);
      arb_addmul_si(sum.raw(), value.raw(), multiplicity, precision);
    }
  }
  return sum;
}

Ball balanced_midpoint_squared_distance(const Matrix& a, const Rational& s, long precision) {
  require(s >= Rational(2), "the formula (s^2 - 2)|A|_* is for s >= 2");
  return mul(Ball(s * s - Rational(2), precision), nuclear_norm(a, precision), precision);
}

FarMidpoint far_midpoint(const Matrix& a, std::size_t inner, const Rational& bound) {
  const RankFactorisation factors = rank_factorisation(a);
  require(factors.columns.columns() <= inner, "A has rank " + std::to_string(factors.columns.columns()) +
                                                  ", so it is no product with inner size " + std::to_string(inner));
  FarMidpoint far{padded(factors.columns, a.rows(), inner), padded(factors.rows, inner, a.columns()), Rational(2),
                  near_isometry(a), Rational(0)};
  const Matrix isometry = far.multiplier;
  // For a small multiplier the bound grows like s^2 |multiplier| |A|_*, whether the factors are balanced or not.
  for (int doubling = 0; doubling < 400; ++doubling, far.beta *= Rational(2)) {
    const Rational s = (far.beta + Rational(1) / far.beta) / Rational(2);
    for (Rational damping(15, 16); damping > Rational(1, 10000); damping *= Rational(1, 2)) {
      far.multiplier = damping * isometry;
      const auto value = dual_distance_bound(s * far.first, s * far.second, a, far.multiplier);
      if (!value || *value <= bound * bound) continue;
      far.squared_bound = *value;
      return far;
    }
  }
  throw Undecided("no multiplier was found that shows the distance");
}

}  // namespace isthmus
