#pragma once

#include <optional>
#include <string>
#include <vector>

#include "prove/model.hpp"
#include "prove/proof_builder.hpp"
#include "variety/facts.hpp"
#include "variety/network_set.hpp"

namespace isthmus {

/// The values of some matrices that meet some conditions, and what can be shown about all of them. Equations that give
/// one matrix as an expression in the others are used to eliminate it.
class MatrixSpace {
 public:
  MatrixSpace(std::vector<MatrixSymbol> symbols, std::vector<MatrixCondition> conditions, Progress progress = {});

  /// An answer about every point of the space. `no` is never given: a counterexample is looked for with find().
  struct Answer {
    bool shown = false;
    bool in_all_dimensions = false;  ///< shown by rules that do not depend on the sizes of the matrices
    std::string how;
    bool by_entries = false;             ///< shown since all entries are the same rational functions
    std::optional<Emptiness> exception;  ///< what was shown to be empty, if nothing simpler shows it
  };
  /// The expression, a matrix, multiplies out to zero once what equations give has been put in.
  Answer cancels(const MatrixExpression& expression) const;
  /// The expression is zero.
  Answer vanishes(const MatrixExpression& expression) const;
  Answer satisfies(const MatrixCondition& condition) const;
  /// Every inverse in the expression exists.
  Answer defines(const MatrixExpression& expression) const;
  /// No point meets all these conditions.
  Answer excludes(const std::vector<MatrixCondition>& conditions) const;

  /// A rational point that meets these further conditions too, found among small matrices; all conditions are checked
  /// exactly. `solved` are matrices to be computed from the others, instead of those that equations eliminate. nullopt
  /// says nothing.
  std::optional<Assignment> find(const std::vector<MatrixCondition>& more,
                                 const std::vector<Eliminated>& solved = {}) const;

  const std::vector<MatrixSymbol>& symbols() const noexcept { return symbols_; }
  const std::vector<MatrixCondition>& conditions() const noexcept { return conditions_; }
  /// "Y = W[2]*W[1]*X" for each matrix that was eliminated.
  std::vector<std::string> eliminations() const;
  /// The equations by which matrices were eliminated, each as it was when its turn came.
  const std::vector<Eliminated>& eliminated() const noexcept { return in_turn_; }

 private:
  MatrixExpression reduced(const MatrixExpression& expression) const;
  MatrixCondition reduced(const MatrixCondition& condition) const;
  bool agrees_in_entries(const MatrixExpression& expression) const;
  /// Whether all this, with the conditions of the space, can be written out in entries.
  bool can_write_out(const std::vector<MatrixCondition>& more) const;
  /// The points, in entries, that meet these conditions too.
  SemialgebraicSet points_with(const std::vector<MatrixCondition>& conditions) const;
  void use_equation(const MatrixCondition& condition);
  bool solve_for_summand(const MatrixExpression& sum);
  void eliminate(const MatrixSymbol& symbol, const MatrixExpression& value);

  std::vector<MatrixSymbol> symbols_;
  std::vector<MatrixCondition> conditions_;
  Progress progress_;
  std::vector<Eliminated> in_turn_;
  std::vector<Eliminated> eliminated_;  ///< the same in terms of what is left
  std::vector<MatrixCondition> reduced_conditions_;
  Facts facts_;
};

/// The condition that holds exactly where this one does not.
MatrixCondition negated(MatrixCondition condition);

}  // namespace isthmus
