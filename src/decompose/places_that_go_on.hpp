#pragma once

#include <functional>
#include <optional>

#include "decompose/gap_places.hpp"

namespace isthmus {

/// Which gaps go on over a wall, as far as it is known. A gap that is in neither list ends; of those in `perhaps` some may.
struct PlacesThatGoOn {
  Places sure;
  Places perhaps;
};

/// The gaps that go on, each to one on the other side, and those that may; no other does. nullopt if the orders do not
/// tell enough. No leading coefficient may vanish at the wall. Where two gaps over the wall are in one gap beside it, it is
/// in several places. docs/engine.md, section "Regions".
std::optional<PlacesThatGoOn> places_that_go_on(const RootOwners& left, const RootOwners& right,
                                                const std::vector<FibrePolynomial>& polynomials);

/// The same where each polynomial has as many real roots at the wall coordinate alpha, all simple, as on either side: gaps
/// whose ends are shown to be apart there are sure. nullopt if that was not shown.
std::optional<PlacesThatGoOn> places_by_enclosures(const RootOwners& left, const RootOwners& right,
                                                   const std::vector<FibrePolynomial>& polynomials,
                                                   const RealRoot& alpha);

/// The same where the sign of one subresultant at the wall coordinate alpha tells more; nullopt where it does not.
std::optional<PlacesThatGoOn> places_by_subresultants(const RootOwners& left, const RootOwners& right,
                                                      const std::vector<FibrePolynomial>& polynomials,
                                                      const std::function<const RealRoot&()>& alpha);

}  // namespace isthmus
