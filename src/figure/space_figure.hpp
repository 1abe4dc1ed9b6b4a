#pragma once

#include "figure/canvas.hpp"
#include "plot/picture.hpp"

namespace isthmus {

/// The figure of a set in space: an orthographic projection, what is nearer drawn over what is farther away.
Canvas space_figure(const Picture& picture, const SpaceDrawing& drawing);

}  // namespace isthmus
