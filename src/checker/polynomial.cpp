#include "checker/polynomial.hpp"

#include <algorithm>
#include <stdexcept>
#include <unordered_map>
#include <utility>

#include "checker/limits.hpp"

namespace isthmus::check {
namespace {

/// Sums of terms, collected by their exponents.
using Collected = std::unordered_map<Exponents, Integer>;

Exponents sum_of(const Exponents& a, const Exponents& b) {
  Exponents result = a;
  for (std::size_t i = 0; i < a.size(); ++i) {
    const unsigned total = unsigned{a[i]} + unsigned{b[i]};
    require_at_most(limits::kDegree, total, "for an exponent");
    result[i] = static_cast<char16_t>(total);
  }
  return result;
}

bool descending(const Polynomial::Term& a, const Polynomial::Term& b) { return a.exponents > b.exponents; }

std::vector<Polynomial::Term> terms_of(Collected collected) {
  std::vector<Polynomial::Term> terms;
  for (auto& [exponents, coefficient] : collected) {
    if (coefficient != 0) terms.push_back({exponents, std::move(coefficient)});
  }
  std::sort(terms.begin(), terms.end(), descending);
  return terms;
}

}  // namespace

Polynomial::Polynomial(std::size_t variables, const Rational& constant)
    : variables_(variables), denominator_(constant.denominator()) {
  if (sign(constant) != 0) terms_.push_back({Exponents(variables, 0), constant.numerator()});
}

Polynomial Polynomial::variable(std::size_t variables, std::size_t index) {
  Polynomial result(variables);
  result.terms_.push_back({Exponents(variables, 0), 1});
  result.terms_.front().exponents.at(index) = 1;
  return result;
}

Polynomial Polynomial::sum(std::size_t variables, std::vector<Term> terms, const Integer& denominator) {
  if (denominator <= 0) throw std::logic_error("a polynomial with a denominator that is not positive");
  Collected collected;
  for (Term& term : terms) {
    if (term.exponents.size() != variables) throw std::logic_error("a term with a wrong number of exponents");
    collected[term.exponents] += term.coefficient;
  }
  Polynomial result(variables);
  result.terms_ = terms_of(std::move(collected));
  result.denominator_ = denominator;
  result.normalise();
  return result;
}

void Polynomial::normalise() {
  require_at_most(limits::kTerms, terms_.size(), "terms in a polynomial");
  for (const Term& term : terms_) within_limit(term.coefficient);
  within_limit(denominator_);
  Integer common = denominator_;
  for (const Term& term : terms_) {
    if (common == 1) return;
    common = gcd(common, term.coefficient);
  }
  denominator_ /= common;
  for (Term& term : terms_) term.coefficient /= common;
}

void Polynomial::require_same_ring(const Polynomial& other) const {
  if (variables_ != other.variables_) throw std::logic_error("polynomials in different numbers of variables");
}

bool Polynomial::is_constant() const { return level() == 0; }

Rational Polynomial::constant_term() const {
  // The term of exponents 0 is the last in lexicographic order.
  if (is_zero() || terms_.back().exponents != Exponents(variables_, 0)) return 0;
  return Rational(terms_.back().coefficient, denominator_);
}

std::size_t Polynomial::degree(std::size_t variable) const {
  std::size_t degree = 0;
  for (const Term& term : terms_) degree = std::max<std::size_t>(degree, term.exponents.at(variable));
  return degree;
}

std::size_t Polynomial::level() const {
  std::size_t level = 0;
  for (const Term& term : terms_) {
    for (std::size_t i = level; i < variables_; ++i) {
      if (term.exponents[i] > 0) level = i + 1;
    }
  }
  return level;
}

Polynomial Polynomial::operator-() const {
  Polynomial result = *this;
  for (Term& term : result.terms_) term.coefficient = -term.coefficient;
  return result;
}

Polynomial operator+(const Polynomial& a, const Polynomial& b) {
  a.require_same_ring(b);
  Polynomial result(a.variables_);
  result.denominator_ = lcm(a.denominator_, b.denominator_);
  const Integer a_scale = result.denominator_ / a.denominator_;
  const Integer b_scale = result.denominator_ / b.denominator_;
  auto i = a.terms_.begin();
  auto j = b.terms_.begin();
  while (i != a.terms_.end() || j != b.terms_.end()) {
    const bool take_a = i != a.terms_.end() && (j == b.terms_.end() || i->exponents >= j->exponents);
    const bool take_b = j != b.terms_.end() && (i == a.terms_.end() || j->exponents >= i->exponents);
    Polynomial::Term term{take_a ? i->exponents : j->exponents, 0};
    if (take_a) term.coefficient += a_scale * (i++)->coefficient;
    if (take_b) term.coefficient += b_scale * (j++)->coefficient;
    if (term.coefficient != 0) result.terms_.push_back(std::move(term));
  }
  result.normalise();
  return result;
}

Polynomial operator-(const Polynomial& a, const Polynomial& b) { return a + -b; }

Polynomial operator*(const Polynomial& a, const Polynomial& b) {
  a.require_same_ring(b);
  require_at_most(limits::kTermProducts, a.terms_.size() * b.terms_.size(), "products of terms to expand two factors");
  Collected collected;
  for (const Polynomial::Term& s : a.terms_) {
    for (const Polynomial::Term& t : b.terms_) {
      collected[sum_of(s.exponents, t.exponents)] += s.coefficient * t.coefficient;
    }
  }
  Polynomial result(a.variables_);
  result.terms_ = terms_of(std::move(collected));
  result.denominator_ = a.denominator_ * b.denominator_;
  result.normalise();
  return result;
}

Polynomial operator*(const Rational& c, const Polynomial& p) {
  Polynomial result = p;
  if (sign(c) == 0) return Polynomial(p.variables_);
  for (Polynomial::Term& term : result.terms_) term.coefficient *= c.numerator();
  result.denominator_ *= c.denominator();
  result.normalise();
  return result;
}

Polynomial Polynomial::primitive() const {
  Integer content = 0;
  for (const Term& term : terms_) content = gcd(content, term.coefficient);
  return is_zero() ? *this : Rational(denominator_, content) * *this;
}

Polynomial Polynomial::derivative(std::size_t variable) const {
  std::vector<Term> result;
  for (const Term& term : terms_) {
    const unsigned exponent = term.exponents.at(variable);
    if (exponent == 0) continue;
    result.push_back({term.exponents, term.coefficient * exponent});
    --result.back().exponents[variable];
  }
  return sum(variables_, std::move(result), denominator_);
}

std::vector<Polynomial> Polynomial::coefficients(std::size_t variable) const {
  std::vector<Polynomial> result(degree(variable) + 1, Polynomial(variables_));
  for (const Term& term : terms_) {
    // Terms that share the exponent of the variable keep their order when it is set to 0.
    Polynomial& coefficient = result[term.exponents.at(variable)];
    coefficient.terms_.push_back(term);
    coefficient.terms_.back().exponents[variable] = 0;
  }
  for (Polynomial& coefficient : result) {
    coefficient.denominator_ = denominator_;
    coefficient.normalise();
  }
  return result;
}

int Polynomial::evident_sign() const {
  if (sign(constant_term()) == 0) return 0;
  const int common = sign(terms_.front().coefficient);
  for (const Term& term : terms_) {
    const bool even = std::all_of(term.exponents.begin(), term.exponents.end(), [](auto e) { return e % 2 == 0; });
    if (!even || sign(term.coefficient) != common) return 0;
  }
  return common;
}

Polynomial power(const Polynomial& p, std::size_t exponent) {
  Polynomial result(p.variables(), 1);
  for (Polynomial square = p; exponent > 0; exponent /= 2) {
    if (exponent % 2 == 1) result *= square;
    if (exponent > 1) square *= square;
  }
  return result;
}

bool proportional(const Polynomial& a, const Polynomial& b) {
  if (a.terms().size() != b.terms().size() || a.variables() != b.variables()) return false;
  if (a.is_zero()) return true;
  const Integer& a_lead = a.terms().front().coefficient;
  const Integer& b_lead = b.terms().front().coefficient;
  return std::equal(a.terms().begin(), a.terms().end(), b.terms().begin(), [&](const auto& s, const auto& t) {
    return s.exponents == t.exponents && s.coefficient * b_lead == t.coefficient * a_lead;
  });
}

}  // namespace isthmus::check
