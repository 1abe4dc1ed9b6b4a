#include <algorithm>

#include "decompose/gaps.hpp"
#include "exact/error.hpp"
#include "exact/minimal_polynomial.hpp"
#include "plane/cell_samples.hpp"
#include "space/space_complex.hpp"

namespace isthmus {

namespace {

PlanePoint enclosing(const AlgebraicPoint& on_plane) {
  return [x = on_plane.at(0), y = on_plane.at(1)](long precision) {
    return std::make_pair(x.ball(precision), y.ball(precision));
  };
}

/// A polynomial that vanishes at the roots of p over the point.
UnivariatePolynomial eliminant(Polynomial p, const AlgebraicPoint& on_plane) {
  for (const std::size_t v : {std::size_t{0}, std::size_t{1}})
    if (on_plane[v].is_point()) p = p.substitute(v, on_plane[v].lower());
  for (const std::size_t v : {std::size_t{0}, std::size_t{1}}) {
    if (!p.depends_on(v)) continue;
    std::vector<Polynomial::Term> terms;
    for (long e = 0; e <= on_plane[v].polynomial().degree(); ++e) {
      std::vector<unsigned> exponents(3, 0);
      exponents[v] = static_cast<unsigned>(e);
      terms.push_back({Rational(on_plane[v].polynomial().coefficient(e)), exponents});
    }
    p = resultant(Polynomial(p.ring(), terms), p, v);
    if (p.is_zero()) throw Undecided("an algebraic coordinate could not be named: its resultant vanishes");
  }
  return p.to_univariate(kHeight);
}

}  // namespace

std::size_t SpaceComplex::locate(const AlgebraicPoint& point) const {
  const AlgebraicPoint framed = frame_.image(point);
  const std::size_t base = plane_->locate({framed[0], framed[1]});
  const AlgebraicPoint on_plane = plane_->shear().image(AlgebraicPoint{framed[0], framed[1]});
  return first_[base] + level_at(base, {on_plane[0], on_plane[1], framed[2]});
}

std::size_t SpaceComplex::level_at(std::size_t base, const AlgebraicPoint& point) const {
  if (!point[0].is_point() || !point[1].is_point()) return level_in_gap(base, point);
  const std::vector<RealRoot> roots = surfaces_->over(point[0].lower(), point[1].lower()).roots;
  ensure(roots.size() == stacks_[base].roots(), "the number of roots changes over a cell of the plane");
  const auto next = std::lower_bound(roots.begin(), roots.end(), point[2]);
  const auto below = static_cast<std::size_t>(next - roots.begin());
  return 2 * below + (next != roots.end() && *next == point[2] ? 1 : 0);
}

std::size_t SpaceComplex::level_in_gap(std::size_t base, const AlgebraicPoint& point) const {
  const bool on_root = std::any_of(surfaces_->polynomials().begin(), surfaces_->polynomials().end(),
                                   [&](const Polynomial& p) { return sign_at(p, point) == 0; });
  for (long precision = kFirstPrecision; precision <= kLastPrecision; precision *= 2) {
    const auto roots = enclosures(base, enclosing(point), precision);
    if (!roots) continue;
    const Ball height = point[2].ball(precision);
    std::size_t below = 0;
    std::vector<std::size_t> touching;
    for (std::size_t i = 0; i < roots->size(); ++i) {
      if ((*roots)[i].upper < height.lower())
        ++below;
      else if ((*roots)[i].lower <= height.upper())
        touching.push_back(i);
    }
    if (on_root && touching.size() == 1) return 2 * touching.front() + 1;
    if (!on_root && touching.empty()) return 2 * below;
  }
  throw Undecided("a point was not told apart from the roots below and above it");
}

std::optional<std::vector<Enclosure>> SpaceComplex::enclosures(std::size_t base, const PlanePoint& at,
                                                               long precision) const {
  const auto clusters = surfaces_->over(at, precision);
  if (!clusters) return std::nullopt;
  std::vector<Enclosure> result;
  const CellStack& stack = stacks_[base];
  if (plane_->dimension(base) > 0) {
    const bool on_edge = plane_->dimension(base) == 1;
    if (!clusters->fits(on_edge ? patterns_->over(base) : surfaces_->generic_pattern())) return std::nullopt;
    for (const ClusterGroup& group : clusters->groups) result.push_back({group.lower, group.upper});
    ensure(result.size() == stack.roots(), "the number of roots changes over a cell of the plane");
    return result;
  }
  // Over a vertex there is one root between neighbouring separators; no cluster elsewhere stays on the real line.
  for (std::size_t i = 0; i < stack.roots(); ++i) {
    std::optional<Enclosure> hull;
    for (const ClusterGroup& group : clusters->groups) {
      if (group.upper < stack.separators[i] || stack.separators[i + 1] < group.lower) continue;
      if (group.lower <= stack.separators[i] || stack.separators[i + 1] <= group.upper) return std::nullopt;
      hull = hull ? Enclosure{hull->lower, group.upper} : Enclosure{group.lower, group.upper};
    }
    ensure(hull.has_value(), "no root lies between two separators over a vertex");
    result.push_back(*hull);
  }
  return result;
}

AlgebraicPoint SpaceComplex::sample(std::size_t number) const {
  const auto [base, level] = cell(number);
  const AlgebraicPoint at = CellSamples(*plane_).of(base);
  const AlgebraicPoint on_plane = plane_->shear().image(at);
  const RealRoot height =
      level % 2 == 1 ? root_over(base, level / 2, on_plane) : RealRoot(gap_over(base, level / 2, on_plane));
  return frame_.preimage({at[0], at[1], height});
}

Rational SpaceComplex::gap_over(std::size_t base, std::size_t number, const AlgebraicPoint& on_plane) const {
  if (const auto point = to_rational(on_plane))
    return gap_samples(surfaces_->over((*point)[0], (*point)[1]).roots).at(number);
  for (long precision = kFirstPrecision; precision <= kLastPrecision; precision *= 2) {
    const auto roots = enclosures(base, enclosing(on_plane), precision);
    if (!roots) continue;
    if (roots->empty()) return Rational(0);
    if (number == 0) return simplest_below(roots->front().lower);
    if (number == roots->size()) return simplest_above(roots->back().upper);
    return simplest_between((*roots)[number - 1].upper, (*roots)[number].lower);
  }
  throw Undecided("the roots over a point of a projection were not told apart");
}

RealRoot SpaceComplex::root_over(std::size_t base, std::size_t number, const AlgebraicPoint& on_plane) const {
  if (const auto point = to_rational(on_plane))
    return with_minimal_polynomial(surfaces_->over((*point)[0], (*point)[1]).roots.at(number));
  const std::vector<long>& multiplicity = stacks_[base].multiplicity.at(number);
  const auto surface = std::find_if(multiplicity.begin(), multiplicity.end(), [](long m) { return m > 0; });
  const Polynomial& p = surfaces_->polynomial(static_cast<std::size_t>(surface - multiplicity.begin()));
  std::vector<RealRoot> candidates = isolate_real_roots(eliminant(p, on_plane));
  for (long precision = kFirstPrecision; precision <= kLastPrecision; precision *= 2) {
    const auto roots = enclosures(base, enclosing(on_plane), precision);
    if (!roots) continue;
    const Enclosure& range = (*roots)[number];
    std::erase_if(candidates,
                  [&](const RealRoot& c) { return c.compare(range.lower) < 0 || c.compare(range.upper) > 0; });
    ensure(!candidates.empty(), "a root over a point of the plane is no root of its eliminant");
    if (candidates.size() == 1) return with_minimal_polynomial(candidates.front());
  }
  throw Undecided("an algebraic coordinate could not be separated from its conjugates");
}

}  // namespace isthmus
