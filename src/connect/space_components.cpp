#include "connect/leaf_components.hpp"
#include "connect/log_lines.hpp"
#include "connect/polygon_path.hpp"
#include "exact/error.hpp"
#include "space/space_set.hpp"

namespace isthmus {

namespace {

class SpaceComponents : public Components {
 public:
  explicit SpaceComponents(const SemialgebraicSet& set) : set_(set), space_(set) {}

  std::size_t count() const override { return space_.count(); }
  AlgebraicPoint sample(std::size_t i) const override { return space_.sample(i, 0); }
  std::size_t component_at(const AlgebraicPoint& point) const override {
    const auto component = space_.component_at(point);
    ensure(component.has_value(), "a point of a set in space lies in none of its components");
    return *component;
  }
  std::optional<std::size_t> located(const AlgebraicPoint& point) const override { return space_.component_at(point); }
  AlgebraicPoint another_sample(std::size_t i, std::size_t attempt) const override { return space_.sample(i, attempt); }
  /// Straight segments; an arc of a curve or surface is no leg of a path.
  std::vector<PathLeg> path(const AlgebraicPoint& from, const AlgebraicPoint& to) const override {
    constexpr std::size_t cells_tried = 24;
    std::vector<Point> corners;
    const std::size_t component = component_at(from);
    for (std::size_t i = 0; i < std::min(cells_tried, space_.cells_of(component).size()); ++i) {
      const std::size_t cell = space_.cells_of(component)[i];
      if (space_.cells().plane().dimension(space_.cells().cell(cell).base) < 2) break;
      if (const auto point = to_rational(space_.cells().sample(cell))) corners.push_back(*point);
    }
    return polygon_path(set_, from, to, corners);
  }
  std::vector<Polynomial> separators() const override { return space_.separators(); }
  void describe(std::vector<std::string>& lines, std::size_t indent) const override {
    const SpaceComplex& cells = space_.cells();
    add_line(lines, indent,
             components_text(count()) + " of the set in space; its surfaces cut space into " +
                 std::to_string(cells.size()) + " cells, over " + std::to_string(cells.plane().size()) +
                 " cells of a plane");
    for (const Polynomial& p : cells.polynomials()) add_line(lines, indent + 2, "surface " + p.to_string() + " = 0");
    for (std::size_t i = 0; i < count(); ++i) {
      int dimension = 0;
      for (const std::size_t cell : space_.cells_of(i)) dimension = std::max(dimension, cells.dimension(cell));
      add_line(lines, indent + 2,
               "component " + std::to_string(i + 1) + ": dimension " + std::to_string(dimension) + ", " +
                   std::to_string(space_.cells_of(i).size()) + (space_.cells_of(i).size() == 1 ? " cell" : " cells"));
    }
  }

 private:
  SemialgebraicSet set_;
  SpaceSet space_;
};

}  // namespace

ComponentsPtr space_components(const SemialgebraicSet& set) { return std::make_shared<SpaceComponents>(set); }

}  // namespace isthmus
