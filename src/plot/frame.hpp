#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "exact/algebraic_point.hpp"
#include "plot/box.hpp"

namespace isthmus {

/// Rational numbers beside the coordinates of a point, to 2^-20 of their size.
std::vector<Rational> approximate(const AlgebraicPoint& point);

/// The smallest box around points, and a comfortable frame around that.
class Hull {
 public:
  explicit Hull(std::size_t dimension) : dimension_(dimension) {}
  void add(const std::vector<Rational>& point);
  /// A box that leaves a margin, this share of its longest side, around the points. Its sides are alike unless the
  /// points spread more than `alike` times as far along one axis as along another. A box around the origin if there are
  /// no points. The ends are decimals with few digits.
  Box framed(const Rational& margin = Rational(2, 5), long alike = 8) const;

 private:
  std::size_t dimension_;
  std::vector<Range> ranges_;
};

}  // namespace isthmus
