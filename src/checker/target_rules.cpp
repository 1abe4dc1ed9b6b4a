// The rules of section 9 of proofs/FORMAT.md for targets that are not invertible.

#include <algorithm>
#include <optional>

#include "checker/network_rules.hpp"

namespace isthmus::check {
namespace {

using Kind = Matrix::Kind;

bool is_absent(const Matrix& matrix) { return matrix.scalar && matrix.is_number(1); }

/// The rank that a hypothesis tells.
std::optional<std::size_t> rank_told_by(const Condition& hypothesis) {
  const Shape& shape = hypothesis.expression.shape;
  if (hypothesis.expression.scalar) return std::nullopt;
  if (hypothesis.kind == Condition::Kind::rank) {
    return hypothesis.relation == Relation::equal ? std::optional(hypothesis.rank) : std::nullopt;
  }
  if (hypothesis.kind != Condition::Kind::zero) return std::nullopt;
  if (hypothesis.relation == Relation::equal) return 0;
  return std::min(shape.rows, shape.columns) == 1 ? std::optional<std::size_t>(1) : std::nullopt;
}

}  // namespace

bool NetworkRules::has_independent_rows(const Matrix& matrix) const {
  return !matrix.scalar && !mentions_weights(matrix) && facts_.is_invertible(product({matrix, transpose(matrix)}));
}

bool NetworkRules::has_independent_columns(const Matrix& matrix) const {
  return !matrix.scalar && !mentions_weights(matrix) && facts_.is_invertible(product({transpose(matrix), matrix}));
}

// ["cancel",L,R,N',C']: L*N'*R = L*C'*R iff N' = C', for L with independent columns and R with independent rows.
void NetworkRules::cancel(const Json& step) {
  expect_size(step, 5);
  auto& [network, target] = open_equation(step);
  const Matrix left = defined_matrix(step[1]);
  const Matrix right = defined_matrix(step[2]);
  step.require(is_absent(left) || has_independent_columns(left), "cancel",
               "the columns of " + to_string(left) + " are not seen to be independent");
  step.require(is_absent(right) || has_independent_rows(right), "cancel",
               "the rows of " + to_string(right) + " are not seen to be independent");
  const Matrix new_network = defined_matrix(step[3]);
  const Matrix new_target = defined_matrix(step[4]);
  step.require(!mentions_weights(new_target), "cancel", to_string(new_target) + " mentions weights");
  require_equal(step, product({left, new_network, right}), network);
  require_equal(step, product({left, new_target, right}), target);
  network = new_network;
  target = new_target;
}

// ["absorb","B","back",X,F,"S"]: (B, rest) -> (S = B*X, rest) is onto, since the columns of X are independent; B =
// S*X^+ is a continuous section, and the fibres are affine. "front" is the mirror image.
void NetworkRules::absorb(const Json& step) {
  expect_size(step, 6);
  auto& [network, target] = open_equation(step);
  const Symbol absorbed = weight(step[1]);
  const bool front = step[2].is_text("front");
  step[2].require(front || step[2].is_text("back"), "encoding", "expected \"front\" or \"back\"");
  const Matrix data = defined_matrix(step[3]);
  const Matrix rest = defined_matrix(step[4]);
  step.require(front ? has_independent_rows(data) : has_independent_columns(data), "absorb",
               to_string(data) + " is not seen to have full rank");
  step.require(!mentions(rest, absorbed) && !mentions(target, absorbed), "absorb", absorbed.name + " occurs elsewhere");
  step.require(!rest.scalar || rest.is_number(1), "absorb", to_string(rest) + " is a scalar");
  const Matrix b = symbol(absorbed);
  require_equal(step, front ? product({data, b, rest}) : product({rest, b, data}), network);
  const Shape shape =
      front ? Shape{data.shape.rows, absorbed.shape.columns} : Shape{absorbed.shape.rows, data.shape.columns};
  const Symbol fresh = new_weight(step[5], shape);
  network = front ? product({symbol(fresh), rest}) : product({rest, symbol(fresh)});
  replace_weight(absorbed, fresh);
  session_.trust("homotopy invariance of pi_0 under a retraction");
}

std::size_t NetworkRules::rank_by_hypothesis(const Json& step, const Matrix& matrix) const {
  if (words_.normal_form(matrix).is_zero()) return 0;
  for (const Condition& hypothesis : setting_.hypotheses) {
    const auto rank = rank_told_by(hypothesis);
    const Matrix& known = hypothesis.expression;
    if (rank && known.shape == matrix.shape && !has_determinant(known) && words_.equal(known, matrix)) return *rank;
  }
  step.reject("rank", "no hypothesis tells the rank of " + to_string(matrix));
}

// ["rank","B","C",M,P,E,Q,"S","R"]: N = B*M*C, the target is P*E*Q, of rank r = rank(E), hence U*diag(I(r), 0)*V for
// some invertible U and V. (B, C) -> (inv(U)*B, C*inv(V)) makes the target diag(I(r), 0). Then the rows of B and the
// columns of C after the first r can be scaled to 0: every block of the equation but S*M*R = I(r) is homogeneous in
// them. For r = 0, without "S" and "R", B and C are scaled to 0, and no equation is left.
void NetworkRules::rank(const Json& step) {
  step.require(step.size() == 7 || step.size() == 9, "encoding", "expected 7 or 9 entries");
  const auto [network, target] = open_equation(step);
  const Symbol left = weight(step[1]);
  const Symbol right = weight(step[2]);
  const Matrix middle = defined_matrix(step[3]);
  step.require(!(left == right), "rank", "two weights are needed");
  step.require(!middle.scalar || middle.is_number(1), "rank", to_string(middle) + " is a scalar");
  for (const Symbol* each : {&left, &right}) {
    step.require(!mentions(middle, *each) && !mentions(target, *each), "rank", each->name + " occurs elsewhere");
  }
  require_equal(step, product({symbol(left), middle, symbol(right)}), network);
  const Matrix before = defined_matrix(step[4]);
  const Matrix known = defined_matrix(step[5]);
  const Matrix after = defined_matrix(step[6]);
  for (const Matrix* each : {&before, &after}) {
    step.require(is_absent(*each) || facts_.is_invertible(*each), "rank",
                 to_string(*each) + " is not seen to be invertible");
  }
  step.require(!known.scalar && !mentions_weights(target), "rank", "the target is no matrix without weights");
  require_equal(step, product({before, known, after}), target);
  const std::size_t r = rank_by_hypothesis(step, known);
  step.require(step.size() == (r == 0 ? 7U : 9U), "rank", "the rank is " + std::to_string(r));
  session_.trust("homotopy invariance of pi_0 under a retraction");
  if (r == 0) {
    std::erase(state_.weights, left);
    std::erase(state_.weights, right);
    state_.equation.reset();
    return;
  }
  session_.trust("linear change of variables");
  const Symbol top = new_weight(step[7], {r, left.shape.columns});
  const Symbol first = new_weight(step[8], {right.shape.rows, r});
  replace_weight(left, top);
  replace_weight(right, first);
  state_.equation.emplace(product({symbol(top), middle, symbol(first)}), identity(r));
}

}  // namespace isthmus::check
