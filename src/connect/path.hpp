#pragma once

#include <vector>

#include "exact/algebraic_point.hpp"
#include "reduce/reduced_set.hpp"

namespace isthmus {

/// One piece of a path inside a set. Every vertex lies in the set.
///
/// Between two neighbouring vertices the coordinates without a rule move linearly; those in `solved` follow their
/// quotients, in the listed order. A leg with `weights` has two vertices and is the curve t -> (t^w_i x_i), where x is
/// the vertex whose weighted coordinates are not all zero: it runs between that vertex (t = 1) and its limit (t = 0).
struct PathLeg {
  std::vector<AlgebraicPoint> vertices;
  std::vector<Solved> solved;     ///< over the ring of the set
  std::vector<unsigned> weights;  ///< empty, or one per variable of the ring
};

}  // namespace isthmus
