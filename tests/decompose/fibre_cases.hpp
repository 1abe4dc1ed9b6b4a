#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

#include "decompose/fibre_roots.hpp"
#include "exact/random_values.hpp"
#include "laws/random_source.hpp"

namespace isthmus::fibres {

/// Q[t] / q by rational coefficient vectors: the field Q(alpha) if q is irreducible. The second opinion of this file.
class NumberField {
 public:
  using Element = std::vector<Rational>;  ///< of length deg q, ascending

  explicit NumberField(const RealRoot& alpha)
      : alpha_(alpha), degree_(static_cast<std::size_t>(alpha.polynomial().degree())) {
    const Integer leading = alpha.polynomial().leading_coefficient();
    for (std::size_t i = 0; i < degree_; ++i)
      tail_.push_back(Rational(-alpha.polynomial().coefficient(static_cast<long>(i)), leading));
  }

  Element element(const UnivariatePolynomial& p) const {
    std::vector<Rational> c;
    for (long e = 0; e <= p.degree(); ++e) c.emplace_back(p.coefficient(e));
    return reduced(std::move(c));
  }
  Element times(const Element& a, const Element& b) const {
    std::vector<Rational> c(2 * degree_);
    for (std::size_t i = 0; i < degree_; ++i)
      for (std::size_t j = 0; j < degree_; ++j) c[i + j] += a[i] * b[j];
    return reduced(std::move(c));
  }
  int sign(const Element& a) const {
    Integer common(1);
    for (const Rational& c : a) common = lcm(common, c.denominator());
    std::vector<Integer> integers;
    for (const Rational& c : a) integers.push_back((c * Rational(common)).numerator());
    return alpha_.sign_of(UnivariatePolynomial(integers));
  }

 private:
  Element reduced(std::vector<Rational> c) const {
    for (std::size_t i = c.size(); i-- > degree_;)
      for (std::size_t j = 0; j < degree_; ++j) c[i - degree_ + j] += c[i] * tail_[j];
    c.resize(degree_);
    return c;
  }

