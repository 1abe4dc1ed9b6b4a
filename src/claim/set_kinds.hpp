#pragma once

#include "claim/claim.hpp"
#include "claim/toml_document.hpp"

namespace isthmus {

// Readers of the kinds of claim that speak of sets in the set language. Each throws ParseError.

/// [components] with set, variables, parameters, assumption and a count.
Claim::Body read_set_components(TableReader& root);
/// [[factor]] like [components], without parameters, and [product] with a count.
Claim::Body read_product(TableReader& root);
/// [orbits] like [components], without parameters; [[orbits.orbit]] with set, parameters, assumption and a count; and,
/// if wanted, [orbits.action] with group, variables, images.
Claim::Body read_orbits(TableReader& root);

}  // namespace isthmus
