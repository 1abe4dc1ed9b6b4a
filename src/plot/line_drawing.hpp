#pragma once

#include "plot/picture.hpp"
#include "reduce/line_set.hpp"

namespace isthmus {

/// A range around all roots of the conditions and the samples of all components.
Box box_around(const LineSet& set);

/// Draws a subset of the line at the height 1/2: intervals as lines, their ends and single points as dots, filled if
/// they belong to the set. `number` as for draw_plane_set.
FlatDrawing draw_line_set(const LineSet& set, const Box& box, const std::vector<std::size_t>& number);

}  // namespace isthmus
