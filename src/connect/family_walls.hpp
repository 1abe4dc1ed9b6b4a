#pragma once

#include <optional>
#include <vector>

#include "connect/components.hpp"

namespace isthmus {

/// A family on a wall of its parameter space, the zero set of an irreducible polynomial: one parameter is made a
/// coordinate, its equation a condition, so that each fibre is the disjoint union of the sets over the real roots.
struct WallFamily {
  /// In the other parameters; the parameter is its first coordinate. Of the assumption on it, the equation alone.
  SemialgebraicSet set;
  Polynomial equation;   ///< over the ring of `set`
  Formula on_parameter;  ///< the conditions of the assumption that mention the parameter, over the ring of `set`
};

/// The family as its assumption has it, with one equation among its top-level conditions; nullopt if there are several.
std::optional<WallFamily> wall_family(const SemialgebraicSet& family);

/// The components over one root, at one value of the other parameters.
struct WallCase {
  std::vector<Rational> others;
  Formula when;  ///< on the parameter and the others, beside the equation and the assumption
  ReducedSetPtr reduced;
  ComponentsPtr components;  ///< in the coordinates of the family
};
/// For all parameter values on the wall where no polynomial of `walls`, in the other parameters, vanishes: each
/// satisfies the `when` of one case, and those of other cases with the same one have the same count (docs/engine.md,
/// section "Parameters first").
struct WallCount {
  std::vector<Polynomial> walls;
  std::vector<WallCase> cases;
};

/// Throws Undecided where a count is not found, or signs do not tell cells with different counts apart.
WallCount count_on_wall(const WallFamily& wall, const CountOptions& options);

}  // namespace isthmus
