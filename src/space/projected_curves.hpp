#pragma once

#include <utility>
#include <vector>

#include "exact/polynomial.hpp"

namespace isthmus {

/// The coordinate that the projection to the plane forgets.
inline constexpr std::size_t kHeight = 2;

/// A curve in the plane over which roots in z of some surfaces meet.
struct ProjectedCurve {
  Polynomial polynomial;                                          ///< irreducible, in a ring of two variables x, y
  std::vector<std::size_t> discriminant_of;                       ///< surfaces
  std::vector<std::pair<std::size_t, std::size_t>> resultant_of;  ///< two surfaces, the later one first
};

/// The irreducible factors, distinct, of the discriminants and the resultants in z of the surfaces, and the cylinders,
/// without those that evidently have no real zero. `surfaces` and `cylinders` are irreducible polynomials in a ring x,
/// y, z, pairwise distinct; the latter do not depend on z.
std::vector<ProjectedCurve> projected_curves(const std::vector<Polynomial>& surfaces,
                                             const std::vector<Polynomial>& cylinders);

}  // namespace isthmus
