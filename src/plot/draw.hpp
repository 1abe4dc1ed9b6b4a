#pragma once

#include <optional>
#include <vector>

#include "connect/components.hpp"
#include "plot/picture.hpp"

namespace isthmus {

/// What is proved about the components of a set.
struct ProvedComponents {
  ComponentsPtr evidence;
  std::vector<std::optional<AlgebraicPoint>> samples;  ///< one per component; nullopt: not expressed exactly
};

/// Throws InvalidInput, saying what is possible, unless a set has 1, 2 or 3 variables and no parameter.
void require_drawable(const SemialgebraicSet& set);

/// Draws a set in the given box, or in one around all that is special about it. Every piece has the owner to which it
/// is proved to belong: on the line and in the plane by the cells of the set, in space by exact location of points on
/// it. Without `components` nothing has an owner. The texts of the samples stay empty. Throws InvalidInput as
/// require_drawable, InternalError if the cells contradict the number of components; Undecided as PlaneSet.
Picture draw_set(const SemialgebraicSet& set, const std::optional<ProvedComponents>& components,
                 const std::optional<Box>& box, std::size_t cells);

}  // namespace isthmus
