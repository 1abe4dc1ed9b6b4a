#pragma once

#include <cstddef>
#include <vector>

#include "connect/components.hpp"
#include "report/answers.hpp"

namespace isthmus {

/// A simple point of each component that can be written exactly, and further points near them, until there are `wanted`
/// in all or no more are found; component by component.
std::vector<SamplePoint> sample_points(const ReducedSet& reduced, const Components& components, std::size_t wanted);

}  // namespace isthmus
