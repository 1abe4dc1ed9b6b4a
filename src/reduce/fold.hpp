#pragma once

#include <cstddef>
#include <vector>

#include "claim/semialgebraic_set.hpp"

namespace isthmus {

/// Two coordinates that occur in a set only in their product, first < second; or, with first == second, one that occurs
/// only squared (p = 0 and p != 0 say the same of the product of p and the coordinate).
struct Fold {
  std::size_t first;
  std::size_t second;

  bool is_square() const noexcept { return first == second; }
};

std::vector<Fold> folded_products(const SemialgebraicSet& set);
std::vector<Fold> folded_squares(const SemialgebraicSet& set);

/// The image of the set under the map that replaces the coordinate `first` by the product and forgets `second`; a
/// square is >= 0 there. The set is the preimage of it.
SemialgebraicSet folded(const SemialgebraicSet& set, const Fold& fold);

}  // namespace isthmus
