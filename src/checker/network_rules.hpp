#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "checker/facts.hpp"
#include "checker/matrix_claims.hpp"
#include "checker/session.hpp"

namespace isthmus::check {

/// rank(matrix) = rank, where one side of the matrix is `rank`; or it has fewer rows or columns, and nothing satisfies
/// it.
struct RankCondition {
  Matrix matrix;
  std::size_t rank;
};

/// A set of weights with as many components as the one that a claim about a network speaks of: those with left = right,
/// or, once that is solved, those that meet the conditions.
struct NetworkState {
  Names names;  ///< of the claim, and the new weights
  std::vector<Symbol> weights;
  std::optional<std::pair<Matrix, Matrix>> equation;
  std::vector<RankCondition> conditions;
};

/// Section 9 of proofs/FORMAT.md, "components of a network" and "argmin": rewrites the set of weights step by step, one
/// function for each rule. Each step keeps the number of components for all parameters that the hypotheses admit.
class NetworkRules {
 public:
  /// network = target. Refuses an equation with an inverse that the hypotheses are not seen to define.
  NetworkRules(const Network& claim, Session& session, const Json& place);

  /// The first step of an argmin claim: the minimum of |target - network|^2 as the solutions of an equation, if it has
  /// any.
  void least_squares(const Json& step);
  void apply(const Json& step);
  const NetworkState& state() const { return state_; }
  bool is_weight(const std::string& name) const;
  bool mentions_weights(const Matrix& expression) const;

 private:
  void zero(const Json& step);
  void equation(const Json& step);
  void cancel(const Json& step);
  void absorb(const Json& step);
  void rank(const Json& step);
  void change(const Json& step);
  void solve(const Json& step);
  void split(const Json& step);
  void free(const Json& step);
  void scale(const Json& step);

  void require_continuous(const Matrix& expression, const Json& place) const;
  static void expect_size(const Json& step, std::size_t size);
  Matrix matrix(const Json& text) const;
  Matrix defined_matrix(const Json& text) const;
  Symbol weight(const Json& text) const;
  Symbol new_weight(const Json& text, const Shape& shape);
  void replace_weight(const Symbol& weight, const Symbol& other);
  std::pair<Matrix, Matrix>& open_equation(const Json& step);
  bool has_independent_rows(const Matrix& matrix) const;
  bool has_independent_columns(const Matrix& matrix) const;
  std::size_t rank_by_hypothesis(const Json& step, const Matrix& matrix) const;
  RankCondition& condition(const Json& step);
  void require_equal(const Json& step, const Matrix& left, const Matrix& right) const;

  const Setting& setting_;
  Session& session_;
  Words words_;
  Facts facts_;
  NetworkState state_;
};

}  // namespace isthmus::check
