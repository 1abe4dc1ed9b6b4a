#include "plot/plane_drawing.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "plot/arcs.hpp"
#include "plot/clip.hpp"
#include "plot/frame.hpp"

namespace isthmus {
namespace {

constexpr std::ptrdiff_t kOutside = -1;

/// Draws the cells of one set.
class PlaneDrawer {
 public:
  PlaneDrawer(const PlaneSet& set, const Box& box, const std::vector<std::size_t>& number)
      : set_(set), cells_(set.cells()), arcs_(cells_, box), box_(box), number_(number) {
    component_.assign(cells_.size(), kOutside);
    for (std::size_t i = 0; i < set.components().size(); ++i)
      for (std::size_t cell : set.components()[i].cells) component_[cell] = static_cast<std::ptrdiff_t>(i);
  }

  FlatDrawing draw() {
    for (std::size_t cell = 0; cell < cells_.size(); ++cell) {
      if (cells_.dimension(cell) == 0) draw_vertex(cell);
      if (cells_.dimension(cell) == 1) draw_edge(cell);
      if (cells_.dimension(cell) == 2 && belongs(cell)) draw_face(cell);
    }
    return std::move(drawing_);
  }

 private:
  bool belongs(std::size_t cell) const { return component_[cell] != kOutside; }

  Owner owner(std::ptrdiff_t component) const {
    if (component == kOutside || number_.empty()) return std::nullopt;
    return number_.at(static_cast<std::size_t>(component));
  }

  /// The components of neighbouring cells of one dimension, and whether one of these cells is outside.
  struct Around {
    std::vector<std::ptrdiff_t> components;
    bool outside = false;
    bool any() const { return !components.empty(); }
  };
  Around around(std::size_t cell, int dimension) const {
    Around result;
    for (std::size_t next : cells_.neighbours(cell)) {
      if (cells_.dimension(next) != dimension) continue;
      if (!belongs(next)) {
        result.outside = true;
      } else if (std::find(result.components.begin(), result.components.end(), component_[next]) ==
                 result.components.end()) {
        result.components.push_back(component_[next]);
      }
    }
    return result;
  }

  /// A line is drawn where it tells something: unless it and both sides belong to the set, or none of them.
  void draw_edge(std::size_t cell) {
    const Around faces = around(cell, 2);
    if (belongs(cell) ? faces.any() && !faces.outside : !faces.any()) return;
    const bool between_components = !belongs(cell) && faces.components.size() > 1;
    const Owner whose =
        belongs(cell) ? owner(component_[cell]) : (between_components ? Owner{} : owner(faces.components.front()));
    std::vector<FlatPoint> line;
    for (const CellComplex::Place& place : cells_.places(cell)) {
      const std::vector<FlatPoint>& piece = piece_of(cell, place);
      line.insert(line.end(), piece.begin() + (line.empty() || piece.empty() ? 0 : 1), piece.end());
    }
    for (std::vector<FlatPoint>& part : clipped_line(line))
      drawing_.lines.push_back({whose, belongs(cell), std::move(part)});
  }

  /// A dot for a vertex of the set that none of its edges shows, and for a hole where the cells around it belong.
  void draw_vertex(std::size_t cell) {
    const Around edges = around(cell, 1);
    const Around faces = around(cell, 2);
    const bool interior = !edges.outside && !faces.outside && (edges.any() || faces.any());
    const bool isolated_hole = !edges.any() && !edges.outside && faces.any();
    const bool shown = belongs(cell) ? !edges.any() && !interior : edges.any() || isolated_hole;
    const FlatPoint at = arcs_.vertex(cell);
    if (!shown || at.x < 0 || at.x > 1 || at.y < 0 || at.y > 1) return;
    const std::vector<std::ptrdiff_t>& beside = edges.any() ? edges.components : faces.components;
    const std::ptrdiff_t component = belongs(cell) ? component_[cell] : beside.size() == 1 ? beside.front() : kOutside;
    drawing_.dots.push_back({owner(component), belongs(cell), at});
  }

