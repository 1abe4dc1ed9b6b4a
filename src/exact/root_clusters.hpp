#pragma once

#include <optional>
#include <vector>

#include "exact/complex_roots.hpp"

namespace isthmus {

/// A box with exactly `multiplicity` roots of a polynomial, counted with multiplicity.
struct RootCluster {
  ComplexBall box;
  long multiplicity;
  /// Its roots are closed under conjugation and it meets the real axis; a cluster that is not real does not meet it.
  bool real;
};

/// All roots of every polynomial with real coefficients in the balls, in pairwise disjoint boxes, the real ones first,
/// ascending; nullopt if this precision is not enough. Each count is Pellet's: |a_m| r^m > sum of the other |a_i| r^i
/// for the Taylor coefficients at a point implies that m roots lie within r of it (Marden 1966, Theorem 39,1). The last
/// coefficient must not contain zero, or InvalidInput.
std::optional<std::vector<RootCluster>> root_clusters(const std::vector<Ball>& coefficients, long precision);

}  // namespace isthmus
