// Counting real roots by Sturm's theorem: independent of the isolation by Descartes' rule.

#include "exact/descartes.hpp"
#include "exact/error.hpp"
#include "exact/real_root.hpp"

namespace isthmus {

namespace {

int variations(const std::vector<int>& signs) {
  int count = 0;
  int previous = 0;
  for (const int sign : signs) {
    if (sign != 0 && previous == -sign) ++count;
    if (sign != 0) previous = sign;
  }
  return count;
}

/// -(a mod b) up to a positive factor; zero if b divides a.
UnivariatePolynomial negated_remainder(const UnivariatePolynomial& a, const UnivariatePolynomial& b) {
  UnivariatePolynomial remainder;
  ulong scalings = 0;
  fmpz_poly_pseudo_rem(remainder.raw(), &scalings, a.raw(), b.raw());
  if (remainder.is_zero()) return remainder;
  // lc(b)^scalings * a = q * b + remainder
  const bool negative_scale = scalings % 2 == 1 && b.leading_coefficient().sign() < 0;
  const int sign = remainder.leading_coefficient().sign();
  UnivariatePolynomial result = remainder.primitive_part();  // its leading coefficient is positive
  const bool negate = (sign > 0) != negative_scale;
  return negate ? -result : result;
}

/// The Sturm chain of the squarefree part of p.
class SturmChain {
 public:
  explicit SturmChain(const UnivariatePolynomial& p) {
    chain_.push_back(p.primitive_part());
    UnivariatePolynomial next = p.primitive_part().derivative().primitive_part();
    while (!next.is_zero()) {
      chain_.push_back(next);
      next = negated_remainder(chain_[chain_.size() - 2], chain_.back());
    }
    if (!chain_.back().is_constant()) divide_by_last();
  }

  int variations_at(const Rational& x) const {
    std::vector<int> signs;
    for (const auto& member : chain_) signs.push_back(member.sign_at(x));
    return variations(signs);
  }
  int variations_at_infinity(int direction) const {
    std::vector<int> signs;
    for (const auto& member : chain_) {
      const bool flip = direction < 0 && member.degree() % 2 == 1;
      signs.push_back(flip ? -member.leading_coefficient().sign() : member.leading_coefficient().sign());
    }
    return variations(signs);
  }
  bool vanishes_at(const Rational& x) const { return chain_.front().sign_at(x) == 0; }

 private:
  /// The last member is the greatest common divisor of all; dividing by it keeps Sturm's sign conditions.
  void divide_by_last() {
    const UnivariatePolynomial last = chain_.back();
    for (auto& member : chain_) {
      UnivariatePolynomial quotient;
      const bool exact = fmpz_poly_divides(quotient.raw(), member.raw(), last.raw());
      ensure(exact, "the last member of a Sturm chain divides the others");
      member = std::move(quotient);
    }
  }

  std::vector<UnivariatePolynomial> chain_;
};

int quadratic_discriminant_sign(const UnivariatePolynomial& p) {
  const Integer b = p.coefficient(1);
  return (b * b - Integer(4) * p.coefficient(2) * p.coefficient(0)).sign();
}

/// Distinct roots of a polynomial of degree 2 below the bound, from the signs at the bound and at the vertex.
long count_quadratic_below(const UnivariatePolynomial& p, const Rational& bound) {
  const Integer b = p.coefficient(1);
  const Integer a = p.coefficient(2);
  const int discriminant = quadratic_discriminant_sign(p);
  if (discriminant < 0) return 0;
  const Rational vertex(-b, Integer(2) * a);
  if (discriminant == 0) return vertex < bound ? 1 : 0;
  const int outside = p.sign_at(bound) * a.sign();
  if (outside < 0) return 1;
  if (bound < vertex) return 0;
  return outside == 0 ? 1 : 2;
}

}  // namespace

long count_roots_below(const UnivariatePolynomial& p, const Rational& bound) {
  require(!p.is_zero(), "the zero polynomial has no root count");
  if (p.is_constant()) return 0;
  if (p.degree() == 1) return p.sign_at(bound) * p.leading_coefficient().sign() > 0 ? 1 : 0;
  if (p.degree() == 2) return count_quadratic_below(p, bound);
  const SturmChain chain(p);
  return chain.variations_at_infinity(-1) - chain.variations_at(bound) - (chain.vanishes_at(bound) ? 1 : 0);
}

long count_real_roots(const UnivariatePolynomial& p) {
  require(!p.is_zero(), "the zero polynomial has no root count");
  if (p.degree() <= 1) return p.degree();
  if (p.degree() == 2) return 1 + quadratic_discriminant_sign(p);
  const SturmChain chain(p);
  return chain.variations_at_infinity(-1) - chain.variations_at_infinity(1);
}

bool has_root_in(const UnivariatePolynomial& p, const Rational& lower, const Rational& upper) {
  require(!p.is_zero(), "the zero polynomial has roots everywhere");
  require(lower <= upper, "has_root_in: lower > upper");
  if (p.is_constant()) return false;
  const int sign_lower = p.sign_at(lower);
  const int sign_upper = p.sign_at(upper);
  if (sign_lower * sign_upper <= 0) return true;
  if (lower == upper || p.degree() == 1) return false;
  if (descartes_variations(p, lower, upper) == 0) return false;
  const SturmChain chain(p);
  return chain.variations_at(lower) != chain.variations_at(upper);
}

}  // namespace isthmus
