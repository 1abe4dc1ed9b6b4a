#include "decompose/quick_gaps.hpp"

#include <algorithm>

#include "decompose/gap_places.hpp"

namespace isthmus {

namespace {

/// The powers of an interval.
class IntervalPowers {
 public:
  explicit IntervalPowers(const Interval& base) : powers_{Interval(1.0), base} {}
  const Interval& operator[](std::size_t exponent) {
    while (powers_.size() <= exponent) powers_.push_back(powers_.back() * powers_[1]);
    return powers_[exponent];
  }

 private:
  std::vector<Interval> powers_;
};

/// Signs of polynomials at the samples known of one side, over all values between the sides.
class SampleSigns {
 public:
  SampleSigns(const std::vector<const EvaluationPlan*>& plans, const std::vector<CoefficientsAlong>& coefficients,
              const WallRange& range, const StackBeside& side)
      : plans_(plans), coefficients_(coefficients), range_(range), side_(side), signs_(side.samples.size()) {}

  std::size_t roots() const { return side_.owners->size(); }
  const Rational& sample(std::size_t i) const { return *side_.samples[i]; }

  /// Of all polynomials at the i-th sample, none 0, if that is known to lie in the i-th gap.
  const std::vector<int>* in_gap(std::size_t i) {
    if (!side_.samples[i] || !(side_.exact || are_in_their_gaps())) return nullptr;
    const std::vector<int>& signs = at(i);
    return std::find(signs.begin(), signs.end(), 0) == signs.end() ? &signs : nullptr;
  }

 private:
  const std::vector<int>& at(std::size_t i) {
    if (!signs_[i].empty()) return signs_[i];
    const Interval x(*side_.samples[i]);
    for (std::size_t f = 0; f < plans_.size(); ++f)
      signs_[i].push_back(range_.sign_at(*plans_[f], coefficients_[f], x));
    return signs_[i];
  }

  /// Whether the polynomial of each root changes its sign between the samples beside it.
  bool are_in_their_gaps() {
    if (in_gaps_) return *in_gaps_;
    in_gaps_ = std::all_of(side_.samples.begin(), side_.samples.end(), [](const Rational* s) { return s != nullptr; });
    for (std::size_t i = 0; *in_gaps_ && i < roots(); ++i) {
      const std::size_t f = (*side_.owners)[i];
      in_gaps_ = sample(i) < sample(i + 1) && at(i)[f] * at(i + 1)[f] < 0;
    }
    return *in_gaps_;
  }

