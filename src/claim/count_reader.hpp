#pragma once

#include "claim/claim.hpp"
#include "claim/integer_expression.hpp"
#include "claim/toml_document.hpp"

namespace isthmus {

/// What a table says about a number of components: one of the keys count, at-most, at-least.
struct CountDeclaration {
  Relation relation;
  LocatedExpression text;
};
CountDeclaration read_count(TableReader& table);
/// Throws ParseError on a negative number.
Count count_in(const TomlDocument& document, const CountDeclaration& declaration, const IntegerNames& names);

}  // namespace isthmus
