#pragma once

#include "claim/claim.hpp"
#include "claim/toml_document.hpp"

namespace isthmus {

// Readers of the kinds of claim about real powers, homogeneous activations and barriers. Each throws ParseError.

/// [[real]] with variables, assume, define, and one of conclude, bounded, limit.
Claim::Body read_real(TableReader& root);
/// [homogeneous] with degree, left, right, matrices and scalars.
Claim::Body read_homogeneous(TableReader& root);
/// [permutations] with the relation, and [[permutations.instance]].
Claim::Body read_permutations(TableReader& root);
/// [forward-passes] with widths, seeds, scales and alphas.
Claim::Body read_forward_passes(TableReader& root);

}  // namespace isthmus
