#pragma once

#include <optional>
#include <string>
#include <vector>

#include "symmetry/product_minimum.hpp"

namespace isthmus {

/// Whether and how permutations of hidden neurons join two minima.
struct PermuteAnswer {
  std::vector<int> from_signs;  ///< of the determinants of the weights
  std::vector<int> to_signs;
  bool connected = false;  ///< without permuting
  std::optional<std::vector<Permutation>> permutations;
  ProductMinimum::Weights permuted;      ///< empty if there are no permutations
  std::vector<GeneralLinearPath> paths;  ///< of all weights but the last
};

/// Throws InvalidInput, with the reason, if a point is no point of the minimum.
PermuteAnswer permute_answer(const ProductMinimum& minimum, const ProductMinimum::Weights& from,
                             const ProductMinimum::Weights& to);

std::string permute_report(const PermuteAnswer& answer);
/// {"schema":"isthmus.permute/1",..}
std::string permute_json(const PermuteAnswer& answer);

}  // namespace isthmus
