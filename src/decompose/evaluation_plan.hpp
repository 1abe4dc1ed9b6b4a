#pragma once

#include <cstdint>
#include <vector>

#include "exact/polynomial.hpp"
#include "exact/univariate_polynomial.hpp"

namespace isthmus {

/// The powers of a rational that is substituted in several polynomials.
class SubstitutedValue {
 public:
  explicit SubstitutedValue(const Rational& value)
      : numerator_{Integer(1), value.numerator()},
        denominator_{Integer(1), value.denominator()},
        integral_(value.is_integer()) {}

  bool is_integral() const noexcept { return integral_; }
  const Integer& numerator(std::size_t exponent) { return power(numerator_, exponent); }
  const Integer& denominator(std::size_t exponent) { return power(denominator_, exponent); }

 private:
  static const Integer& power(std::vector<Integer>& powers, std::size_t exponent) {
    while (powers.size() <= exponent) powers.push_back(powers.back() * powers[1]);
    return powers[exponent];
  }
  std::vector<Integer> numerator_;
  std::vector<Integer> denominator_;
  bool integral_;
};

/// How to substitute values for x_1, x_2, .., x_{k-1} one after the other in a polynomial with main variable x_k.
///
/// The terms are sorted with x_1 least significant, so that substituting the lowest variable merges runs of
/// neighbouring terms and leaves a sorted list; the runs do not depend on the values and are computed once. Values are
/// rational; every step multiplies by a positive power of the denominator, so signs and zeros are kept, values are not.
class EvaluationPlan {
 public:
  /// Coefficients after `depth` substitutions, in the plan's term order at that depth.
  using Coefficients = std::vector<Integer>;
  /// The same with one of the variables kept as the indeterminate t.
  using CoefficientsInT = std::vector<UnivariatePolynomial>;

  /// `level` = k: the main variable is x_k, the k-th of the ring; later variables must not occur.
  EvaluationPlan(const Polynomial& p, std::size_t level);

  std::size_t level() const noexcept { return level_; }
  /// The coefficients at depth 0.
  const Coefficients& start() const noexcept { return start_; }

  /// From depth to depth + 1: substitutes `value` for x_{depth+1}. depth < level - 1.
  Coefficients substitute(std::size_t depth, const Coefficients& coefficients, SubstitutedValue& value) const;
  CoefficientsInT substitute(std::size_t depth, const CoefficientsInT& coefficients, SubstitutedValue& value) const;
  /// From depth to depth + 1, keeping x_{depth+1} as t. depth < level - 1.
  CoefficientsInT keep(std::size_t depth, const Coefficients& coefficients) const;

  /// At depth level - 1: the polynomial in x_k.
  UnivariatePolynomial univariate(const Coefficients& coefficients) const;
  /// At depth level - 1: coefficient of x_k^e for e = 0 .. deg, polynomials in t.
  std::vector<UnivariatePolynomial> coefficients_by_degree(CoefficientsInT coefficients) const;

  /// One substitution: runs of terms that become one.
  struct Step {
    std::vector<std::uint32_t> run_begin;  ///< one more entry than runs
    std::vector<std::uint16_t> exponents;  ///< exponent of the substituted variable, per term, ascending in a run
    std::uint16_t degree = 0;
  };
  const Step& step(std::size_t depth) const { return steps_.at(depth); }
  /// The exponents of x_k in the terms at depth level - 1, ascending.
  const std::vector<std::uint16_t>& main_exponents() const noexcept { return main_exponents_; }

 private:
  std::size_t level_;
  Coefficients start_;
  std::vector<Step> steps_;
  std::vector<std::uint16_t> main_exponents_;
};

/// Value of sum c_e x^e at a rational t for each coefficient: the polynomial in x, scaled by a positive integer.
UnivariatePolynomial specialise(const std::vector<UnivariatePolynomial>& coefficients_by_degree, const Rational& t);

/// The same sum at a rational x: the polynomial in t, scaled by a positive integer.
UnivariatePolynomial value_along(const std::vector<UnivariatePolynomial>& coefficients_by_degree, const Rational& x);

}  // namespace isthmus
