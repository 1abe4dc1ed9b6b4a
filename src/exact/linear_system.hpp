#pragma once

#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include "exact/rational.hpp"

namespace isthmus {

/// A matrix of integers by its columns: the entries that are not zero, as pairs (row, entry).
struct SparseColumns {
  std::size_t rows = 0;
  std::vector<std::vector<std::pair<std::size_t, Integer>>> columns;
};

/// A solution x of A*x = e, where e is 1 in the given row and 0 elsewhere, with as few of the later columns as possible:
/// one value per column. nullopt if residues modulo a prime of 31 bits show none, which may be wrong; a solution is
/// checked exactly. Throws InvalidInput if a row is out of range.
std::optional<std::vector<Rational>> solve_for_unit(const SparseColumns& matrix, std::size_t row);

}  // namespace isthmus
