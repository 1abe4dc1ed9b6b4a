#pragma once

#include <optional>
#include <vector>

#include "claim/claim.hpp"
#include "variety/network_step.hpp"
#include "variety/theorem.hpp"

namespace isthmus {

/// A matrix that is no coordinate any more, expressed by the ones that are left.
struct Eliminated {
  MatrixSymbol symbol;
  MatrixExpression value;
};

/// matrix = columns*rows, with independent columns and rows; new names for the factors.
struct FullRankFactors {
  MatrixExpression matrix;
  MatrixSymbol columns;
  MatrixSymbol rows;
};

/// One of several sets in disjoint weights whose product has the components of the set of weights.
struct NetworkFactor {
  std::vector<std::size_t> conditions;   ///< of NetworkSet::conditions, those that the set is given by
  std::vector<MatrixSymbol> weights;     ///< their entries are the coordinates of the set
  std::vector<MatrixSymbol> parameters;  ///< their entries are the parameters of the set
  SemialgebraicSet set;
};

/// The set of weights with network = target, brought to sets in entries. For every parameter value that the hypotheses
/// admit, the number of its components is the product of those of the factors.
struct NetworkSet {
  std::vector<NetworkFactor> factors;
  std::vector<RankCondition> conditions;  ///< what the steps lead to; none if the equation was written out in entries
  std::vector<MatrixSymbol> coordinates;  ///< the weights of all factors
  std::vector<Eliminated> eliminated;     ///< undone last to first, they turn points of the factors into weights
  std::optional<FullRankFactors> target_factors;  ///< of the target, if values in `eliminated` mention them
  std::vector<NetworkStep> steps;                 ///< from the equation to the conditions
  std::vector<Rule> rules;                        ///< the steps, and how the factors were found, in words
};

/// Reduces network = target by rules for matrices, and by writing out entries where none applies. Throws Undecided if
/// the hypotheses cannot be written as conditions on entries.
NetworkSet reduce_network(const Setting& setting, const MatrixExpression& network, const MatrixExpression& target);

/// Writes everything out in entries, without any rule for matrices: one factor.
NetworkSet expand_network(const Setting& setting, const MatrixExpression& network, const MatrixExpression& target);

/// A factor with these weights and no condition yet: the matrices that occur in `mentioned` and are no weights become
/// parameters, with the hypotheses about them as assumption.
NetworkFactor factor_in_entries(const Setting& setting, const std::vector<MatrixSymbol>& weights,
                                const std::vector<MatrixExpression>& mentioned);

}  // namespace isthmus
