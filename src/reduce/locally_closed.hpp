#pragma once

#include <optional>
#include <vector>

#include "claim/semialgebraic_set.hpp"
#include "reduce/emptiness.hpp"

namespace isthmus {

/// Whether each top-level condition has strict atoms only or none: then the set is locally closed.
bool has_pure_conditions(const Formula& formula);

bool has_strict_condition(const Formula& formula);

/// Every p != 0 as the conjunction of f != 0 over the factors f of p that may vanish.
Formula with_unequal_factors(const Formula& formula);

/// Locally closed sets that cover a set: each has pure conditions, their disjunction is equivalent to its formula, and
/// each is closed in its union with any later one.
struct LocallyClosedPieces {
  std::vector<Formula> pieces;
  /// For i < j in lexicographic order, where piece i has a strict condition: no point satisfies leaving(i, j).
  std::vector<EmptinessProof> closed;
};

/// Splits a set of any kind: the alternatives of mixed conditions apart, closed ones first and open ones last; where no
/// order has the property, by which of the polynomials of mixed conditions vanish. nullopt beyond a small number of
/// pieces.
std::optional<LocallyClosedPieces> locally_closed_pieces(const SemialgebraicSet& set);

/// `other`, and the closure of `piece` as far as its conditions tell, but not `piece` itself.
Formula leaving(const Formula& piece, const Formula& other);

}  // namespace isthmus
