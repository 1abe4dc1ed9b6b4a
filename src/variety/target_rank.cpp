#include "variety/target_rank.hpp"

#include <algorithm>
#include <iterator>

namespace isthmus {
namespace {

using Kind = MatrixExpression::Kind;
using Factors = std::vector<MatrixExpression>;

std::optional<MatrixExpression> product_or_nothing(const Factors& factors) {
  if (factors.empty()) return std::nullopt;
  return MatrixExpression::product(factors);
}

bool is_one(const MatrixExpression& e) { return e == MatrixExpression::number(Rational(1)); }

bool has_full_row_rank(const MatrixExpression& x, const Facts& facts) {
  return facts.is_invertible(MatrixExpression::product({x, MatrixExpression::transpose(x)}));
}

bool has_full_column_rank(const MatrixExpression& x, const Facts& facts) {
  return facts.is_invertible(MatrixExpression::product({MatrixExpression::transpose(x), x}));
}

void update_shape(FactoredMatrix& product, const Shape& old) {
  product.shape = old;
  if (product.factors.empty()) return;
  product.shape = {product.factors.front().shape().rows, product.factors.back().shape().columns};
}

/// What the target says about its rank: target = before*known*after, with a hypothesis on the rank of `known`.
struct KnownRank {
  std::optional<MatrixExpression> before;
  MatrixExpression known;
  std::optional<MatrixExpression> after;
  std::size_t rank;
};

class RankRules {
 public:
  RankRules(OpenEquation& state, const Setting& setting, const Facts& facts, FreshWeights& fresh)
      : state_(state), setting_(setting), facts_(facts), fresh_(fresh) {}

  bool apply() {
    if (!is_one(state_.network.scalar) || state_.network.factors.empty()) return false;
    absorb_data(true);
    absorb_data(false);
    const Factors& factors = state_.network.factors;
    if (factors.size() < 2 || !is_bare(factors.front()) || !is_bare(factors.back())) return false;
    const auto rank = known_rank();
    if (!rank) return false;
    normalise(*rank);
    return true;
  }

 private:
  bool is_bare(const MatrixExpression& e) const {
    if (!is_weight(e)) return false;
    std::size_t uses = 0;
    for (const MatrixExpression& each : state_.network.factors) uses += occurrences(each, e.as_symbol());
    return uses == 1;
  }

  void replace_weight(const MatrixSymbol& weight, const MatrixSymbol& other, const MatrixExpression& value) {
    state_.reduction.eliminated.push_back({weight, value});
    auto& coordinates = state_.reduction.coordinates;
    std::replace(coordinates.begin(), coordinates.end(), weight, other);
  }

  /// Data next to the weight at one end.
  void absorb_data(bool at_front) {
    Factors& factors = state_.network.factors;
    if (factors.size() < 2) return;
    const MatrixExpression data = at_front ? factors.front() : factors.back();
    const MatrixExpression weight = at_front ? factors[1] : factors[factors.size() - 2];
    const bool full = at_front ? has_full_row_rank(data, facts_) : has_full_column_rank(data, facts_);
    if (has_weight(data) || !full || !is_bare(weight)) return;
    const Shape shape =
        at_front ? Shape{data.shape().rows, weight.shape().columns} : Shape{weight.shape().rows, data.shape().columns};
    const MatrixSymbol fresh = fresh_.next(shape);
    const MatrixExpression s = MatrixExpression::symbol(fresh);
    AbsorbStep step{state_.equation(),
                    weight.as_symbol(),
                    at_front,
                    data,
                    {},
                    fresh,
                    at_front ? MatrixExpression::product({right_inverse(data), s})
                             : MatrixExpression::product({s, left_inverse(data)})};
    const auto end = at_front ? factors.begin() : factors.end() - 2;
    const auto place = factors.erase(end, end + 2);
    step.rest = product_or_nothing(factors);
    factors.insert(place, s);
    replace_weight(weight.as_symbol(), fresh, step.value);
    state_.reduction.steps.emplace_back(std::move(step));
  }

  std::optional<KnownRank> known_rank() const {
    const FactoredMatrix& target = state_.target;
    if (target.is_zero()) return KnownRank{{}, MatrixExpression::zero(target.shape), {}, 0};
    if (!is_one(target.scalar)) return std::nullopt;
    for (const MatrixCondition& hypothesis : setting_.hypotheses) {
      const auto rank = rank_told_by(hypothesis);
      if (!rank) continue;
      if (auto found = within(target.factors, hypothesis.expression, *rank)) return found;
    }
    return std::nullopt;
  }

