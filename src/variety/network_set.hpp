#pragma once

#include <vector>

#include "claim/claim.hpp"
#include "variety/theorem.hpp"

namespace isthmus {

/// A matrix that is no coordinate any more, expressed by the ones that are left.
struct Eliminated {
  MatrixSymbol symbol;
  MatrixExpression value;
};

/// The set of weights with network = target, brought to sets in entries. For every parameter value that the hypotheses
/// admit, the number of its components is the product of those of the factors.
struct NetworkSet {
  std::vector<SemialgebraicSet>
      factors;  ///< in disjoint coordinates; their parameters are entries of parameter matrices
  std::vector<MatrixSymbol> coordinates;  ///< the matrices whose entries are the coordinates of the factors
  std::vector<Eliminated> eliminated;     ///< undone last to first, they turn points of the factors into weights
  std::vector<Rule> rules;                ///< how the factors were found
};

/// Reduces network = target by rules for matrices, and by writing out entries where none applies. Throws Undecided if
/// the hypotheses cannot be written as conditions on entries.
NetworkSet reduce_network(const Setting& setting, const MatrixExpression& network, const MatrixExpression& target);

/// Writes everything out in entries, without any rule for matrices: one factor.
NetworkSet expand_network(const Setting& setting, const MatrixExpression& network, const MatrixExpression& target);

/// The set with this condition on entries: the matrices that occur in `conditions` and are no weights become
/// parameters, with the hypotheses about them as assumption; `coordinates` become coordinates.
SemialgebraicSet set_in_entries(const Setting& setting, const std::vector<MatrixSymbol>& coordinates,
                                const std::vector<MatrixExpression>& mentioned);

}  // namespace isthmus
