#pragma once

#include "decompose/walls.hpp"

namespace isthmus {

/// Lifts an open set region by region: in each dimension k below that of the set the cells are merged, across walls,
/// into the components of the set where no factor that bounds regions vanishes, and only over one cell of each are the
/// factors of level k+1 lifted. There are far fewer of these than cells in dense problems (docs/engine.md, section
/// "Regions").
///
/// The projection must be of kind `walls`, without infinitesimals, contain condition.factors() and be closed. Every
/// leaf has the dimension of the set.
CellTree lift_regions(const Projection& projection, const OpenCondition& condition, const Progress& progress = {});

/// Whether walls of a factor can join leaves of a tree of regions. What others join is merged in the tree.
bool joins_leaves_of_regions(const Projection& projection, std::size_t level, std::size_t factor);

/// Where the wall of a merge of such a tree is crossed. The points have as many coordinates as the cells that were
/// merged. Throws InternalError if it joins other cells.
Crossing crossing_of(const Projection& projection, const CellTree& tree, const CellTree::Merge& merge);

}  // namespace isthmus
