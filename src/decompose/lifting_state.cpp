#include "decompose/lifting_state.hpp"

#include <algorithm>

#include "decompose/gaps.hpp"
#include "exact/error.hpp"

namespace isthmus {

std::vector<StackRoot> stack_roots(const std::vector<UnivariatePolynomial>& fibre) {
  std::vector<RealRoot> roots;
  std::vector<std::size_t> factors;
  for (std::size_t f = 0; f < fibre.size(); ++f) {
    ensure(!fibre[f].is_zero(), "a projection factor vanishes identically over an open cell");
    if (fibre[f].is_constant()) continue;
    for (RealRoot& root : isolate_real_roots(fibre[f])) {
      roots.push_back(std::move(root));
      factors.push_back(f);
    }
  }
  std::vector<StackRoot> result;
  for (std::size_t i : ascending_order(roots)) result.push_back({std::move(roots[i]), factors[i]});
  for (std::size_t i = 0; i + 1 < result.size(); ++i)
    ensure(result[i].value < result[i + 1].value, "two projection factors share a root over an open cell");
  return result;
}

std::vector<Rational> Stack::samples() const {
  std::vector<RealRoot> values;
  for (const StackRoot& root : roots) values.push_back(root.value);
  return gap_samples(values);
}

std::vector<std::uint32_t> Stack::owners() const {
  std::vector<std::uint32_t> result;
  for (const StackRoot& root : roots) result.push_back(static_cast<std::uint32_t>(root.factor));
  return result;
}

LiftingState::LiftingState(const Projection& projection) : projection_(&projection) {
  values_.emplace_back();
  for (std::size_t k = 1; k <= projection.levels(); ++k) {
    plans_.emplace_back();
    values_[0].emplace_back();
    for (const Projection::Factor& f : projection.level(k)) {
      plans_.back().emplace_back(f.polynomial, k);
      values_[0].back().push_back(plans_.back().back().start());
    }
  }
}

void LiftingState::push(const Rational& value) {
  const std::size_t depth = point_.size();
  std::vector<std::vector<EvaluationPlan::Coefficients>> next(plans_.size());
  SubstitutedValue substituted(value);
  for (std::size_t k = depth + 2; k <= plans_.size(); ++k)
    for (std::size_t i = 0; i < plans_[k - 1].size(); ++i)
      next[k - 1].push_back(plans_[k - 1][i].substitute(depth, values_[depth][k - 1][i], substituted));
  values_.push_back(std::move(next));
  point_.push_back(value);
}

void LiftingState::pop() {
  values_.pop_back();
  point_.pop_back();
}

const EvaluationPlan::Coefficients& LiftingState::coefficients(std::size_t level, std::size_t factor) const {
  return values_.back().at(level - 1).at(factor);
}

UnivariatePolynomial LiftingState::fibre(std::size_t factor) const {
  const std::size_t level = depth() + 1;
  return plan(level, factor).univariate(coefficients(level, factor));
}

Stack LiftingState::stack() const {
  Stack stack;
  const std::size_t level = depth() + 1;
  for (std::size_t i = 0; i < plans_.at(level - 1).size(); ++i) stack.fibre.push_back(fibre(i));
  stack.roots = stack_roots(stack.fibre);
  return stack;
}

FactorPlaces::FactorPlaces(const Projection& projection, const OpenCondition& condition)
    : levels_(projection.levels()) {
  ensure(projection.ring() == condition.ring(), "condition and projection differ in their variables");
  for (std::size_t c = 0; c < condition.factors().size(); ++c) {
    const Polynomial& factor = condition.factors()[c];
    bool found = false;
    for (std::size_t k = projection.levels(); k >= 1 && !found; --k)
      for (std::size_t i = 0; i < projection.level(k).size() && !found; ++i)
        if (projection.level(k)[i].polynomial == factor) {
          levels_[k - 1].push_back({c, i});
          found = true;
        }
    ensure(found, "the projection lacks a polynomial of the condition");
  }
}

}  // namespace isthmus
