#include "reduce/stretch.hpp"

#include <algorithm>

#include "reduce/conditions.hpp"

namespace isthmus {

namespace {

/// The rational roots of a polynomial of degree 2, if there are two.
std::optional<std::pair<Rational, Rational>> two_rational_roots(const UnivariatePolynomial& p) {
  if (p.degree() != 2) return std::nullopt;
  std::vector<Rational> roots;
  for (const auto& [factor, exponent] : p.factor())
    if (factor.degree() == 1) roots.push_back(-Rational(factor.coefficient(0)) / Rational(factor.coefficient(1)));
  if (roots.size() != 2) return std::nullopt;
  return std::make_pair(std::min(roots[0], roots[1]), std::max(roots[0], roots[1]));
}

Stretch from_point(const PolynomialRing& ring, const std::vector<std::size_t>& variables, const Point& values,
                   std::size_t axis, const Rational& height) {
  Stretch stretch{{}, Polynomial::variable(ring, axis) - Polynomial(ring, height)};
  for (std::size_t i = 0; i < variables.size(); ++i)
    if (variables[i] != axis) stretch.moved.emplace_back(variables[i], values[i]);
  return stretch;
}

/// Points (0, .., 0) and with one coordinate 1 instead.
std::vector<Point> small_points(std::size_t dimension) {
  std::vector<Point> points{Point(dimension)};
  for (std::size_t i = 0; i < dimension; ++i) {
    points.emplace_back(dimension);
    points.back()[i] = Rational(1);
  }
  return points;
}

std::optional<QuadricCharts> charts_of(const Polynomial& p) {
  const std::vector<std::size_t> variables = p.variables();
  for (const Point& values : small_points(variables.size()))
    for (const std::size_t axis : variables) {
      Polynomial on_line = p;
      for (std::size_t i = 0; i < variables.size(); ++i)
        if (variables[i] != axis) on_line = on_line.substitute(variables[i], values[i]);
      if (on_line.degree(axis) != 2) continue;
      if (const auto ends = two_rational_roots(on_line.to_univariate(axis)))
        return QuadricCharts{from_point(p.ring(), variables, values, axis, ends->first),
                             from_point(p.ring(), variables, values, axis, ends->second)};
    }
  return std::nullopt;
}

}  // namespace

SemialgebraicSet stretched(const SemialgebraicSet& set, const Stretch& stretch) {
  std::vector<Polynomial> images;
  for (std::size_t v = 0; v < set.ring.size(); ++v) images.push_back(Polynomial::variable(set.ring, v));
  for (const auto& [v, c] : stretch.moved)
    images[v] = Polynomial(set.ring, c) + Polynomial::variable(set.ring, v) * stretch.factor;
  SemialgebraicSet result = set;
  result.formula = Formula::conjunction(
      {set.formula.map_atoms(
           [&](const Atom& atom) { return Formula::atom(atom.polynomial.compose(images, set.ring), atom.relation); }),
       Formula::atom(stretch.factor, Relation::not_equal)});
  return result;
}

AlgebraicPoint out_of_stretch(const Stretch& stretch, AlgebraicPoint point) {
  const PolynomialRing& ring = stretch.factor.ring();
  const Polynomial one(ring, Rational(1));
  const AlgebraicPoint given = point;
  for (const auto& [v, c] : stretch.moved)
    point[v] = quotient_at(Polynomial(ring, c) + Polynomial::variable(ring, v) * stretch.factor, one, given);
  return point;
}

AlgebraicPoint into_stretch(const Stretch& stretch, AlgebraicPoint point) {
  const PolynomialRing& ring = stretch.factor.ring();
  const AlgebraicPoint given = point;
  for (const auto& [v, c] : stretch.moved)
    point[v] = quotient_at(Polynomial::variable(ring, v) - Polynomial(ring, c), stretch.factor, given);
  return point;
}

std::vector<QuadricCharts> charts_of_quadrics(const SemialgebraicSet& set) {
  std::vector<QuadricCharts> found;
  for (const Polynomial& p : equations(set)) {
    const std::vector<std::size_t> variables = p.variables();
    if (p.total_degree() != 2 || variables.size() < 2 || variables.front() < set.parameter_count) continue;
    if (auto charts = charts_of(p)) found.push_back(std::move(*charts));
  }
  return found;
}

}  // namespace isthmus
