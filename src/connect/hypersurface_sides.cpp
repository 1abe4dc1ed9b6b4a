#include "connect/hypersurface_sides.hpp"

#include <utility>

#include "exact/ball_value.hpp"
#include "exact/real_root.hpp"

namespace isthmus {

namespace {

/// Whether f has no zero on the segment but, simply, in its first point.
bool vanishes_at_first_only(const Polynomial& f, const Point& from, const Point& to) {
  const UnivariatePolynomial along = f.restrict_to_line(from, to);
  UnivariatePolynomial rest;
  fmpz_poly_shift_right(rest.raw(), along.raw(), 1);
  return rest.is_constant() ? !rest.is_zero() : !has_root_in(rest, Rational(0), Rational(1));
}

Rational power_of_two(long exponent) { return pow(Rational(2), exponent); }

/// A rational near a number.
Rational centre_of(RealRoot x, const Rational& width) {
  if (x.is_point()) return x.lower();
  x.refine_to(width);
  return midpoint(x.lower(), x.upper());
}

}  // namespace

HypersurfaceSides::HypersurfaceSides(Polynomial f, const SemialgebraicSet& space) : f_(std::move(f)) {
  for (std::size_t v = 0; v < f_.ring().size(); ++v) partials_.push_back(f_.derivative(v));
  for (const Atom& atom : space.formula.atoms()) linear_.push_back(atom.polynomial);
}

std::optional<HypersurfaceSides::Sides> HypersurfaceSides::at(const AlgebraicPoint& point, std::size_t attempt) const {
  const auto rational = to_rational(point);
  for (std::size_t v = 0; v < partials_.size(); ++v) {
    if (partials_[v].is_zero()) continue;
    const long halvings = static_cast<long>(attempt);
    auto sides = rational ? beside_rational(*rational, v, power_of_two(-halvings))
                          : beside_box(point, v, 8 + 4 * halvings);
    if (sides) return sides;
  }
  return std::nullopt;
}

/// Along a line through the point that is not tangential there.
std::optional<HypersurfaceSides::Sides> HypersurfaceSides::beside_rational(const Point& point, std::size_t variable,
                                                                           const Rational& step) const {
  const int slope = partials_[variable].evaluate(point).sign();
  if (slope == 0) return std::nullopt;
  Sides sides{point, point};
  sides.negative[variable] -= Rational(slope) * step;
  sides.positive[variable] += Rational(slope) * step;
  for (const Point& side : {sides.negative, sides.positive})
    if (!are_together(point, side) || !vanishes_at_first_only(f_, point, side)) return std::nullopt;
  return sides;
}

/// No condition changes its sign between them.
bool HypersurfaceSides::are_together(const Point& inside, const Point& point) const {
  for (const Polynomial& p : linear_)
    if (p.evaluate(inside).sign() != p.evaluate(point).sign()) return false;
  return true;
}

/// In a box around the point in which f is monotonic in one variable, negative on one of the faces across this, and
/// positive on the other: there f = 0 is a graph, and the two sides are connected.
std::optional<HypersurfaceSides::Sides> HypersurfaceSides::beside_box(const AlgebraicPoint& point,
                                                                      std::size_t variable, long precision) const {
  const Rational height = power_of_two(-precision);
  const Rational width = power_of_two(-2 * precision);
  const long working = 4 * precision + 64;
  Point centre;
  std::vector<Ball> box;
  for (std::size_t v = 0; v < point.size(); ++v) {
    centre.push_back(centre_of(point[v], width));
    const Rational radius = v == variable ? height : width;
    box.push_back(Ball::hull(centre[v] - radius, centre[v] + radius, working));
  }
  for (const Polynomial& p : linear_)
    if (value_on(p, box, working).contains_zero()) return std::nullopt;
  const auto slope = value_on(partials_[variable], box, working).sign();
  if (!slope) return std::nullopt;
  const auto face = [&](int side) {
    Point middle = centre;
    middle[variable] += Rational(side * *slope) * height;
    std::vector<Ball> at = box;
    at[variable] = Ball(middle[variable], working);
    return value_on(f_, at, working).sign() == side ? std::optional(middle) : std::nullopt;
  };
  const auto negative = face(-1);
  const auto positive = face(1);
  if (!negative || !positive) return std::nullopt;
  return Sides{*negative, *positive};
}

}  // namespace isthmus
