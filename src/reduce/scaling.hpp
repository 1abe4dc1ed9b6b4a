#pragma once

#include <optional>
#include <vector>

#include "claim/semialgebraic_set.hpp"

namespace isthmus {

/// An equation high + low = 0 of a set, both weighted homogeneous of different positive or zero degrees, high of the
/// greater one, where the polynomials of all other atoms are weighted homogeneous.
struct TwoDegrees {
  std::vector<unsigned> weights;  ///< one per variable of the ring; 0 for parameters
  Polynomial equation;
  Polynomial high;
  Polynomial low;
};

/// Such equations with weights from a small range, those first that move the most variables; at most a few.
std::vector<TwoDegrees> equations_of_two_degrees(const SemialgebraicSet& set);

/// Weights for which the polynomials of all atoms are homogeneous, not all 0, from a small range, with as many positive
/// ones as possible; nullopt if none were found.
std::optional<std::vector<unsigned>> homogeneous_weights(const SemialgebraicSet& set);

}  // namespace isthmus
