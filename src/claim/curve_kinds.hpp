#pragma once

#include "claim/claim.hpp"
#include "claim/toml_document.hpp"

namespace isthmus {

// The kinds of claims about curves and maps on parameters; readers as in claim_kinds.hpp.

/// [exponentials] with matrix and factors.
Claim::Body read_exponentials(TableReader& root);
/// [continuity] with value.
Claim::Body read_continuity(TableReader& root);
/// [sigmoid-networks] with count, smallest, largest, seed.
Claim::Body read_sigmoid_networks(TableReader& root);

}  // namespace isthmus
