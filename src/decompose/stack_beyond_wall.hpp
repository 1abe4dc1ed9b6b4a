#pragma once

#include <functional>
#include <optional>
#include <utility>
#include <vector>

#include "decompose/cell_tree.hpp"
#include "decompose/projection.hpp"

namespace isthmus {

/// What may happen to the zeros of a level at the wall of a factor of lower level.
struct WallEvents {
  struct Meeting {
    std::size_t first;
    std::size_t second;
    int order;  ///< of the wall's factor in the resultant
  };

  bool degrees_drop = false;                         ///< whether a leading coefficient vanishes there
  std::vector<std::pair<std::size_t, int>> multiple;  ///< polynomials with multiple zeros, orders of discriminants
  std::vector<Meeting> meetings;                     ///< polynomials with common zeros

  static WallEvents of(const Projection& projection, std::size_t level, Projection::Id wall);
};

/// The owners of the roots on the other side of a wall from those on this side, where the orders and a few roots tell; nullopt
/// elsewhere. `roots_beyond` gives the ascending owners, among some polynomials, of the roots on the other side: it is called
/// with those whose zeros meet, if the orders are not enough. docs/engine.md, section "Regions".
///
/// Throws InternalError if the owners contradict the orders.
std::optional<RootOwners> owners_beyond_wall(
    const RootOwners& here, const WallEvents& events,
    const std::function<RootOwners(const std::vector<std::size_t>&)>& roots_beyond);

}  // namespace isthmus
