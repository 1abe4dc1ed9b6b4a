#pragma once

#include <optional>

#include "prove/set_counter.hpp"

namespace isthmus {

/// Counts a set for all parameters and compares with what is claimed: SetEvidence, or a CountRefutation of the set of this
/// number.
Finding decide_counted_set(const CountedSet& claimed, std::optional<std::size_t> which, SetCounter& counter);

}  // namespace isthmus
