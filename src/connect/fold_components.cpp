#include "connect/composite_components.hpp"
#include "connect/log_lines.hpp"
#include "exact/error.hpp"
#include "exact/root_of_power.hpp"

namespace isthmus {

namespace {

/// Above a component of the base: one component if the product of the folded coordinates has a zero there; else one
/// where the first of them is negative and, next, one where it is positive.
class FoldComponents : public Components {
 public:
  FoldComponents(const ReducedSet& reduced, const FoldPart& part, ComponentsPtr base, ComponentsPtr branch)
      : ring_(reduced.set.ring), fold_(part.fold), base_(std::move(base)), branch_(std::move(branch)) {
    joined_.resize(base_->count(), false);
    for (std::size_t i = 0; i < branch_->count(); ++i) {
      AlgebraicPoint point = branch_->sample(i);
      point.insert(point.begin() + static_cast<std::ptrdiff_t>(fold_.first), RealRoot(Rational(0)));
      joined_[base_->component_at(point)] = true;
    }
    for (std::size_t b = 0; b < joined_.size(); ++b) {
      first_.push_back(above_.size());
      above_.resize(above_.size() + (joined_[b] ? 1 : 2), b);
    }
  }

  std::size_t count() const override { return above_.size(); }
  AlgebraicPoint sample(std::size_t i) const override { return another_sample(i, 0); }
  AlgebraicPoint another_sample(std::size_t i, std::size_t attempt) const override {
    const std::size_t b = above_.at(i);
    return lifted(base_->another_sample(b, attempt), !joined_[b] && i == first_[b] ? -1 : 1);
  }
  std::size_t component_at(const AlgebraicPoint& point) const override {
    return above(base_->component_at(image(point)), point);
  }
  std::optional<std::size_t> located(const AlgebraicPoint& point) const override {
    const auto b = base_->located(image(point));
    return b ? std::optional(above(*b, point)) : std::nullopt;
  }
  std::vector<ComponentsPtr> parts() const override { return {base_, branch_}; }
  std::vector<PathLeg> path(const AlgebraicPoint&, const AlgebraicPoint&) const override {
    throw Undecided("no path is built along a product of two coordinates");
  }
  std::vector<Polynomial> separators() const override { return {}; }
  void describe(std::vector<std::string>& lines, std::size_t indent) const override {
    std::size_t joined = 0;
    for (const bool one : joined_) joined += one ? 1 : 0;
    add_line(lines, indent,
             components_text(count()) + ": " + std::to_string(joined) +
                 " with a zero of the product, two above each of the others");
    base_->describe(lines, indent + 2);
    branch_->describe(lines, indent + 2);
  }

 private:
  std::size_t above(std::size_t b, const AlgebraicPoint& point) const {
    if (joined_[b]) return first_[b];
    const int sign = point.at(fold_.first).compare(Rational(0));
    ensure(sign != 0, "the product of two coordinates vanishes at a point above a component without its zeros");
    return first_[b] + (sign > 0 ? 1 : 0);
  }

  /// The point of the base.
  AlgebraicPoint image(const AlgebraicPoint& point) const {
    const Polynomial product = Polynomial::variable(ring_, fold_.first) * Polynomial::variable(ring_, fold_.second);
    AlgebraicPoint result = point;
    result[fold_.first] = quotient_at(product, Polynomial(ring_, Rational(1)), point);
    if (!fold_.is_square()) result.erase(result.begin() + static_cast<std::ptrdiff_t>(fold_.second));
    return result;
  }

  /// A point above; its first folded coordinate has this sign, or is 0 with a square of 0.
  AlgebraicPoint lifted(AlgebraicPoint point, int sign) const {
    if (fold_.is_square()) {
      RealRoot& x = point.at(fold_.first);
      x = root_of_power(x, 2, x.compare(Rational(0)) == 0 ? 0 : sign);
      return point;
    }
    point.insert(point.begin() + static_cast<std::ptrdiff_t>(fold_.second), RealRoot(Rational(0)));
    const Polynomial product = Rational(sign) * Polynomial::variable(ring_, fold_.first);
    point[fold_.second] = quotient_at(product, Polynomial(ring_, Rational(1)), point);
    point[fold_.first] = RealRoot(Rational(sign));
    return point;
  }

  PolynomialRing ring_;
  Fold fold_;
  ComponentsPtr base_;
  ComponentsPtr branch_;
  std::vector<bool> joined_;        ///< for each component of the base
  std::vector<std::size_t> first_;  ///< for each component of the base: the first one above it
  std::vector<std::size_t> above_;  ///< for each component: the one of the base
};

}  // namespace

ComponentsPtr fold_components(const ReducedSet& reduced, const FoldPart& part, ComponentsPtr base,
                              ComponentsPtr branch) {
  return std::make_shared<FoldComponents>(reduced, part, std::move(base), std::move(branch));
}

}  // namespace isthmus
