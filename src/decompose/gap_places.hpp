#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

#include "decompose/cell_tree.hpp"
#include "decompose/fibre_roots.hpp"

namespace isthmus {

/// Places of gaps in the stacks on both sides of a wall.
using Places = std::vector<std::pair<std::size_t, std::size_t>>;

/// Whether the k-th root of each polynomial can go on as its k-th root: as many on both sides, and those of two
/// polynomials change places as often as the order of their resultant allows: with its parity, and never for order 0.
bool can_go_on(const RootOwners& left, const RootOwners& right, const std::vector<FibrePolynomial>& polynomials);

/// The gaps that have the same roots below them on both sides, if the k-th root of each polynomial goes on as its k-th
/// root. No other gap goes on.
Places with_equal_roots_below(const RootOwners& left, const RootOwners& right);

/// Which gaps go on over a wall, as far as the orders tell.
struct PlacesThatGoOn {
  Places sure;
  Places perhaps;
};

/// The gaps that go on, each to one on the other side, and those that may; no other does. nullopt if the orders do not
/// tell enough. No leading coefficient may vanish at the wall. Where two gaps over the wall are in one gap beside it, it is
/// in several places. docs/engine.md, section "Regions".
std::optional<PlacesThatGoOn> places_that_go_on(const RootOwners& left, const RootOwners& right,
                                                const std::vector<FibrePolynomial>& polynomials);

/// The same where there are as many real roots of each polynomial at the wall coordinate alpha, each simple, as on either side:
/// gaps whose ends are shown to be apart there are sure.
std::optional<PlacesThatGoOn> places_by_enclosures(const RootOwners& left, const RootOwners& right,
                                                   const std::vector<FibrePolynomial>& polynomials,
                                                   const RealRoot& alpha);

/// The same where the sign of one subresultant at the wall coordinate alpha tells more.
std::optional<PlacesThatGoOn> places_by_subresultants(const RootOwners& left, const RootOwners& right,
                                                      const std::vector<FibrePolynomial>& polynomials,
                                                      const std::function<const RealRoot&()>& alpha);

/// Two neighbouring roots of the polynomial `owner` are there on one side only: one list for each pair that these can
/// be, the places with more roots first. Throws InternalError if there is none.
std::vector<Places> across_branching(const RootOwners& more, const RootOwners& fewer, std::size_t owner,
                                     const std::vector<FibrePolynomial>& polynomials);

}  // namespace isthmus
