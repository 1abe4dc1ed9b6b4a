#include "connect/enclosing_box.hpp"

namespace isthmus {

namespace {

Ball value_over(const Polynomial& p, const std::vector<Ball>& box, long precision) {
  Ball sum(Rational(0), precision);
  for (const Polynomial::Term& term : p.terms()) {
    Ball product(term.coefficient, precision);
    for (std::size_t v = 0; v < box.size(); ++v)
      for (unsigned e = 0; e < term.exponents[v]; ++e) product = mul(product, box[v], precision);
    sum = add(sum, product, precision);
  }
  return sum;
}

}  // namespace

bool box_inside(const Formula& formula, const AlgebraicPoint& enclosure, long precision) {
  std::vector<Ball> box;
  for (const RealRoot& x : enclosure) box.push_back(Ball::hull(x.lower(), x.upper(), precision));
  return formula.evaluate([&](const Atom& atom) {
    const std::optional<int> sign = value_over(atom.polynomial, box, precision).sign();
    if (!sign) return Truth::unknown;
    return holds(atom.relation, *sign) ? Truth::yes : Truth::no;
  }) == Truth::yes;
}

std::optional<Point> rational_point_beside(const Formula& formula, const AlgebraicPoint& point) {
  if (auto rational = to_rational(point)) return formula.holds_at(*rational) ? rational : std::nullopt;
  constexpr long finest = 4096;
  AlgebraicPoint enclosure = point;
  for (long precision = 32; precision <= finest; precision *= 2) {
    for (RealRoot& x : enclosure)
      if (!x.is_point()) x.refine_to(pow(Rational(1, 2), precision / 2));
    if (!box_inside(formula, enclosure, 2 * precision)) continue;
    Point inside;
    for (const RealRoot& x : enclosure) inside.push_back(x.is_point() ? x.lower() : midpoint(x.lower(), x.upper()));
    return inside;
  }
  return std::nullopt;
}

}  // namespace isthmus
