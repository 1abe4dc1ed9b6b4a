#pragma once

#include <vector>

#include "decompose/evaluation_plan.hpp"
#include "decompose/matched_gaps.hpp"
#include "exact/interval.hpp"

namespace isthmus {

/// The coefficients of a polynomial for the values t of a wall coordinate between two numbers, as enclosures of the
/// mean value form: value(middle) + slope * (t - middle).
struct CoefficientsAlong {
  std::vector<Interval> values;  ///< in the middle
  std::vector<Interval> slopes;  ///< on all of it
};

/// The values of a wall coordinate between its two sides.
class WallRange {
 public:
  WallRange(const Rational& left, const Rational& right)
      : all_(Interval::between(Interval(left), Interval(right))),
        middle_(all_.middle()),
        shift_(all_ - Interval(middle_)) {}

  /// From depth to depth + 1 of the plan, for all values.
  CoefficientsAlong keep(const EvaluationPlan& plan, std::size_t depth,
                         const EvaluationPlan::Coefficients& coefficients) const;
  /// From depth to depth + 1 of the plan, at the value of the coordinate there.
  static CoefficientsAlong substitute(const EvaluationPlan& plan, std::size_t depth, const CoefficientsAlong& from,
                                      const Interval& value);
  /// The sign at all values of the i-th coefficient, of the polynomial at x: 0 if it is not shown.
  int coefficient_sign(const CoefficientsAlong& c, std::size_t i) const {
    return (c.values[i] + c.slopes[i] * shift_).sign();
  }
  int sign_at(const EvaluationPlan& plan, const CoefficientsAlong& c, const Interval& x) const;

 private:
  Interval all_;
  double middle_;
  Interval shift_;
};

/// As matched_gaps(), of what enclosures show of the wanted gaps: all of them if the outcome is `complete`, else
/// perhaps some. `exponents` has no coefficients, `coefficients` those of each polynomial over `range`; the owners of
/// both sides are known.
GapMatching quick_gaps(const std::vector<FibrePolynomial>& exponents,
                       const std::vector<const EvaluationPlan*>& plans,
                       const std::vector<CoefficientsAlong>& coefficients, const WallRange& range,
                       const WallSides& sides);

}  // namespace isthmus
