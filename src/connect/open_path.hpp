#pragma once

#include <vector>

#include "connect/open_components.hpp"

namespace isthmus {

/// The vertices of a piecewise linear path inside an open set between two of its points in one component, in the order
/// of its ring; each segment is shown to stay in the set by root counts along it. Follows joins between cells and,
/// inside a cell, lifts a path of the cell below; vertices that can be skipped are left out. Throws InvalidInput if a
/// point is not in the set or the components differ; Undecided if a cell is too narrow for a path of moderate length.
std::vector<Point> path_in_open_set(const OpenComponents& open, const Point& from, const Point& to);

/// The vertices of a piecewise linear path inside the set from the sample of join.first to that of join.second, in
/// projection order, each segment checked. Undecided as above.
std::vector<Point> path_of_join(const OpenComponents& open, const Join& join);

}  // namespace isthmus
