#pragma once

#include <optional>

#include "decompose/gap_places.hpp"

namespace isthmus {

/// Which gaps go on over a wall, as far as it is known. A gap that is in neither list ends; of those in `perhaps` some
/// may.
struct PlacesThatGoOn {
  Places sure;
  Places perhaps;
};

/// The gaps that go on, each to one on the other side, and those that may; no other does. nullopt if the orders do not
/// tell enough. No leading coefficient may vanish at the wall. Where two gaps over the wall are in one gap beside it,
/// it is in several places. docs/engine.md, section "Regions".
std::optional<PlacesThatGoOn> places_that_go_on(const RootOwners& left, const RootOwners& right,
                                                const std::vector<FibrePolynomial>& polynomials);

}  // namespace isthmus
