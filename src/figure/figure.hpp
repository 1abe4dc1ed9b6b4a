#pragma once

#include <string>

#include "figure/canvas.hpp"
#include "plot/picture.hpp"

namespace isthmus {

/// A picture with its axes, its count and a legend of its components. Sets in space are seen from a fixed direction.
Canvas figure(const Picture& picture);

/// One page that needs no network: a figure that can be magnified and moved, or in space turned, with the mouse.
std::string html_page(const Picture& picture);

/// The mesh of a set in space as Wavefront OBJ, one group per component, vertices with their colours and in the set's
/// own coordinates. Throws InvalidInput for a set on the line or in the plane.
std::string obj_text(const Picture& picture);

}  // namespace isthmus
