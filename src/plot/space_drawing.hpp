#pragma once

#include <optional>

#include "plot/draw.hpp"

namespace isthmus {

/// Sets box, drawing and notes of a picture of a set in three variables: a mesh of `cells` cells along each side of the
/// box.
void draw_space(Picture& picture, const SemialgebraicSet& set, const std::optional<ProvedComponents>& components,
                const std::optional<Box>& box, std::size_t cells);

}  // namespace isthmus
