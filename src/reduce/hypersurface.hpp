#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "claim/semialgebraic_set.hpp"
#include "reduce/emptiness.hpp"

namespace isthmus {

/// A set {equation = 0} in an open set each of whose components is convex, being bounded by hyperplanes. The gradient of
/// the equation has no zero on the set, as `smooth` shows.
struct SmoothHypersurface {
  Polynomial equation;
  EmptinessProof smooth;
};

/// nullopt if the conditions are not one equation and strict linear ones, or if no proof was found, for which so many
/// monomials are tried at most (see unit_combination).
std::optional<SmoothHypersurface> smooth_hypersurface(const SemialgebraicSet& set, std::size_t most_monomials = 1400);

/// The partial derivatives in the coordinates of the set that are not zero.
std::vector<Polynomial> gradient(const SemialgebraicSet& set, const Polynomial& p);

}  // namespace isthmus
