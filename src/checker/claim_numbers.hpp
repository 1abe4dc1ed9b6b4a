#pragma once

#include <string>
#include <vector>

#include "checker/toml_table.hpp"

namespace isthmus::check {

// Numbers in claim files. Each function throws InvalidClaim, with the place.

/// A constant expression of the set language.
Rational constant_in(const Text& text);
/// What `text`, a part of the text at `place`, spells: an integer, a fraction p/q or a decimal.
Rational plain_number(const std::string& text, const Text& place);
/// A list of such numbers that is not empty.
std::vector<Rational> plain_numbers(Table& table, const char* key);

}  // namespace isthmus::check
