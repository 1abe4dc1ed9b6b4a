#include "checker/elimination.hpp"

#include <stdexcept>
#include <utility>

namespace isthmus::check {
namespace {

/// Coefficients of a polynomial in the eliminated variable, index = exponent, the last one not 0; empty for 0.
using Dense = std::vector<Polynomial>;

void trim(Dense& p) {
  while (!p.empty() && p.back().is_zero()) p.pop_back();
}

Polynomial exact_quotient(const Polynomial& a, const Polynomial& b) {
  auto result = divide_exactly(a, b);
  if (!result) throw std::logic_error("a subresultant is not divisible as it should be");
  return *std::move(result);
}

/// lc(b)^(deg a - deg b + 1) * a modulo b.
Dense pseudo_remainder(Dense a, const Dense& b) {
  std::size_t steps = a.size() - b.size() + 1;
  while (a.size() >= b.size()) {
    const Polynomial lead = a.back();
    const std::size_t shift = a.size() - b.size();
    a.pop_back();
    for (Polynomial& c : a) c *= b.back();
    for (std::size_t i = 0; i + 1 < b.size(); ++i) a[shift + i] -= lead * b[i];
    trim(a);
    --steps;
  }
  const Polynomial rest = power(b.back(), steps);
  for (Polynomial& c : a) c *= rest;
  return a;
}

/// h^(1-d) * g^d.
Polynomial next_scale(const Polynomial& h, const Polynomial& g, std::size_t d) {
  if (d == 0) return h;
  return d == 1 ? g : exact_quotient(power(g, d), power(h, d - 1));
}

}  // namespace

// The subresultant algorithm (Brown, Traub 1971; Cohen, A Course in Computational Algebraic Number Theory, 3.3.7).
Polynomial resultant(const Polynomial& a, const Polynomial& b, std::size_t variable) {
  if (!a.contains(variable) || !b.contains(variable)) throw std::logic_error("a resultant without its variable");
  Dense p = a.coefficients(variable);
  Dense q = b.coefficients(variable);
  bool negative = false;
  if (p.size() < q.size()) {
    negative = (p.size() - 1) * (q.size() - 1) % 2 == 1;
    p.swap(q);
  }
  Polynomial g(a.variables(), 1);
  Polynomial h(a.variables(), 1);
  while (q.size() > 1) {
    const std::size_t drop = p.size() - q.size();
    if ((p.size() - 1) * (q.size() - 1) % 2 == 1) negative = !negative;
    Dense rest = pseudo_remainder(std::move(p), q);
    const Polynomial scale = g * power(h, drop);
    for (Polynomial& c : rest) c = exact_quotient(c, scale);
    p = std::move(q);
    q = std::move(rest);
    g = p.back();
    h = next_scale(h, g, drop);
  }
  if (q.empty()) return Polynomial(a.variables());
  const Polynomial result = next_scale(h, q.back(), p.size() - 1);
  return negative ? -result : result;
}

Polynomial discriminant(const Polynomial& p, std::size_t variable) {
  const std::size_t d = p.degree(variable);
  if (d < 2) throw std::logic_error("a discriminant of degree below 2");
  const Polynomial result =
      exact_quotient(resultant(p, p.derivative(variable), variable), p.leading_coefficient(variable));
  return d * (d - 1) / 2 % 2 == 1 ? -result : result;
}

Polynomial determinant(const std::vector<std::vector<Polynomial>>& rows) {
  const std::size_t n = rows.size();
  if (n == 0) throw std::logic_error("the determinant of no rows");
  // minors[set] is the determinant of the first rows in the columns of the set, by expansion along the last of them.
  if (n > 16) throw std::logic_error("a determinant of more than 16 rows");
  std::vector<Polynomial> minors(std::size_t{1} << n, Polynomial(rows[0].at(0).variables()));
  minors[0] = Polynomial(rows[0][0].variables(), 1);
  for (std::size_t set = 1; set < minors.size(); ++set) {
    std::size_t row = 0;
    for (std::size_t bits = set; bits != 0; bits &= bits - 1) ++row;
    bool negative = false;
    for (std::size_t column = n; column-- > 0;) {
      if ((set >> column & 1) == 0) continue;
      const Polynomial& entry = rows[row - 1].at(column);
      if (!entry.is_zero()) {
        const Polynomial part = entry * minors[set & ~(std::size_t{1} << column)];
        minors[set] += negative ? -part : part;
      }
      negative = !negative;
    }
  }
  return minors.back();
}

}  // namespace isthmus::check
