#pragma once

#include <string>
#include <vector>

#include "claim/claim.hpp"

namespace isthmus {

/// A set that has to be empty for a described set to be an orbit.
struct OrbitException {
  SemialgebraicSet set;
  bool refutes;  ///< a point in it shows that the described set is no orbit; else it shows nothing
};

/// Exceptions to "this set is an orbit": if there are none, then no element of the group leads out of the set, and for
/// any two of its points x, y some element g of the group has g(x) = y.
struct ActionConditions {
  SemialgebraicSet leaves_orbit;  ///< (g, x) with g(x) outside
  /// A candidate for g takes each variable g_j from an equation image_i(g, x) = y_i that is linear in it with a
  /// coefficient that does not vanish at (x, y), or as 1 where all these coefficients vanish. Every pair has one; each
  /// exception is the set of pairs whose candidate is not in the group or does not lead from x to y.
  std::vector<OrbitException> not_transitive;
};

/// Throws Undecided if some variable of the group occurs with others or not linearly in each image that it occurs in.
ActionConditions action_conditions(const OrbitComponents::Action& action, const SemialgebraicSet& orbit);

/// A formula over another ring with the same names.
Formula in_ring(const Formula& formula, const PolynomialRing& ring);

}  // namespace isthmus
