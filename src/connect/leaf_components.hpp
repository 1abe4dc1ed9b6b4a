#pragma once

#include <string>
#include <vector>

#include "connect/components.hpp"

namespace isthmus {

/// No component, one point in R^0, a subset of the line, the plane or space, an open set: the leaves of a reduction.
ComponentsPtr no_components();
ComponentsPtr one_point();
ComponentsPtr line_components(const SemialgebraicSet& set);
ComponentsPtr plane_components(const SemialgebraicSet& set);
/// Undecided as SpaceSet.
ComponentsPtr space_components(const SemialgebraicSet& set);
/// `order` as in OpenComponents.
ComponentsPtr open_set_components(const SemialgebraicSet& set, const std::vector<std::string>& order,
                                  const Progress& progress);

}  // namespace isthmus
