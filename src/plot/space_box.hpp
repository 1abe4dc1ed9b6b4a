#pragma once

#include <vector>

#include "claim/semialgebraic_set.hpp"
#include "plot/box.hpp"

namespace isthmus {

/// A box around the given points of a set in space: around the whole set where that is seen to be bounded (no point of
/// it on the boundary of a larger box), else around the points.
Box space_box(const SemialgebraicSet& set, const std::vector<std::vector<Rational>>& points);

}  // namespace isthmus
