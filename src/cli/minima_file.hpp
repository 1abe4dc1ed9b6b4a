#pragma once

#include <string>
#include <vector>

#include "exact/matrix.hpp"

namespace isthmus {

/// Two points of the minimum of a linear network, as a file states them.
struct MinimaFile {
  Matrix x;
  Matrix y;
  std::vector<Matrix> from;  ///< W_1, .., W_l
  std::vector<Matrix> to;
};

/// Reads a JSON file (its name ends in .json) or a TOML file with exactly the keys X, Y, from, to. Throws InvalidInput,
/// with the place, on anything else.
MinimaFile read_minima_file(const std::string& path);

}  // namespace isthmus
