#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "checker/number.hpp"

namespace isthmus::check {

/// A closed interval whose ends are multiples of 2^-160. Every operation returns an interval that contains all results
/// on points of its operands: the ends are rounded outwards. No floating point.
class FixedInterval {
 public:
  FixedInterval() = default;
  /// Contains the rational number.
  explicit FixedInterval(const Rational& value) : FixedInterval(value, value) {}
  /// Contains [lower, upper], lower <= upper.
  FixedInterval(const Rational& lower, const Rational& upper);

  Rational lower() const;
  Rational upper() const;
  bool is_positive() const { return lower_ > 0; }
  bool is_zero() const { return lower_ == 0 && upper_ == 0; }

  friend FixedInterval operator+(const FixedInterval& a, const FixedInterval& b);
  friend FixedInterval operator-(const FixedInterval& a, const FixedInterval& b);
  friend FixedInterval operator*(const FixedInterval& a, const FixedInterval& b);
  /// Throws std::domain_error unless b is positive.
  friend FixedInterval operator/(const FixedInterval& a, const FixedInterval& b);
  /// The roots of the numbers of the interval that are not negative; there must be some (std::domain_error).
  friend FixedInterval square_root(const FixedInterval& a);

 private:
  FixedInterval(Integer lower, Integer upper) : lower_(std::move(lower)), upper_(std::move(upper)) {}

  Integer lower_ = 0;  ///< times 2^160
  Integer upper_ = 0;
};

using IntervalVector = std::vector<FixedInterval>;

FixedInterval dot(const IntervalVector& a, const IntervalVector& b);

/// By its rows.
using IntervalMatrix = std::vector<IntervalVector>;

IntervalMatrix enclosed(const std::vector<std::vector<Rational>>& matrix);
IntervalVector image(const IntervalMatrix& matrix, const IntervalVector& vector);

/// exp(sM) for all s in an interval: 24 terms of the series, and for the others a bound: with r = |s| |M| <= 1/2 (the
/// largest sum of the entries of a row, in absolute value), each entry of the rest of exp(sM)v is at most 2 r^24/24!
/// times the largest entry of v.
class ExponentialSeries {
 public:
  /// Throws std::domain_error if r > 1/2.
  ExponentialSeries(const std::vector<std::vector<Rational>>& matrix, const FixedInterval& s);

  /// exp(sM)v for all v in the vector.
  IntervalVector image_of(const IntervalVector& vector) const;
  /// Its columns are the images of the unit vectors.
  IntervalMatrix as_matrix() const;

 private:
  IntervalMatrix matrix_;
  std::vector<FixedInterval> factors_;  ///< s/1, s/2, .., by which a term is multiplied to give the next
  Rational rest_;
};

}  // namespace isthmus::check
