#pragma once

#include "claim/toml_document.hpp"

namespace isthmus {

/// True if every matrix of a claim file is n x n for one dimension n, and dimensions occur nowhere else but as sizes of
/// I(..) and zero(..): the claim then reads the same in all dimensions. False says nothing.
bool has_one_size(const TomlDocument& document);

}  // namespace isthmus
