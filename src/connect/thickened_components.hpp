#pragma once

#include "connect/components.hpp"

namespace isthmus {

/// The components of a set without parameters, as those of one fibre of its thickening: the infinitesimals are fixed
/// to rationals below the first positive roots of the projection (docs/engine.md, Theorem 4).
///
/// Points of the set are found on its sections by rational hyperplanes; sample() is Undecided where none of a few is
/// met. component_at() is Undecided for points outside the fibre (far away, or close to where a strict condition ends);
/// path() always.
ComponentsPtr thickened_components(const SemialgebraicSet& set, const Thickening& thickening, const Progress& progress);

/// The values of the infinitesimals, largest first: each positive and below every positive root of the projection
/// factors of its level, over the values before it.
std::vector<Rational> small_values(const Thickening& thickening);

/// Whether every point of the box given by the coordinates' enclosures satisfies the formula, shown by ball arithmetic;
/// false means only that this precision does not show it.
bool box_inside(const Formula& formula, const AlgebraicPoint& enclosure, long precision);

}  // namespace isthmus
