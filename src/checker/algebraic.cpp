#include "checker/algebraic.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace isthmus::check {
namespace {

using Coefficient = std::vector<Integer>;  // a polynomial in t

std::size_t variations_at(const std::vector<Univariate>& chain, const Rational& x) {
  std::size_t changes = 0;
  int last = 0;
  for (const Univariate& p : chain) {
    const int current = p.sign_at(x);
    if (current != 0 && last != 0 && current != last) ++changes;
    if (current != 0) last = current;
  }
  return changes;
}

Coefficient product(const Coefficient& a, const Coefficient& b) {
  if (a.empty() || b.empty()) return {};
  Coefficient result(a.size() + b.size() - 1);
  for (std::size_t i = 0; i < a.size(); ++i) {
    for (std::size_t j = 0; j < b.size(); ++j) result[i + j] += a[i] * b[j];
  }
  return result;
}

void subtract(Coefficient& a, const Coefficient& b) {
  if (a.size() < b.size()) a.resize(b.size());
  for (std::size_t i = 0; i < b.size(); ++i) a[i] -= b[i];
}

void add(Coefficient& a, const Coefficient& b) {
  if (a.size() < b.size()) a.resize(b.size());
  for (std::size_t i = 0; i < b.size(); ++i) a[i] += b[i];
}

void trim_coefficient(Coefficient& a) {
  while (!a.empty() && a.back() == 0) a.pop_back();
}

/// Takes the coefficients modulo q and divides by their common content: p(alpha, x) is multiplied by a positive number.
void reduce(AlgebraicFibre& p, const Univariate& q) {
  std::size_t length = 0;
  for (Coefficient& c : p) {
    trim_coefficient(c);
    length = std::max(length, c.size());
  }
  const Integer size = abs(q.leading_coefficient());
  const int direction = sign(q.leading_coefficient());
  for (; length > q.degree(); --length) {
    for (Coefficient& c : p) {
      const Integer lead = c.size() == length ? Integer(c.back() * direction) : Integer(0);
      for (Integer& entry : c) entry *= size;
      if (lead == 0) continue;
      for (std::size_t i = 0; i <= q.degree(); ++i) c[length - 1 - q.degree() + i] -= lead * q.coefficients()[i];
      trim_coefficient(c);
    }
  }
  Integer content = 0;
  for (const Coefficient& c : p) {
    for (const Integer& entry : c) content = gcd(content, entry);
  }
  if (content <= 1) return;
  for (Coefficient& c : p) {
    for (Integer& entry : c) entry /= content;
  }
}

/// Drops the leading coefficients that are zero at alpha.
void trim(AlgebraicFibre& p, const AlgebraicNumber& alpha) {
  while (!p.empty() && alpha.sign_of(Univariate(p.back())) == 0) p.pop_back();
}

/// A positive multiple of the negated remainder of a modulo b, both with leading coefficients nonzero at alpha.
AlgebraicFibre negated_remainder(AlgebraicFibre a, const AlgebraicFibre& b, const AlgebraicNumber& alpha) {
  Coefficient size = b.back();  // |lc(b)| at alpha
  const int direction = alpha.sign_of(Univariate(b.back()));
  for (Integer& entry : size) entry *= direction;
  while (a.size() >= b.size()) {
    Coefficient lead = std::move(a.back());
    for (Integer& entry : lead) entry *= direction;
    a.pop_back();
    for (Coefficient& c : a) c = product(c, size);
    for (std::size_t i = 0; i + 1 < b.size(); ++i) subtract(a[a.size() + 1 - b.size() + i], product(lead, b[i]));
    reduce(a, alpha.polynomial());
    trim(a, alpha);
  }
  for (Coefficient& c : a) {
    for (Integer& entry : c) entry = -entry;
  }
  return a;
}

/// A positive multiple of p(t, y).
Univariate value_at(const AlgebraicFibre& p, const Rational& y) {
  Coefficient value;
  Integer scale = 1;  // Horner's scheme for denominator^degree * p(t, y)
  for (std::size_t i = p.size(); i-- > 0;) {
    for (Integer& entry : value) entry *= y.numerator();
    add(value, product(p[i], {scale}));
    scale *= y.denominator();
  }
  return Univariate(std::move(value));
}

template <class SignOf>
std::size_t variations(const std::vector<AlgebraicFibre>& chain, SignOf sign_of) {
  std::size_t changes = 0;
  int last = 0;
  for (const AlgebraicFibre& p : chain) {
    const int current = sign_of(p);
    if (current != 0 && last != 0 && current != last) ++changes;
    if (current != 0) last = current;
  }
  return changes;
}

}  // namespace

