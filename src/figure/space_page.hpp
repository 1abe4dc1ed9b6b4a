#pragma once

#include <string>

#include "plot/picture.hpp"

namespace isthmus {

/// A page on which a set in space is turned with the mouse.
std::string space_page(const Picture& picture, const SpaceDrawing& drawing);

}  // namespace isthmus
