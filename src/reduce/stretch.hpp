#pragma once

#include <utility>
#include <vector>

#include "claim/semialgebraic_set.hpp"
#include "exact/algebraic_point.hpp"

namespace isthmus {

/// The map y = c + t * factor for each moved coordinate y, with the new coordinate t in its place: where the factor,
/// which mentions no moved coordinate, does not vanish, a homeomorphism.
struct Stretch {
  std::vector<std::pair<std::size_t, Rational>> moved;  ///< coordinate, c
  Polynomial factor;
};

/// The set in the new coordinates, with the condition that the factor does not vanish.
SemialgebraicSet stretched(const SemialgebraicSet& set, const Stretch& stretch);

/// From the new coordinates to the old ones.
AlgebraicPoint out_of_stretch(const Stretch& stretch, AlgebraicPoint point);
/// From the old coordinates to the new ones. Throws InvalidInput where the factor vanishes.
AlgebraicPoint into_stretch(const Stretch& stretch, AlgebraicPoint point);

/// Two stereographic projections of a quadric, from points that differ in one coordinate only.
struct QuadricCharts {
  Stretch from_first;  ///< its factor vanishes where the coordinate is that of the first point
  Stretch from_second;
};
/// For each condition p = 0 of degree 2 with constant coefficients, no other conjunct considered, on which two rational
/// points of small coordinates were found. In the new coordinates p is the factor times a polynomial that is linear in
/// the coordinate of the factor.
std::vector<QuadricCharts> charts_of_quadrics(const SemialgebraicSet& set);

}  // namespace isthmus
