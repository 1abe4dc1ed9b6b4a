#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "exact/error.hpp"
#include "exact/polynomial.hpp"

namespace isthmus::terms {

inline std::size_t flint_variables(const PolynomialRing& ring) { return std::max<std::size_t>(1, ring.size()); }

/// Degrees in all variables; FLINT's context may have one more variable than the ring (a ring without variables).
inline std::vector<slong> degrees_of(const Polynomial& p) {
  std::vector<slong> degrees(flint_variables(p.ring()), 0);
  if (!p.is_zero()) fmpq_mpoly_degrees_si(degrees.data(), p.raw(), p.ring().raw());
  return degrees;
}

inline void require_point_of(const PolynomialRing& ring, const std::vector<Rational>& point) {
  require(point.size() == ring.size(), "a point with " + std::to_string(point.size()) + " coordinates in a ring with " +
                                           std::to_string(ring.size()) + " variables");
}

/// Integer arithmetic of the values that stand for a variable.
struct IntegerAlgebra {
  using Value = Integer;
  static void add_multiple(Value& sum, const Value& a, const fmpz* c) { fmpz_addmul(sum.raw(), a.raw(), c); }
  static void add_product(Value& sum, const Value& a, const Value& b) { fmpz_addmul(sum.raw(), a.raw(), b.raw()); }
  static void set(Value& value, const fmpz* c) { fmpz_set(value.raw(), c); }
  static bool is_one(const Value& value) { return value.is_one(); }
  static Value power(const Value& base, ulong exponent) { return isthmus::pow(base, exponent); }
};

struct UnivariateAlgebra {
  using Value = UnivariatePolynomial;
  static void add_multiple(Value& sum, const Value& a, const fmpz* c) {
    fmpz_poly_scalar_addmul_fmpz(sum.raw(), a.raw(), c);
  }
  static void add_product(Value& sum, const Value& a, const Value& b) { sum += a * b; }
  static void set(Value& value, const fmpz* c) { fmpz_poly_set_fmpz(value.raw(), c); }
  static bool is_one(const Value& value) { return fmpz_poly_is_one(value.raw()); }
  static Value power(const Value& base, ulong exponent) {
    Value result;
    fmpz_poly_pow(result.raw(), base.raw(), exponent);
    return result;
  }
};

/// The exponents and coefficients of the integer part of a polynomial, row by row in descending lexicographic order.
struct TermTable {
  explicit TermTable(const Polynomial& p)
      : variables(flint_variables(p.ring())), count(p.term_count()), coefficients(count) {
    exponents.resize(count * variables);
    const fmpz_mpoly_ctx_struct* context = p.ring().raw()->zctx;
    for (std::size_t i = 0; i < count; ++i) {
      fmpz_mpoly_get_term_exp_ui(&exponents[i * variables], p.raw()->zpoly, static_cast<slong>(i), context);
      fmpz_set(coefficients[i].raw(), p.raw()->zpoly->coeffs + i);
    }
  }
  ulong exponent(std::size_t term, std::size_t variable) const { return exponents[term * variables + variable]; }

