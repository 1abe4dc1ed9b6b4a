#include "plot/surface_mesh.hpp"

#include <algorithm>
#include <functional>

#include "plot/vector.hpp"

namespace isthmus {
namespace {

using Polygon = std::vector<SpacePoint>;

/// The part of a polygon where a function is not negative.
template <class F>
Polygon part(const Polygon& polygon, F&& height) {
  Polygon kept;
  for (std::size_t i = 0; i < polygon.size(); ++i) {
    const SpacePoint& a = polygon[i];
    const SpacePoint& b = polygon[(i + 1) % polygon.size()];
    const double from = height(a);
    const double to = height(b);
    if (from >= 0) kept.push_back(a);
    if ((from >= 0) != (to >= 0)) kept.push_back(a + (from / (from - to)) * (b - a));
  }
  if (kept.size() < 3) kept.clear();
  return kept;
}

Polygon inside_box(Polygon polygon) {
  for (const auto coordinate : {&SpacePoint::x, &SpacePoint::y, &SpacePoint::z}) {
    polygon = part(polygon, [&](const SpacePoint& p) { return p.*coordinate; });
    polygon = part(polygon, [&](const SpacePoint& p) { return 1 - p.*coordinate; });
  }
  return polygon;
}

SpacePoint middle(const Polygon& polygon) {
  SpacePoint sum;
  for (const SpacePoint& p : polygon) sum = sum + p;
  return (1.0 / static_cast<double>(polygon.size())) * sum;
}

class Mesher {
 public:
  Mesher(SpaceDrawing& drawing, const SignFormula& formula, const SignGrid& grid, const GridOwners& owners)
      : drawing_(drawing), formula_(formula), grid_(grid), owners_(owners) {}

  void run() {
    const auto& crossings = grid_.crossings();
    for (std::size_t c = 0; c < crossings.size(); ++c)
      for (std::size_t cube : cubes_around(grid_, crossings[c])) {
        in_cube_[{cube, crossings[c].factor}].push_back(c);
        Vertex& vertex = vertices_[key(cube, c)];
        vertex.sum = vertex.sum + crossings[c].place;
        ++vertex.count;
      }
    for (std::size_t c = 0; c < crossings.size(); ++c) add_face(c);
  }

 private:
  using Key = std::tuple<std::size_t, std::size_t, std::size_t>;  ///< cube, factor, owner
  struct Vertex {
    SpacePoint sum;
    std::size_t count = 0;
    bool placed = false;
    SpacePoint place;
  };

  Key key(std::size_t cube, std::size_t c) const {
    const GridCrossing& crossing = grid_.crossings()[c];
    const Owner& owner = owners_.crossings[c];
    return {cube, crossing.factor, crossing.on_surface() && owner ? *owner + 1 : 0};
  }

  /// The mean of the crossings of the cube, moved onto the surface where that is near.
  SpacePoint vertex(const Key& key) {
    Vertex& vertex = vertices_.at(key);
    if (vertex.placed) return vertex.place;
    const UnitPolynomial& factor = grid_.factors()[std::get<1>(key)];
    const double cell = 1.0 / static_cast<double>(grid_.cells());
    const SpacePoint start = (1.0 / static_cast<double>(vertex.count)) * vertex.sum;
    SpacePoint p = start;
    for (int step = 0; step < 4; ++step) {
      const SpacePoint gradient = factor.gradient(p);
      const double square = dot(gradient, gradient);
      if (square > 0) p = p - (factor.value(p) / square) * gradient;
    }
    vertex.place = length(p - start) < 0.6 * cell ? p : start;
    vertex.placed = true;
    return vertex.place;
  }

  void add_face(std::size_t c) {
    const GridCrossing& crossing = grid_.crossings()[c];
    std::vector<std::size_t> cubes = cubes_around(grid_, crossing);
    if (cubes.empty()) return;
    if (!crossing.ascending) std::reverse(cubes.begin(), cubes.end());
    Polygon polygon;
    for (std::size_t cube : cubes) polygon.push_back(vertex(key(cube, c)));
    polygon = inside_box(std::move(polygon));
    if (!polygon.empty()) cut(polygon, c, 0);
  }

