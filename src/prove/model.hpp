#pragma once

#include <optional>
#include <string>
#include <vector>

#include "claim/claim.hpp"
#include "decompose/progress.hpp"
#include "prove/evidence.hpp"
#include "variety/evaluation.hpp"

namespace isthmus {

/// Whether conditions on matrices can be met.
struct ModelSearch {
  Truth exists = Truth::unknown;
  std::optional<Assignment> model;  ///< for yes: rational values of all symbols, unless only irrational ones were found
  std::vector<std::string> lines;   ///< for no: the proof; for unknown: the reason
  std::optional<Emptiness> empty;   ///< for no: the conditions, written out in entries
};

/// Small rational matrices of this shape, simplest first: multiples of the identity, diagonal and permutation matrices,
/// single entries, ones.
std::vector<Matrix> small_matrices(const Shape& shape);

/// The first choice of small matrices for `symbols` that meets all conditions and extends `fixed`; nullopt if there is
/// none among the first few hundred thousand. Deterministic.
std::optional<Assignment> search_model(const std::vector<MatrixSymbol>& symbols,
                                       const std::vector<MatrixCondition>& conditions, const Assignment& fixed = {});

/// Finds values of the symbols that meet all conditions, or shows that there are none.
ModelSearch find_model(const std::vector<MatrixSymbol>& symbols, const std::vector<MatrixCondition>& conditions,
                       const Progress& progress);

/// The symbols of a setting that are no weights.
std::vector<MatrixSymbol> parameters_of(const Setting& setting);

}  // namespace isthmus
