// Values, substitutions, division and text of polynomials.

#include <algorithm>
#include <functional>
#include <map>
#include <stdexcept>
#include <utility>

#include "checker/polynomial.hpp"

namespace isthmus::check {
namespace {

/// base^0, .., base^degree.
template <class T>
std::vector<T> powers(T one, const T& base, std::size_t degree) {
  std::vector<T> result{std::move(one)};
  for (std::size_t i = 0; i < degree; ++i) result.push_back(result.back() * base);
  return result;
}

/// a - b in each variable; nothing if one exponent were negative.
std::optional<Exponents> difference(const Exponents& a, const Exponents& b) {
  Exponents result = a;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (a[i] < b[i]) return std::nullopt;
    result[i] = static_cast<char16_t>(a[i] - b[i]);
  }
  return result;
}

Exponents degrees(const Polynomial& p) {
  Exponents result(p.variables(), 0);
  for (std::size_t i = 0; i < p.variables(); ++i) result[i] = static_cast<char16_t>(p.degree(i));
  return result;
}

/// The terms of the quotient of two integer polynomials, b primitive: by Gauss's lemma they are integers if b divides
/// a.
std::optional<std::vector<Polynomial::Term>> integer_quotient(const Polynomial& a, const Polynomial& b) {
  // Degrees add up in each variable, which bounds the exponents of the quotient.
  const auto bound = difference(degrees(a), degrees(b));
  if (!bound) return std::nullopt;
  std::map<Exponents, Integer, std::greater<>> rest;
  for (const Polynomial::Term& term : a.terms()) rest.emplace(term.exponents, term.coefficient);
  std::vector<Polynomial::Term> quotient;
  const Polynomial::Term& lead = b.terms().front();
  while (!rest.empty()) {
    const auto& [exponents, coefficient] = *rest.begin();
    const auto shift = difference(exponents, lead.exponents);
    if (!shift || !difference(*bound, *shift) || coefficient % lead.coefficient != 0) return std::nullopt;
    quotient.push_back({*shift, coefficient / lead.coefficient});
    for (const Polynomial::Term& term : b.terms()) {
      Exponents place = term.exponents;
      for (std::size_t i = 0; i < place.size(); ++i) place[i] = static_cast<char16_t>(place[i] + (*shift)[i]);
      const auto at = rest.emplace(std::move(place), 0).first;
      at->second -= quotient.back().coefficient * term.coefficient;
      if (at->second == 0) rest.erase(at);
    }
  }
  return quotient;
}

}  // namespace

Polynomial Polynomial::at(std::size_t variable, const Rational& value) const {
  // With value = r/s and d the degree: s^d times the value is sum c_e r^e s^(d-e).
  const std::size_t d = degree(variable);
  const auto numerators = powers<Integer>(1, value.numerator(), d);
  const auto denominators = powers<Integer>(1, value.denominator(), d);
  std::vector<Term> result = terms_;
  for (Term& term : result) {
    const std::size_t e = std::exchange(term.exponents[variable], u'\0');
    term.coefficient *= numerators[e] * denominators[d - e];
  }
  return sum(variables_, std::move(result), denominator_ * denominators[d]);
}

Rational Polynomial::at(const std::vector<Rational>& point) const {
  if (point.size() != variables_) throw std::logic_error("a point of another dimension");
  std::vector<std::vector<Rational>> table;
  for (std::size_t i = 0; i < variables_; ++i) table.push_back(powers<Rational>(1, point[i], degree(i)));
  Rational value;
  for (const Term& term : terms_) {
    Rational product(term.coefficient);
    for (std::size_t i = 0; i < variables_; ++i) {
      if (term.exponents[i] > 0) product *= table[i][term.exponents[i]];
    }
    value += product;
  }
  return value / Rational(denominator_);
}

Polynomial Polynomial::compose(const std::vector<Polynomial>& values) const {
  if (values.size() != variables_ || values.empty()) throw std::logic_error("a wrong number of values to compose with");
  const std::size_t ring = values.front().variables();
  std::vector<std::vector<Polynomial>> table;
  for (std::size_t i = 0; i < variables_; ++i) table.push_back(powers(Polynomial(ring, 1), values[i], degree(i)));
  Polynomial result(ring);
  for (const Term& term : terms_) {
    Polynomial product(ring, Rational(term.coefficient, denominator_));
    for (std::size_t i = 0; i < variables_; ++i) {
      if (term.exponents[i] > 0) product *= table[i][term.exponents[i]];
    }
    result += product;
  }
  return result;
}

Univariate Polynomial::univariate(std::size_t variable) const {
  std::vector<Integer> result(degree(variable) + 1);
  for (const Term& term : terms_) {
    for (std::size_t i = 0; i < variables_; ++i) {
      if (i != variable && term.exponents[i] > 0) throw std::logic_error("a second variable occurs");
    }
    result[term.exponents[variable]] = term.coefficient;
  }
  return Univariate(std::move(result));
}

std::string Polynomial::text(const std::vector<std::string>& names) const {
  if (is_zero()) return "0";
  std::string result;
  for (const Term& term : terms_) {
    std::string factors;
    for (std::size_t i = 0; i < variables_; ++i) {
      if (term.exponents[i] == 0) continue;
      factors += (factors.empty() ? "" : "*") + names.at(i);
      if (term.exponents[i] > 1) factors += "^" + std::to_string(unsigned{term.exponents[i]});
    }
    const Rational size(abs(term.coefficient), denominator_);
    const bool negative = term.coefficient < 0;
    result += result.empty() ? (negative ? "-" : "") : (negative ? " - " : " + ");
    if (factors.empty() || !(size == Rational(1))) result += to_string(size) + (factors.empty() ? "" : "*");
    result += factors;
  }
  return result;
}

std::optional<Polynomial> divide_exactly(const Polynomial& a, const Polynomial& b) {
  if (b.is_zero()) throw std::logic_error("division by the zero polynomial");
  if (a.variables() != b.variables()) throw std::logic_error("polynomials in different numbers of variables");
  if (a.is_zero()) return a;
  const Polynomial primitive = b.primitive();
  auto quotient = integer_quotient(a, primitive);
  if (!quotient) return std::nullopt;
  const Rational scale(primitive.terms().front().coefficient * b.denominator(), b.terms().front().coefficient);
  return scale * Polynomial::sum(a.variables(), std::move(*quotient), a.denominator());
}

}  // namespace isthmus::check
