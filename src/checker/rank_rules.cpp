// The rules of section 9 of proofs/FORMAT.md that take rank conditions apart.

#include "checker/network_rules.hpp"

namespace isthmus::check {

// ["split",i,[E..]]: a product with inner dimensions n has rank n iff all its factors have.
void NetworkRules::split(const Json& step) {
  expect_size(step, 3);
  const std::size_t at = step[1].index_below(state_.conditions.size());
  const RankCondition whole = state_.conditions[at];
  std::vector<Matrix> factors;
  std::vector<RankCondition> parts;
  for (const auto& text : step[2].elements()) {
    const Matrix factor = defined_matrix(*text);
    text->require(!factor.scalar, "split", to_string(factor) + " is a scalar");
    text->require(factors.empty() || factor.shape.rows == whole.rank, "split", "an inner dimension is not n");
    factors.push_back(factor);
    if (mentions_weights(factor) || !facts_.is_invertible(factor)) parts.push_back({factor, whole.rank});
  }
  require_equal(step, product(factors), whole.matrix);
  const auto place = state_.conditions.begin() + static_cast<std::ptrdiff_t>(at);
  state_.conditions.insert(state_.conditions.erase(place), parts.begin(), parts.end());
  session_.trust("rank of a product, Cauchy-Binet");
}

// ["free",i,"B","front",E,"S"]: (B, rest) -> (S = B*E, rest) maps {rank(B*E) = n} onto {rank(S) = rank(E) = n}, since E
// has n columns; B = S*E^+ is a continuous section, and the fibres are affine. "back" is the mirror image.
void NetworkRules::free(const Json& step) {
  expect_size(step, 6);
  const std::size_t at = step[1].index_below(state_.conditions.size());
  const RankCondition whole = state_.conditions[at];
  const Symbol freed = weight(step[2]);
  const bool front = step[3].is_text("front");
  step[3].require(front || step[3].is_text("back"), "encoding", "expected \"front\" or \"back\"");
  const Matrix other = defined_matrix(step[4]);
  step.require(!other.scalar && (front ? other.shape.columns : other.shape.rows) == whole.rank, "free",
               to_string(other) + " does not have n columns (front) or rows (back)");
  const Matrix b = symbol(freed);
  require_equal(step, front ? product({b, other}) : product({other, b}), whole.matrix);
  bool used_elsewhere = mentions(other, freed);
  for (std::size_t i = 0; i < state_.conditions.size(); ++i) {
    used_elsewhere = used_elsewhere || (i != at && mentions(state_.conditions[i].matrix, freed));
  }
  step.require(!used_elsewhere && !state_.equation, "free", freed.name + " occurs elsewhere");
  const Symbol fresh = new_weight(step[5], whole.matrix.shape);
  state_.conditions[at] = {symbol(fresh), whole.rank};
  state_.conditions.push_back({other, whole.rank});
  replace_weight(freed, fresh);
  session_.trust("homotopy invariance of pi_0 under a retraction");
  session_.trust("rank of a product, Cauchy-Binet");
}

// ["scale",i,s,E]: a factor s != 0 does not change the rank.
void NetworkRules::scale(const Json& step) {
  expect_size(step, 4);
  RankCondition& whole = condition(step);
  const Matrix factor = matrix(step[2]);
  const Matrix rest = defined_matrix(step[3]);
  step.require(factor.scalar && facts_.is_invertible(factor), "scale",
               to_string(factor) + " is no scalar that is not 0");
  require_equal(step, product({factor, rest}), whole.matrix);
  whole.matrix = rest;
}

}  // namespace isthmus::check
