#pragma once

#include "claim/toml_document.hpp"
#include "exact/matrix.hpp"

namespace isthmus {

/// The matrix with these rows of numbers, written [["1", "-3/7"], ["0", "1"]]; plain TOML integers are read too. Throws
/// ParseError, at the place, for a ragged or empty matrix and for what is no rational number.
Matrix matrix_of(const TomlDocument& document, const toml::array& rows);

}  // namespace isthmus
