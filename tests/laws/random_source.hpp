#pragma once

#include <cstdint>
#include <cstdlib>
#include <random>
#include <string>
#include <vector>

#include "claim/semialgebraic_set.hpp"

namespace isthmus {

/// A deterministic source of structured random polynomials, formulas and points: the same seed gives the same values on
/// every machine.
class RandomSource {
 public:
  explicit RandomSource(std::uint64_t seed) : engine_(seed) {}

  std::size_t below(std::size_t n) { return static_cast<std::size_t>(engine_() % n); }
  long between(long low, long high) { return low + static_cast<long>(below(static_cast<std::size_t>(high - low + 1))); }
  bool chance(std::size_t numerator, std::size_t denominator) { return below(denominator) < numerator; }
  template <class T>
  const T& pick(const std::vector<T>& from) {
    return from[below(from.size())];
  }

  /// Mostly tiny, sometimes 20 bits, never 0.
  long coefficient() {
    if (chance(1, 25)) return between(1, 1000000) * (chance(1, 2) ? 1 : -1);
    const long c = between(-3, 3);
    return c == 0 ? 1 : c;
  }
  Rational rational(long bound = 4) {
    return Rational(between(-bound, bound)) / Rational(chance(1, 2) ? 1 : between(1, 6));
  }
  std::vector<Rational> point(std::size_t dimension) {
    std::vector<Rational> result;
    for (std::size_t i = 0; i < dimension; ++i) result.push_back(rational());
    return result;
  }

  /// All monomials up to the degree, each kept with probability keep_of/10.
  Polynomial dense(const PolynomialRing& ring, unsigned degree, std::size_t keep_of = 10) {
    std::vector<Polynomial::Term> terms;
    std::vector<unsigned> exponents(ring.size(), 0);
    collect(exponents, 0, degree, keep_of, terms);
    return Polynomial(ring, terms);
  }
  /// A sum of `count` random monomials of total degree at most `degree`, and a constant.
  Polynomial sparse(const PolynomialRing& ring, unsigned degree, std::size_t count) {
    Polynomial sum(ring, Rational(between(-2, 2)));
    for (std::size_t i = 0; i < count; ++i) {
      Polynomial monomial(ring, Rational(coefficient()));
      const std::size_t factors = 1 + below(degree);
      for (std::size_t f = 0; f < factors; ++f) monomial *= Polynomial::variable(ring, below(ring.size()));
      sum += monomial;
    }
    return sum;
  }
  Polynomial linear(const PolynomialRing& ring) {
    Polynomial sum(ring, Rational(between(-3, 3)));
    for (std::size_t i = 0; i < ring.size(); ++i) sum += Rational(between(-3, 3)) * Polynomial::variable(ring, i);
    return sum;
  }
  Relation strict_relation() { return pick(std::vector<Relation>{Relation::not_equal, Relation::less, Relation::greater}); }
  Relation any_relation() {
    return pick(std::vector<Relation>{Relation::equal, Relation::not_equal, Relation::less, Relation::less_equal,
                                      Relation::greater, Relation::greater_equal});
  }
  /// A random tree over atoms `p REL 0` with p from the list; strict relations only if asked for.
  Formula formula(const std::vector<Polynomial>& polynomials, int depth, bool strict) {
    if (depth == 0 || chance(1, 4))
      return Formula::atom(pick(polynomials), strict ? strict_relation() : any_relation());
    std::vector<Formula> parts;
    const std::size_t count = 2 + below(2);
    for (std::size_t i = 0; i < count; ++i) parts.push_back(formula(polynomials, depth - 1, strict));
    return chance(1, 2) ? Formula::conjunction(parts) : Formula::disjunction(parts);
  }

 private:
  void collect(std::vector<unsigned>& exponents, std::size_t variable, unsigned left, std::size_t keep_of,
               std::vector<Polynomial::Term>& terms) {
    if (variable == exponents.size()) {
      if (chance(keep_of, 10)) terms.push_back({Rational(coefficient()), exponents});
      return;
    }
    for (unsigned e = 0; e <= left; ++e) {
      exponents[variable] = e;
      collect(exponents, variable + 1, left - e, keep_of, terms);
    }
    exponents[variable] = 0;
  }

  std::mt19937_64 engine_;
};

/// The set without parameters that a formula describes.
inline SemialgebraicSet plain_set(const PolynomialRing& ring, const Formula& formula) {
  return {ring, 0, Formula::truth(), formula};
}

/// {p_1 != 0 and .. and p_k != 0}.
inline SemialgebraicSet complement_of(const PolynomialRing& ring, const std::vector<Polynomial>& polynomials) {
  std::vector<Formula> parts;
  for (const Polynomial& p : polynomials) parts.push_back(Formula::atom(p, Relation::not_equal));
  return plain_set(ring, Formula::conjunction(parts));
}

/// The whole number in an environment variable, or the default.
inline std::size_t setting(const char* name, std::size_t otherwise) {
  const char* text = std::getenv(name);
  return text ? static_cast<std::size_t>(std::strtoull(text, nullptr, 10)) : otherwise;
}

}  // namespace isthmus