  static std::optional<std::size_t> rank_told_by(const MatrixCondition& hypothesis) {
    const Shape& shape = hypothesis.expression.shape();
    if (hypothesis.expression.is_scalar()) return std::nullopt;
    const bool equal = hypothesis.relation == Relation::equal;
    if (hypothesis.kind == MatrixCondition::Kind::rank && equal) return hypothesis.rank;
    if (hypothesis.kind != MatrixCondition::Kind::zero) return std::nullopt;
    if (equal) return 0;
    if (std::min(shape.rows, shape.columns) == 1) return 1;
    return std::nullopt;
  }

  /// `known` as a run of the factors, invertible factors around it.
  std::optional<KnownRank> within(const Factors& factors, const MatrixExpression& known, std::size_t rank) const {
    const FactoredMatrix run = factor(known);
    if (!is_one(run.scalar) || run.factors.empty()) return std::nullopt;
    const auto found = std::search(factors.begin(), factors.end(), run.factors.begin(), run.factors.end());
    if (found == factors.end()) return std::nullopt;
    const auto before = product_or_nothing({factors.begin(), found});
    const auto after = product_or_nothing({found + static_cast<std::ptrdiff_t>(run.factors.size()), factors.end()});
    for (const auto& side : {before, after})
      if (side && !facts_.is_invertible(*side)) return std::nullopt;
    return KnownRank{before, known, after, rank};
  }

  void normalise(const KnownRank& target) {
    Factors& factors = state_.network.factors;
    const MatrixSymbol left = factors.front().as_symbol();
    const MatrixSymbol right = factors.back().as_symbol();
    RankStep step{state_.equation(), left, right, {}, target.before, target.known, target.after, target.rank, {}, {}};
    step.middle = product_or_nothing({factors.begin() + 1, factors.end() - 1});
    if (target.rank == 0) {
      drop(left);
      drop(right);
      state_.reduction.remaining.reset();
    } else {
      step.new_left = fresh_.next({target.rank, left.shape.columns});
      step.new_right = fresh_.next({right.shape.rows, target.rank});
      FullRankFactors parts{state_.target.to_expression(), parameter({left.shape.rows, target.rank}),
                            parameter({target.rank, right.shape.columns})};
      factors.front() = MatrixExpression::symbol(*step.new_left);
      factors.back() = MatrixExpression::symbol(*step.new_right);
      replace_weight(left, *step.new_left,
                     MatrixExpression::product({MatrixExpression::symbol(parts.columns), factors.front()}));
      replace_weight(right, *step.new_right,
                     MatrixExpression::product({factors.back(), MatrixExpression::symbol(parts.rows)}));
      state_.reduction.target_factors = std::move(parts);
      state_.network.shape = {target.rank, target.rank};
      state_.target = factor(MatrixExpression::identity(target.rank));
    }
    state_.reduction.steps.emplace_back(std::move(step));
  }

  void drop(const MatrixSymbol& weight) {
    state_.reduction.eliminated.push_back({weight, MatrixExpression::zero(weight.shape)});
    std::erase(state_.reduction.coordinates, weight);
  }

  MatrixSymbol parameter(const Shape& shape) {
    MatrixSymbol symbol = fresh_.next(shape);
    symbol.role = Role::parameter;
    return symbol;
  }

  OpenEquation& state_;
  const Setting& setting_;
  const Facts& facts_;
  FreshWeights& fresh_;
};

}  // namespace

void cancel_common_ends(OpenEquation& state, const Facts& facts) {
  CancelStep step{{}, {}, state.equation(), state.equation()};
  Factors& network = state.network.factors;
  Factors& target = state.target.factors;
  const auto common = [&](bool at_front) {
    if (network.size() < 2 || target.empty()) return false;
    const MatrixExpression& end = at_front ? network.front() : network.back();
    const MatrixExpression& other = at_front ? target.front() : target.back();
    return end == other && !has_weight(end) &&
           (at_front ? has_full_column_rank(end, facts) : has_full_row_rank(end, facts));
  };
  if (common(true)) {
    step.left = network.front();
    network.erase(network.begin());
    target.erase(target.begin());
  }
  if (common(false)) {
    step.right = network.back();
    network.pop_back();
    target.pop_back();
  }
  if (!step.left && !step.right) return;
  update_shape(state.network, state.network.shape);
  update_shape(state.target, state.network.shape);
  step.after = state.equation();
  state.reduction.steps.emplace_back(std::move(step));
}

bool use_rank_of_target(OpenEquation& state, const Setting& setting, const Facts& facts, FreshWeights& fresh) {
  OpenEquation changed = state;
  if (!RankRules(changed, setting, facts, fresh).apply()) return false;
  state = std::move(changed);
  return true;
}

}  // namespace isthmus
