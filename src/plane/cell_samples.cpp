#include "plane/cell_samples.hpp"

#include <algorithm>
#include <optional>

#include "exact/error.hpp"
#include "exact/minimal_polynomial.hpp"

namespace isthmus {

namespace {

std::size_t bits(const Rational& value) { return value.numerator().bit_length() + value.denominator().bit_length(); }

/// Small for rational points with small numbers.
std::size_t complexity(const AlgebraicPoint& point) {
  std::size_t sum = 0;
  for (const RealRoot& x : point)
    sum += x.is_point() ? bits(x.lower()) : 10000 * static_cast<std::size_t>(x.polynomial().degree());
  return sum;
}

/// The abscissas or ordinates of the common points of two curves without common component, as roots of a polynomial.
UnivariatePolynomial eliminant(const Polynomial& f, const Polynomial& g, std::size_t coordinate) {
  const std::size_t other = 1 - coordinate;
  if (!f.depends_on(other)) return f.to_univariate(coordinate);
  if (!g.depends_on(other)) return g.to_univariate(coordinate);
  return resultant(f, g, other).to_univariate(coordinate);
}

}  // namespace

AlgebraicPoint CellSamples::of(std::size_t cell) {
  switch (cells_.dimension(cell)) {
    case 0:
      return at_vertex(cell);
    case 1:
      return on_edge(cell);
    default:
      return in_face(cell);
  }
}

AlgebraicPoint CellSamples::in_face(std::size_t cell) const {
  std::optional<AlgebraicPoint> best;
  for (const CellComplex::Place& place : cells_.places(cell)) {
    const Slab& slab = cells_.slab(place.slab);
    const Rational& y = slab.face_y.at(place.position);
    AlgebraicPoint point{RealRoot(slab.x + Rational(cells_.shear().factor()) * y), RealRoot(y)};
    if (!best || complexity(point) < complexity(*best)) best = std::move(point);
  }
  return *best;
}

AlgebraicPoint CellSamples::on_edge(std::size_t cell) const {
  constexpr std::size_t tries = 16;
  std::optional<AlgebraicPoint> best;
  std::vector<CellComplex::Place> places = cells_.places(cell);
  std::stable_sort(places.begin(), places.end(), [&](const auto& a, const auto& b) {
    return bits(cells_.slab(a.slab).x) < bits(cells_.slab(b.slab).x);
  });
  for (std::size_t i = 0; i < std::min(tries, places.size()); ++i) {
    const Slab& slab = cells_.slab(places[i].slab);
    AlgebraicPoint point{RealRoot(slab.x), with_minimal_polynomial(slab.roots.at(places[i].position))};
    if (!best || complexity(point) < complexity(*best)) best = std::move(point);
  }
  return cells_.shear().preimage(*best);
}

/// Each coordinate is one of the roots of an eliminant: the one that the vertex's enclosures leave over.
AlgebraicPoint CellSamples::at_vertex(std::size_t cell) {
  const auto [f, g] = curves_through(cell);
  AlgebraicPoint point;
  for (std::size_t coordinate : {std::size_t{0}, std::size_t{1}}) {
    std::vector<RealRoot> candidates = coordinates(f, g, coordinate);
    for (unsigned precision = 32; candidates.size() > 1; precision *= 2) {
      const Enclosure range = enclose(cell, coordinate, precision);
      std::erase_if(candidates, [&](const RealRoot& root) {
        return root.compare(range.lower) < 0 || root.compare(range.upper) > 0;
      });
    }
    ensure(candidates.size() == 1, "a coordinate of a vertex is no root of its eliminant");
    point.push_back(candidates.front());
  }
  return point;
}

/// Before the shear: x = u + k*y.
Enclosure CellSamples::enclose(std::size_t cell, std::size_t coordinate, unsigned precision) const {
  const std::size_t vertex = cells_.arrangement_vertex(cell);
  const Enclosure y = cells_.arrangement().enclose_ordinate(vertex, precision);
  if (coordinate == 1) return y;
  const Enclosure u = cells_.arrangement().enclose_abscissa(vertex, precision);
  const Rational k(cells_.shear().factor());
  const Rational first = k * y.lower;
  const Rational second = k * y.upper;
  return {u.lower + std::min(first, second), u.upper + std::max(first, second)};
}

/// Two curves without common component through a vertex. Where there is one curve only, it has a multiple root there in
/// the direction of the shear; for a root that is simple (where roots of the curve elsewhere over the same abscissa
/// coincide) there is no second polynomial of small degree, nor need of one: such a vertex has the signs of its edges.
std::pair<Polynomial, Polynomial> CellSamples::curves_through(std::size_t cell) const {
  std::vector<Polynomial> through;
  for (std::size_t c = 0; c < cells_.curves().size(); ++c)
    if (cells_.signs(cell)[c] == 0) through.push_back(cells_.curves()[c]);
  ensure(!through.empty(), "no curve passes through a vertex");
  std::stable_sort(through.begin(), through.end(),
                   [](const Polynomial& a, const Polynomial& b) { return a.total_degree() < b.total_degree(); });
  const Polynomial& f = through.front();
  if (through.size() > 1) return {f, through[1]};
  return {f, Rational(cells_.shear().factor()) * f.derivative(0) + f.derivative(1)};
}

const std::vector<RealRoot>& CellSamples::coordinates(const Polynomial& f, const Polynomial& g,
                                                      std::size_t coordinate) {
  const std::string name = f.to_string() + "; " + g.to_string() + "; " + std::to_string(coordinate);
  const auto known = known_.find(name);
  if (known != known_.end()) return known->second;
  std::vector<RealRoot> roots;
  for (const auto& [factor, exponent] : eliminant(f, g, coordinate).factor())
    for (const RealRoot& root : isolate_real_roots(factor)) roots.push_back(with_minimal_polynomial(root));
  return known_.emplace(name, std::move(roots)).first->second;
}

}  // namespace isthmus
