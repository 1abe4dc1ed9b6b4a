#pragma once

#include <memory>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "connect/components.hpp"
#include "decompose/cell_tree.hpp"
#include "reduce/emptiness.hpp"

namespace isthmus {

struct FamilyEvidence;
using FamilyEvidencePtr = std::shared_ptr<const FamilyEvidence>;

/// The components of the set at one parameter value.
struct CountedFibre {
  std::vector<Rational> parameters;  ///< in the order of the family; none if it has no parameters
  ReducedSetPtr reduced;             ///< the reduction at that value
  ComponentsPtr components;
};
/// No parameter value satisfies the assumption.
struct NoParameters {
  EmptinessProof proof;
};
/// A polynomial in the parameters vanishes, or it does not.
struct ParameterCases {
  Polynomial polynomial;
  FamilyEvidencePtr zero;
  FamilyEvidencePtr nonzero;
};
/// parameter = numerator / denominator by an equation of the assumption; `nonzero` shows that the assumption excludes
/// denominator = 0. `then`: without the parameter.
struct SolvedParameter {
  std::size_t parameter;
  Polynomial numerator;
  Polynomial denominator;
  EmptinessProof nonzero;
  FamilyEvidencePtr then;
};
/// The parameters in some order and then the coordinates of a leaf of a reduction, projected for walls.
struct Delineation {
  const ReducedSet* leaf;
  Projection projection;
};
/// One reduction for all parameters; over each open cell of `projection` the number of components is constant
/// (docs/engine.md, Theorem 3). `fibres` has one entry for each cell in which the assumption holds; `walls` one for
/// each factor of the projection, level by level: there it vanishes, and those before it do not.
struct UniformFamily {
  ReducedSetPtr reduction;
  std::vector<Delineation> delineations;  ///< of the leaves of `reduction` with coordinates
  Projection projection;
  CellTree tree;
  std::vector<bool> inside;  ///< for each leaf of `tree`: whether the assumption holds
  std::vector<CountedFibre> fibres;
  std::vector<FamilyEvidencePtr> walls;
};
/// The count was not found, for a reason that FamilyCount::undecided names too, or its evidence is incomplete.
struct NotCounted {
  std::string reason;
};

/// How the components of a family were counted for all parameters that satisfy its assumption: a tree that follows the
/// distinctions made in parameter space.
struct FamilyEvidence {
  SemialgebraicSet family;  ///< with the assumption as the distinctions made it: not normalised
  std::variant<CountedFibre, NoParameters, ParameterCases, SolvedParameter, UniformFamily, NotCounted> step;
};

}  // namespace isthmus
