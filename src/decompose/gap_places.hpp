#pragma once

#include <cstddef>
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

/// How many pairs of roots of the polynomials i and j change places over the wall.
long crossings(const RootOwners& left, const RootOwners& right, std::size_t i, std::size_t j);

/// The gaps that have the same roots below them on both sides, if the k-th root of each polynomial goes on as its k-th
/// root. No other gap goes on.
Places with_equal_roots_below(const RootOwners& left, const RootOwners& right);

/// Two neighbouring roots of the polynomial `owner` are there on one side only: one list for each pair that these can
/// be, the places with more roots first. Throws InternalError if there is none.
std::vector<Places> across_branching(const RootOwners& more, const RootOwners& fewer, std::size_t owner,
                                     const std::vector<FibrePolynomial>& polynomials);

}  // namespace isthmus
