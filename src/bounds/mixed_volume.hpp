#pragma once

#include <cstddef>
#include <vector>

#include "exact/integer.hpp"

namespace isthmus {

/// The exponents of the monomials of one polynomial, each once.
using Support = std::vector<std::vector<long>>;

/// A mixed volume, and the heights over the points of the supports that it was computed with.
struct MixedVolume {
  Integer value;
  std::vector<std::vector<Integer>> lifting;  ///< one height for each point of each support
};

/// The mixed volume of the convex hulls of n supports in n dimensions: the number of isolated zeros with nonzero
/// coordinates of general polynomials with these supports (Bernshtein 1975).
///
/// The lower hull of the sum of the lifted supports is a subdivision of the sum of the polytopes; if the heights are
/// general, the mixed volume is the sum of |det| over its cells that are sums of one edge from each support (Huber,
/// Sturmfels 1995). General means: no linearly independent choice of edges has a further point at the same height; that
/// is checked, and other heights are taken if it fails. Enumerates all choices of edges: throws Undecided if these are
/// more than a million, InvalidInput if there are not n supports in n dimensions.
MixedVolume mixed_volume(const std::vector<Support>& supports);

}  // namespace isthmus
