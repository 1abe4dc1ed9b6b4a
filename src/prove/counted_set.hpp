#pragma once

#include "prove/set_counter.hpp"

namespace isthmus {

/// Counts a set for all parameters and compares with what is claimed.
Finding decide_counted_set(const CountedSet& claimed, SetCounter& counter);

}  // namespace isthmus
