#include "plot/grid_owners.hpp"

#include <algorithm>
#include <map>

#include "exact/error.hpp"
#include "plot/labelling.hpp"

namespace isthmus {
namespace {

constexpr std::size_t kMostLocated = 1500;

class Owners {
 public:
  Owners(const SemialgebraicSet& set, const Box& box, const SignGrid& grid, const Components& components)
      : set_(set), box_(box), grid_(grid), components_(components) {}

  Labels points() const {
    LinkedPoints linked{std::vector<bool>(grid_.size()), std::vector<std::vector<std::size_t>>(grid_.size()), {}};
    for (std::size_t p = 0; p < grid_.size(); ++p) linked.members[p] = grid_.in_set(p);
    std::vector<bool> cut(3 * grid_.size(), false);
    for (const GridCrossing& crossing : grid_.crossings())
      if (!(crossing.before && crossing.wall && crossing.behind)) cut[3 * crossing.point + crossing.direction] = true;
    for (std::size_t p = 0; p < grid_.size(); ++p)
      for (std::size_t d = 0; d < 3 && grid_.in_set(p); ++d) {
        const std::size_t next = p + grid_.stride(d);
        if (grid_.indices(p)[d] + 1 == grid_.side() || !grid_.in_set(next) || cut[3 * p + d]) continue;
        linked.links[p].push_back(next);
        linked.links[next].push_back(p);
      }
    linked.locate = [&](std::size_t p) { return grid_.generic(p) ? located(exact(p)) : Owner{}; };
    return label(linked, kMostLocated);
  }

  Labels crossings(const std::vector<Polynomial>& factors) const {
    const auto& all = grid_.crossings();
    LinkedPoints linked{std::vector<bool>(all.size()), std::vector<std::vector<std::size_t>>(all.size()), {}};
    std::map<std::pair<std::size_t, std::size_t>, std::vector<std::size_t>> in_cube;
    for (std::size_t c = 0; c < all.size(); ++c) {
      if (!all[c].on_surface()) continue;
      linked.members[c] = true;
      for (std::size_t cube : cubes_around(grid_, all[c])) {
        std::vector<std::size_t>& others = in_cube[{cube, all[c].factor}];
        for (std::size_t other : others) {
          linked.links[c].push_back(other);
          linked.links[other].push_back(c);
        }
        others.push_back(c);
      }
    }
    linked.locate = [&](std::size_t c) -> Owner {
      const auto point = exact(all[c], factors[all[c].factor]);
      return point ? located(*point) : Owner{};
    };
    return label(linked, kMostLocated);
  }

 private:
  AlgebraicPoint exact(std::size_t point) const {
    const auto unit = grid_.exact_place(point);
    AlgebraicPoint result;
    for (std::size_t d = 0; d < 3; ++d) result.emplace_back(box_[d].lower + box_[d].width() * unit[d]);
    return result;
  }

  /// The point of the factor's surface on the edge, if there is exactly one and it lies in the set.
  std::optional<AlgebraicPoint> exact(const GridCrossing& crossing, const Polynomial& factor) const {
    const std::size_t d = crossing.direction;
    AlgebraicPoint point = exact(crossing.point);
    const Rational upper = exact(crossing.point + grid_.stride(d))[d].lower();
    Polynomial on_line = factor;
    for (std::size_t v = 0; v < 3; ++v)
      if (v != d) on_line = on_line.substitute(v, point[v].lower());
    std::vector<RealRoot> roots = isolate_real_roots(on_line.to_univariate(d));
    std::erase_if(
        roots, [&](const RealRoot& root) { return root.compare(point[d].lower()) <= 0 || root.compare(upper) >= 0; });
    if (roots.size() != 1) return std::nullopt;
    point[d] = roots.front();
    if (!contains(set_, point)) return std::nullopt;
    return point;
  }

  Owner located(const AlgebraicPoint& point) const {
    try {
      return components_.component_at(point);
    } catch (const Undecided&) {
      return std::nullopt;
    }
  }

  const SemialgebraicSet& set_;
  const Box& box_;
  const SignGrid& grid_;
  const Components& components_;
};

}  // namespace

GridOwners grid_owners(const SemialgebraicSet& set, const Box& box, const SignGrid& grid,
                       const ProvedComponents& components, std::vector<std::string>& notes) {
  const std::size_t count = components.evidence->count();
  const Owner only = count == 1 ? Owner(0) : std::nullopt;
  GridOwners owners{std::vector<Owner>(grid.size(), only), std::vector<Owner>(grid.crossings().size(), only)};
  if (count < 2) return owners;
  const Owners finder(set, box, grid, *components.evidence);
  Labels points = finder.points();
  Labels crossings = finder.crossings(SignFormula(set.formula).factors());
  owners.points = std::move(points.owners);
  owners.crossings = std::move(crossings.owners);
  if (points.located + crossings.located == 0) return owners;
  notes.push_back("Colours: " + std::to_string(points.located + crossings.located) +
                  " points of the mesh were located exactly, the others by their neighbours" +
                  (points.complete && crossings.complete ? "." : "; more would have been needed."));
  return owners;
}

}  // namespace isthmus
