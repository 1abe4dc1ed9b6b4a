#pragma once

#include <cstddef>
#include <vector>

#include "claim/semialgebraic_set.hpp"

namespace isthmus {

/// Groups of coordinates (no parameters) that share no top-level condition of the set, which is the product of its
/// restrictions to them; coordinates that occur nowhere form one group, the last.
std::vector<std::vector<std::size_t>> independent_groups(const SemialgebraicSet& set);

/// The conditions on one group of coordinates; those on parameters alone go with the first group.
SemialgebraicSet restrict_to(const SemialgebraicSet& set, const std::vector<std::size_t>& group, bool first);

}  // namespace isthmus
