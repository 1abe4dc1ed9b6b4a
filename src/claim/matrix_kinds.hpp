#pragma once

#include "claim/claim.hpp"
#include "claim/toml_document.hpp"

namespace isthmus {

// Readers of the kinds of claim that speak of matrices. Each reads [dimensions], [[matrix]], [[scalar]], [[hypothesis]]
// and the table of its kind, and throws ParseError.

/// [components] with network, target and a count.
Claim::Body read_network_components(TableReader& root);
/// [argmin] with network, target and a count.
Claim::Body read_argmin(TableReader& root);
/// [identity] with left and right.
Claim::Body read_identity(TableReader& root);
Claim::Body read_inequality(TableReader& root);
/// [domain], [codomain] with coordinates and [[condition]]; [[forward]] and [[backward]] with name, value and, if
/// wanted, index.
Claim::Body read_inverse_maps(TableReader& root);
/// [cover] with network, target and [[cover.part]] with name and conditions.
Claim::Body read_cover(TableReader& root);

}  // namespace isthmus
