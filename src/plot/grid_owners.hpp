#pragma once

#include <string>
#include <vector>

#include "plot/draw.hpp"
#include "plot/surface_mesh.hpp"

namespace isthmus {

/// The owners of the grid points in a set and of the crossings on its surfaces: each is the component of that very
/// point, or of one linked to it by the grid. Tells in `notes` if fewer points were located exactly than were wanted.
GridOwners grid_owners(const SemialgebraicSet& set, const Box& box, const SignGrid& grid,
                       const ProvedComponents& components, std::vector<std::string>& notes);

}  // namespace isthmus
