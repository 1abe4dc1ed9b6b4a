#include "plot/sign_grid.hpp"

#include <algorithm>
#include <cmath>

namespace isthmus {
namespace {

double& coordinate(SpacePoint& point, std::size_t direction) {
  return direction == 0 ? point.x : direction == 1 ? point.y : point.z;
}

/// Where a function that has different signs at 0 and 1 vanishes between them, by bisection.
template <class F>
double root_between(F&& value) {
  constexpr int steps = 30;
  double low = 0;
  double high = 1;
  const bool rising = value(1.0) > value(0.0);
  for (int i = 0; i < steps; ++i) {
    const double middle = (low + high) / 2;
    ((value(middle) > 0) == rising ? high : low) = middle;
  }
  return (low + high) / 2;
}

}  // namespace

SignGrid::SignGrid(const SignFormula& formula, const Box& box, std::size_t cells)
    : formula_(formula), cells_(cells), in_set_(size()), generic_(size(), true) {
  for (const Polynomial& factor : formula.factors()) {
    factors_.emplace_back(factor, box);
    std::vector<std::int8_t> signs(size());
    for (std::size_t point = 0; point < size(); ++point) {
      const int sign = factors_.back().sign(exact_place(point));
      if (sign == 0) generic_[point] = false;
      signs[point] = static_cast<std::int8_t>(sign < 0 ? -1 : 1);
    }
    signs_.push_back(std::move(signs));
  }
  std::vector<int> signs(factors_.size());
  for (std::size_t point = 0; point < size(); ++point) {
    for (std::size_t f = 0; f < factors_.size(); ++f) signs[f] = sign(f, point);
    in_set_[point] = formula.holds(signs);
  }
  for (std::size_t point = 0; point < size(); ++point)
    for (std::size_t direction = 0; direction < 3; ++direction)
      if (indices(point)[direction] + 1 < side()) find_crossings(point, direction);
}

std::array<std::size_t, 3> SignGrid::indices(std::size_t point) const {
  return {point % side(), point / side() % side(), point / (side() * side())};
}

std::array<Rational, 3> SignGrid::exact_place(std::size_t point) const {
  std::array<Rational, 3> result;
  for (std::size_t d = 0; d < 3; ++d)
    result[d] = Rational(static_cast<long>(indices(point)[d]) - 1) / Rational(static_cast<long>(cells_));
  return result;
}

SpacePoint SignGrid::place(std::size_t point) const {
  const auto index = indices(point);
  const auto at = [&](std::size_t d) { return (static_cast<double>(index[d]) - 1) / static_cast<double>(cells_); };
  return {at(0), at(1), at(2)};
}

void SignGrid::find_crossings(std::size_t point, std::size_t direction) {
  const std::size_t next = point + stride(direction);
  std::vector<std::size_t> changing;
  for (std::size_t f = 0; f < factors_.size(); ++f)
    if (sign(f, point) != sign(f, next)) changing.push_back(f);
  for (std::size_t f : changing) crossings_.push_back(crossing(point, direction, f, changing));
}

GridCrossing SignGrid::crossing(std::size_t point, std::size_t direction, std::size_t factor,
                                const std::vector<std::size_t>& changing) const {
  const auto at = [&](double along) {
    SpacePoint p = place(point);
    coordinate(p, direction) += along / static_cast<double>(cells_);
    return p;
  };
  GridCrossing result{point, direction, factor, sign(factor, point) < 0, 0, {}, false, false, false};
  result.along = root_between([&](double along) { return factors_[factor].value(at(along)); });
  result.place = at(result.along);
  std::vector<int> signs(factors_.size());
  for (std::size_t f = 0; f < factors_.size(); ++f) signs[f] = sign(f, point);
  for (std::size_t f : changing)
    if (f != factor) signs[f] = factors_[f].value(result.place) < 0 ? -1 : 1;
  result.before = formula_.holds(signs);
  signs[factor] = 0;
  result.wall = formula_.holds(signs);
  signs[factor] = -sign(factor, point);
  result.behind = formula_.holds(signs);
  return result;
}

}  // namespace isthmus
