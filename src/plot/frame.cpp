#include "plot/frame.hpp"

#include <algorithm>

namespace isthmus {
namespace {

/// A power of ten, at most `value` > 0 and more than a tenth of it.
Rational power_of_ten_below(const Rational& value) {
  Rational power(1);
  while (power > value) power /= Rational(10);
  while (power * Rational(10) <= value) power *= Rational(10);
  return power;
}

/// Widens a range to multiples of a hundredth of the leading digit of its width.
Range rounded(const Range& range) {
  const Rational unit = power_of_ten_below(range.width()) / Rational(100);
  return {Rational((range.lower / unit).floor()) * unit, Rational((range.upper / unit).ceil()) * unit};
}

/// Approximations of one number.
bool is_point(const Range& range) {
  return range.width() < std::max(Rational(1), abs(range.upper)) / pow(Rational(2), 32);
}

}  // namespace

std::vector<Rational> approximate(const AlgebraicPoint& point) {
  std::vector<Rational> result;
  for (RealRoot value : point) {
    const Rational size = std::max(Rational(1), abs(value.upper()));
    value.refine_to(size / pow(Rational(2), 40));
    result.push_back(midpoint(value.lower(), value.upper()));
  }
  return result;
}

void Hull::add(const std::vector<Rational>& point) {
  if (ranges_.empty())
    for (const Rational& value : point) ranges_.push_back({value, value});
  for (std::size_t i = 0; i < point.size(); ++i) {
    ranges_[i].lower = std::min(ranges_[i].lower, point[i]);
    ranges_[i].upper = std::max(ranges_[i].upper, point[i]);
  }
}

Box Hull::framed(const Rational& margin, long alike) const {
  std::vector<Range> ranges = ranges_;
  if (ranges.empty()) ranges.assign(dimension_, {Rational(-1), Rational(1)});
  Rational widest(0);
  for (const Range& range : ranges)
    if (!is_point(range)) widest = std::max(widest, range.width());
  if (widest.is_zero()) widest = Rational(2);
  Box box;
  for (const Range& range : ranges) {
    const bool similar = is_point(range) || range.width() * Rational(alike) >= widest;
    const Rational width = similar ? widest : range.width();
    const Rational half = width * (Rational(1, 2) + margin);
    const Rational middle = midpoint(range.lower, range.upper);
    box.push_back(rounded({middle - half, middle + half}));
  }
  return box;
}

}  // namespace isthmus
