#pragma once

#include <optional>
#include <vector>

#include "variety/evaluation.hpp"

namespace isthmus {

/// Values of the symbols, small integers and halves, that meet all conditions: the first among some thousand drawn from
/// a fixed sequence, then made simpler entry by entry. Deterministic. nullopt says nothing. For open conditions, where
/// search_model() with its few special matrices does not help.
std::optional<Assignment> random_model(const std::vector<MatrixSymbol>& symbols,
                                       const std::vector<MatrixCondition>& conditions);

}  // namespace isthmus