  std::size_t variables;
  std::size_t count;
  std::vector<Integer> coefficients;
  std::vector<ulong> exponents;
};

/// One term without the variables before `variable`. powers[v][e] stands for the e-th power of variable v.
template <class Algebra>
typename Algebra::Value evaluate_term(const TermTable& table,
                                      const std::vector<std::vector<typename Algebra::Value>>& powers, std::size_t term,
                                      std::size_t variable) {
  typename Algebra::Value product;
  Algebra::set(product, table.coefficients[term].raw());
  for (; variable < table.variables; ++variable) {
    const typename Algebra::Value& power = powers[variable][table.exponent(term, variable)];
    if (!Algebra::is_one(power)) product *= power;
  }
  return product;
}

/// The value of the terms [first, last), which agree in all variables before `variable`, divided by what they share.
template <class Algebra>
typename Algebra::Value evaluate_terms(const TermTable& table,
                                       const std::vector<std::vector<typename Algebra::Value>>& powers,
                                       std::size_t first, std::size_t last, std::size_t variable) {
  if (last - first == 1) return evaluate_term<Algebra>(table, powers, first, variable);
  typename Algebra::Value sum;
  if (variable + 1 == table.variables) {
    for (std::size_t i = first; i < last; ++i) {
      Algebra::add_multiple(sum, powers[variable][table.exponent(i, variable)], table.coefficients[i].raw());
    }
    return sum;
  }
  while (first < last) {
    const ulong exponent = table.exponent(first, variable);
    std::size_t next = first + 1;
    while (next < last && table.exponent(next, variable) == exponent) ++next;
    const typename Algebra::Value& power = powers[variable][exponent];
    typename Algebra::Value part = evaluate_terms<Algebra>(table, powers, first, next, variable + 1);
    if (Algebra::is_one(power))
      sum += part;
    else
      Algebra::add_product(sum, part, power);
    first = next;
  }
  return sum;
}

/// One term without the variables before `variable`, in machine words: false if something does not fit.
inline bool evaluate_term_in_words(const TermTable& table, const std::vector<std::vector<Integer>>& powers,
                                   std::size_t term, std::size_t variable, long& product) {
  const fmpz coefficient = *table.coefficients[term].raw();
  if (COEFF_IS_MPZ(coefficient)) return false;
  product = coefficient;
  for (; variable < table.variables; ++variable) {
    const fmpz power = *powers[variable][table.exponent(term, variable)].raw();
    if (power == 1) continue;
    if (COEFF_IS_MPZ(power) || __builtin_mul_overflow(product, static_cast<long>(power), &product)) return false;
  }
  return true;
}

/// As evaluate_terms, in machine words: false if a coefficient, a power or a value on the way does not fit.
inline bool evaluate_terms_in_words(const TermTable& table, const std::vector<std::vector<Integer>>& powers,
                                    std::size_t first, std::size_t last, std::size_t variable, long& sum) {
  if (last - first == 1) return evaluate_term_in_words(table, powers, first, variable, sum);
  sum = 0;
  while (first < last) {
    const ulong exponent = table.exponent(first, variable);
    std::size_t next = first + 1;
    while (next < last && table.exponent(next, variable) == exponent) ++next;
    const fmpz power = *powers[variable][exponent].raw();
    if (COEFF_IS_MPZ(power)) return false;
    long part = 0;
    if (power != 0 && !evaluate_terms_in_words(table, powers, first, next, variable + 1, part)) return false;
    if (__builtin_mul_overflow(part, static_cast<long>(power), &part)) return false;
    if (__builtin_add_overflow(sum, part, &sum)) return false;
    first = next;
  }
  return true;
}

/// The value of all terms.
inline Integer evaluate_terms(const TermTable& table, const std::vector<std::vector<Integer>>& powers) {
  long value = 0;
  if (table.count == 0) return Integer(0);
  if (evaluate_terms_in_words(table, powers, 0, table.count, 0, value)) return Integer(value);
  return evaluate_terms<IntegerAlgebra>(table, powers, 0, table.count, 0);
}

/// The exponents of one variable that occur, ascending.
inline std::vector<ulong> occurring_exponents(const TermTable& table, std::size_t variable) {
  std::vector<ulong> exponents;
  for (std::size_t i = 0; i < table.count; ++i) {
    const ulong exponent = table.exponent(i, variable);
    if (exponents.empty() || exponents.back() != exponent) exponents.push_back(exponent);
  }
  std::sort(exponents.begin(), exponents.end());
  exponents.erase(std::unique(exponents.begin(), exponents.end()), exponents.end());
  return exponents;
}

/// base^e * denominator^(degree - e) for the given exponents e <= degree; the other places stay zero.
template <class Algebra>
std::vector<typename Algebra::Value> homogeneous_powers(const typename Algebra::Value& base, const Integer& denominator,
                                                        slong degree, const std::vector<ulong>& exponents) {
  std::vector<typename Algebra::Value> powers(static_cast<std::size_t>(degree) + 1);
  typename Algebra::Value power;
  Algebra::set(power, Integer(1).raw());
  ulong reached = 0;
  for (const ulong e : exponents) {
    power *= Algebra::power(base, e - reached);
    reached = e;
    if (denominator.is_one()) {
      powers[e] = power;
    } else {
      Algebra::add_multiple(powers[e], power, isthmus::pow(denominator, static_cast<ulong>(degree) - e).raw());
    }
  }
  return powers;
}

/// Beyond this degree in one variable, values are too large to be computed.
constexpr slong largest_degree = 1000000;

inline void require_evaluable(const std::vector<slong>& degrees) {
  const slong largest = *std::max_element(degrees.begin(), degrees.end());
  if (largest > largest_degree)
    throw Undecided("a polynomial of degree " + std::to_string(largest) + " is too large to be evaluated");
}

}  // namespace isthmus::terms
