#include <algorithm>

#include "decompose/gaps.hpp"
#include "exact/ball_value.hpp"
#include "exact/error.hpp"
#include "exact/minimal_polynomial.hpp"
#include "plane/cell_complex.hpp"

namespace isthmus {

namespace {

/// An open interval around a number, of at most this width or twice it.
Enclosure neighbourhood(RealRoot& value, const Rational& width) {
  value.refine_to(width);
  if (value.is_point()) return {value.lower() - width, value.upper() + width};
  return {value.lower(), value.upper()};
}

/// A rational in the open interval that is none of the numbers.
Rational rational_apart_from(const std::vector<RealRoot>& numbers, Enclosure interval) {
  for (;;) {
    const Rational candidate = simplest_between(interval.lower, interval.upper);
    if (!std::binary_search(numbers.begin(), numbers.end(), RealRoot(candidate))) return candidate;
    interval.upper = candidate;
  }
}

}  // namespace

std::size_t CellComplex::locate(const AlgebraicPoint& point) const {
  require(point.size() == 2, "a point of the plane has two coordinates");
  AlgebraicPoint named;
  for (const RealRoot& coordinate : point) named.push_back(with_minimal_polynomial(coordinate));
  const AlgebraicPoint sheared = shear_.image(named);
  for (std::size_t c = 0; c < curves_.size(); ++c)
    if (sign_at(curves_[c], named) == 0) return locate_on_curve(c, sheared);
  return locate_off_curves(sheared);
}

/// A rational point nearby, in a box without a point of a curve and not over a vertex, lies in the same face.
std::size_t CellComplex::locate_off_curves(const AlgebraicPoint& sheared) const {
  RealRoot x = sheared[0];
  RealRoot y = sheared[1];
  if (x.is_point() && y.is_point() && !slabs_.position(x).second) return face_at(x.lower(), y.lower());
  for (long bits = 8;; bits *= 2) {
    const Rational width = Rational(1) / pow(Rational(2), bits);
    const Enclosure x_range = neighbourhood(x, width);
    const Enclosure y_range = neighbourhood(y, width);
    const long precision = 4 * bits + 64;
    const Ball x_ball = Ball::hull(x_range.lower, x_range.upper, precision);
    const Ball y_ball = Ball::hull(y_range.lower, y_range.upper, precision);
    const bool free = std::none_of(images_.begin(), images_.end(), [&](const Polynomial& p) {
      return value_on(p, {x_ball, y_ball}, precision).contains_zero();
    });
    if (free)
      return face_at(rational_apart_from(slabs_.abscissas(), x_range), simplest_between(y_range.lower, y_range.upper));
  }
}

std::size_t CellComplex::face_at(const Rational& x, const Rational& y) const {
  std::size_t below = 0;
  for (const CurveRoot& root : roots_over(images_, x))
    if (root.y.compare(y) < 0) ++below;
  return cell_of_face_[slab(slabs_.position(RealRoot(x)).first).faces.at(below)];
}

std::size_t CellComplex::locate_on_curve(std::size_t curve, const AlgebraicPoint& sheared) const {
  const RealRoot& x = sheared[0];
  std::size_t number = 0;
  if (x.is_point()) {
    for (const CurveRoot& root : roots_over({images_[curve]}, x.lower()))
      if (root.y < sheared[1]) ++number;
  } else {
    number = arrangement_.root_number(curve, x, sheared[1]);
  }
  const auto [next, over_vertices] = slabs_.position(x);
  if (over_vertices) {
    const auto found = stacks_[next].find({curve, number});
    ensure(found != stacks_[next].end(), "a point of a curve lies in no cell over the abscissa of a vertex");
    return found->second;
  }
  for (std::size_t e : slab(next).edges)
    if (arrangement_.edges()[e].curve == curve && arrangement_.edges()[e].root == number) return cell_of_edge_[e];
  throw InternalError("a point of a curve lies on none of its edges");
}

}  // namespace isthmus