  /// Cuts along the surfaces of the other factors, from number `next` on.
  void cut(const Polygon& polygon, std::size_t c, std::size_t next) {
    const std::size_t own = grid_.crossings()[c].factor;
    for (; next < grid_.factors().size(); ++next) {
      if (next == own) continue;
      const auto value = [&](const SpacePoint& p) { return grid_.factors()[next].value(p); };
      const bool some = std::any_of(polygon.begin(), polygon.end(), [&](const SpacePoint& p) { return value(p) > 0; });
      const bool all = std::all_of(polygon.begin(), polygon.end(), [&](const SpacePoint& p) { return value(p) > 0; });
      if (some == all) continue;
      for (const Polygon& half : {part(polygon, value), part(polygon, [&](const SpacePoint& p) { return -value(p); })})
        if (!half.empty()) cut(half, c, next + 1);
      return;
    }
    add(polygon, c);
  }

  void add(const Polygon& polygon, std::size_t c) {
    const std::size_t own = grid_.crossings()[c].factor;
    const SpacePoint centre = middle(polygon);
    std::vector<int> signs;
    for (const UnitPolynomial& factor : grid_.factors()) signs.push_back(factor.value(centre) < 0 ? -1 : 1);
    const auto holds = [&](int sign) {
      signs[own] = sign;
      return formula_.holds(signs);
    };
    const bool wall = holds(0);
    const bool back = holds(-1);
    const bool front = holds(1);
    if (wall ? back && front : !back && !front) return;
    const SpacePoint gradient = grid_.factors()[own].gradient(centre);
    SpaceFace face;
    face.belongs = wall;
    face.normal = length(gradient) > 0 ? (1 / length(gradient)) * gradient : SpacePoint{0, 0, 1};
    if (!front && !back) {
      face.front = face.back = surface_owner(c);
    } else {
      face.front = front ? side_owner(c, true) : side_owner(c, false);
      face.back = back ? side_owner(c, false) : side_owner(c, true);
    }
    for (const SpacePoint& p : polygon) face.corners.push_back(corner(p));
    drawing_.faces.push_back(std::move(face));
  }

  /// Of the crossing, or of one nearby.
  Owner surface_owner(std::size_t c) const {
    if (owners_.crossings[c]) return owners_.crossings[c];
    for (std::size_t cube : cubes_around(grid_, grid_.crossings()[c]))
      for (std::size_t other : in_cube_.at({cube, grid_.crossings()[c].factor}))
        if (owners_.crossings[other]) return owners_.crossings[other];
    return std::nullopt;
  }

  /// Of the grid point on this side of the crossing, or of one nearby.
  Owner side_owner(std::size_t c, bool front) const {
    const GridCrossing& crossing = grid_.crossings()[c];
    const auto end = [&](const GridCrossing& at) {
      const bool far = at.ascending == front;
      return owners_.points[at.point + (far ? grid_.stride(at.direction) : 0)];
    };
    if (end(crossing)) return end(crossing);
    for (std::size_t cube : cubes_around(grid_, crossing))
      for (std::size_t other : in_cube_.at({cube, crossing.factor}))
        if (const Owner owner = end(grid_.crossings()[other])) return owner;
    return std::nullopt;
  }

  std::size_t corner(const SpacePoint& p) {
    constexpr double fine = 1e7;
    const auto rounded = [&](double value) { return std::lround(value * fine); };
    const auto [known, added] =
        corners_.emplace(std::tuple(rounded(p.x), rounded(p.y), rounded(p.z)), drawing_.vertices.size());
    if (added) drawing_.vertices.push_back(p);
    return known->second;
  }

  SpaceDrawing& drawing_;
  const SignFormula& formula_;
  const SignGrid& grid_;
  const GridOwners& owners_;
  std::map<Key, Vertex> vertices_;
  std::map<std::pair<std::size_t, std::size_t>, std::vector<std::size_t>> in_cube_;  ///< crossings by cube and factor
  std::map<std::tuple<long, long, long>, std::size_t> corners_;
};

}  // namespace

std::vector<std::size_t> cubes_around(const SignGrid& grid, const GridCrossing& crossing) {
  const std::size_t a = (crossing.direction + 1) % 3;
  const std::size_t b = (crossing.direction + 2) % 3;
  const auto at = grid.indices(crossing.point);
  if (at[a] == 0 || at[b] == 0 || at[a] + 1 == grid.side() || at[b] + 1 == grid.side()) return {};
  const std::size_t p = crossing.point;
  return {p - grid.stride(a) - grid.stride(b), p - grid.stride(b), p, p - grid.stride(a)};
}

void add_surfaces(SpaceDrawing& drawing, const SignFormula& formula, const SignGrid& grid, const GridOwners& owners) {
  Mesher(drawing, formula, grid, owners).run();
}

}  // namespace isthmus
