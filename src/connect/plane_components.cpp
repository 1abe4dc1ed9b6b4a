#include "connect/leaf_components.hpp"
#include "connect/log_lines.hpp"
#include "connect/polygon_path.hpp"
#include "exact/error.hpp"
#include "plane/cell_samples.hpp"
#include "plane/plane_set.hpp"

namespace isthmus {

namespace {

std::string point_text(const PolynomialRing& ring, const AlgebraicPoint& point) {
  return "(" + ring.name(0) + "=" + point.at(0).to_string() + ", " + ring.name(1) + "=" + point.at(1).to_string() + ")";
}

std::string counted(std::size_t n, const std::string& singular, const std::string& plural) {
  return std::to_string(n) + " " + (n == 1 ? singular : plural);
}

class PlaneComponents : public Components {
 public:
  explicit PlaneComponents(const SemialgebraicSet& set) : set_(set), ring_(set.ring), plane_(set) {}

  std::size_t count() const override { return plane_.components().size(); }
  AlgebraicPoint sample(std::size_t i) const override { return plane_.components().at(i).sample; }
  std::size_t component_at(const AlgebraicPoint& point) const override {
    const auto component = plane_.component_at(point);
    ensure(component.has_value(), "a point of a plane set lies in none of its components");
    return *component;
  }
  /// Straight segments; an arc of a curve is no leg of a path. The reason names the cells that link the points.
  std::vector<PathLeg> path(const AlgebraicPoint& from, const AlgebraicPoint& to) const override {
    try {
      return polygon_path(set_, from, to, corners(component_at(from)));
    } catch (const Undecided& reason) {
      throw Undecided(std::string(reason.what()) +
                      ", but these cells, each in the closure of its neighbour or the other way round, link the points "
                      "inside the set: " +
                      chain_text(plane_.chain(from, to)));
    }
  }
  std::optional<std::size_t> located(const AlgebraicPoint& point) const override { return plane_.component_at(point); }
  AlgebraicPoint another_sample(std::size_t i, std::size_t) const override { return sample(i); }
  std::vector<Polynomial> separators() const override { return plane_.separators(); }
  void describe(std::vector<std::string>& lines, std::size_t indent) const override {
    const CellComplex& cells = plane_.cells();
    add_line(lines, indent,
             components_text(count()) + " of the plane set; its curves cut the plane into " +
                 counted(cells.vertex_count(), "vertex", "vertices") + ", " +
                 counted(cells.edge_count(), "edge", "edges") + ", " + counted(cells.face_count(), "face", "faces"));
    for (const Polynomial& p : cells.curves()) add_line(lines, indent + 2, "curve " + p.to_string() + " = 0");
    for (std::size_t i = 0; i < count(); ++i) {
      const PlaneComponent& component = plane_.components()[i];
      add_line(lines, indent + 2,
               "component " + std::to_string(i + 1) + " through " + point_text(ring_, component.sample) +
                   ": dimension " + std::to_string(component.dimension) + ", " +
                   counted(component.cells.size(), "cell", "cells"));
    }
  }

 private:
  std::string chain_text(const std::vector<std::size_t>& chain) const {
    static const char* const names[] = {"vertex", "edge", "face"};
    std::string text;
    for (std::size_t cell : chain)
      text += (text.empty() ? "" : " - ") + std::string(names[plane_.cells().dimension(cell)]) + " " +
              std::to_string(cell + 1);
    return text;
  }

  /// Rational points of some cells of a component: of its faces, its edges, and its vertices, which a path may have to
  /// pass.
  std::vector<Point> corners(std::size_t component) const {
    constexpr std::size_t most_of_a_kind = 12;
    std::vector<Point> points;
    CellSamples samples(plane_.cells());
    for (const int dimension : {2, 0, 1}) {
      std::size_t found = 0;
      for (const std::size_t cell : plane_.components().at(component).cells) {
        if (plane_.cells().dimension(cell) != dimension || found == most_of_a_kind) continue;
        if (const auto point = to_rational(samples.of(cell))) points.push_back(*point);
        ++found;
      }
    }
    return points;
  }

  SemialgebraicSet set_;
  PolynomialRing ring_;
  PlaneSet plane_;
};

}  // namespace

ComponentsPtr plane_components(const SemialgebraicSet& set) { return std::make_shared<PlaneComponents>(set); }

}  // namespace isthmus
