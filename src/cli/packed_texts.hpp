#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace isthmus {

/// Any texts as one, for a pipe between two processes of one program.
std::string pack(const std::vector<std::string>& texts);
/// The texts of pack(). Throws InternalError if it is no such text.
std::vector<std::string> unpack(std::string_view packed);

}  // namespace isthmus
