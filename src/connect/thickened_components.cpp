#include "connect/thickened_components.hpp"

#include <algorithm>
#include <numeric>

#include "connect/log_lines.hpp"
#include "connect/nearby.hpp"
#include "connect/polygon_path.hpp"
#include "decompose/gaps.hpp"
#include "decompose/lifting_state.hpp"
#include "decompose/variable_order.hpp"
#include "exact/ball_value.hpp"
#include "exact/error.hpp"
#include "reduce/normal_form.hpp"

namespace isthmus {

namespace {

SemialgebraicSet fibre_at(const Thickening& thickening, const std::vector<Rational>& values) {
  std::vector<std::size_t> indices(values.size());
  std::iota(indices.begin(), indices.end(), std::size_t{0});
  return specialise(thickening.family, indices, values);
}

/// Points of a piece in its neighbourhood over these lie in the compact part of the piece around which the one over
/// `values` was taken (docs/engine.md, section "Thin neighbourhoods").
std::vector<Rational> inner_values(const std::vector<Rational>& values) {
  if (values.size() < 2) return values;
  return {Rational(2) * values[0], std::min(values[1], values[0] * Rational(1, 2))};
}

/// The atom without the zeros of its polynomial.
Formula strictly(const Atom& atom) {
  if (atom.relation == Relation::equal) return Formula::falsity();
  if (atom.relation == Relation::less_equal) return Formula::atom(atom.polynomial, Relation::less);
  if (atom.relation == Relation::greater_equal) return Formula::atom(atom.polynomial, Relation::greater);
  return Formula::atom(atom.polynomial, atom.relation);
}

/// A positive rational below every positive root, at most 1/2.
Rational below_positive_roots(const UnivariatePolynomial& p) {
  const RealRoot zero{Rational(0)};
  const RealRoot half{Rational(1, 2)};
  for (const RealRoot& root : isolate_real_roots(p))
    if (root > zero) return simplest_between(zero, std::min(root, half));
  return Rational(1, 2);
}

}  // namespace

bool box_inside(const Formula& formula, const AlgebraicPoint& enclosure, long precision) {
  std::vector<Ball> box;
  for (const RealRoot& x : enclosure) box.push_back(Ball::hull(x.lower(), x.upper(), precision));
  return formula.evaluate([&](const Atom& atom) {
    const std::optional<int> sign = value_on(atom.polynomial, box, precision).sign();
    if (!sign) return Truth::unknown;
    return holds(atom.relation, *sign) ? Truth::yes : Truth::no;
  }) == Truth::yes;
}

ThinFibre thin_fibre(const Thickening& thickening, const Rational& cap) {
  const SemialgebraicSet& family = thickening.family;
  require(family.parameter_count == 0, "a thickening with parameters must be specialised before it is counted");
  const std::vector<Polynomial> factors = OpenCondition(family.ring, family.formula).factors();
  const PolynomialRing order = best_order(family.ring, 0, factors, thickening.infinitesimals);
  Projection projection = project(order, factors, ProjectionKind::walls, {0, thickening.infinitesimals});
  LiftingState state(projection);
  while (state.depth() < thickening.infinitesimals) {
    Rational value(1, 2);
    for (std::size_t f = 0; f < projection.level(state.depth() + 1).size(); ++f)
      value = std::min(value, below_positive_roots(state.fibre(f)));
    // eta far below its bound leaves room between the compact part of the set and the edge of the fibre.
    const bool last = state.depth() + 1 == thickening.infinitesimals;
    state.push(last ? value : std::min(value * Rational(1, 8), cap));
  }
  std::vector<Rational> values = state.point();
  return {thickening, std::move(projection), std::move(values)};
}

ThickenedComponents::ThickenedComponents(SemialgebraicSet set, const Thickening& thickening, const Progress& progress,
                                         const Rational& cap)
    : set_(std::move(set)),
      progress_(progress),
      cap_(cap),
      fibre_(thin_fibre(thickening, cap)),
      at_values_(fibre_at(thickening, fibre_.values)),
      inner_(inner_parts()),
      open_(at_values_, {}, progress) {}

AlgebraicPoint ThickenedComponents::sample(std::size_t i) const {
  const std::vector<Point> points = points_of(i, 8);
  constexpr std::size_t nearby = 128;
  for (std::size_t attempt = 0; attempt < nearby; ++attempt)
    for (const Point& at : points) {
      const Point point = attempt == 0 ? at : beside(at, attempt);
      if (set_.formula.holds_at(point) && located(to_algebraic(point)) == i) return to_algebraic(point);
    }
  for (const Point& at : points)
    for (std::size_t v = 0; v < at.size(); ++v)
      if (auto point = on_hyperplane(v, at[v], i)) return *point;
  if (auto point = interior_point(i)) return *point;
  throw Undecided("no point of the component was found on rational hyperplanes");
}

AlgebraicPoint ThickenedComponents::another_sample(std::size_t i, std::size_t attempt) const {
  const std::vector<Point> points = points_of(i, 8);
  const Point& at = points[attempt % points.size()];
  const Point point = attempt < points.size() ? at : beside(at, attempt / points.size());
  if (set_.formula.holds_at(point) && located(to_algebraic(point)) == i) return to_algebraic(point);
  return sample(i);
}

std::vector<ThickenedComponents::Inner> ThickenedComponents::inner_parts() const {
  const Thickening& whole = fibre_.thickening;
  std::vector<Inner> parts;
  for (const ThickenedPiece& piece : whole.pieces) {
    const auto first = fibre_.values.begin() + static_cast<std::ptrdiff_t>(piece.first);
    const Thickening alone = thicken_piece(piece);
    parts.push_back(
        {piece.base,
         fibre_at(alone, inner_values({first, first + static_cast<std::ptrdiff_t>(piece.infinitesimals)}))});
  }
  return parts;
}

bool ThickenedComponents::well_inside(const Point& point) const {
  return std::any_of(inner_.begin(), inner_.end(),
                     [&](const Inner& part) { return part.neighbourhood.formula.holds_at(point); });
}

std::size_t ThickenedComponents::component_at(const AlgebraicPoint& point) const {
  if (const auto component = component_well_inside(point)) return *component;
  return component_from_thinner(point);
}

std::optional<std::size_t> ThickenedComponents::component_well_inside(const AlgebraicPoint& point) const {
  constexpr long highest_precision = 4096;
  std::vector<const Inner*> around;
  for (const Inner& part : inner_)
    if (contains(part.piece, point)) around.push_back(&part);
  const auto any_around = [&](const auto& holds) {
    return std::any_of(around.begin(), around.end(),
                       [&](const Inner* part) { return holds(part->neighbourhood.formula); });
  };
  if (const auto rational = to_rational(point)) {
    if (!any_around([&](const Formula& formula) { return formula.holds_at(*rational); })) return std::nullopt;
    return open_.component_at(*rational);
  }
  AlgebraicPoint enclosure = point;
  for (long precision = 32; precision <= highest_precision; precision *= 2) {
    for (RealRoot& x : enclosure)
      if (!x.is_point()) x.refine_to(pow(Rational(1, 2), precision / 2));
    if (!any_around([&](const Formula& formula) { return box_inside(formula, enclosure, 2 * precision); })) continue;
    Point inside;
    for (const RealRoot& x : enclosure) inside.push_back(x.is_point() ? x.lower() : midpoint(x.lower(), x.upper()));
    return open_.component_at(inside);
  }
  return std::nullopt;
}

/// Counts again with a much smaller eta, where points far away or close to an end of the set are well inside, and finds
/// the samples there.
std::size_t ThickenedComponents::component_from_thinner(const AlgebraicPoint& point) const {
  const Rational thinner = fibre_.values.front() * Rational(1, 1024);
  if (cap_ < Rational(1, 2) || fibre_.values.size() < 2)
    throw Undecided("the point lies outside the neighbourhood in which the components were counted");
  const ThickenedComponents other(set_, fibre_.thickening, progress_, thinner);
  ensure(other.count() == count(), "two thin neighbourhoods of a set differ in their components");
  const std::size_t there = other.component_at(point);
  for (std::size_t i = 0; i < count(); ++i)
    if (other.component_at(sample(i)) == there) return i;
  throw InternalError("a component of a thinner neighbourhood holds no sample");
}

std::optional<std::size_t> ThickenedComponents::located(const AlgebraicPoint& point) const {
  const auto rational = to_rational(point);
  if (!rational || std::none_of(inner_.begin(), inner_.end(), [&](const Inner& part) {
        return part.piece.formula.holds_at(*rational) && part.neighbourhood.formula.holds_at(*rational);
      }))
    return std::nullopt;
  const auto leaf = locate(open_.projection(), open_.tree(), open_.to_projection_order(*rational));
  if (!leaf) return std::nullopt;
  return open_.component_of_leaf(*leaf);
}

std::vector<PathLeg> ThickenedComponents::path(const AlgebraicPoint& from, const AlgebraicPoint& to) const {
  std::vector<Point> corners;
  for (const Point& point : points_of(component_at(from), 24))
    if (set_.formula.holds_at(point)) corners.push_back(point);
  return polygon_path(set_, from, to, corners);
}

void ThickenedComponents::describe(std::vector<std::string>& lines, std::size_t indent) const {
  std::string values;
  for (std::size_t i = 0; i < fibre_.values.size(); ++i)
    values += (i == 0 ? "" : ", ") + fibre_.thickening.family.ring.name(i) + "=" + fibre_.values[i].to_string();
  add_line(lines, indent, components_text(count()) + ", those of the open set at " + values);
  add_line(lines, indent + 2, at_values_.formula.to_string());
}

/// Sample points of a few cells of a component of the fibre, those first that are well inside.
std::vector<Point> ThickenedComponents::points_of(std::size_t component, std::size_t most_points) const {
  std::vector<Point> inside;
  std::vector<Point> others{open_.sample(component)};
  for (std::size_t leaf = 0; leaf < open_.tree().leaves().size() && inside.size() < most_points; ++leaf) {
    if (open_.component_of_leaf(leaf) != component) continue;
    const Point at = open_.to_ring_order(open_.tree().sample(open_.tree().leaves()[leaf], set_.ring.size()));
    (well_inside(at) ? inside : others).push_back(at);
  }
  inside.insert(inside.end(), others.begin(), others.end());
  if (inside.size() > most_points) inside.resize(most_points);
  return inside;
}

/// A point of component i with the given rational coordinate, if the section of the set there is counted and has one.
std::optional<AlgebraicPoint> ThickenedComponents::on_hyperplane(std::size_t variable, const Rational& value,
                                                                 std::size_t i) const {
  try {
    const ComponentsPtr section = count_components(reduce(specialise(set_, {variable}, {value})));
    for (std::size_t c = 0; c < section->count(); ++c) {
      AlgebraicPoint point = section->sample(c);
      point.insert(point.begin() + static_cast<std::ptrdiff_t>(variable), RealRoot(value));
      if (component_well_inside(point) == i) return point;
    }
  } catch (const Undecided&) {
    return std::nullopt;
  }
  return std::nullopt;
}

/// A point of component i where no condition of a piece holds with equality, well inside.
std::optional<AlgebraicPoint> ThickenedComponents::interior_point(std::size_t i) const {
  for (const Inner& part : inner_) {
    SemialgebraicSet inside = part.neighbourhood;
    inside.formula = Formula::conjunction({inside.formula, part.piece.formula.map_atoms(strictly)});
    if (inside.formula.is(Formula::Kind::falsity)) continue;
    const OpenComponents cells(inside, {}, progress_);
    for (std::size_t c = 0; c < cells.count(); ++c)
      if (open_.component_at(cells.sample(c)) == i) return to_algebraic(cells.sample(c));
  }
  return std::nullopt;
}

}  // namespace isthmus
