#pragma once

#include <functional>
#include <vector>

#include "certificate/json.hpp"
#include "claim/formula.hpp"
#include "connect/thickened_components.hpp"

namespace isthmus {

/// The polynomials of a projection, level by level.
Json projection_json(const Projection& projection);
/// Polynomials of evident sign that divide atoms of the formula or what the projection computes.
Json units_json(const Formula& formula, const Projection& projection);

/// Appends "order", "units", "projection" and "cells" of the open cells that meet the set of the formula.
void add_decomposition(Json& node, const Formula& formula, const Projection& projection, const CellTree& tree);

/// The cells of a tree whose leaves all go up to the last level: those that stand for a cylinder are written out.
/// `inside` tells which leaves are "in".
Json full_cells_json(const Projection& projection, const CellTree& tree,
                     const std::function<bool(std::size_t leaf)>& inside);

/// The node "open" (proofs/FORMAT.md, section 6) of an open set; lifts the walls between its components again if they
/// are separated by these.
Json open_node(const OpenComponents& components);

/// The node "thicken" (section 5) of a set whose `!=` are already split into factors.
Json thicken_node(const ThickenedComponents& thickened);

}  // namespace isthmus
