#pragma once

#include "plot/sign_grid.hpp"

namespace isthmus {

/// Adds the parts of a set that no change of sign shows: curves, also those on which a polynomial has an even zero, and
/// isolated points. Cubes of the grid that can meet the set, away from surfaces and parts with interior, are projected
/// onto it (Gauss, Newton); neighbours among the points found are joined. Every point found has small residuals only: a
/// picture. `anchors` are known points with their owners; a piece has the owner of the anchors on it. Returns the
/// number of pieces without owner.
std::size_t add_thin_parts(SpaceDrawing& drawing, const SignFormula& formula, const SignGrid& grid,
                           const std::vector<std::pair<SpacePoint, Owner>>& anchors, const Owner& only);

}  // namespace isthmus
