#include "curve/real_logarithm.hpp"

#include <flint/fmpq_mat.h>
#include <flint/fmpq_poly.h>

#include "exact/error.hpp"
#include "exact/real_root.hpp"

namespace isthmus {
namespace {

/// p(a), by Horner's rule.
Matrix evaluated(const UnivariatePolynomial& p, const Matrix& a) {
  const std::size_t n = a.rows();
  Matrix result(n, n);
  for (long k = p.degree(); k >= 0; --k) {
    result = result * a;
    const Rational c(p.coefficient(k));
    for (std::size_t i = 0; i < n; ++i) result.set(i, i, result.at(i, i) + c);
  }
  return result;
}

}  // namespace

UnivariatePolynomial characteristic_polynomial(const Matrix& a) {
  require(a.rows() == a.columns(), "the characteristic polynomial of a matrix that is not square");
  fmpq_poly_t p;
  fmpq_poly_init(p);
  fmpq_mat_charpoly(p, a.raw());
  UnivariatePolynomial result;
  fmpq_poly_get_numerator(result.raw(), p);
  fmpq_poly_clear(p);
  return result.primitive_part();
}

std::vector<JordanBlocks> jordan_blocks(const Matrix& a) {
  std::vector<JordanBlocks> result;
  for (const auto& [p, multiplicity] : characteristic_polynomial(a).factor()) {
    const Matrix base = evaluated(p, a);
    Matrix power = base;
    // at_least[k]: the number of blocks of size > k for each root.
    std::vector<std::size_t> at_least;
    std::size_t rank = a.rows();
    for (int k = 1; k <= multiplicity; ++k) {
      const std::size_t next = power.rank();
      at_least.push_back((rank - next) / static_cast<std::size_t>(p.degree()));
      rank = next;
      power = power * base;
    }
    at_least.push_back(0);
    JordanBlocks blocks{p, {}};
    for (std::size_t k = 0; k + 1 < at_least.size(); ++k) blocks.counts.push_back(at_least[k] - at_least[k + 1]);
    while (!blocks.counts.empty() && blocks.counts.back() == 0) blocks.counts.pop_back();
    result.push_back(std::move(blocks));
  }
  return result;
}

LogarithmDecision has_real_logarithm(const Matrix& a) {
  require(a.rows() == a.columns(), "the logarithm of a matrix that is not square");
  if (a.rank() < a.rows()) return {false, "det = 0"};
  for (const JordanBlocks& blocks : jordan_blocks(a)) {
    const long negative = count_roots_below(blocks.polynomial, Rational(0));
    if (negative == 0) continue;
    for (std::size_t k = 0; k < blocks.counts.size(); ++k) {
      if (blocks.counts[k] % 2 == 0) continue;
      return {false, "a negative root of " + blocks.polynomial.to_string() + " has " +
                         std::to_string(blocks.counts[k]) +
                         (blocks.counts[k] == 1 ? " Jordan block" : " Jordan blocks") + " of size " +
                         std::to_string(k + 1) + ", an odd number"};
    }
  }
  return {true, "each Jordan block of a negative eigenvalue occurs an even number of times"};
}

}  // namespace isthmus
