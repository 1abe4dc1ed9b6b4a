#pragma once

#include <vector>

#include "certificate/json.hpp"
#include "connect/path.hpp"

namespace isthmus {

/// The legs of a path (proofs/FORMAT.md, section 10): for each piece between two neighbouring vertices one quotient of
/// polynomials in t per coordinate, t from 0 to 1. Throws NotCertified if a vertex has an irrational coordinate.
Json path_json(const PolynomialRing& ring, const std::vector<PathLeg>& legs);

}  // namespace isthmus
