#pragma once

#include <optional>
#include <vector>

#include "checker/number.hpp"

namespace isthmus::check {

/// The exponents of the monomials of one polynomial, each once.
using Support = std::vector<std::vector<long>>;

/// The mixed volume of n supports in n dimensions as the sum of |det| over the mixed cells of the subdivision that the
/// heights induce. Nothing if the heights are not general: a linearly independent choice of edges, one from each
/// support, that are lowest in a common direction has a further point as low as them. Goes through all choices of
/// edges; declines if these are more than two million.
std::optional<Integer> mixed_volume(const std::vector<Support>& supports,
                                    const std::vector<std::vector<Rational>>& heights);

}  // namespace isthmus::check
