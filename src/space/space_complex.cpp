#include "space/space_complex.hpp"

#include <algorithm>

#include "decompose/gaps.hpp"
#include "decompose/open_condition.hpp"
#include "exact/error.hpp"
#include "space/vertex_lift.hpp"

namespace isthmus {

namespace {

std::vector<Polynomial> checked(std::vector<Polynomial> polynomials) {
  for (const Polynomial& p : polynomials)
    require(p.ring().size() == 3 && !p.is_constant(), "a surface has an equation in three variables");
  return polynomials;
}

SpaceFrame frame_for(const std::vector<Polynomial>& polynomials, long attempt) {
  if (attempt == 0) return regular_frame(polynomials);
  const auto frame = sheared_frame(polynomials, attempt);
  if (!frame) throw Undecided("no further plane was found over which a set has no vertical line or asymptote");
  return *frame;
}

Polynomial sheared(const Polynomial& p, const Shear& shear) {
  const Polynomial x = Polynomial::variable(p.ring(), 0);
  const Polynomial y = Polynomial::variable(p.ring(), 1);
  return p.compose({x + Rational(shear.factor()) * y, y, Polynomial::variable(p.ring(), 2)}, p.ring());
}

/// What the roots over a cell tend to over a third one, by way of a second one.
Limits composed(const Limits& first, const Limits& second) {
  Limits result;
  for (const std::size_t i : first) result.push_back(second.at(i));
  return result;
}

}  // namespace

SpaceComplex::SpaceComplex(std::vector<Polynomial> polynomials, long attempt)
    : polynomials_(checked(std::move(polynomials))), frame_(frame_for(polynomials_, attempt)) {
  assign_roles();
  stack_faces();
  stack_edges();
  stack_vertices(*patterns_);
  number_cells();
  find_signs();
  join_levels();
}

void SpaceComplex::assign_roles() {
  std::vector<Polynomial> surfaces;
  std::vector<Polynomial> cylinders;
  std::vector<Polynomial> images;
  for (const Polynomial& p : polynomials_) {
    images.push_back(frame_.image(p));
    const bool is_surface = images.back().depends_on(kHeight);
    roles_.push_back({is_surface, static_cast<std::ptrdiff_t>(surfaces.size()), 1});
    (is_surface ? surfaces : cylinders).push_back(is_surface ? images.back() : images.back().primitive());
  }
  curves_ = projected_curves(surfaces, cylinders);
  std::vector<Polynomial> curves;
  for (const ProjectedCurve& c : curves_) curves.push_back(c.polynomial);
  for (std::size_t i = 0; i < images.size(); ++i) {
    if (roles_[i].is_surface) continue;
    const PolynomialRing plane({"x", "y"});
    const Polynomial curve = images[i].primitive().in_ring(plane);
    const auto found = std::find(curves.begin(), curves.end(), curve);
    const bool on_plane = found != curves.end();
    roles_[i].number = on_plane ? found - curves.begin() : -1;
    roles_[i].unit = images[i].unit().sign() * (on_plane ? 1 : evident_sign(images[i].primitive()));
  }
  plane_ = std::make_unique<CellComplex>(std::move(curves));
  for (Polynomial& p : surfaces) p = sheared(p, plane_->shear());
  surfaces_ = std::make_unique<Surfaces>(std::move(surfaces));
  patterns_ = std::make_unique<EdgePatterns>(*plane_, *surfaces_);
  stacks_.resize(plane_->size());
}

void SpaceComplex::stack_faces() {
  for (std::size_t face = plane_->vertex_count() + plane_->edge_count(); face < plane_->size(); ++face) {
    const CellComplex::Place& place = plane_->places(face).front();
    const Slab& slab = plane_->slab(place.slab);
    const Rational& y = slab.face_y[place.position];
    const RationalStack over = surfaces_->over(slab.x, y);
    CellStack& stack = stacks_[face];
    for (const std::vector<bool>& vanishing : over.vanishing) {
      ensure(std::count(vanishing.begin(), vanishing.end(), true) == 1, "two surfaces meet over a face");
      stack.multiplicity.emplace_back(vanishing.begin(), vanishing.end());
    }
    for (const Rational& z : gap_samples(over.roots)) {
      stack.signs.emplace_back();
      for (const Polynomial& p : surfaces_->polynomials())
        stack.signs.back().push_back(p.evaluate({slab.x, y, z}).sign());
    }
  }
}

void SpaceComplex::stack_edges() {
  for (std::size_t edge = plane_->vertex_count(); edge < plane_->vertex_count() + plane_->edge_count(); ++edge)
    stack_edge(edge, *patterns_);
}

void SpaceComplex::stack_edge(std::size_t edge, const EdgePatterns& patterns) {
  const CellComplex::Place& place = plane_->places(edge).front();
  const Slab& slab = plane_->slab(place.slab);
  const RealRoot& root = slab.roots[place.position];
  const ClusterStack over = surfaces_->over(point_on_edge(slab.x, root), patterns.over(edge), {});
  CellStack& stack = stacks_[edge];
  stack.multiplicity = multiplicities(over);
  stack.separators = over.separators();
  for (const Rational& s : stack.separators) {
    stack.signs.emplace_back();
    for (const Polynomial& p : surfaces_->polynomials())
      stack.signs.back().push_back(root.sign_of(p.substitute(0, slab.x).substitute(2, s).to_univariate(1)));
  }
  for (const bool above : {false, true}) {
    const std::size_t face = plane_->cell_of_face(slab.faces[place.position + (above ? 1 : 0)]);
    approaches_.push_back({face, edge, limits_beside(slab, place.position, above, stack)});
    ensure(approaches_.back().limits.size() == stacks_[face].roots(), "the number of roots changes over a face");
  }
}

/// From a point beside the edge so near that no surface passes a separator on the way.
Limits SpaceComplex::limits_beside(const Slab& slab, std::size_t position, bool above, const CellStack& stack) const {
  const RealRoot& root = slab.roots[position];
  std::optional<RealRoot> bound;
  const auto consider = [&](const RealRoot& y) {
    const bool beyond = above ? root < y : y < root;
    if (beyond && (!bound || (above ? y < *bound : *bound < y))) bound = y;
  };
  if (above && position + 1 < slab.roots.size()) consider(slab.roots[position + 1]);
  if (!above && position > 0) consider(slab.roots[position - 1]);
  for (const Rational& s : stack.separators)
    for (const Polynomial& p : surfaces_->polynomials()) {
      const UnivariatePolynomial across = p.substitute(0, slab.x).substitute(2, s).to_univariate(1);
      ensure(root.sign_of(across) != 0, "a separator over an edge is a root");
      for (const RealRoot& y : isolate_real_roots(across)) consider(y);
    }
  if (!bound) bound = RealRoot(above ? simplest_above(root.upper()) : simplest_below(root.lower()));
  const Rational y = above ? simplest_between(root, *bound) : simplest_between(*bound, root);
  Limits limits;
  for (const RealRoot& z : surfaces_->over(slab.x, y).roots) limits.push_back(gap_of(z, stack.separators));
  return limits;
}

void SpaceComplex::stack_vertices(const EdgePatterns& patterns) {
  const VertexLift vertices(*plane_, curves_, *surfaces_, patterns, stacks_);
  const std::vector<Approach> to_edges = approaches_;
  for (std::size_t vertex = 0; vertex < plane_->vertex_count(); ++vertex) {
    LiftedVertex lifted = vertices.lift(vertex);
    stacks_[vertex] = std::move(lifted.stack);
    for (const auto& [edge, limits] : lifted.ends) {
      for (const Approach& side : to_edges)
        if (side.to == edge) approaches_.push_back({side.from, vertex, composed(side.limits, limits)});
      approaches_.push_back({edge, vertex, limits});
    }
    if (!lifted.around) continue;
    const auto face = plane_->arrangement().vertices()[plane_->arrangement_vertex(vertex)].face;
    ensure(face.has_value(), "no face lies around an isolated vertex");
    const std::size_t around = plane_->cell_of_face(*face);
    ensure(lifted.around->size() == stacks_[around].roots(), "the number of roots changes over a face");
    approaches_.push_back({around, vertex, *lifted.around});
  }
}

void SpaceComplex::number_cells() {
  std::size_t next = 0;
  for (const CellStack& stack : stacks_) {
    first_.push_back(next);
    next += 2 * stack.roots() + 1;
  }
  signs_.resize(next);
  neighbours_.resize(next);
}

SpaceComplex::Cell SpaceComplex::cell(std::size_t number) const {
  const auto above = std::upper_bound(first_.begin(), first_.end(), number);
  const auto base = static_cast<std::size_t>(above - first_.begin()) - 1;
  return {base, number - first_[base]};
}

int SpaceComplex::dimension(std::size_t number) const {
  const auto [base, level] = cell(number);
  return plane_->dimension(base) + (level % 2 == 0 ? 1 : 0);
}

void SpaceComplex::find_signs() {
  for (std::size_t base = 0; base < stacks_.size(); ++base) {
    const CellStack& stack = stacks_[base];
    for (std::size_t level = 0; level <= 2 * stack.roots(); ++level) {
      std::vector<int>& signs = signs_[first_[base] + level];
      for (const Role& role : roles_) {
        const auto number = static_cast<std::size_t>(role.number);
        if (!role.is_surface) {
          signs.push_back(role.number < 0 ? role.unit : role.unit * plane_->signs(base)[number]);
          continue;
        }
        const bool vanishes = level % 2 == 1 && stack.multiplicity[level / 2][number] > 0;
        ensure(level % 2 == 0 || vanishes || stack.signs[level / 2][number] == stack.signs[level / 2 + 1][number],
               "a surface passes a root unseen");
        signs.push_back(vanishes ? 0 : stack.signs[level / 2][number]);
      }
    }
  }
}

void SpaceComplex::join_levels() {
  for (std::size_t base = 0; base < stacks_.size(); ++base)
    for (std::size_t level = 0; level < 2 * stacks_[base].roots(); ++level) {
      neighbours_[first_[base] + level].push_back(first_[base] + level + 1);
      neighbours_[first_[base] + level + 1].push_back(first_[base] + level);
    }
  for (const Approach& approach : approaches_) join(approach.from, approach.to, approach.limits);
  for (auto& list : neighbours_) {
    std::sort(list.begin(), list.end());
    list.erase(std::unique(list.begin(), list.end()), list.end());
  }
}

/// The closure of the part between two roots has, over another cell, everything between their limits.
void SpaceComplex::join(std::size_t from, std::size_t to, const Limits& limits) {
  for (std::size_t level = 0; level <= 2 * limits.size(); ++level) {
    const std::size_t i = level / 2;
    const bool root = level % 2 == 1;
    const std::size_t lowest = root || i > 0 ? 2 * limits[root ? i : i - 1] + 1 : 0;
    const std::size_t highest = i < limits.size() ? 2 * limits[i] + 1 : 2 * stacks_[to].roots();
    ensure(lowest <= highest && highest <= 2 * stacks_[to].roots(), "roots pass each other");
    for (std::size_t other = lowest; other <= highest; ++other) {
      neighbours_[first_[from] + level].push_back(first_[to] + other);
      neighbours_[first_[to] + other].push_back(first_[from] + level);
    }
  }
}

}  // namespace isthmus
