#pragma once

#include "claim/toml_document.hpp"
#include "exact/polynomial.hpp"

namespace isthmus {

/// The text as a rational number. Throws ParseError at the text if it is none.
Rational rational_in(const TomlDocument& document, const TomlText& text);

/// The ring of the names in the array `variables`. Throws ParseError if there is none, or one stands twice or is no
/// name.
PolynomialRing read_ring(TableReader& table);

}  // namespace isthmus
