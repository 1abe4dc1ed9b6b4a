#pragma once

#include <map>
#include <tuple>
#include <vector>

#include "plot/sign_grid.hpp"

namespace isthmus {

/// Who owns what on a grid.
struct GridOwners {
  std::vector<Owner> points;     ///< one per point of the grid
  std::vector<Owner> crossings;  ///< one per crossing; of those on surfaces
};

/// Adds the surfaces of a set and the boundaries of its parts with interior to a drawing, cut off at the box. One
/// vertex in each cube through which a factor's surface goes, drawn onto it, and one face around each crossing (the
/// dual of the grid: Gibson, Constrained elastic surface nets, 1998); faces are cut where they leave the set. A cube in
/// which surfaces of different owners pass has a vertex for each.
void add_surfaces(SpaceDrawing& drawing, const SignFormula& formula, const SignGrid& grid, const GridOwners& owners);

/// The lowest corners of the cubes around a crossing's edge, counter-clockwise around its direction; empty if one of
/// them is not part of the grid.
std::vector<std::size_t> cubes_around(const SignGrid& grid, const GridCrossing& crossing);

}  // namespace isthmus
