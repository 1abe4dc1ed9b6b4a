#pragma once

#include <string>

#include "reduce/reduced_set.hpp"

namespace isthmus {

/// A sentence on how the components of a reduced set are found: its steps from the outside in, each kind once.
std::string method_text(const ReducedSet& reduced);

}  // namespace isthmus
