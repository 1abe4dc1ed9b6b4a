#pragma once

#include "plot/sign_grid.hpp"

namespace isthmus {

/// Known points of a set with their owners.
using Anchors = std::vector<std::pair<SpacePoint, Owner>>;

/// Adds the parts of a set that no change of sign shows: curves, also those on which a polynomial has an even zero, and
/// isolated points. Cubes of the grid that can meet the set, away from surfaces and parts with interior, are projected
/// onto it (Gauss, Newton); neighbours among the points found are joined. Every point found has small residuals only: a
/// picture. A piece has the owner of the anchors on it, all have the owner `only` if there is one. Returns whether
/// every point has an owner.
bool add_thin_parts(SpaceDrawing& drawing, const SignFormula& formula, const SignGrid& grid, const Anchors& anchors,
                    const Owner& only);

}  // namespace isthmus
