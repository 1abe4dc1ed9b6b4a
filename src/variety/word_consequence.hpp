#pragma once

#include <optional>
#include <string>
#include <vector>

#include "claim/matrix_expression.hpp"
#include "variety/facts.hpp"
#include "variety/theorem.hpp"

namespace isthmus {

/// One summand coefficient * left * (equation) * right of a derivation; for a scalar its trace. The equation is
/// expression = 0.
struct Cofactor {
  std::string coefficient;
  std::string left;
  std::size_t equation;  ///< position in WordConsequence::equations
  std::string right;
};

/// An equation between matrices that holds on the set, and where it comes from.
struct KnownEquation {
  /// "hypothesis", "transposed hypothesis", "inverse" (A*inv(A) = I, inv(A)*A = I), "pseudo-inverse" (the equations of
  /// Penrose, and their transposes), "full rank" (pinv(A)*A = I or A*pinv(A) = I).
  std::string origin;
  MatrixExpression expression;
};

/// Shows that an expression is zero: it is the sum of the cofactors, by multiplying out in the free ring on matrices
/// (and, for a scalar, since trace(A*B) = trace(B*A) and trace(A) = trace(T(A))).
struct WordConsequence {
  std::vector<KnownEquation> equations;
  std::vector<Cofactor> cofactors;
  bool independent_of_sizes = true;
  bool traces = false;  ///< of a scalar

  /// One line for each cofactor.
  std::vector<std::string> lines() const;
  /// What it rests on.
  std::vector<Theorem> theorems() const;
};

/// Looks for a proof that the expression vanishes wherever the conditions hold and its inverses exist: rewrites with
/// the equations, completed by their overlaps (Knuth, Bendix; Mora for free rings) up to fixed bounds. What is found
/// has been multiplied out again. nullopt says nothing. The inverses that occur must be defined where the conditions
/// hold.
std::optional<WordConsequence> derive_zero(const MatrixExpression& expression,
                                           const std::vector<MatrixCondition>& conditions);

}  // namespace isthmus
