#include "plot/thin_parts.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <optional>

#include "plot/vector.hpp"

namespace isthmus {
namespace {

using Matrix3 = std::array<std::array<double, 3>, 3>;

/// Solves (a + small multiple of the identity) x = b, a symmetric and positive semidefinite, of size n <= 3.
std::array<double, 3> solved(Matrix3 a, std::array<double, 3> b, std::size_t n) {
  double trace = 0;
  for (std::size_t i = 0; i < n; ++i) trace += a[i][i];
  for (std::size_t i = 0; i < n; ++i) a[i][i] += 1e-12 * trace + 1e-300;
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t j = i + 1; j < n; ++j) {
      const double ratio = a[j][i] / a[i][i];
      for (std::size_t k = i; k < n; ++k) a[j][k] -= ratio * a[i][k];
      b[j] -= ratio * b[i];
    }
  for (std::size_t i = n; i-- > 0;) {
    for (std::size_t j = i + 1; j < n; ++j) b[i] -= a[i][j] * b[j];
    b[i] /= a[i][i];
  }
  return b;
}

class ThinParts {
 public:
  ThinParts(const SignFormula& formula, const SignGrid& grid)
      : formula_(formula), grid_(grid), cell_(1.0 / static_cast<double>(grid.cells())) {}

  std::vector<SpacePoint> points() {
    mark_shown();
    for (std::size_t p = 0; p < grid_.size(); ++p) {
      const auto index = grid_.indices(p);
      const bool inside =
          std::all_of(index.begin(), index.end(), [&](std::size_t i) { return i >= 1 && i <= grid_.cells(); });
      if (!inside || shown_[p]) continue;
      const SpacePoint centre = grid_.place(p) + (cell_ / 2) * SpacePoint{1, 1, 1};
      if (const auto found = near(centre)) keep(*found);
    }
    return std::move(points_);
  }

 private:
  /// Cubes beside what the mesh shows.
  void mark_shown() {
    shown_.assign(grid_.size(), false);
    const auto mark = [&](std::size_t point) {
      const auto at = grid_.indices(point);
      for (std::size_t k = at[2] < 2 ? 0 : at[2] - 2; k <= std::min(at[2] + 2, grid_.side() - 1); ++k)
        for (std::size_t j = at[1] < 2 ? 0 : at[1] - 2; j <= std::min(at[1] + 2, grid_.side() - 1); ++j)
          for (std::size_t i = at[0] < 2 ? 0 : at[0] - 2; i <= std::min(at[0] + 2, grid_.side() - 1); ++i)
            shown_[i + grid_.stride(1) * j + grid_.stride(2) * k] = true;
    };
    for (const GridCrossing& crossing : grid_.crossings())
      if (crossing.on_surface()) mark(crossing.point);
    for (std::size_t p = 0; p < grid_.size(); ++p)
      if (grid_.in_set(p)) mark(p);
  }

  /// A point of the set near the centre of a cube, with the fewest equations that lead there.
  std::optional<SpacePoint> near(const SpacePoint& centre) const {
    std::vector<std::size_t> active;
    std::vector<int> signs(grid_.factors().size());
    for (std::size_t f = 0; f < signs.size(); ++f) {
      const Bounds bounds = grid_.factors()[f].bounds(centre, 0.75 * cell_);
      if (bounds.contains_zero()) active.push_back(f);
      signs[f] = bounds.lower > 0 ? 1 : -1;
    }
    constexpr std::size_t most_active = 6;
    if (active.size() > most_active) active.resize(most_active);
    std::vector<std::vector<std::size_t>> choices;
    for (unsigned bits = 1; bits < 1U << active.size(); ++bits) {
      std::vector<std::size_t> choice;
      for (std::size_t i = 0; i < active.size(); ++i)
        if ((bits >> i & 1U) == 1U) choice.push_back(active[i]);
      if (choice.size() <= 3) choices.push_back(std::move(choice));
    }
    std::stable_sort(choices.begin(), choices.end(), [](const auto& a, const auto& b) { return a.size() < b.size(); });
    for (const auto& choice : choices)
      if (const auto point = projected(centre, choice); point && belongs(*point, choice)) return point;
    return std::nullopt;
  }

  /// Onto the common zeros of some factors, if that is near. Double zeros converge linearly.
  std::optional<SpacePoint> projected(const SpacePoint& centre, const std::vector<std::size_t>& factors) const {
    constexpr int steps = 40;
    SpacePoint p = centre;
    for (int step = 0; step < steps; ++step) {
      Matrix3 gram{};
      std::array<double, 3> values{};
      std::array<SpacePoint, 3> gradients{};
      for (std::size_t i = 0; i < factors.size(); ++i) {
        values[i] = grid_.factors()[factors[i]].value(p);
        gradients[i] = grid_.factors()[factors[i]].gradient(p);
      }
      for (std::size_t i = 0; i < factors.size(); ++i)
        for (std::size_t j = 0; j < factors.size(); ++j) gram[i][j] = dot(gradients[i], gradients[j]);
      const auto weights = solved(gram, values, factors.size());
      for (std::size_t i = 0; i < factors.size(); ++i) p = p - weights[i] * gradients[i];
      if (!(length(p - centre) < 1.5 * cell_)) return std::nullopt;
    }
    return p;
  }

