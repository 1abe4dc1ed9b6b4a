#pragma once

#include <optional>
#include <vector>

#include "claim/integer_expression.hpp"
#include "claim/toml_document.hpp"

namespace isthmus {

/// True if dimensions occur in a claim file only as the rows and columns of matrices and as sizes of I(..) and
/// zero(..), each of these a dimension (or an entry of one) and nothing else, and no rank occurs. Two sizes that differ
/// as texts can then differ as numbers, and no number stands for a size: sizes which all differ are like any other.
/// False says nothing.
bool has_free_sizes(const TomlDocument& document);

/// Dimensions with the same names and lengths and pairwise different values, all greater than 1; nullopt if the choices
/// differ in their lengths, or if there are too many.
std::optional<std::vector<Dimension>> generic_dimensions(const std::vector<std::vector<Dimension>>& choices);

}  // namespace isthmus
