#pragma once

#include <vector>

#include "checker/univariate.hpp"

namespace isthmus::check {

/// The signs of some polynomials along the real line, or a part of it: gaps between their roots, each with a rational
/// point, and the roots between them.
///
/// Invariant: no point is a root of a polynomial, and between neighbouring points there is exactly one number that is a
/// root of some of them. So a polynomial that has a root between two neighbouring points vanishes at that number, and
/// one that has none has the same sign there as at both points.
class RealLine {
 public:
  /// Zero polynomials are allowed and vanish everywhere. Throws std::invalid_argument if the invariant fails.
  RealLine(std::vector<Univariate> polynomials, std::vector<Rational> points);

  std::size_t gaps() const { return points_.size(); }
  const std::vector<Rational>& points() const { return points_; }
  /// The number of all real roots of the polynomials that are not zero, each number counted once.
  const RootCounter& roots() const { return union_; }
  int sign_in_gap(std::size_t polynomial, std::size_t gap) const;
  /// At the root between points i and i+1.
  int sign_at_root(std::size_t polynomial, std::size_t i) const;

 private:
  std::vector<Univariate> polynomials_;
  std::vector<RootCounter> counters_;
  std::vector<Rational> points_;
  RootCounter union_;
};

/// The product of those that are not zero.
Univariate product_of_nonzero(const std::vector<Univariate>& polynomials);

/// Rational points in [0, 1] as RealLine wants them, one in each gap that the roots of the polynomials leave in ]0, 1[.
std::vector<Rational> points_between_roots(const std::vector<Univariate>& polynomials);

}  // namespace isthmus::check
