#include <algorithm>

#include "connect/composite_components.hpp"
#include "connect/log_lines.hpp"
#include "exact/error.hpp"
#include "exact/root_of_power.hpp"

namespace isthmus {

namespace {

/// The point (t^w_1 x_1, ..) for the t > 0 with t^k = numerator/denominator, both at x.
AlgebraicPoint scaled(const AlgebraicPoint& x, const std::vector<unsigned>& weights, unsigned k,
                      const Polynomial& numerator, const Polynomial& denominator) {
  AlgebraicPoint result = x;
  for (std::size_t i = 0; i < x.size(); ++i) {
    if (weights[i] == 0) continue;
    const Polynomial power = pow(Polynomial::variable(numerator.ring(), i), k) * pow(numerator, weights[i]);
    const int sign = x[i].compare(Rational(0));
    if (sign != 0) result[i] = root_of_power(quotient_at(power, pow(denominator, weights[i]), x), k, sign);
  }
  return result;
}

/// 0 for the zero polynomial, which a family may have where its sets are empty.
unsigned degree_of(const Polynomial& p, const std::vector<unsigned>& weights) {
  const std::vector<Polynomial::Term> terms = p.terms();
  unsigned degree = 0;
  if (terms.empty()) return degree;
  for (std::size_t i = 0; i < weights.size(); ++i) degree += weights[i] * terms.front().exponents[i];
  return degree;
}

/// The set lies in the base, with one point on every ray there.
class RaysComponents : public Components {
 public:
  RaysComponents(const RaysPart& part, ComponentsPtr base)
      : weights_(part.weights),
        degree_(degree_of(part.high, part.weights) - degree_of(part.low, part.weights)),
        high_(part.high),
        low_(part.low),
        base_(std::move(base)) {}

  std::size_t count() const override { return base_->count(); }
  AlgebraicPoint sample(std::size_t i) const override { return on_the_set(base_->sample(i)); }
  std::size_t component_at(const AlgebraicPoint& point) const override { return base_->component_at(point); }
  std::optional<std::size_t> located(const AlgebraicPoint& point) const override { return base_->located(point); }
  AlgebraicPoint another_sample(std::size_t i, std::size_t attempt) const override {
    return on_the_set(base_->another_sample(i, attempt));
  }
  std::vector<ComponentsPtr> parts() const override { return {base_}; }
  std::vector<PathLeg> path(const AlgebraicPoint&, const AlgebraicPoint&) const override {
    throw Undecided("no path is built across the rays of a weighted homogeneous set");
  }
  std::vector<Polynomial> separators() const override { return base_->separators(); }
  void describe(std::vector<std::string>& lines, std::size_t indent) const override {
    add_line(lines, indent, components_text(count()) + ": those of the union of the rays through it");
    base_->describe(lines, indent + 2);
  }

 private:
  AlgebraicPoint on_the_set(const AlgebraicPoint& point) const {
    return scaled(point, weights_, degree_, -low_, high_);
  }

  std::vector<unsigned> weights_;
  unsigned degree_;
  Polynomial high_;
  Polynomial low_;
  ComponentsPtr base_;
};

/// Components of the slice where the variable is 1, then those of the other one.
class SlicesComponents : public Components {
 public:
  SlicesComponents(const ReducedSet& reduced, const SlicesPart& part, ComponentsPtr positive, ComponentsPtr negative)
      : variable_(part.variable),
        weights_(part.weights),
        ring_(reduced.set.ring),
        positive_(std::move(positive)),
        negative_(std::move(negative)) {}

  std::size_t count() const override { return positive_->count() + negative_->count(); }
  AlgebraicPoint sample(std::size_t i) const override { return another_sample(i, 0); }
  AlgebraicPoint another_sample(std::size_t i, std::size_t attempt) const override {
    const bool above = i < positive_->count();
    AlgebraicPoint point =
        above ? positive_->another_sample(i, attempt) : negative_->another_sample(i - positive_->count(), attempt);
    point.insert(point.begin() + static_cast<std::ptrdiff_t>(variable_), RealRoot(Rational(above ? 1 : -1)));
    return point;
  }
  std::size_t component_at(const AlgebraicPoint& point) const override {
    if (is_positive(point)) return positive_->component_at(in_slice(point));
    return positive_->count() + negative_->component_at(in_slice(point));
  }
  std::optional<std::size_t> located(const AlgebraicPoint& point) const override {
    if (is_positive(point)) return positive_->located(in_slice(point));
    const auto part = negative_->located(in_slice(point));
    return part ? std::optional(positive_->count() + *part) : std::nullopt;
  }
  std::vector<ComponentsPtr> parts() const override { return {positive_, negative_}; }
  std::vector<PathLeg> path(const AlgebraicPoint&, const AlgebraicPoint&) const override {
    throw Undecided("no path is built across the slices of a weighted homogeneous set");
  }
  std::vector<Polynomial> separators() const override { return {}; }
  void describe(std::vector<std::string>& lines, std::size_t indent) const override {
    add_line(lines, indent,
             components_text(count()) + " = " + std::to_string(positive_->count()) + " + " +
                 std::to_string(negative_->count()) + ": those of two slices");
    positive_->describe(lines, indent + 2);
    negative_->describe(lines, indent + 2);
  }

 private:
  bool is_positive(const AlgebraicPoint& point) const {
    const int sign = point.at(variable_).compare(Rational(0));
    ensure(sign != 0, "a point of a set lies where a variable vanishes that has no zero on it");
    return sign > 0;
  }

  /// The point of the slice on the same ray.
  AlgebraicPoint in_slice(const AlgebraicPoint& point) const {
    const Polynomial x = Polynomial::variable(ring_, variable_);
    AlgebraicPoint result =
        scaled(point, weights_, weights_[variable_], Polynomial(ring_, Rational(1)), is_positive(point) ? x : -x);
    result.erase(result.begin() + static_cast<std::ptrdiff_t>(variable_));
    return result;
  }

  std::size_t variable_;
  std::vector<unsigned> weights_;
  PolynomialRing ring_;
  ComponentsPtr positive_;
  ComponentsPtr negative_;
};

}  // namespace

ComponentsPtr rays_components(const RaysPart& part, ComponentsPtr base) {
  return std::make_shared<RaysComponents>(part, std::move(base));
}

ComponentsPtr slices_components(const ReducedSet& reduced, const SlicesPart& part, ComponentsPtr positive,
                                ComponentsPtr negative) {
  return std::make_shared<SlicesComponents>(reduced, part, std::move(positive), std::move(negative));
}

}  // namespace isthmus
