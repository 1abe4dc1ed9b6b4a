#include "space/vertex_lift.hpp"

#include <algorithm>

#include "decompose/gaps.hpp"
#include "exact/ball_value.hpp"
#include "exact/error.hpp"
#include "plane/cell_samples.hpp"

namespace isthmus {

namespace {

Rational half_to_the(long bits) { return Rational(1) / pow(Rational(2), bits); }

/// The simplest rational near the ends of an interval that encloses a number.
Rational simplest_near(const Rational& lower, const Rational& upper, long bits) {
  return simplest_between(lower - half_to_the(bits), upper + half_to_the(bits));
}

RealRoot as_point_if_simple(const RealRoot& x) {
  constexpr long bits = 48;
  RealRoot refined = x;
  if (!refined.is_point()) refined.refine_to(half_to_the(bits));
  if (refined.is_point()) return refined;
  const Rational candidate = simplest_near(refined.lower(), refined.upper(), bits);
  return x.compare(candidate) == 0 ? RealRoot(candidate) : x;
}

}  // namespace

VertexLift::VertexLift(const CellComplex& plane, const std::vector<ProjectedCurve>& curves, const Surfaces& surfaces,
                       const EdgePatterns& patterns, const std::vector<CellStack>& stacks)
    : plane_(plane), curves_(curves), surfaces_(surfaces), patterns_(patterns), stacks_(stacks) {
  for (const RealRoot& x : plane.abscissas()) abscissas_.push_back(as_point_if_simple(x));
}

LiftedVertex VertexLift::lift(std::size_t vertex) const {
  constexpr long first_precision = 64;
  constexpr long laborious_precision = 256;
  constexpr long last_precision = 1024;
  const PlanePoint at = point(vertex);
  std::optional<RootPattern> pattern = exact_pattern(vertex);
  for (long precision = first_precision; precision <= last_precision; precision *= 2) {
    if (precision == laborious_precision && !pattern) pattern = algebraic_pattern(vertex);
    const auto clusters = surfaces_.over(at, precision);
    if (!clusters || (pattern && !clusters->fits(*pattern))) continue;
    LiftedVertex lifted{{multiplicities(*clusters), clusters->separators(), {}}, {}, std::nullopt};
    follow_edges(vertex, lifted);
    if (pattern || shown_single(vertex, *clusters, lifted)) return lifted;
  }
  throw Undecided("the roots over an irrational vertex of a projection were not told apart");
}

PlanePoint VertexLift::point(std::size_t vertex) const {
  return [this, vertex, number = plane_.arrangement_vertex(vertex)](long precision) {
    const Enclosure y = plane_.arrangement().enclose_ordinate(number, static_cast<unsigned>(precision));
    return std::make_pair(abscissa(vertex).ball(precision), Ball::hull(y.lower, y.upper, precision));
  };
}

std::vector<VertexLift::Ending> VertexLift::endings(std::size_t vertex) const {
  const std::size_t number = plane_.arrangement_vertex(vertex);
  const std::size_t left = plane_.abscissa_of(vertex);
  std::vector<Ending> result;
  for (const std::size_t slab : {left, left + 1}) {
    const std::vector<std::size_t>& edges = plane_.slab(slab).edges;
    for (std::size_t i = 0; i < edges.size(); ++i) {
      const ArrangementEdge& edge = plane_.arrangement().edges()[edges[i]];
      if ((slab == left ? edge.right : edge.left) == number) result.push_back({plane_.cell_of_edge(edges[i]), slab, i});
    }
  }
  return result;
}

/// A curve through the vertex, and the number of its root there.
std::pair<std::size_t, std::size_t> VertexLift::curve_and_root(std::size_t vertex) const {
  const ArrangementVertex& v = plane_.arrangement().vertices()[plane_.arrangement_vertex(vertex)];
  if (!v.isolated_on.empty()) return v.isolated_on.front();
  const Ending end = endings(vertex).at(0);
  const ArrangementEdge& edge = plane_.arrangement().edges()[plane_.slab(end.slab).edges[end.position]];
  return {edge.curve, end.slab == plane_.abscissa_of(vertex) ? edge.root_at_right : edge.root_at_left};
}

/// The ordinate if it is a rational number of small height.
std::optional<Rational> VertexLift::rational_ordinate(std::size_t vertex) const {
  constexpr unsigned bits = 48;
  const Enclosure y = plane_.arrangement().enclose_ordinate(plane_.arrangement_vertex(vertex), bits);
  const Rational candidate = simplest_near(y.lower, y.upper, bits);
  const auto [curve, root] = curve_and_root(vertex);
  const Polynomial value = plane_.sheared_curves()[curve].substitute(1, candidate);
  if (abscissa(vertex).sign_of(value.to_univariate(0)) != 0) return std::nullopt;
  if (plane_.arrangement().root_number(curve, abscissa(vertex), RealRoot(candidate)) != root) return std::nullopt;
  return candidate;
}

/// Where a coordinate is rational.
std::optional<RootPattern> VertexLift::exact_pattern(std::size_t vertex) const {
  const RealRoot& x = abscissa(vertex);
  if (x.is_point()) {
    const auto [curve, root] = curve_and_root(vertex);
    const UnivariatePolynomial p = plane_.sheared_curves()[curve].substitute(0, x.lower()).to_univariate(1);
    return surfaces_.pattern(0, x.lower(), isolate_real_roots(p).at(root));
  }
  if (const auto y = rational_ordinate(vertex)) return surfaces_.pattern(1, *y, x);
  return std::nullopt;
}

/// Whether balls show that the one curve through the vertex is not vertical there.
bool VertexLift::surely_simple(std::size_t vertex) const {
  constexpr long precision = 128;
  const auto [x, y] = point(vertex)(precision);
  const Polynomial& curve = plane_.sheared_curves()[curve_and_root(vertex).first];
  return !value_on(curve.derivative(1), {x, y}, precision).contains_zero();
}

/// Where both coordinates are algebraic numbers of small degree.
std::optional<RootPattern> VertexLift::algebraic_pattern(std::size_t vertex) const {
  constexpr long most_intersections = 64;
  constexpr long largest_degree = 36;
  constexpr long most_roots = 5;
  std::vector<long> degrees;
  for (std::size_t c = 0; c < curves_.size(); ++c)
    if (plane_.signs(vertex)[c] == 0) degrees.push_back(curves_[c].polynomial.total_degree());
  std::sort(degrees.begin(), degrees.end());
  // A simple root of one curve is no more than a point of an edge, and not named by that curve alone.
  if (degrees.size() == 1 && surely_simple(vertex)) return std::nullopt;
  if (degrees.front() * degrees[degrees.size() > 1 ? 1 : 0] > most_intersections) return std::nullopt;
  for (const Polynomial& p : surfaces_.polynomials())
    if (p.degree(2) > most_roots) return std::nullopt;
  const AlgebraicPoint at = plane_.shear().image(CellSamples(plane_).of(vertex));
  if (at[0].polynomial().degree() * at[1].polynomial().degree() > largest_degree) return std::nullopt;
  return surfaces_.pattern(at);
}

bool VertexLift::avoids_separators(const Box& box, const std::vector<Rational>& separators) const {
  constexpr long precision = 256;
  const Ball x = Ball::hull(box.left, box.right, precision);
  const Ball y = Ball::hull(box.bottom, box.top, precision);
  return std::all_of(separators.begin(), separators.end(), [&](const Rational& s) {
    const std::vector<Ball> values{x, y, Ball(s, precision)};
    return std::none_of(surfaces_.polynomials().begin(), surfaces_.polynomials().end(),
                        [&](const Polynomial& p) { return value_on(p, values, precision).contains_zero(); });
  });
}

/// The curves through the vertex, all curves if it is isolated, meet neither the upper nor the lower side of the box.
std::optional<VertexLift::Box> VertexLift::box_of_size(std::size_t vertex, long bits, bool isolated,
                                                       const std::vector<Rational>& separators) const {
  const Enclosure y =
      plane_.arrangement().enclose_ordinate(plane_.arrangement_vertex(vertex), static_cast<unsigned>(bits));
  Box box{Rational(0), Rational(0), y.lower - half_to_the(bits), y.upper + half_to_the(bits)};
  std::vector<UnivariatePolynomial> sides;
  RealRoot x = abscissa(vertex);
  for (std::size_t c = 0; c < plane_.sheared_curves().size(); ++c) {
    if (!isolated && plane_.signs(vertex)[c] != 0) continue;
    for (const Rational& side : {box.bottom, box.top}) {
      sides.push_back(plane_.sheared_curves()[c].substitute(1, side).to_univariate(0));
      if (x.sign_of(sides.back()) == 0) return std::nullopt;
    }
  }
  for (long narrow = bits; narrow <= 16 * bits; narrow *= 2) {
    const Rational width = half_to_the(narrow);
    x.refine_to(width);
    box.left = x.is_point() ? x.lower() - width : x.lower();
    box.right = x.is_point() ? x.upper() + width : x.upper();
    const bool crossed = std::any_of(
        sides.begin(), sides.end(), [&](const UnivariatePolynomial& p) { return has_root_in(p, box.left, box.right); });
    if (!crossed && avoids_separators(box, separators) && (!isolated || is_free_beside(vertex, box))) return box;
  }
  return std::nullopt;
}

VertexLift::Box VertexLift::box_around(std::size_t vertex, const std::vector<Rational>& separators) const {
  constexpr long most_bits = 1024;
  const bool isolated = endings(vertex).empty();
  for (long bits = 4; bits <= most_bits; bits += bits / 2)
    if (const auto box = box_of_size(vertex, bits, isolated, separators)) return *box;
  throw Undecided("no box around a vertex of a projection was found in which its edges stay");
}

/// Whether no curve meets the box over an abscissa beside an isolated vertex; then none meets it in between.
bool VertexLift::is_free_beside(std::size_t vertex, const Box& box) const {
  const std::vector<CurveRoot> roots =
      roots_over(plane_.sheared_curves(), abscissa_in(vertex, plane_.abscissa_of(vertex) + 1, box));
  return std::none_of(roots.begin(), roots.end(), [&](const CurveRoot& root) {
    return root.y.compare(box.bottom) >= 0 && root.y.compare(box.top) <= 0;
  });
}

Rational VertexLift::abscissa_in(std::size_t vertex, std::size_t slab, const Box& box) const {
  const std::size_t number = plane_.abscissa_of(vertex);
  const RealRoot& x = abscissas_[number];
  if (slab > number) {
    const RealRoot right(box.right);
    const bool next = number + 1 < abscissas_.size() && abscissas_[number + 1] < right;
    return simplest_between(x, next ? abscissas_[number + 1] : right);
  }
  const RealRoot left(box.left);
  const bool next = number > 0 && left < abscissas_[number - 1];
  return simplest_between(next ? abscissas_[number - 1] : left, x);
}

void VertexLift::follow_edges(std::size_t vertex, LiftedVertex& lifted) const {
  const std::vector<Rational>& separators = lifted.stack.separators;
  const Box box = box_around(vertex, separators);
  for (const Rational& s : separators) {
    lifted.stack.signs.emplace_back();
    for (const Polynomial& p : surfaces_.polynomials())
      lifted.stack.signs.back().push_back(p.evaluate({box.left, box.bottom, s}).sign());
  }
  std::optional<std::size_t> slab;
  Rational x;
  std::vector<CurveRoot> roots;
  for (const Ending& ending : endings(vertex)) {
    if (slab != ending.slab) {
      slab = ending.slab;
      x = abscissa_in(vertex, *slab, box);
      roots = roots_over(plane_.sheared_curves(), x);
    }
    const RealRoot& root = roots.at(ending.position).y;
    ensure(root.compare(box.bottom) > 0 && root.compare(box.top) < 0, "an edge leaves a box around its end");
    lifted.ends.emplace_back(ending.edge, limits_along(ending, x, root, separators));
  }
  if (lifted.ends.empty()) lifted.around = limits_around(vertex, box, separators);
}

Limits VertexLift::limits_along(const Ending& ending, const Rational& x, const RealRoot& root,
                                const std::vector<Rational>& separators) const {
  const ClusterStack near = surfaces_.over(point_on_edge(x, root), patterns_.over(ending.edge), separators);
  ensure(multiplicities(near) == stacks_[ending.edge].multiplicity, "the roots over an edge change along it");
  Limits limits;
  for (const ClusterGroup& group : near.groups) limits.push_back(gap_of(RealRoot(group.lower), separators));
  return limits;
}

/// Over a point of the box beside an isolated vertex.
Limits VertexLift::limits_around(std::size_t vertex, const Box& box, const std::vector<Rational>& separators) const {
  const Rational x = abscissa_in(vertex, plane_.abscissa_of(vertex) + 1, box);
  Limits limits;
  for (const RealRoot& root : surfaces_.over(x, box.bottom).roots) limits.push_back(gap_of(root, separators));
  return limits;
}

}  // namespace isthmus
