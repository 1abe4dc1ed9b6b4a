#pragma once

#include "figure/canvas.hpp"
#include "plot/picture.hpp"

namespace isthmus {

/// The figure of a set on the line or in the plane.
Canvas flat_figure(const Picture& picture, const FlatDrawing& drawing);

/// Numbers beside the samples, if the components are few enough to be told apart by numbers.
inline constexpr std::size_t kMostNumbers = 20;

}  // namespace isthmus
