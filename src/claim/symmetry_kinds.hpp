#pragma once

#include "claim/claim.hpp"
#include "claim/toml_document.hpp"

namespace isthmus {

// The kinds of claims about groups that act on minima; readers as in claim_kinds.hpp.

/// [transport] with network, target, elements, choice, pairs, [[transport.condition]], [[transport.image]].
Claim::Body read_transport(TableReader& root);
/// [same-component] with network, target, connected, and the tables value, from, to of matrices.
Claim::Body read_same_component(TableReader& root);
/// [distance] with product and inner.
Claim::Body read_distance(TableReader& root);

}  // namespace isthmus
