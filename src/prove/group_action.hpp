#pragma once

#include <string>
#include <vector>

#include "claim/claim.hpp"
#include "prove/evidence.hpp"

namespace isthmus {

/// A choice of one element g of the group for each pair (x, y) of points of an orbit where `when` holds.
struct ElementChoice {
  Formula when;
  std::vector<TransitiveElement::Quotient> element;  ///< one for each variable of the group, in x, y and parameters
  SemialgebraicSet wrong;                            ///< the pairs where g is not in the group or g(x) is not y
  SemialgebraicSet undefined;                        ///< the pairs where g has a denominator that vanishes
  bool forced;                                       ///< no other g leads from x to y: a wrong one refutes
};

/// Sets that have to be empty for a described set to be an orbit: then no element of the group leads out of the set,
/// and for any two of its points x, y some element g of the group has g(x) = y.
struct ActionConditions {
  SemialgebraicSet leaves_orbit;  ///< (g, x) with g(x) outside
  /// Each takes every variable g_j from an equation image_i(g, x) = y_i that is linear in it with a coefficient that does
  /// not vanish at (x, y), or as 1 where all these coefficients vanish.
  std::vector<ElementChoice> choices;
  SemialgebraicSet no_choice;  ///< pairs for which no choice is meant
};

/// Throws Undecided if some variable of the group occurs with others or not linearly in each image that it occurs in.
ActionConditions action_conditions(const OrbitComponents::Action& action, const SemialgebraicSet& orbit);

/// A formula over another ring with the same names.
Formula in_ring(const Formula& formula, const PolynomialRing& ring);

}  // namespace isthmus
