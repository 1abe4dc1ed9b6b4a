#pragma once

#include <string>
#include <vector>

#include "claim/claim.hpp"

namespace isthmus {

/// The claims of these files and directories, of the catalogue if there are none, in the order of their ids, numbers in
/// them by value (4.9 before 4.10). Throws InvalidInput or ParseError.
std::vector<Claim> load_claims(const std::vector<std::string>& paths);

/// Those whose id matches at least one pattern (*, ?, [..]); all of them if there is no pattern. Throws InvalidInput if
/// nothing is left.
std::vector<Claim> matching(const std::vector<Claim>& claims, const std::vector<std::string>& patterns);

/// Part `index` of `count`, counted from 1: every count-th claim.
struct Shard {
  std::size_t index = 1;
  std::size_t count = 1;
};
/// Reads "2/3". Throws InvalidInput unless 1 <= index <= count.
Shard parse_shard(const std::string& text);
/// Throws InvalidInput if nothing is left.
std::vector<Claim> in_shard(const std::vector<Claim>& claims, const Shard& shard);

/// The claim with this id. Throws InvalidInput with the nearest id otherwise.
const Claim& claim_with_id(const std::vector<Claim>& claims, const std::string& id);

}  // namespace isthmus
