#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "claim/matrix_expression.hpp"
#include "variety/theorem.hpp"

namespace isthmus {

/// network = target, an equation in the weights.
struct NetworkEquation {
  MatrixExpression network;
  MatrixExpression target;

  std::string to_string() const;
};

/// rank(factors[0] * factors[1] * ..) = rank, where `rank` is the smaller side of the product or more.
struct RankCondition {
  std::vector<MatrixExpression> factors;
  std::size_t rank;

  MatrixExpression matrix() const;
  /// "det(W[2]) != 0", "rank(W[1]) = 2".
  std::string to_string() const;
};

/// A hypothesis says that this symbol is zero: it is replaced in the equation.
struct ZeroStep {
  MatrixSymbol symbol;
};

/// |target - P*X|^2 is least where P = target*T(X)*inv(X*T(X)), if X*T(X) is invertible and some weights solve that.
/// Without X the least value is 0, if some weights solve the equation.
struct LeastSquaresStep {
  NetworkEquation before;
  MatrixExpression network;              ///< P
  std::optional<MatrixExpression> data;  ///< X, without weights
  NetworkEquation after;
};

/// The equation is multiplied by invertible matrices without weights, left*network*right = left*target*right, and
/// written in another way.
struct EquationStep {
  std::optional<MatrixExpression> left;
  std::optional<MatrixExpression> right;
  std::vector<MatrixExpression> cancelled;  ///< the factors (and the scalar) that drop out of the network
  NetworkEquation before;
  NetworkEquation after;
};

/// weight = value, an affine function of the new weight `replacement` with a scalar coefficient that is not zero.
struct ChangeStep {
  MatrixSymbol weight;
  MatrixSymbol replacement;
  MatrixExpression value;
  std::string effect;  ///< what becomes of the expression that this is done for: "a = b"
};

/// network = left*N*right and target = left*C*right, `left` of full column rank and `right` of full row rank, without
/// weights: N = C.
struct CancelStep {
  std::optional<MatrixExpression> left;
  std::optional<MatrixExpression> right;
  NetworkEquation before;
  NetworkEquation after;
};

/// network = data*weight*rest (at the front) or rest*weight*data, the data of full row (column) rank, the weight
/// nowhere else: the product of weight and data is a new weight.
struct AbsorbStep {
  NetworkEquation before;
  MatrixSymbol weight;
  bool at_front;
  MatrixExpression data;
  std::optional<MatrixExpression> rest;
  MatrixSymbol replacement;
  MatrixExpression value;  ///< the section: the weight as a function of the new one
};

/// network = left*middle*right with two weights that stand nowhere else, target = before*known*after with `before` and
/// `after` invertible, and rank(known) = rank by hypothesis: the set retracts to new_left*middle*new_right = I(rank);
/// for rank 0, to left = 0 and right = 0.
struct RankStep {
  NetworkEquation equation;
  MatrixSymbol left;
  MatrixSymbol right;
  std::optional<MatrixExpression> middle;
  std::optional<MatrixExpression> before;
  MatrixExpression known;
  std::optional<MatrixExpression> after;
  std::size_t rank;
  std::optional<MatrixSymbol> new_left;  ///< with rank > 0
  std::optional<MatrixSymbol> new_right;
};

/// network = left*weight*right and the target is n x n and invertible: the set retracts to the section
/// weight = left^+ * target * right^+ over the set where rank(left) = n and rank(right) = n.
struct SolveStep {
  NetworkEquation equation;
  MatrixSymbol weight;
  std::optional<MatrixExpression> left;
  std::optional<MatrixExpression> right;
  MatrixExpression solution;
};

/// rank(A*B*..) = n with inner dimensions n holds iff all ranks are n; what the hypotheses make invertible is left out.
struct SplitStep {
  std::size_t index;  ///< in the list of conditions at this point
  RankCondition condition;
  std::vector<MatrixExpression> pieces;
  std::vector<RankCondition> kept;  ///< take the place of the condition
};

/// condition: weight*rest (at the front) or rest*weight has rank n, the weight stands nowhere else: the product is a
/// new weight of rank n, and rank(rest) = n stands at the end of the list.
struct FreeStep {
  std::size_t index;
  RankCondition condition;
  MatrixSymbol weight;
  bool at_front;
  MatrixExpression rest;
  MatrixSymbol replacement;
  MatrixExpression value;  ///< the section: the weight as a function of the new one
};

/// condition: scalar*rest has rank n for a scalar that is not zero: rest has.
struct ScaleStep {
  std::size_t index;
  RankCondition condition;
  MatrixExpression scalar;
  MatrixExpression rest;
};

/// One rewriting step of a network equation or of the rank conditions that it has become, with all that is needed to
/// check it: proofs/FORMAT.md, section "Claims", has the rules under these names.
using NetworkStep = std::variant<ZeroStep, LeastSquaresStep, EquationStep, CancelStep, AbsorbStep, RankStep, ChangeStep,
                                 SolveStep, SplitStep, FreeStep, ScaleStep>;

/// The step in words and formulas.
Rule rule_of(const NetworkStep& step);

}  // namespace isthmus
