#pragma once

#include <optional>
#include <vector>

#include "claim/semialgebraic_set.hpp"
#include "exact/algebraic_point.hpp"

namespace isthmus {

/// Points beside a smooth hypersurface f = 0 in an open set whose components are convex, being bounded by hyperplanes.
class HypersurfaceSides {
 public:
  /// `space`: the open set, without parameters. Its conditions are linear.
  HypersurfaceSides(Polynomial f, const SemialgebraicSet& space);

  struct Sides {
    Point negative;  ///< where f < 0
    Point positive;
  };
  /// Rational points of the two components of the complement that the hypersurface has on its sides at one of its points;
  /// nearer ones in later attempts. nullopt if this attempt finds none.
  std::optional<Sides> at(const AlgebraicPoint& point, std::size_t attempt) const;

  /// Whether a point lies in the same component of the space as another one, which lies in the space.
  bool are_together(const Point& inside, const Point& point) const;

 private:
  std::optional<Sides> beside_rational(const Point& point, std::size_t variable, const Rational& step) const;
  std::optional<Sides> beside_box(const AlgebraicPoint& point, std::size_t variable, long precision) const;

  Polynomial f_;
  std::vector<Polynomial> partials_;  ///< in all variables
  std::vector<Polynomial> linear_;    ///< the polynomials of the conditions of the space
};

}  // namespace isthmus
