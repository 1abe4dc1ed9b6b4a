#include "checker/algebraic_fibre.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace isthmus::check {
namespace {

using IntegerCoefficients = std::vector<Integer>;  // a polynomial in t

IntegerCoefficients multiplied(const IntegerCoefficients& a, const IntegerCoefficients& b) {
  if (a.empty() || b.empty()) return {};
  IntegerCoefficients result(a.size() + b.size() - 1);
  for (std::size_t i = 0; i < a.size(); ++i) {
    for (std::size_t j = 0; j < b.size(); ++j) result[i + j] += a[i] * b[j];
  }
  return result;
}

void subtract(IntegerCoefficients& a, const IntegerCoefficients& b) {
  if (a.size() < b.size()) a.resize(b.size());
  for (std::size_t i = 0; i < b.size(); ++i) a[i] -= b[i];
}

void add(IntegerCoefficients& a, const IntegerCoefficients& b) {
  if (a.size() < b.size()) a.resize(b.size());
  for (std::size_t i = 0; i < b.size(); ++i) a[i] += b[i];
}

void trim_coefficient(IntegerCoefficients& a) {
  while (!a.empty() && a.back() == 0) a.pop_back();
}

/// Takes the coefficients modulo q and divides by their common content: p(alpha, x) is multiplied by a positive number.
void reduce(AlgebraicFibre& p, const Univariate& q) {
  std::size_t length = 0;
  for (IntegerCoefficients& c : p) {
    trim_coefficient(c);
    length = std::max(length, c.size());
  }
  const Integer size = abs(q.leading_coefficient());
  const int direction = sign(q.leading_coefficient());
  for (; length > q.degree(); --length) {
    for (IntegerCoefficients& c : p) {
      const Integer lead = c.size() == length ? Integer(c.back() * direction) : Integer(0);
      for (Integer& entry : c) entry *= size;
      if (lead == 0) continue;
      for (std::size_t i = 0; i <= q.degree(); ++i) c[length - 1 - q.degree() + i] -= lead * q.coefficients()[i];
      trim_coefficient(c);
    }
  }
  Integer content = 0;
  for (const IntegerCoefficients& c : p) {
    for (const Integer& entry : c) content = gcd(content, entry);
  }
  if (content <= 1) return;
  for (IntegerCoefficients& c : p) {
    for (Integer& entry : c) entry /= content;
  }
}

/// Drops the leading coefficients that are zero at alpha.
void trim(AlgebraicFibre& p, const AlgebraicNumber& alpha) {
  while (!p.empty() && alpha.sign_of(Univariate(p.back())) == 0) p.pop_back();
}

/// A positive multiple of the negated remainder of a modulo b, both with leading coefficients nonzero at alpha.
AlgebraicFibre negated_remainder(AlgebraicFibre a, const AlgebraicFibre& b, const AlgebraicNumber& alpha) {
  IntegerCoefficients size = b.back();  // |lc(b)| at alpha
  const int direction = alpha.sign_of(Univariate(b.back()));
  for (Integer& entry : size) entry *= direction;
  while (a.size() >= b.size()) {
    IntegerCoefficients lead = std::move(a.back());
    for (Integer& entry : lead) entry *= direction;
    a.pop_back();
    for (IntegerCoefficients& c : a) c = multiplied(c, size);
    for (std::size_t i = 0; i + 1 < b.size(); ++i) subtract(a[a.size() + 1 - b.size() + i], multiplied(lead, b[i]));
    reduce(a, alpha.polynomial());
    trim(a, alpha);
  }
  for (IntegerCoefficients& c : a) {
    for (Integer& entry : c) entry = -entry;
  }
  return a;
}

/// A positive multiple of p(t, y).
Univariate value_at(const AlgebraicFibre& p, const Rational& y) {
  IntegerCoefficients value;
  Integer scale = 1;  // Horner's scheme for denominator^degree * p(t, y)
  for (std::size_t i = p.size(); i-- > 0;) {
    for (Integer& entry : value) entry *= y.numerator();
    add(value, multiplied(p[i], {scale}));
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

/// A positive multiple, at alpha, of the product.
AlgebraicFibre multiplied(const AlgebraicFibre& a, const AlgebraicFibre& b, const AlgebraicNumber& alpha) {
  if (a.empty() || b.empty()) return {};
  AlgebraicFibre result(a.size() + b.size() - 1);
  for (std::size_t i = 0; i < a.size(); ++i) {
    for (std::size_t j = 0; j < b.size(); ++j) add(result[i + j], multiplied(a[i], b[j]));
  }
  reduce(result, alpha.polynomial());
  return result;
}

AlgebraicFibre derivative(const AlgebraicFibre& p) {
  AlgebraicFibre result(p.begin() + 1, p.end());
  for (std::size_t i = 0; i < result.size(); ++i) {
    for (Integer& entry : result[i]) entry *= i + 1;
  }
  return result;
}

/// p_0, p_1, and the negated remainders down to the last that is not 0, up to positive factors.
std::vector<AlgebraicFibre> signed_remainders(AlgebraicFibre p0, AlgebraicFibre p1, const AlgebraicNumber& alpha) {
  std::vector<AlgebraicFibre> chain{std::move(p0)};
  while (!p1.empty()) {
    AlgebraicFibre next = negated_remainder(chain.back(), p1, alpha);
    chain.push_back(std::move(p1));
    p1 = std::move(next);
  }
  return chain;
}

bool have_a_common_root(const AlgebraicFibre& a, const AlgebraicFibre& b, const AlgebraicNumber& alpha) {
  return signed_remainders(a, b, alpha).back().size() > 1;
}

}  // namespace

bool vanishes_identically(const AlgebraicNumber& alpha, AlgebraicFibre p) {
  trim(p, alpha);
  return p.empty();
}

FibreRootCounter::FibreRootCounter(const AlgebraicNumber& alpha, std::vector<AlgebraicFibre> polynomials)
    : alpha_(alpha) {
  for (AlgebraicFibre& p : polynomials) {
    reduce(p, alpha.polynomial());
    trim(p, alpha);
    if (p.empty()) throw std::invalid_argument("a polynomial vanishes identically over an algebraic number");
    // Only the roots of p that no polynomial before it has: those where g is not 0.
    AlgebraicFibre p1 = derivative(p);
    for (const std::vector<AlgebraicFibre>& before : chains_) {
      const AlgebraicFibre& g = before.front();
      if (!have_a_common_root(p, g, alpha)) continue;
      p1 = multiplied(p1, multiplied(g, g, alpha), alpha);
      trim(p1, alpha);
    }
    if (p1.size() >= p.size()) {  // the chain goes on with the remainder
      p1 = negated_remainder(std::move(p1), p, alpha);
      for (IntegerCoefficients& c : p1) {
        for (Integer& entry : c) entry = -entry;
      }
    }
    chains_.push_back(signed_remainders(std::move(p), std::move(p1), alpha));
  }
}

std::size_t FibreRootCounter::all() const {
  const auto at_plus_infinity = [&](const AlgebraicFibre& p) { return alpha_.sign_of(Univariate(p.back())); };
  const auto at_minus_infinity = [&](const AlgebraicFibre& p) {
    return p.size() % 2 == 1 ? at_plus_infinity(p) : -at_plus_infinity(p);
  };
  std::size_t roots = 0;
  for (const auto& chain : chains_) roots += variations(chain, at_minus_infinity) - variations(chain, at_plus_infinity);
  return roots;
}

bool FibreRootCounter::vanishes_at(const Rational& y) const {
  return std::any_of(chains_.begin(), chains_.end(),
                     [&](const auto& chain) { return alpha_.sign_of(value_at(chain.front(), y)) == 0; });
}

std::size_t FibreRootCounter::below(const Rational& y) const {
  if (vanishes_at(y)) throw std::logic_error("the roots below a root were to be counted");
  const auto at_minus_infinity = [&](const AlgebraicFibre& p) {
    const int lead = alpha_.sign_of(Univariate(p.back()));
    return p.size() % 2 == 1 ? lead : -lead;
  };
  const auto at_y = [&](const AlgebraicFibre& p) { return alpha_.sign_of(value_at(p, y)); };
  std::size_t roots = 0;
  for (const auto& chain : chains_) roots += variations(chain, at_minus_infinity) - variations(chain, at_y);
  return roots;
}

}  // namespace isthmus::check
