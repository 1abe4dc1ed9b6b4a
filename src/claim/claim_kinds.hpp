#pragma once

#include <string_view>

#include "claim/claim.hpp"
#include "claim/toml_document.hpp"

namespace isthmus {

/// Reads the tables that belong to one kind of claim, and those on which it rests. A new kind needs one struct in
/// claim.hpp, one alternative in Claim::Body, one such reader, and one line in claim_kinds.cpp. Throws ParseError.
using KindReader = Claim::Body (*)(TableReader& root);

/// nullptr if there is no such kind.
KindReader reader_of(std::string_view kind);

/// "components, argmin, ..": for messages.
std::string known_kinds();

}  // namespace isthmus
