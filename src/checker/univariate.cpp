#include "checker/univariate.hpp"

#include <stdexcept>
#include <utility>

namespace isthmus::check {
namespace {

/// The number of sign changes in a sequence of signs, zeros left out.
template <class SignOf>
std::size_t variations(const std::vector<Univariate>& chain, SignOf sign_of) {
  std::size_t changes = 0;
  int last = 0;
  for (const Univariate& p : chain) {
    const int current = sign_of(p);
    if (current != 0 && last != 0 && current != last) ++changes;
    if (current != 0) last = current;
  }
  return changes;
}

}  // namespace

Univariate::Univariate(std::vector<Integer> coefficients) : coefficients_(std::move(coefficients)) {
  while (!coefficients_.empty() && coefficients_.back() == 0) coefficients_.pop_back();
  for (const Integer& c : coefficients_) within_limit(c);
  Integer content = 0;
  for (const Integer& c : coefficients_) {
    content = gcd(content, c);
    if (content == 1) return;
  }
  for (Integer& c : coefficients_) c /= content;
}

Univariate Univariate::operator-() const {
  Univariate result = *this;
  for (Integer& c : result.coefficients_) c = -c;
  return result;
}

Univariate Univariate::derivative() const {
  std::vector<Integer> result;
  for (std::size_t i = 1; i < coefficients_.size(); ++i) result.push_back(coefficients_[i] * i);
  return Univariate(std::move(result));
}

int Univariate::sign_at(const Rational& x) const {
  // Horner's scheme for denominator^degree * p(x); the denominator is positive.
  Integer value = 0;
  Integer denominator_power = 1;
  for (std::size_t i = coefficients_.size(); i-- > 0;) {
    value = value * x.numerator() + coefficients_[i] * denominator_power;
    denominator_power *= x.denominator();
  }
  return sign(value);
}

int Univariate::sign_at_plus_infinity() const { return is_zero() ? 0 : sign(leading_coefficient()); }

int Univariate::sign_at_minus_infinity() const {
  return degree() % 2 == 0 ? sign_at_plus_infinity() : -sign_at_plus_infinity();
}

Univariate operator*(const Univariate& a, const Univariate& b) {
  if (a.is_zero() || b.is_zero()) return Univariate();
  std::vector<Integer> product(a.degree() + b.degree() + 1);
  for (std::size_t i = 0; i <= a.degree(); ++i) {
    for (std::size_t j = 0; j <= b.degree(); ++j) product[i + j] += a.coefficients()[i] * b.coefficients()[j];
  }
  return Univariate(std::move(product));
}

Univariate remainder(const Univariate& a, const Univariate& b) {
  if (b.is_zero()) throw std::logic_error("division by the zero polynomial");
  std::vector<Integer> rest = a.coefficients();
  const Integer size = abs(b.leading_coefficient());
  while (rest.size() > b.degree()) {
    // Multiplied by |lc(b)| > 0, the leading coefficient is divisible by lc(b).
    const Integer factor = b.leading_coefficient() > 0 ? rest.back() : Integer(-rest.back());
    within_limit(factor);
    const std::size_t shift = rest.size() - 1 - b.degree();
    for (Integer& c : rest) c *= size;
    for (std::size_t i = 0; i <= b.degree(); ++i) rest[shift + i] -= factor * b.coefficients()[i];
    while (!rest.empty() && rest.back() == 0) rest.pop_back();
  }
  return Univariate(std::move(rest));
}

Univariate exact_quotient(const Univariate& a, const Univariate& b) {
  // Both are primitive, so by Gauss's lemma the quotient has integer coefficients if b divides a.
  if (b.is_zero()) throw std::logic_error("division by the zero polynomial");
  std::vector<Integer> rest = a.coefficients();
  std::vector<Integer> quotient(a.coefficients().size());
  for (std::size_t i = rest.size(); i-- > b.degree();) {
    const std::size_t shift = i - b.degree();
    quotient[shift] = rest[i] / b.leading_coefficient();
    for (std::size_t j = 0; j <= b.degree(); ++j) rest[shift + j] -= quotient[shift] * b.coefficients()[j];
  }
  for (const Integer& c : rest) {
    if (c != 0) throw std::logic_error("a division of polynomials leaves a remainder");
  }
  return Univariate(std::move(quotient));
}

Univariate gcd(Univariate a, Univariate b) {
  while (!b.is_zero()) {
    Univariate next = remainder(a, b);
    a = std::move(b);
    b = std::move(next);
  }
  return a.sign_at_plus_infinity() < 0 ? -a : a;
}

Univariate squarefree_part(const Univariate& p) {
  if (p.is_zero()) throw std::logic_error("the squarefree part of zero");
  const Univariate repeated = gcd(p, p.derivative());
  return repeated.is_constant() ? p : exact_quotient(p, repeated);
}

std::vector<Univariate> signed_remainders(Univariate p0, Univariate p1) {
  std::vector<Univariate> chain{std::move(p0)};
  while (!p1.is_zero()) {
    Univariate next = -remainder(chain.back(), p1);
    chain.push_back(std::move(p1));
    p1 = std::move(next);
  }
  return chain;
}

RootCounter::RootCounter(const Univariate& p) {
  if (p.is_zero()) throw std::logic_error("the roots of zero were to be counted");
  chain_ = signed_remainders(p, p.derivative());
  if (!chain_.back().is_constant()) {  // the greatest common divisor of p and p': p is not squarefree
    const Univariate reduced = exact_quotient(p, chain_.back());
    chain_ = signed_remainders(reduced, reduced.derivative());
  }
  variations_at_minus_infinity_ = variations(chain_, [](const Univariate& q) { return q.sign_at_minus_infinity(); });
}

std::size_t RootCounter::all() const {
  return variations_at_minus_infinity_ -
         variations(chain_, [](const Univariate& q) { return q.sign_at_plus_infinity(); });
}

std::size_t RootCounter::below(const Rational& x) const { return up_to(x) - (is_root(x) ? 1 : 0); }

std::size_t RootCounter::up_to(const Rational& x) const {
  return variations_at_minus_infinity_ - variations(chain_, [&](const Univariate& q) { return q.sign_at(x); });
}

}  // namespace isthmus::check