  /// Slab by slab, between the edges below and above.
  void draw_face(std::size_t cell) {
    FlatRegion region{owner(component_[cell]), {}};
    const Rational below = box_[1].lower - box_[1].width();
    const Rational above = box_[1].upper + box_[1].width();
    for (const CellComplex::Place& place : cells_.places(cell)) {
      const std::optional<Range> range = arcs_.visible(place.slab);
      if (!range) continue;
      const auto level = [&](const Rational& y) {
        return std::vector<FlatPoint>{arcs_.place(range->lower, y), arcs_.place(range->upper, y)};
      };
      const std::size_t edges = cells_.slab(place.slab).edges.size();
      std::vector<FlatPoint> polygon = place.position > 0 ? edge_piece(place.slab, place.position - 1) : level(below);
      const std::vector<FlatPoint> top = place.position < edges ? edge_piece(place.slab, place.position) : level(above);
      polygon.insert(polygon.end(), top.rbegin(), top.rend());
      polygon = clipped_polygon(std::move(polygon));
      if (polygon.size() > 2) region.polygons.push_back(std::move(polygon));
    }
    if (!region.polygons.empty()) drawing_.regions.push_back(std::move(region));
  }

  const std::vector<FlatPoint>& edge_piece(std::size_t slab, std::size_t position) {
    if (cell_at_.empty())
      for (std::size_t cell = 0; cell < cells_.size(); ++cell)
        if (cells_.dimension(cell) == 1)
          for (const CellComplex::Place& place : cells_.places(cell)) cell_at_[{place.slab, place.position}] = cell;
    return piece_of(cell_at_.at({slab, position}), {slab, position});
  }

  const std::vector<FlatPoint>& piece_of(std::size_t cell, const CellComplex::Place& place) {
    const auto known = pieces_.find({place.slab, place.position});
    if (known != pieces_.end()) return known->second;
    return pieces_.emplace(std::pair(place.slab, place.position), arcs_.piece(cell, place)).first->second;
  }

  using Position = std::pair<std::size_t, std::size_t>;  ///< a slab, and the number of an edge over it
  const PlaneSet& set_;
  const CellComplex& cells_;
  Arcs arcs_;
  Box box_;
  const std::vector<std::size_t>& number_;
  std::vector<std::ptrdiff_t> component_;
  std::map<Position, std::size_t> cell_at_;
  std::map<Position, std::vector<FlatPoint>> pieces_;
  FlatDrawing drawing_;
};

}  // namespace

Box box_around(const PlaneSet& set) {
  const CellComplex& cells = set.cells();
  const Rational k(cells.shear().factor());
  Hull hull(2);
  bool bounded = true;
  for (std::size_t cell = 0; cell < cells.vertex_count(); ++cell) {
    const std::size_t vertex = cells.arrangement_vertex(cell);
    const Rational u = cells.arrangement().enclose_abscissa(vertex, 48).lower;
    const Rational y = cells.arrangement().enclose_ordinate(vertex, 48).lower;
    hull.add({u + k * y, y});
  }
  for (std::size_t cell = cells.vertex_count(); cell < cells.vertex_count() + cells.edge_count(); ++cell) {
    const auto& places = cells.places(cell);
    if (places.front().slab == 0 || places.back().slab == cells.abscissas().size()) {
      bounded = false;
      continue;
    }
    for (const CellComplex::Place& place : places) {
      const Slab& slab = cells.slab(place.slab);
      RealRoot y = slab.roots.at(place.position);
      y.refine_to(Rational(1) / pow(Rational(2), 48));
      hull.add({slab.x + k * y.lower(), y.lower()});
    }
  }
  for (const PlaneComponent& component : set.components()) hull.add(approximate(component.sample));
  return hull.framed(bounded ? Rational(2, 5) : Rational(3, 4));
}

FlatDrawing draw_plane_set(const PlaneSet& set, const Box& box, const std::vector<std::size_t>& number) {
  return PlaneDrawer(set, box, number).draw();
}

}  // namespace isthmus
