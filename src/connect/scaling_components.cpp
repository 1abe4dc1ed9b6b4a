#include <numeric>

#include "connect/composite_components.hpp"
#include "connect/log_lines.hpp"
#include "exact/error.hpp"
#include "exact/power_root.hpp"

namespace isthmus {

namespace {

/// Those of the cone: a level set is a retract of it, and lies in it.
class ScalingComponents : public Components {
 public:
  ScalingComponents(Scaling scaling, ComponentsPtr cone) : scaling_(std::move(scaling)), cone_(std::move(cone)) {}

  std::size_t count() const override { return cone_->count(); }
  AlgebraicPoint sample(std::size_t i) const override { return on_level(cone_->sample(i)); }
  std::size_t component_at(const AlgebraicPoint& point) const override { return cone_->component_at(point); }
  std::optional<std::size_t> located(const AlgebraicPoint& point) const override { return cone_->located(point); }
  AlgebraicPoint another_sample(std::size_t i, std::size_t attempt) const override {
    return on_level(cone_->another_sample(i, attempt));
  }
  std::vector<ComponentsPtr> parts() const override { return {cone_}; }
  std::vector<PathLeg> path(const AlgebraicPoint&, const AlgebraicPoint&) const override {
    throw Undecided("no path is built inside a level set of a cone");
  }
  std::vector<Polynomial> separators() const override { return cone_->separators(); }
  void describe(std::vector<std::string>& lines, std::size_t indent) const override {
    add_line(lines, indent, components_text(count()) + ": those of the cone over the set");
    cone_->describe(lines, indent + 2);
  }

 private:
  /// r.x with r = (level / form(x))^(1/degree).
  AlgebraicPoint on_level(const AlgebraicPoint& x) const {
    AlgebraicPoint result;
    for (std::size_t v = 0; v < x.size(); ++v) result.push_back(moved(x, v));
    return result;
  }

  /// |r^w x_v| is the e-th root of |x_v|^e (level / form(x))^m, where m/e is w/degree in lowest terms.
  RealRoot moved(const AlgebraicPoint& x, std::size_t v) const {
    const int sign = x[v].compare(Rational(0));
    const long weight = scaling_.weights[v];
    if (weight == 0 || sign == 0) return x[v];
    const unsigned long size = static_cast<unsigned long>(weight < 0 ? -weight : weight);
    const unsigned long common = std::gcd(size, scaling_.degree);
    const auto power = static_cast<unsigned>(size / common);
    const auto root = static_cast<unsigned>(scaling_.degree / common);
    const PolynomialRing& ring = scaling_.form.ring();
    Polynomial numerator = pow(Polynomial(ring, scaling_.level), power);
    Polynomial denominator = pow(scaling_.form, power);
    if (weight < 0) std::swap(numerator, denominator);
    const Polynomial coordinate = Polynomial::variable(ring, v);
    numerator *= pow(sign > 0 ? coordinate : -coordinate, root);
    const RealRoot size_of = positive_root(quotient_at(numerator, denominator, x), root);
    return sign > 0 ? size_of : negative_of(size_of);
  }

  static RealRoot negative_of(const RealRoot& t) {
    std::vector<Integer> coefficients;
    for (long i = 0; i <= t.polynomial().degree(); ++i)
      coefficients.push_back(i % 2 == 0 ? t.polynomial().coefficient(i) : -t.polynomial().coefficient(i));
    return RealRoot(UnivariatePolynomial(coefficients), -t.upper(), -t.lower());
  }

  Scaling scaling_;
  ComponentsPtr cone_;
};

}  // namespace

ComponentsPtr scaling_components(const ScalingPart& part, ComponentsPtr cone) {
  return std::make_shared<ScalingComponents>(part.scaling, std::move(cone));
}

}  // namespace isthmus