  const RealRoot& alpha_;
  std::size_t degree_;
  std::vector<Rational> tail_;
};

/// A polynomial over Q(alpha), ascending, with nonzero leading coefficient.
using Fibre = std::vector<NumberField::Element>;

inline void trim(const NumberField& field, Fibre& f) {
  while (!f.empty() && field.sign(f.back()) == 0) f.pop_back();
}

inline Fibre fibre_at(const NumberField& field, const FibrePolynomial& p) {
  Fibre f;
  for (const UnivariatePolynomial& c : p.coefficients) f.push_back(field.element(c));
  trim(field, f);
  return f;
}

inline Fibre product(const NumberField& field, const Fibre& a, const Fibre& b) {
  Fibre c(a.size() + b.size() - 1, field.element(UnivariatePolynomial()));
  for (std::size_t i = 0; i < a.size(); ++i)
    for (std::size_t j = 0; j < b.size(); ++j) {
      const auto term = field.times(a[i], b[j]);
      for (std::size_t k = 0; k < term.size(); ++k) c[i + j][k] += term[k];
    }
  return c;
}

/// -(remainder of a by b) times a positive number: multiplies by the square of the leading coefficient in every step.
inline Fibre negative_remainder(const NumberField& field, Fibre a, const Fibre& b) {
  while (a.size() >= b.size()) {
    const auto leading = b.back();
    const auto top = field.times(a.back(), leading);
    const auto square = field.times(leading, leading);
    const std::size_t shift = a.size() - b.size();
    for (auto& c : a) c = field.times(c, square);
    for (std::size_t i = 0; i < b.size(); ++i) {
      const auto term = field.times(top, b[i]);
      for (std::size_t k = 0; k < term.size(); ++k) a[shift + i][k] -= term[k];
    }
    trim(field, a);
  }
  for (auto& c : a)
    for (Rational& x : c) x = -x;
  return a;
}

inline std::vector<Fibre> sturm_chain(const NumberField& field, const Fibre& f) {
  Fibre derivative;
  for (std::size_t e = 1; e < f.size(); ++e) {
    derivative.push_back(f[e]);
    for (Rational& x : derivative.back()) x *= Rational(static_cast<long>(e));
  }
  std::vector<Fibre> chain{f, derivative};
  while (!chain.back().empty()) chain.push_back(negative_remainder(field, chain[chain.size() - 2], chain.back()));
  chain.pop_back();
  return chain;
}

inline int sign_at(const NumberField& field, const Fibre& f, const Rational& x) {
  NumberField::Element value = f.back();
  for (std::size_t e = f.size() - 1; e-- > 0;)
    for (std::size_t k = 0; k < value.size(); ++k) value[k] = value[k] * x + f[e][k];
  return field.sign(value);
}

inline int variations(const std::vector<int>& signs) {
  int count = 0;
  int last = 0;
  for (int s : signs) {
    if (s != 0 && last != 0 && s != last) ++count;
    if (s != 0) last = s;
  }
  return count;
}

/// Distinct real roots of the fibres' product in each of the intervals that the samples bound (first and last
/// unbounded).
inline std::vector<int> roots_between(const NumberField& field, const Fibre& f, const std::vector<Rational>& samples) {
  if (f.size() == 1) return std::vector<int>(samples.size() + 1, 0);
  const std::vector<Fibre> chain = sturm_chain(field, f);
  std::vector<int> at;
  const auto count = [&](auto&& sign_of) {
    std::vector<int> signs;
    for (const Fibre& g : chain) signs.push_back(sign_of(g));
    at.push_back(variations(signs));
  };
  count([&](const Fibre& g) { return g.size() % 2 == 0 ? -field.sign(g.back()) : field.sign(g.back()); });
  for (const Rational& x : samples) count([&](const Fibre& g) { return sign_at(field, g, x); });
  count([&](const Fibre& g) { return field.sign(g.back()); });
  std::vector<int> result;
  for (std::size_t i = 0; i + 1 < at.size(); ++i) result.push_back(at[i] - at[i + 1]);
  return result;
}

/// The definition: no sample on a root, none below the first or above the last, at most one between neighbours.
inline void check_complete(const RealRoot& alpha, const std::vector<FibrePolynomial>& polynomials,
                           const std::vector<Rational>& samples) {
  REQUIRE_FALSE(samples.empty());
  const NumberField field(alpha);
  Fibre all{field.element(UnivariatePolynomial::constant(1))};
  for (const FibrePolynomial& p : polynomials) all = product(field, all, fibre_at(field, p));
  for (std::size_t i = 0; i + 1 < samples.size(); ++i) CHECK(samples[i] < samples[i + 1]);
  for (const Rational& x : samples) CHECK(sign_at(field, all, x) != 0);
  const std::vector<int> roots = roots_between(field, all, samples);
  CHECK(roots.front() == 0);
  CHECK(roots.back() == 0);
  for (int count : roots) CHECK(count <= 1);
}

class FibreCases {
 public:
  explicit FibreCases(RandomSource& random)
      : random_(random), ring_({"t", "x"}), t_(Polynomial::variable(ring_, 0)), x_(Polynomial::variable(ring_, 1)) {}

  /// A real root of an irreducible polynomial of degree 1 to 4.
  RealRoot alpha() {
    for (;;) {
      const Polynomial p = random_.dense(PolynomialRing({"t"}), 1 + static_cast<unsigned>(random_.below(4)), 8);
      if (p.is_constant()) continue;
      const UnivariatePolynomial q = random_.pick(p.factor().powers).factor.to_univariate(0);
      const std::vector<RealRoot> roots = isolate_real_roots(q);
      if (!roots.empty()) return random_.pick(roots);
    }
  }

  /// Polynomials in t and x of positive degree in x, with collisions of roots at t = alpha.
  std::vector<Polynomial> polynomials(const RealRoot& alpha) {
    const Polynomial q = in_t(alpha.polynomial());
    std::vector<Polynomial> result;
    for (std::size_t i = 0; i < 1 + random_.below(3); ++i) {
      Polynomial p = member(q, result);
      if (p.degree(1) > 0 && !vanishes_at(p, q) && coprime_to_all(p, result)) result.push_back(p);
    }
    return result;
  }

