#pragma once

#include <cstdint>
#include <vector>

#include "decompose/evaluation_plan.hpp"
#include "decompose/open_condition.hpp"
#include "decompose/projection.hpp"
#include "exact/real_root.hpp"

namespace isthmus {

/// One root of one level-k factor over a sample of the cell below.
struct StackRoot {
  RealRoot value;
  std::size_t factor;  ///< index in the level
};

/// The roots of all polynomials of a level over one sample of an open cell, ascending. Throws InternalError if a
/// polynomial is zero or two share a root, which the projection excludes there.
std::vector<StackRoot> stack_roots(const std::vector<UnivariatePolynomial>& fibre);

/// The stack of a cell of level k-1: the roots of the level-k factors over its sample, ascending, pairwise distinct.
struct Stack {
  std::vector<UnivariatePolynomial> fibre;  ///< the level-k factors over the sample
  std::vector<StackRoot> roots;

  /// A rational in every gap of the roots, ascending.
  std::vector<Rational> samples() const;
  /// The polynomial of each root, by its index in the level.
  std::vector<std::uint32_t> owners() const;
};

/// The projection factors with the coordinates of a sample point substituted one after the other.
class LiftingState {
 public:
  explicit LiftingState(const Projection& projection);

  const Projection& projection() const noexcept { return *projection_; }
  const EvaluationPlan& plan(std::size_t level, std::size_t factor) const { return plans_.at(level - 1).at(factor); }
  std::size_t depth() const noexcept { return point_.size(); }
  /// Fixes the next coordinate.
  void push(const Rational& value);
  void pop();
  /// The coordinates fixed so far.
  const std::vector<Rational>& point() const noexcept { return point_; }
  /// Coefficients of a factor of a level > depth() at the current depth.
  const EvaluationPlan::Coefficients& coefficients(std::size_t level, std::size_t factor) const;
  /// A factor of level depth() + 1 over the current point.
  UnivariatePolynomial fibre(std::size_t factor) const;
  /// The stack above the current point. Throws InternalError if a factor vanishes identically or two factors share a
  /// root there: over an open cell the projection excludes both.
  Stack stack() const;

 private:
  const Projection* projection_;
  std::vector<std::vector<EvaluationPlan>> plans_;
  /// values_[depth][level - 1][factor]; levels <= depth are empty
  std::vector<std::vector<std::vector<EvaluationPlan::Coefficients>>> values_;
  std::vector<Rational> point_;
};

/// Where each factor of a condition stands in a projection.
class FactorPlaces {
 public:
  /// Throws InternalError if the projection lacks a factor.
  FactorPlaces(const Projection& projection, const OpenCondition& condition);
  struct Entry {
    std::size_t condition_factor;
    std::size_t level_factor;
  };
  /// Condition factors whose main variable has this level.
  const std::vector<Entry>& at_level(std::size_t level) const { return levels_.at(level - 1); }

 private:
  std::vector<std::vector<Entry>> levels_;
};

}  // namespace isthmus
