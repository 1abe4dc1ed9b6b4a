#pragma once

#include <cstddef>
#include <optional>

#include "claim/semialgebraic_set.hpp"

namespace isthmus {

/// Counts the components of any plane set by a cylindrical decomposition over src/exact alone, without an arrangement:
/// after a shear, the curves are followed from the points over each event to the strips beside it, which are separated
/// by rational heights that no curve reaches. Slow, for small degrees.
std::optional<std::size_t> count_by_plain_decomposition(const SemialgebraicSet& set);

}  // namespace isthmus
