#include "checker/fixed_interval.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace isthmus::check {
namespace {

constexpr unsigned kBits = 160;
constexpr std::size_t kTerms = 24;

const Integer& unit() {
  static const Integer value = Integer(1) << kBits;
  return value;
}

/// The largest integer <= a/b, the smallest >= a/b, for b > 0.
Integer floor_of(const Integer& a, const Integer& b) {
  const Integer quotient = a / b;  // truncates
  return a < 0 && quotient * b != a ? quotient - 1 : quotient;
}
Integer ceiling_of(const Integer& a, const Integer& b) { return -floor_of(-a, b); }

/// The same for b = unit().
Integer floor_of_unit(const Integer& a) { return a < 0 ? Integer(-((unit() - 1 - a) >> kBits)) : Integer(a >> kBits); }
Integer ceiling_of_unit(const Integer& a) { return -floor_of_unit(-a); }

Rational largest(const FixedInterval& a) { return std::max(a.upper(), -a.lower()); }

}  // namespace

FixedInterval::FixedInterval(const Rational& lower, const Rational& upper)
    : lower_(floor_of(lower.numerator() * unit(), lower.denominator())),
      upper_(ceiling_of(upper.numerator() * unit(), upper.denominator())) {}

Rational FixedInterval::lower() const { return Rational(lower_, unit()); }
Rational FixedInterval::upper() const { return Rational(upper_, unit()); }

FixedInterval operator+(const FixedInterval& a, const FixedInterval& b) {
  return {Integer(a.lower_ + b.lower_), Integer(a.upper_ + b.upper_)};
}

FixedInterval operator-(const FixedInterval& a, const FixedInterval& b) {
  return {Integer(a.lower_ - b.upper_), Integer(a.upper_ - b.lower_)};
}

FixedInterval operator*(const FixedInterval& a, const FixedInterval& b) {
  const auto rounded = [](const Integer& least, const Integer& most) {
    return FixedInterval(floor_of_unit(least), ceiling_of_unit(most));
  };
  if (a.lower_ >= 0) {
    return rounded((b.lower_ >= 0 ? a.lower_ : a.upper_) * b.lower_, (b.upper_ >= 0 ? a.upper_ : a.lower_) * b.upper_);
  }
  if (a.upper_ <= 0) {
    return rounded((b.upper_ >= 0 ? a.lower_ : a.upper_) * b.upper_, (b.lower_ >= 0 ? a.upper_ : a.lower_) * b.lower_);
  }
  if (b.lower_ >= 0 || b.upper_ <= 0) return b * a;
  return rounded(std::min<Integer>(a.lower_ * b.upper_, a.upper_ * b.lower_),
                 std::max<Integer>(a.lower_ * b.lower_, a.upper_ * b.upper_));
}

FixedInterval operator/(const FixedInterval& a, const FixedInterval& b) {
  if (!b.is_positive()) throw std::domain_error("division by an interval that is not positive");
  const Integer low = a.lower_ * unit();
  const Integer high = a.upper_ * unit();
  return {std::min(floor_of(low, b.lower_), floor_of(low, b.upper_)),
          std::max(ceiling_of(high, b.lower_), ceiling_of(high, b.upper_))};
}

FixedInterval square_root(const FixedInterval& a) {
  if (a.upper_ < 0) throw std::domain_error("the root of a negative interval");
  // sqrt(n/2^k) = sqrt(n 2^k)/2^k, and the integer root is at most 1 too small.
  const Integer low = a.lower_ < 0 ? Integer(0) : boost::multiprecision::sqrt(Integer(a.lower_ * unit()));
  return {low, Integer(boost::multiprecision::sqrt(Integer(a.upper_ * unit())) + 1)};
}

FixedInterval dot(const IntervalVector& a, const IntervalVector& b) {
  FixedInterval sum;
  for (std::size_t i = 0; i < a.size(); ++i) sum = sum + a[i] * b[i];
  return sum;
}

IntervalMatrix enclosed(const std::vector<std::vector<Rational>>& matrix) {
  IntervalMatrix result(matrix.size());
  for (std::size_t i = 0; i < matrix.size(); ++i) {
    for (const Rational& entry : matrix[i]) result[i].emplace_back(entry);
  }
  return result;
}

IntervalVector image(const IntervalMatrix& matrix, const IntervalVector& vector) {
  IntervalVector result(matrix.size());
  for (std::size_t i = 0; i < matrix.size(); ++i) {
    for (std::size_t j = 0; j < vector.size(); ++j) {
      if (!matrix[i][j].is_zero()) result[i] = result[i] + matrix[i][j] * vector[j];
    }
  }
  return result;
}

ExponentialSeries::ExponentialSeries(const std::vector<std::vector<Rational>>& matrix, const FixedInterval& s)
    : matrix_(enclosed(matrix)), rest_(2) {
  Rational norm;
  for (const auto& row : matrix) {
    Rational sum;
    for (const Rational& entry : row) sum += sign(entry) < 0 ? -entry : entry;
    norm = std::max(norm, sum);
  }
  const Rational r = largest(s) * norm;
  if (r > Rational(1, 2)) throw std::domain_error("the pieces are too long for the exponential series");
  for (std::size_t k = 1; k < kTerms; ++k) factors_.push_back(s * FixedInterval(Rational(1, static_cast<long>(k))));
  for (std::size_t k = 1; k <= kTerms; ++k) rest_ *= r / Rational(static_cast<long>(k));
}

IntervalVector ExponentialSeries::image_of(const IntervalVector& vector) const {
  IntervalVector sum = vector;
  IntervalVector term = vector;
  for (const FixedInterval& factor : factors_) {
    term = image(matrix_, term);
    for (std::size_t i = 0; i < term.size(); ++i) {
      term[i] = factor * term[i];
      sum[i] = sum[i] + term[i];
    }
  }
  Rational size;
  for (const FixedInterval& entry : vector) size = std::max(size, largest(entry));
  const FixedInterval rest(-rest_ * size, rest_ * size);
  for (FixedInterval& entry : sum) entry = entry + rest;
  return sum;
}

IntervalMatrix ExponentialSeries::as_matrix() const {
  const std::size_t n = matrix_.size();
  IntervalMatrix result(n, IntervalVector(n));
  for (std::size_t j = 0; j < n; ++j) {
    IntervalVector unit_vector(n);
    unit_vector[j] = FixedInterval(Rational(1));
    const IntervalVector column = image_of(unit_vector);
    for (std::size_t i = 0; i < n; ++i) result[i][j] = column[i];
  }
  return result;
}

}  // namespace isthmus::check
