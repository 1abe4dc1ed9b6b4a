#pragma once

#include "reduce/reduced_set.hpp"

namespace isthmus {

/// The same tree without cells of the plane and of space: smooth hypersurfaces by their sides, other sets by thin
/// neighbourhoods; nullptr where one of these has none (see thicken).
ReducedSetPtr with_thickened_leaves(const ReducedSet& reduced);

}  // namespace isthmus