  bool small(std::size_t factor, const SpacePoint& p) const {
    constexpr double residual = 1e-11;
    return std::abs(grid_.factors()[factor].value(p)) < residual;
  }

  bool belongs(const SpacePoint& p, const std::vector<std::size_t>& zero) const {
    std::vector<int> signs;
    for (std::size_t f = 0; f < grid_.factors().size(); ++f)
      signs.push_back(small(f, p) ? 0 : grid_.factors()[f].value(p) < 0 ? -1 : 1);
    return std::all_of(zero.begin(), zero.end(), [&](std::size_t f) { return signs[f] == 0; }) && formula_.holds(signs);
  }

  /// Unless there is one very near already.
  void keep(const SpacePoint& p) {
    const double apart = 0.45 * cell_;
    const auto voxel = [&](double value) { return std::lround(std::floor(value / apart)); };
    const std::array<long, 3> at{voxel(p.x), voxel(p.y), voxel(p.z)};
    for (long i = -1; i <= 1; ++i)
      for (long j = -1; j <= 1; ++j)
        for (long k = -1; k <= 1; ++k) {
          const auto known = voxels_.find({at[0] + i, at[1] + j, at[2] + k});
          if (known != voxels_.end() && length(points_[known->second] - p) < apart) return;
        }
    voxels_.emplace(at, points_.size());
    points_.push_back(p);
  }

  const SignFormula& formula_;
  const SignGrid& grid_;
  double cell_;
  std::vector<bool> shown_;
  std::map<std::array<long, 3>, std::size_t> voxels_;
  std::vector<SpacePoint> points_;
};

struct Pair {
  double distance;
  std::size_t first;
  std::size_t second;
};

using Links = std::vector<std::vector<std::size_t>>;

/// Whether a walk of few steps joins two points.
bool joined_nearby(const Links& links, std::size_t from, std::size_t to) {
  constexpr int steps = 5;
  std::vector<std::size_t> reached{from};
  std::size_t first = 0;
  for (int step = 0; step < steps; ++step) {
    const std::size_t last = reached.size();
    for (; first < last; ++first)
      for (std::size_t next : links[reached[first]]) {
        if (next == to) return true;
        if (std::find(reached.begin(), reached.end(), next) == reached.end()) reached.push_back(next);
      }
  }
  return false;
}

/// Neighbours, the nearest first, unless a few others join them already.
Links chains(const std::vector<SpacePoint>& points, double cell) {
  std::vector<Pair> pairs;
  for (std::size_t i = 0; i < points.size(); ++i)
    for (std::size_t j = i + 1; j < points.size(); ++j)
      if (const double distance = length(points[i] - points[j]); distance < 1.9 * cell)
        pairs.push_back({distance, i, j});
  std::stable_sort(pairs.begin(), pairs.end(), [](const Pair& a, const Pair& b) { return a.distance < b.distance; });
  Links links(points.size());
  for (const Pair& pair : pairs) {
    if (joined_nearby(links, pair.first, pair.second)) continue;
    links[pair.first].push_back(pair.second);
    links[pair.second].push_back(pair.first);
  }
  return links;
}

/// Those of the anchors at a point, else of the nearest point along the links that has some.
std::vector<Owner> owners_of(const std::vector<SpacePoint>& points, const Links& links, const Anchors& anchors,
                             double cell) {
  std::vector<Owner> owners(points.size());
  std::vector<std::size_t> queue;
  for (std::size_t i = 0; i < points.size(); ++i) {
    double nearest = cell;
    for (const auto& [place, whose] : anchors)
      if (const double distance = length(place - points[i]); distance < nearest) {
        nearest = distance;
        owners[i] = whose;
      }
    if (owners[i]) queue.push_back(i);
  }
  for (std::size_t i = 0; i < queue.size(); ++i)
    for (std::size_t next : links[queue[i]])
      if (!owners[next]) {
        owners[next] = owners[queue[i]];
        queue.push_back(next);
      }
  return owners;
}

}  // namespace

bool add_thin_parts(SpaceDrawing& drawing, const SignFormula& formula, const SignGrid& grid, const Anchors& anchors,
                    const Owner& only) {
  const double cell = 1.0 / static_cast<double>(grid.cells());
  const std::vector<SpacePoint> points = ThinParts(formula, grid).points();
  const Links links = chains(points, cell);
  const std::vector<Owner> owners =
      only ? std::vector<Owner>(points.size(), only) : owners_of(points, links, anchors, cell);
  const std::size_t first = drawing.vertices.size();
  drawing.vertices.insert(drawing.vertices.end(), points.begin(), points.end());
  for (std::size_t i = 0; i < points.size(); ++i) {
    for (std::size_t next : links[i])
      if (i < next && owners[i] == owners[next]) drawing.segments.push_back({{first + i, first + next}, owners[i]});
    if (links[i].empty()) drawing.dots.emplace_back(first + i, owners[i]);
  }
  return std::all_of(owners.begin(), owners.end(), [](const Owner& owner) { return owner.has_value(); });
}

}  // namespace isthmus
