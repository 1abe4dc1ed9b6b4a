#include "connect/composite_components.hpp"
#include "connect/log_lines.hpp"

namespace isthmus {

namespace {

class ContractionComponents : public Components {
 public:
  ContractionComponents(PolynomialRing ring, std::vector<unsigned> weights, ComponentsPtr core)
      : ring_(std::move(ring)), weights_(std::move(weights)), core_(std::move(core)) {}

  std::size_t count() const override { return core_->count(); }
  AlgebraicPoint sample(std::size_t i) const override { return with_zeros(core_->sample(i)); }
  std::size_t component_at(const AlgebraicPoint& point) const override {
    return core_->component_at(fixed_part(point));
  }
  std::optional<std::size_t> located(const AlgebraicPoint& point) const override {
    return core_->located(fixed_part(point));
  }
  AlgebraicPoint another_sample(std::size_t i, std::size_t attempt) const override {
    return with_zeros(core_->another_sample(i, attempt));
  }
  std::vector<ComponentsPtr> parts() const override { return {core_}; }
  std::vector<PathLeg> path(const AlgebraicPoint& from, const AlgebraicPoint& to) const override {
    std::vector<PathLeg> legs{{{from, contracted(from)}, {}, weights_}};
    for (PathLeg leg : core_->path(fixed_part(from), fixed_part(to))) {
      for (AlgebraicPoint& vertex : leg.vertices) vertex = with_zeros(vertex);
      for (Solved& s : leg.solved) s = in_ring(s, ring_);
      if (!leg.weights.empty()) {
        std::vector<unsigned> all(weights_.size(), 0);
        for (std::size_t v = 0, next = 0; v < all.size(); ++v)
          if (weights_[v] == 0) all[v] = leg.weights.at(next++);
        leg.weights = std::move(all);
      }
      legs.push_back(std::move(leg));
    }
    legs.push_back({{contracted(to), to}, {}, weights_});
    return legs;
  }
  std::vector<Polynomial> separators() const override {
    std::vector<Polynomial> result;
    for (const Polynomial& p : core_->separators()) result.push_back(p.in_ring(ring_));
    return result;
  }
  void describe(std::vector<std::string>& lines, std::size_t indent) const override {
    add_line(lines, indent, components_text(count()) + ": those of the contracted set");
    core_->describe(lines, indent + 2);
  }

 private:
  AlgebraicPoint fixed_part(const AlgebraicPoint& point) const {
    AlgebraicPoint fixed;
    for (std::size_t v = 0; v < weights_.size(); ++v)
      if (weights_[v] == 0) fixed.push_back(point.at(v));
    return fixed;
  }
  AlgebraicPoint with_zeros(const AlgebraicPoint& fixed) const {
    AlgebraicPoint point(weights_.size(), RealRoot(Rational(0)));
    for (std::size_t v = 0, next = 0; v < weights_.size(); ++v)
      if (weights_[v] == 0) point[v] = fixed.at(next++);
    return point;
  }
  AlgebraicPoint contracted(const AlgebraicPoint& point) const { return with_zeros(fixed_part(point)); }

  PolynomialRing ring_;
  std::vector<unsigned> weights_;
  ComponentsPtr core_;
};

}  // namespace

ComponentsPtr contraction_components(const ReducedSet& reduced, const ContractionPart& part, ComponentsPtr core) {
  return std::make_shared<ContractionComponents>(reduced.set.ring, part.weights, std::move(core));
}

}  // namespace isthmus