  FibrePolynomial fibre(const std::vector<Polynomial>& all, std::size_t i, const RealRoot& alpha, bool tell) {
    FibrePolynomial f;
    for (long e = 0; e <= all[i].degree(1); ++e) {
      const Polynomial c = all[i].coefficient(1, static_cast<unsigned>(e));
      f.coefficients.push_back(c.is_zero() ? UnivariatePolynomial() : c.to_univariate(0));
      if (!c.is_zero()) rescale(f.coefficients.back(), c);
    }
    const Polynomial q = in_t(alpha.polynomial());
    if (tell && all[i].degree(1) > 1) f.discriminant_exponent = exponent(discriminant(all[i], 1), q);
    for (std::size_t j = 0; j < i; ++j)
      f.resultant_exponents.push_back(tell ? exponent(resultant(all[i], all[j], 1), q) : 0);
    return f;
  }

 private:
  Polynomial in_t(const UnivariatePolynomial& p) const {
    std::vector<Polynomial::Term> terms;
    for (long e = 0; e <= p.degree(); ++e) terms.push_back({Rational(p.coefficient(e)), {static_cast<unsigned>(e), 0}});
    return Polynomial(ring_, terms);
  }
  /// All polynomials here have integer coefficients: to_univariate() may have scaled them.
  static void rescale(UnivariatePolynomial& p, const Polynomial& original) {
    const Rational factor = original.terms().front().coefficient / Rational(p.leading_coefficient());
    fmpz_poly_scalar_mul_fmpz(p.raw(), p.raw(), factor.numerator().raw());
    fmpz_poly_scalar_divexact_fmpz(p.raw(), p.raw(), factor.denominator().raw());
  }
  Polynomial small_in_t() { return random_.dense(PolynomialRing({"t"}), 2, 6).in_ring(ring_); }
  Polynomial generic() { return random_.dense(ring_, 1 + static_cast<unsigned>(random_.below(3)), 8); }

  Polynomial member(const Polynomial& q, const std::vector<Polynomial>& earlier) {
    switch (random_.below(10)) {
      case 0:  // a double root over alpha
        return pow(x_ - small_in_t(), 2) * generic() + q * generic();
      case 1:  // a triple root
        return pow(x_ - small_in_t(), 3) + q * generic();
      case 2:  // the degree drops
        return q * generic() * pow(x_, 3) + generic();
      case 3:  // the degree drops and a root is double
        return q * pow(x_, 3) + pow(x_ - small_in_t(), 2) + q * generic();
      case 4:  // two double roots, perhaps complex
        return pow(x_ * x_ + small_in_t() * x_ + small_in_t(), 2) + q * generic();
      case 5:  // a common root with an earlier one
        return earlier.empty() ? generic() : earlier.front() * generic() + q * generic();
      case 6:  // coefficients that vanish at alpha
        return q * generic() + x_ - small_in_t();
      case 7: {  // a node, perhaps isolated
        const Polynomial from_root = x_ - small_in_t();
        return (from_root * from_root + q * from_root * generic()) * generic() + q * q * generic();
      }
      case 8:  // a common root with an earlier one, where they touch
        return earlier.empty() ? generic() : earlier.front() * generic() + q * q * generic();
      default:
        return generic();
    }
  }
  bool vanishes_at(const Polynomial& p, const Polynomial& q) const {
    for (long e = 0; e <= p.degree(1); ++e) {
      const Polynomial c = p.coefficient(1, static_cast<unsigned>(e));
      if (!c.is_zero() && !divide(c, q)) return false;
    }
    return true;
  }
  bool coprime_to_all(const Polynomial& p, const std::vector<Polynomial>& all) const {
    return (p.degree(1) < 2 || !discriminant(p, 1).is_zero()) &&
           std::all_of(all.begin(), all.end(),
                       [&](const Polynomial& other) { return !resultant(p, other, 1).is_zero(); });
  }
  static int exponent(Polynomial p, const Polynomial& q) {
    int count = 0;
    for (auto quotient = divide(p, q); quotient; quotient = divide(p, q)) {
      p = *quotient;
      ++count;
    }
    return count;
  }

  RandomSource& random_;
  PolynomialRing ring_;
  Polynomial t_;
  Polynomial x_;
};

inline RealRoot square_root_of_two() { return isolate_real_roots(univariate({-2, 0, 1})).back(); }

}  // namespace isthmus::fibres