AlgebraicNumber::AlgebraicNumber(Univariate q, Rational lower, Rational upper)
    : q_(std::move(q)), lower_(std::move(lower)), upper_(std::move(upper)) {
  if (!(lower_ < upper_)) throw std::invalid_argument("the interval of an algebraic number is empty");
  if (q_.is_constant()) throw std::invalid_argument("the polynomial of an algebraic number is constant");
  if (!gcd(q_, q_.derivative()).is_constant()) {
    throw std::invalid_argument("the polynomial of an algebraic number is not squarefree");
  }
  if (q_.sign_at(lower_) == 0 || q_.sign_at(upper_) == 0) {
    throw std::invalid_argument("an end of the interval of an algebraic number is a root");
  }
  const std::size_t roots = RootCounter(q_).inside(lower_, upper_);
  if (roots != 1) {
    throw std::invalid_argument("the interval of an algebraic number holds " + std::to_string(roots) + " roots");
  }
}

int AlgebraicNumber::sign_of(const Univariate& p) const {
  if (p.is_constant()) return p.sign_at_plus_infinity();
  const auto chain = signed_remainders(q_, remainder(q_.derivative() * remainder(p, q_), q_));
  const std::size_t below = variations_at(chain, lower_);
  const std::size_t above = variations_at(chain, upper_);
  return below == above ? 0 : below > above ? 1 : -1;
}

AlgebraicFibre multiplied(const AlgebraicFibre& a, const AlgebraicFibre& b, const AlgebraicNumber& alpha) {
  AlgebraicFibre result(a.size() + b.size() - 1);
  for (std::size_t i = 0; i < a.size(); ++i) {
    for (std::size_t j = 0; j < b.size(); ++j) add(result[i + j], product(a[i], b[j]));
  }
  reduce(result, alpha.polynomial());
  return result;
}

bool FibreRootCounter::vanishes_identically(const AlgebraicNumber& alpha, AlgebraicFibre p) {
  trim(p, alpha);
  return p.empty();
}

FibreRootCounter::FibreRootCounter(const AlgebraicNumber& alpha, const AlgebraicFibre& p) : alpha_(alpha) {
  AlgebraicFibre p0 = p;
  reduce(p0, alpha.polynomial());
  trim(p0, alpha);
  if (p0.empty()) throw std::invalid_argument("a polynomial vanishes identically over an algebraic number");
  AlgebraicFibre p1(p0.begin() + 1, p0.end());
  for (std::size_t i = 0; i < p1.size(); ++i) {
    for (Integer& entry : p1[i]) entry *= i + 1;
  }
  chain_.push_back(std::move(p0));
  while (!p1.empty()) {
    AlgebraicFibre next = negated_remainder(chain_.back(), p1, alpha);
    chain_.push_back(std::move(p1));
    p1 = std::move(next);
  }
}

std::size_t FibreRootCounter::all() const {
  const auto at_plus_infinity = [&](const AlgebraicFibre& p) { return alpha_.sign_of(Univariate(p.back())); };
  const auto at_minus_infinity = [&](const AlgebraicFibre& p) {
    return p.size() % 2 == 1 ? at_plus_infinity(p) : -at_plus_infinity(p);
  };
  return variations(chain_, at_minus_infinity) - variations(chain_, at_plus_infinity);
}

bool FibreRootCounter::vanishes_at(const Rational& y) const { return alpha_.sign_of(value_at(chain_.front(), y)) == 0; }

std::size_t FibreRootCounter::below(const Rational& y) const {
  if (vanishes_at(y)) throw std::logic_error("the roots below a root were to be counted");
  const auto at_minus_infinity = [&](const AlgebraicFibre& p) {
    const int lead = alpha_.sign_of(Univariate(p.back()));
    return p.size() % 2 == 1 ? lead : -lead;
  };
  const auto at_y = [&](const AlgebraicFibre& p) { return alpha_.sign_of(value_at(p, y)); };
  return variations(chain_, at_minus_infinity) - variations(chain_, at_y);
}

}  // namespace isthmus::check
