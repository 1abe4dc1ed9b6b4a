#pragma once

#include <algorithm>

#include "claim/claim.hpp"
#include "prove/proof.hpp"

namespace isthmus {

/// The scope of a claim about matrices that was proved for each instance. All dimensions: every matrix is n x n and
/// nothing but sizes depends on n (`one_size`), no step depended on the sizes, and one instance has n >= 2, so that no
/// step can have used that a 1 x 1 matrix commutes with transposition or is a number.
template <class Instance>
Scope scope_of(const std::vector<Instance>& instances, bool one_size, bool independent_of_sizes) {
  const auto is_large = [](const Instance& instance) {
    return std::any_of(instance.setting.symbols.begin(), instance.setting.symbols.end(),
                       [](const MatrixSymbol& symbol) { return symbol.shape.rows > 1; });
  };
  const bool large = std::any_of(instances.begin(), instances.end(), is_large);
  return one_size && independent_of_sizes && large ? Scope::all_dimensions : Scope::all;
}

}  // namespace isthmus
