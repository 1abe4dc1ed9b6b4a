#pragma once

#include <algorithm>
#include <cmath>
#include <limits>

#include "exact/rational.hpp"

namespace isthmus {

/// A closed interval of real numbers whose ends are doubles, perhaps infinite. Every operation returns one that
/// contains all exact results: the ends are computed to nearest and moved outwards by more than the error. Where an end
/// is not a number, nothing is known, and every comparison is false. For quick tests before exact ones.
class Interval {
 public:
  constexpr Interval() = default;  ///< {0}
  constexpr explicit Interval(double value) : lower_(value), upper_(value) {}
  explicit Interval(const Integer& value) {
    constexpr ulong exact_bits = 53;
    constexpr ulong largest_bits = 1000;
    const ulong bits = fmpz_bits(value.raw());
    if (bits > largest_bits) {
      *this = anything();
    } else {
      lower_ = upper_ = fmpz_get_d(value.raw());  // towards zero, by less than one unit in the last place
      if (bits > exact_bits) *this = widened(lower_, upper_);
    }
  }
  explicit Interval(const Rational& value) {
    *this = Interval(value.numerator());
    if (value.is_integer()) return;
    const Interval denominator(value.denominator());
    if (denominator.lower_ <= 0) {  // beyond the doubles
      *this = anything();
      return;
    }
    const double ends[] = {lower_ / denominator.lower_, lower_ / denominator.upper_, upper_ / denominator.lower_,
                           upper_ / denominator.upper_};
    *this = hull_of(ends);
  }
  static Interval between(const Interval& a, const Interval& b) { return {a.lower_, b.upper_}; }
  static constexpr Interval anything() {
    return {-std::numeric_limits<double>::infinity(), std::numeric_limits<double>::infinity()};
  }

  double middle() const { return lower_ + (upper_ - lower_) / 2; }
  /// 1 or -1 if all numbers have that sign, else 0.
  int sign() const { return lower_ > 0 && upper_ > 0 ? 1 : lower_ < 0 && upper_ < 0 ? -1 : 0; }

  friend Interval operator+(const Interval& a, const Interval& b) {
    return widened(a.lower_ + b.lower_, a.upper_ + b.upper_);
  }
  friend Interval operator-(const Interval& a, const Interval& b) {
    return widened(a.lower_ - b.upper_, a.upper_ - b.lower_);
  }
  friend Interval operator*(const Interval& a, const Interval& b) {
    const double ends[] = {a.lower_ * b.lower_, a.lower_ * b.upper_, a.upper_ * b.lower_, a.upper_ * b.upper_};
    return hull_of(ends);
  }

 private:
  constexpr Interval(double lower, double upper) : lower_(lower), upper_(upper) {}
  /// The error of one rounding is at most |x| / 2^53, or 2^-1074 below the normal range; this adds |x| / 2^51.
  static Interval widened(double lower, double upper) {
    constexpr double relative = 0x1p-51;
    constexpr double absolute = 0x1p-1000;
    return {lower - (std::fabs(lower) * relative + absolute), upper + (std::fabs(upper) * relative + absolute)};
  }
  /// Where an end is not a number (0 * infinity), the result must not look bounded.
  static Interval hull_of(const double (&ends)[4]) {
    const double sum = ends[0] + ends[1] + ends[2] + ends[3];
    if (!std::isfinite(sum)) return anything();
    return widened(std::min(std::min(ends[0], ends[1]), std::min(ends[2], ends[3])),
                   std::max(std::max(ends[0], ends[1]), std::max(ends[2], ends[3])));
  }

  double lower_ = 0;
  double upper_ = 0;
};

}  // namespace isthmus
