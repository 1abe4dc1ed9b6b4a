#include "decompose/evaluation_plan.hpp"

#include <algorithm>
#include <numeric>

#include "exact/error.hpp"

namespace isthmus {

namespace {

std::uint16_t small_exponent(unsigned exponent) {
  constexpr unsigned largest = 65535;
  if (exponent > largest) throw Undecided("an exponent above 65535 is outside the method");
  return static_cast<std::uint16_t>(exponent);
}

/// Divides by the positive common content, once numbers are larger than a few machine words.
void remove_content(EvaluationPlan::Coefficients& coefficients) {
  constexpr std::size_t worthwhile_bits = 96;
  std::size_t bits = 0;
  for (const Integer& c : coefficients) bits = std::max(bits, c.bit_length());
  if (bits < worthwhile_bits) return;
  Integer content;
  for (const Integer& c : coefficients) {
    content = gcd(content, c);
    if (content.is_one()) return;
  }
  if (content.is_zero()) return;
  for (Integer& c : coefficients) fmpz_divexact(c.raw(), c.raw(), content.raw());
}

void add_product(Integer& sum, const Integer& a, const Integer& b) { fmpz_addmul(sum.raw(), a.raw(), b.raw()); }

void add_product(UnivariatePolynomial& sum, const UnivariatePolynomial& a, const Integer& b) {
  fmpz_poly_scalar_addmul_fmpz(sum.raw(), a.raw(), b.raw());
}

}  // namespace

EvaluationPlan::EvaluationPlan(const Polynomial& p, std::size_t level) : level_(level) {
  std::vector<Polynomial::Term> terms = p.primitive().terms();
  const auto above = [&](const Polynomial::Term& a, const Polynomial::Term& b) {
    return std::lexicographical_compare(a.exponents.rbegin(), a.exponents.rend(), b.exponents.rbegin(),
                                        b.exponents.rend());
  };
  std::sort(terms.begin(), terms.end(), above);
  for (const auto& term : terms) start_.push_back(term.coefficient.numerator());
  std::vector<std::vector<unsigned>> live;
  for (auto& term : terms) live.push_back(std::move(term.exponents));
  for (std::size_t depth = 0; depth + 1 < level_; ++depth) {
    Step step;
    std::vector<std::vector<unsigned>> merged;
    for (std::size_t i = 0; i < live.size(); ++i) {
      const unsigned exponent = live[i][depth];
      std::vector<unsigned> rest = live[i];
      rest[depth] = 0;
      if (merged.empty() || merged.back() != rest) {
        step.run_begin.push_back(static_cast<std::uint32_t>(i));
        merged.push_back(std::move(rest));
      }
      step.exponents.push_back(small_exponent(exponent));
      step.degree = std::max(step.degree, small_exponent(exponent));
    }
    step.run_begin.push_back(static_cast<std::uint32_t>(live.size()));
    steps_.push_back(std::move(step));
    live = std::move(merged);
  }
  for (const auto& exponents : live) main_exponents_.push_back(small_exponent(exponents[level_ - 1]));
}

EvaluationPlan::Coefficients EvaluationPlan::substitute(std::size_t depth, const Coefficients& coefficients,
                                                        SubstitutedValue& value) const {
  const Step& step = steps_.at(depth);
  Coefficients result(step.run_begin.size() - 1);
  Integer factor;
  for (std::size_t run = 0; run + 1 < step.run_begin.size(); ++run) {
    for (std::size_t i = step.run_begin[run]; i < step.run_begin[run + 1]; ++i) {
      const std::size_t e = step.exponents[i];
      if (value.is_integral()) {
        add_product(result[run], coefficients[i], value.numerator(e));
      } else {
        fmpz_mul(factor.raw(), value.numerator(e).raw(), value.denominator(step.degree - e).raw());
        add_product(result[run], coefficients[i], factor);
      }
    }
  }
  remove_content(result);
  return result;
}

EvaluationPlan::CoefficientsInT EvaluationPlan::substitute(std::size_t depth, const CoefficientsInT& coefficients,
                                                           SubstitutedValue& value) const {
  const Step& step = steps_.at(depth);
  CoefficientsInT result(step.run_begin.size() - 1);
  Integer factor;
  for (std::size_t run = 0; run + 1 < step.run_begin.size(); ++run) {
    for (std::size_t i = step.run_begin[run]; i < step.run_begin[run + 1]; ++i) {
      const std::size_t e = step.exponents[i];
      if (value.is_integral()) {
        add_product(result[run], coefficients[i], value.numerator(e));
      } else {
        fmpz_mul(factor.raw(), value.numerator(e).raw(), value.denominator(step.degree - e).raw());
        add_product(result[run], coefficients[i], factor);
      }
    }
  }
  return result;
}

EvaluationPlan::CoefficientsInT EvaluationPlan::keep(std::size_t depth, const Coefficients& coefficients) const {
  const Step& step = steps_.at(depth);
  CoefficientsInT result(step.run_begin.size() - 1);
  for (std::size_t run = 0; run + 1 < step.run_begin.size(); ++run)
    for (std::size_t i = step.run_begin[run]; i < step.run_begin[run + 1]; ++i)
      fmpz_poly_set_coeff_fmpz(result[run].raw(), step.exponents[i], coefficients[i].raw());
  return result;
}

UnivariatePolynomial EvaluationPlan::univariate(const Coefficients& coefficients) const {
  UnivariatePolynomial p;
  for (std::size_t i = main_exponents_.size(); i-- > 0;)
    fmpz_poly_set_coeff_fmpz(p.raw(), main_exponents_[i], coefficients[i].raw());
  return p;
}

std::vector<UnivariatePolynomial> EvaluationPlan::coefficients_by_degree(CoefficientsInT coefficients) const {
  std::vector<UnivariatePolynomial> result(main_exponents_.back() + 1u);
  for (std::size_t i = 0; i < main_exponents_.size(); ++i) result[main_exponents_[i]] = std::move(coefficients[i]);
  return result;
}

UnivariatePolynomial specialise(const std::vector<UnivariatePolynomial>& coefficients_by_degree, const Rational& t) {
  long degree = 0;
  for (const UnivariatePolynomial& c : coefficients_by_degree) degree = std::max(degree, c.degree());
  std::vector<Integer> denominators{Integer(1)};  // powers
  for (long i = 0; i < degree; ++i) denominators.push_back(denominators.back() * t.denominator());
  const Integer numerator = t.numerator();
  UnivariatePolynomial p;
  for (std::size_t e = coefficients_by_degree.size(); e-- > 0;) {
    const UnivariatePolynomial& c = coefficients_by_degree[e];
    Integer value;
    for (long i = c.degree(); i >= 0; --i) {
      fmpz_mul(value.raw(), value.raw(), numerator.raw());
      fmpz_addmul(value.raw(), fmpz_poly_get_coeff_ptr(c.raw(), i),
                  denominators[static_cast<std::size_t>(c.degree() - i)].raw());
    }
    if (c.degree() >= 0) value *= denominators[static_cast<std::size_t>(degree - c.degree())];
    fmpz_poly_set_coeff_fmpz(p.raw(), static_cast<slong>(e), value.raw());
  }
  return p;
}

UnivariatePolynomial value_along(const std::vector<UnivariatePolynomial>& coefficients_by_degree, const Rational& x) {
  const Integer numerator = x.numerator();
  const Integer denominator = x.denominator();
  UnivariatePolynomial value;
  Integer scale(1);
  for (std::size_t e = coefficients_by_degree.size(); e-- > 0;) {
    fmpz_poly_scalar_mul_fmpz(value.raw(), value.raw(), numerator.raw());
    fmpz_poly_scalar_addmul_fmpz(value.raw(), coefficients_by_degree[e].raw(), scale.raw());
    scale *= denominator;
  }
  return value;
}

}  // namespace isthmus
