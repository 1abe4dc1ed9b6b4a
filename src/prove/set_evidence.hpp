#pragma once

#include <memory>
#include <variant>

#include "connect/family.hpp"
#include "reduce/emptiness.hpp"

namespace isthmus {

/// A set without parameters and how its components were counted.
struct SetCount {
  SemialgebraicSet set;  ///< as the claim gives it
  ReducedSetPtr reduced;
  ComponentsPtr components;
};

/// A family and its counts for all parameters.
struct CountedFamily {
  SemialgebraicSet set;                      ///< as the claim gives it
  std::shared_ptr<const FamilyCount> count;  ///< of a family that differs from `set` in the names of variables at most
};

/// Why a set without parameters has no point: a proof, or a count with the result 0.
struct Emptiness {
  SemialgebraicSet set;  ///< as the claim gives it; parameters are coordinates, the assumption is a conjunct
  std::variant<EmptinessProof, SetCount> proof;
};

}  // namespace isthmus
