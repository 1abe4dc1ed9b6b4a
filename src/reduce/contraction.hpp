#pragma once

#include <optional>
#include <vector>

#include "claim/semialgebraic_set.hpp"

namespace isthmus {

/// Whether x -> (t^w_i x_i), t in [0, 1], maps the set into itself because every atom is weighted homogeneous, of
/// degree 0 if it is strict. Exact; `weights` has one entry per variable of the ring, 0 for each parameter.
bool contracts(const SemialgebraicSet& set, const std::vector<unsigned>& weights);

/// Weights that contract the set and move as many variables as possible, from a small range; nullopt if none were
/// found.
std::optional<std::vector<unsigned>> find_contraction(const SemialgebraicSet& set);

}  // namespace isthmus
