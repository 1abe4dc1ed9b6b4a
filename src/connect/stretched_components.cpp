#include "connect/composite_components.hpp"
#include "connect/log_lines.hpp"
#include "exact/error.hpp"

namespace isthmus {

namespace {

/// The components of a set seen in other coordinates.
class StretchedComponents : public Components {
 public:
  StretchedComponents(const StretchedPart& part, ComponentsPtr base) : stretch_(part.stretch), base_(std::move(base)) {}

  std::size_t count() const override { return base_->count(); }
  AlgebraicPoint sample(std::size_t i) const override { return out_of_stretch(stretch_, base_->sample(i)); }
  AlgebraicPoint another_sample(std::size_t i, std::size_t attempt) const override {
    return out_of_stretch(stretch_, base_->another_sample(i, attempt));
  }
  std::size_t component_at(const AlgebraicPoint& point) const override {
    return base_->component_at(into_stretch(stretch_, point));
  }
  std::optional<std::size_t> located(const AlgebraicPoint& point) const override {
    return base_->located(into_stretch(stretch_, point));
  }
  std::vector<ComponentsPtr> parts() const override { return {base_}; }
  std::vector<PathLeg> path(const AlgebraicPoint&, const AlgebraicPoint&) const override {
    throw Undecided("no path is built across the charts of a quadric");
  }
  std::vector<Polynomial> separators() const override { return {stretch_.factor}; }
  void describe(std::vector<std::string>& lines, std::size_t indent) const override {
    add_line(lines, indent, components_text(count()) + ": those of the set in the other coordinates");
    base_->describe(lines, indent + 2);
  }

 private:
  Stretch stretch_;
  ComponentsPtr base_;
};

}  // namespace

ComponentsPtr stretched_components(const StretchedPart& part, ComponentsPtr base) {
  return std::make_shared<StretchedComponents>(part, std::move(base));
}

}  // namespace isthmus
