#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "claim/claim.hpp"
#include "claim/parse_error.hpp"

namespace isthmus {

/// Reads a claim from the text of a claim file (proofs/CLAIMS.md describes the format). `name` stands for the file in
/// messages. Throws ParseError with line, column, the line of text and a caret on anything that the format does not
/// say.
Claim read_claim(std::string_view text, const std::string& name);

/// Reads a claim file. Throws InvalidInput if the path is no readable file, ParseError as above.
Claim read_claim_file(const std::filesystem::path& path);

/// Reads files, and all *.toml files below directories in the order of their paths. Throws InvalidInput if a path does
/// not exist, a directory holds no claim, or two claims have one id; ParseError as above.
std::vector<Claim> read_claims(const std::vector<std::filesystem::path>& paths);

}  // namespace isthmus
