#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "claim/formula.hpp"

namespace isthmus {

/// A family of semialgebraic sets {x in R^n : assumption(p) and formula(p, x)}, one for each parameter value p.
///
/// The first `parameter_count` variables of the ring are the parameters p, the others are the coordinates x of the
/// ambient space, in order. `assumption` mentions parameters only. Without parameters this is one set and the
/// assumption is truth. All atoms live in `ring`.
struct SemialgebraicSet {
  PolynomialRing ring;
  std::size_t parameter_count = 0;
  Formula assumption = Formula::truth();
  Formula formula = Formula::truth();

  std::size_t dimension() const { return ring.size() - parameter_count; }
};

}  // namespace isthmus
