#pragma once

#include "reduce/reduced_set.hpp"

namespace isthmus {

/// The same tree with thin neighbourhoods in place of the cells of the plane and of space; nullptr where one of these
/// sets has none (see thicken).
ReducedSetPtr with_thickened_leaves(const ReducedSet& reduced);

}  // namespace isthmus
