#pragma once

#include <string>
#include <utility>
#include <vector>

#include "claim/claim.hpp"

namespace isthmus {

/// Sets that are all empty iff (for the last: only if) a described set is an orbit: for all its points x, y there is g in the
/// group with g(x) = y, and no g leads out of it.
struct ActionConditions {
  SemialgebraicSet leaves_orbit;  ///< (g, x) with g(x) outside
  /// For each group variable g_j an equation image_i(g, x) = y_i that is linear in it, with coefficient c; where no c
  /// vanishes this gives one candidate g. The first set is where no choice of equations works, the others are where the
  /// candidate of one choice is not in the group or does not lead from x to y.
  std::vector<std::pair<std::string, SemialgebraicSet>> not_transitive;
};

/// Throws Undecided if no image is linear in a group variable.
ActionConditions action_conditions(const OrbitComponents::Action& action, const SemialgebraicSet& orbit);

/// A formula over another ring with the same names.
Formula in_ring(const Formula& formula, const PolynomialRing& ring);

}  // namespace isthmus
