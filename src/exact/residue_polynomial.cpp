#include "exact/residue_polynomial.hpp"

#include <utility>

namespace isthmus {

namespace {

constexpr ulong prime = 4611686018427387847UL;  // 2^62 - 57

}  // namespace

ResiduePolynomial::ResiduePolynomial(const UnivariatePolynomial& p) {
  nmod_poly_init(value_, prime);
  fmpz_poly_get_nmod_poly(value_, p.raw());
  keeps_degree_ = !p.is_zero() && nmod_poly_degree(value_) == p.degree();
}

ResiduePolynomial::ResiduePolynomial(const ResiduePolynomial& other) : keeps_degree_(other.keeps_degree_) {
  nmod_poly_init(value_, prime);
  nmod_poly_set(value_, other.value_);
}

ResiduePolynomial::ResiduePolynomial(ResiduePolynomial&& other) noexcept : keeps_degree_(other.keeps_degree_) {
  nmod_poly_init(value_, prime);
  nmod_poly_swap(value_, other.value_);
}

ResiduePolynomial& ResiduePolynomial::operator=(ResiduePolynomial other) noexcept {
  nmod_poly_swap(value_, other.value_);
  std::swap(keeps_degree_, other.keeps_degree_);
  return *this;
}

bool are_shown_coprime(const ResiduePolynomial& a, const ResiduePolynomial& b) {
  if (!a.keeps_degree_ && !b.keeps_degree_) return false;
  nmod_poly_t common;
  nmod_poly_init(common, prime);
  nmod_poly_gcd(common, a.value_, b.value_);
  const bool result = nmod_poly_degree(common) == 0;
  nmod_poly_clear(common);
  return result;
}

}  // namespace isthmus
