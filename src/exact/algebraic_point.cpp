#include "exact/algebraic_point.hpp"

#include "exact/ball_value.hpp"
#include "exact/error.hpp"
#include "exact/minimal_polynomial.hpp"

namespace isthmus {

namespace {

Ball ball_at(const Polynomial& p, const AlgebraicPoint& point, long precision) {
  std::vector<Ball> values;
  for (const RealRoot& x : point) values.push_back(x.ball(precision));
  return value_on(p, values, precision);
}

/// p with every rational coordinate substituted.
Polynomial at_rational_coordinates(Polynomial p, const AlgebraicPoint& point) {
  for (std::size_t i = 0; i < point.size(); ++i)
    if (point[i].is_point()) p = p.substitute(i, point[i].lower());
  return p;
}

/// A nonzero polynomial that vanishes at numerator / denominator, by elimination of the algebraic coordinates.
UnivariatePolynomial annihilator(const Polynomial& numerator, const Polynomial& denominator,
                                 const AlgebraicPoint& point) {
  std::vector<std::string> names = numerator.ring().names();
  std::string fresh = "y";
  while (numerator.ring().index_of(fresh)) fresh += "_";
  names.push_back(fresh);
  const PolynomialRing ring(names);
  const std::size_t y = names.size() - 1;
  Polynomial p = denominator.in_ring(ring) * Polynomial::variable(ring, y) - numerator.in_ring(ring);
  for (std::size_t i = 0; i < point.size(); ++i) {
    if (!p.depends_on(i)) continue;
    std::vector<Polynomial::Term> terms;
    for (long e = 0; e <= point[i].polynomial().degree(); ++e) {
      std::vector<unsigned> exponents(names.size(), 0);
      exponents[i] = static_cast<unsigned>(e);
      terms.push_back({Rational(point[i].polynomial().coefficient(e)), exponents});
    }
    p = resultant(Polynomial(ring, terms), p, i);
    if (p.is_zero()) throw Undecided("an algebraic coordinate could not be named: its resultant vanishes");
  }
  return p.to_univariate(y);
}

}  // namespace

Rational squared_distance(const Point& a, const Point& b) {
  require(a.size() == b.size(), "points of different spaces have no distance");
  Rational sum;
  for (std::size_t i = 0; i < a.size(); ++i) sum += (a[i] - b[i]) * (a[i] - b[i]);
  return sum;
}

AlgebraicPoint to_algebraic(const Point& point) {
  AlgebraicPoint result;
  for (const Rational& x : point) result.emplace_back(x);
  return result;
}

std::optional<Point> to_rational(const AlgebraicPoint& point) {
  Point result;
  for (const RealRoot& x : point) {
    if (!x.is_point()) return std::nullopt;
    result.push_back(x.lower());
  }
  return result;
}

RealRoot quotient_at(const Polynomial& numerator, const Polynomial& denominator, const AlgebraicPoint& point) {
  const Polynomial n = at_rational_coordinates(numerator, point);
  const Polynomial d = at_rational_coordinates(denominator, point);
  if (n.is_constant() && d.is_constant()) {
    require(!d.is_zero(), "the denominator " + denominator.to_string() + " vanishes at the point");
    return RealRoot(n.constant_value() / d.constant_value());
  }
  return quotient_among(isolate_real_roots(annihilator(n, d, point)), n, d, point);
}

RealRoot quotient_among(const std::vector<RealRoot>& candidates, const Polynomial& n, const Polynomial& d,
                        const AlgebraicPoint& point) {
  for (long precision = 64; precision <= 65536; precision *= 2) {
    const Ball divisor = ball_at(d, point, precision);
    if (divisor.contains_zero()) continue;
    const Ball value = div(ball_at(n, point, precision), divisor, precision);
    const RealRoot* found = nullptr;
    std::size_t overlapping = 0;
    for (const RealRoot& candidate : candidates)
      if (candidate.ball(precision).overlaps(value)) {
        found = &candidate;
        ++overlapping;
      }
    if (overlapping == 1) return with_minimal_polynomial(*found);
  }
  throw Undecided("an algebraic coordinate could not be separated from its conjugates");
}

int sign_at(const Polynomial& p, const AlgebraicPoint& point) {
  const Polynomial q = at_rational_coordinates(p, point);
  if (q.is_constant()) return q.constant_value().sign();
  if (const auto sign = ball_at(q, point, 64).sign()) return *sign;
  return quotient_at(q, Polynomial(q.ring(), Rational(1)), point).compare(Rational(0));
}

}  // namespace isthmus
