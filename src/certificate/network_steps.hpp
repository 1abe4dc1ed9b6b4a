#pragma once

#include "certificate/json.hpp"
#include "claim/claim.hpp"
#include "variety/evaluation.hpp"
#include "variety/network_set.hpp"

namespace isthmus {

/// A step of the rules for networks, as ["name", ..] (proofs/FORMAT.md, section 9).
Json step_node(const NetworkStep& step);

/// {"X":[["1","0"],["0","1"]],..}: the matrices that have values, in the order of the claim.
Json model_node(const Assignment& values, const Setting& setting);

/// The names of some symbols.
Json names_node(const std::vector<MatrixSymbol>& symbols);

/// [["Y","W*X"],..]: matrices and the values that equations give them.
Json eliminations_node(const std::vector<Eliminated>& eliminated);

}  // namespace isthmus
