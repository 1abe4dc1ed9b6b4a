#pragma once

#include "claim/claim_kinds.hpp"

namespace isthmus {

// Readers of the kinds of claim about curves in level sets and about bounds on components. Each throws ParseError.

/// [[curve]] with a level set, a curve and what is said about it.
Claim::Body read_curvature(TableReader& root);
/// [[exponential]] with a generator, a start, an interval and enclosures.
Claim::Body read_exponential_curves(TableReader& root);
/// [skew-curves] with squared-norm.
Claim::Body read_skew_curves(TableReader& root);
/// [[bounds]] with variables, an equation and four numbers.
Claim::Body read_bounds(TableReader& root);

}  // namespace isthmus
