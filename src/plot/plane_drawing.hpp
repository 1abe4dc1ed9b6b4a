#pragma once

#include "plane/plane_set.hpp"
#include "plot/picture.hpp"

namespace isthmus {

/// A box around all vertices of the arrangement, all bounded edges and the samples of all components.
Box box_around(const PlaneSet& set);

/// Draws a plane set by its cells. Every vertex of a line lies on the curve to 2^-16 of the box: over rational
/// abscissas the roots of the curve are isolated. The fills are bounded by these lines. `number[i]` is what component i
/// of the set is called; empty: components are not told apart.
FlatDrawing draw_plane_set(const PlaneSet& set, const Box& box, const std::vector<std::size_t>& number);

}  // namespace isthmus