  const std::vector<const EvaluationPlan*>& plans_;
  const std::vector<CoefficientsAlong>& coefficients_;
  const WallRange& range_;
  const StackBeside& side_;
  std::vector<std::vector<int>> signs_;
  std::optional<bool> in_gaps_;
};

/// The places of all gaps over the wall, from the owners of the roots alone; nullopt if these do not tell.
std::optional<Places> expected_places(const std::vector<FibrePolynomial>& exponents, const RootOwners& left,
                                      const RootOwners& right) {
  std::optional<std::size_t> branching;
  for (std::size_t i = 0; i < exponents.size(); ++i) {
    if (exponents[i].discriminant_exponent == 0) continue;
    if (branching || exponents[i].discriminant_exponent > 1) return std::nullopt;
    branching = i;
  }
  if (!branching) {
    if (!can_go_on(left, right, exponents)) return std::nullopt;
    return with_equal_roots_below(left, right);
  }
  for (std::size_t i = 0; i < exponents.size(); ++i)
    for (std::size_t j = 0; j < i; ++j)
      if (exponents[i].resultant_exponents[j] > 0 && (branching == i || branching == j)) return std::nullopt;
  const bool more_at_left = left.size() > right.size();
  const RootOwners& more = more_at_left ? left : right;
  const RootOwners& fewer = more_at_left ? right : left;
  if (more.size() != fewer.size() + 2) return std::nullopt;
  std::vector<Places> candidates = across_branching(more, fewer, *branching, exponents);
  if (candidates.size() != 1) return std::nullopt;
  if (!more_at_left)
    for (auto& [l, r] : candidates.front()) std::swap(l, r);
  return std::move(candidates.front());
}

}  // namespace

CoefficientsAlong WallRange::keep(const EvaluationPlan& plan, std::size_t depth,
                                  const EvaluationPlan::Coefficients& coefficients) const {
  const EvaluationPlan::Step& step = plan.step(depth);
  CoefficientsAlong result;
  IntervalPowers middle{Interval(middle_)};
  IntervalPowers all{all_};
  for (std::size_t run = 0; run + 1 < step.run_begin.size(); ++run) {
    Interval value;
    Interval slope;
    for (std::size_t i = step.run_begin[run]; i < step.run_begin[run + 1]; ++i) {
      const std::size_t e = step.exponents[i];
      const Interval c(coefficients[i]);
      value = e == 0 ? value + c : value + c * middle[e];
      if (e == 1) slope = slope + c;
      if (e > 1) slope = slope + c * Interval(static_cast<double>(e)) * all[e - 1];
    }
    result.values.push_back(value);
    result.slopes.push_back(slope);
  }
  return result;
}

CoefficientsAlong WallRange::substitute(const EvaluationPlan& plan, std::size_t depth, const CoefficientsAlong& from,
                                        const Interval& value) {
  const EvaluationPlan::Step& step = plan.step(depth);
  CoefficientsAlong result;
  IntervalPowers powers{value};
  for (std::size_t run = 0; run + 1 < step.run_begin.size(); ++run) {
    Interval sum;
    Interval slope;
    for (std::size_t i = step.run_begin[run]; i < step.run_begin[run + 1]; ++i) {
      const std::size_t e = step.exponents[i];
      sum = e == 0 ? sum + from.values[i] : sum + from.values[i] * powers[e];
      slope = e == 0 ? slope + from.slopes[i] : slope + from.slopes[i] * powers[e];
    }
    result.values.push_back(sum);
    result.slopes.push_back(slope);
  }
  return result;
}

int WallRange::sign_at(const EvaluationPlan& plan, const CoefficientsAlong& c, const Interval& x) const {
  const std::vector<std::uint16_t>& exponents = plan.main_exponents();
  Interval value = c.values.back();
  Interval slope = c.slopes.back();
  for (std::size_t i = exponents.size() - 1; i-- > 0;) {
    for (int steps = exponents[i + 1] - exponents[i]; steps > 0; --steps) {
      value = value * x;
      slope = slope * x;
    }
    value = value + c.values[i];
    slope = slope + c.slopes[i];
  }
  for (int steps = exponents[0]; steps > 0; --steps) {
    value = value * x;
    slope = slope * x;
  }
  return (value + slope * shift_).sign();
}

GapMatching quick_gaps(const std::vector<FibrePolynomial>& exponents, const std::vector<const EvaluationPlan*>& plans,
                       const std::vector<CoefficientsAlong>& coefficients, const WallRange& range,
                       const WallSides& sides) {
  for (const CoefficientsAlong& c : coefficients)
    if (range.coefficient_sign(c, c.values.size() - 1) == 0) return {};
  const auto places = expected_places(exponents, *sides.left.owners, *sides.right.owners);
  if (!places) return {};
  SampleSigns at_left(plans, coefficients, range, sides.left);
  SampleSigns at_right(plans, coefficients, range, sides.right);
  GapMatching result{GapMatching::Outcome::complete, {}};
  for (const auto& [l, r] : *places) {
    if (!sides.wanted(l, r)) continue;
    const std::vector<int>* signs = at_left.roots() >= at_right.roots() ? at_left.in_gap(l) : nullptr;
    const Rational* sample = signs ? sides.left.samples[l] : nullptr;
    if (!signs && at_right.roots() >= at_left.roots()) {
      signs = at_right.in_gap(r);
      if (signs) sample = sides.right.samples[r];
    }
    if (signs)
      result.gaps.push_back({*sample, *signs, l, at_left.roots() + 1, r, at_right.roots() + 1});
    else
      result.outcome = GapMatching::Outcome::undetermined;
  }
  return result;
}

}  // namespace isthmus
