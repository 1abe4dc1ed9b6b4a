#include "certificate/count_nodes.hpp"

#include <algorithm>

#include "certificate/not_certified.hpp"
#include "certificate/open_nodes.hpp"
#include "certificate/proof_nodes.hpp"
#include "certificate/step_nodes.hpp"
#include "connect/hypersurface_sides.hpp"
#include "connect/thickened_components.hpp"
#include "decompose/open_condition.hpp"
#include "decompose/variable_order.hpp"
#include "exact/error.hpp"
#include "reduce/line_set.hpp"
#include "reduce/thickened_leaves.hpp"

namespace isthmus {

namespace {

/// A node shorter than this is written again rather than referred to.
constexpr std::size_t worthwhile_length = 160;

Formula with_names(const Formula& formula, const PolynomialRing& ring) {
  std::vector<Polynomial> images;
  for (std::size_t i = 0; i < ring.size(); ++i) images.push_back(Polynomial::variable(ring, i));
  return formula.map_atoms(
      [&](const Atom& atom) { return Formula::atom(atom.polynomial.compose(images, ring), atom.relation); });
}

/// Where a condition on the parameters fails at a value, no condition is left that the steps of a reduction made for
/// all parameters could refer to.
Json empty_node(const SemialgebraicSet& set) {
  Json node = Json::object();
  node["rule"] = "empty";
  node["proof"] = proof_node(set, {set, Contradiction{}});
  return node;
}

/// A rational point of a component, if one was found in this attempt.
std::optional<Point> rational_sample(const Components& components, std::size_t k, std::size_t attempt) {
  try {
    return to_rational(components.another_sample(k, attempt));
  } catch (const Undecided&) {
    return std::nullopt;
  }
}

/// A rational point of component k of an overlap that root counts locate there and in both charts.
Json overlap_point(const Components& overlap, std::size_t k, const Components& first, const Components& second) {
  constexpr std::size_t tries = 240;
  bool rational = false;
  for (std::size_t attempt = 0; attempt < tries; ++attempt) {
    const auto point = rational_sample(overlap, k, attempt);
    if (!point) continue;
    const AlgebraicPoint candidate = to_algebraic(*point);
    rational = true;
    if (overlap.located(candidate) == k && first.located(candidate) && second.located(candidate))
      return point_json(*point);
  }
  throw NotCertified(rational ? "no point of an overlap of two charts was found off the roots of their decompositions"
                              : "an overlap of two charts has a component for which no rational point is known");
}

/// Adds a point of each component of each overlap to a node "charts" or "cover".
void add_overlap_points(Json& node, const std::vector<ReducedSetPtr>& sets,
                        const std::vector<ChartsPart::Overlap>& overlaps, const std::vector<ComponentsPtr>& parts) {
  for (std::size_t o = 0; o < overlaps.size(); ++o) {
    const Components& overlap = *parts.at(sets.size() + o);
    Json points = Json::array();
    for (std::size_t k = 0; k < overlap.count(); ++k)
      points.push_back(overlap_point(overlap, k, *parts.at(overlaps[o].first), *parts.at(overlaps[o].second)));
    node["overlaps"][o]["points"] = std::move(points);
  }
}

/// Adds a point of each component of the branch to a node "fold".
void add_branch_points(Json& node, const FoldPart& part, const std::vector<ComponentsPtr>& parts) {
  constexpr std::size_t tries = 240;
  const Components& base = *parts.at(0);
  const Components& branch = *parts.at(1);
  node["points"] = Json::array();
  for (std::size_t k = 0; k < branch.count(); ++k) {
    const std::size_t found = node["points"].size();
    for (std::size_t attempt = 0; attempt < tries && node["points"].size() == found; ++attempt) {
      const auto point = rational_sample(branch, k, attempt);
      if (!point || branch.located(to_algebraic(*point)) != k) continue;
      AlgebraicPoint above = to_algebraic(*point);
      above.insert(above.begin() + static_cast<std::ptrdiff_t>(part.fold.first), RealRoot(Rational(0)));
      if (base.located(above)) node["points"].push_back(point_json(*point));
    }
    if (node["points"].size() == found)
      throw NotCertified("no rational point of a branch was found off the roots of the decompositions");
  }
}

/// Adds two points, on the two sides of each component, to a node "hypersurface".
void add_sides(Json& node, const HypersurfacePart& part, const Components& components) {
  constexpr std::size_t tries = 60;
  const HypersurfaceSides sides(part.hypersurface.equation, part.space->set);
  const Components& complement = *components.parts().at(0);
  const auto is_located = [&](const Point& point) { return complement.located(to_algebraic(point)).has_value(); };
  node["sides"] = Json::array();
  for (std::size_t k = 0; k < components.count(); ++k) {
    for (std::size_t attempt = 0; attempt < tries && node["sides"].size() == k; ++attempt) {
      const auto found = sides.at(components.sample(k), attempt);
      if (found && is_located(found->negative) && is_located(found->positive))
        node["sides"].push_back(Json::array({point_json(found->negative), point_json(found->positive)}));
    }
    if (node["sides"].size() == k)
      throw NotCertified("no points beside a hypersurface were found off the roots of a decomposition");
  }
}

}  // namespace

Json CountNodes::node(const SemialgebraicSet& set, const ReducedSet& reduced, const ComponentsPtr& components) {
  require(set.parameter_count == 0, "a count node speaks of a set without parameters");
  if (std::holds_alternative<EmptyPart>(reduced.part)) return step_node(set, reduced, {});
  if (set.formula.is(Formula::Kind::falsity) || reduced.set.formula.is(Formula::Kind::falsity)) return empty_node(set);
  if (set.ring == reduced.set.ring || reduced.set.dimension() == 0)
    return after_rewriting(set, reduced.set.formula, normal(reduced, components, worthwhile_length));
  require(set.ring.size() == reduced.set.ring.size(), "a set and its reduction differ in their dimension");
  const Json known = normal(reduced, components, 0);
  return after_rewriting(set, with_names(reduced.set.formula, set.ring),
                         LemmaTable::renamed(known, reduced.set.ring, set.ring.names()));
}

/// The node for the normalised set: a lemma where one is known, or where the node is at least so long.
Json CountNodes::normal(const ReducedSet& reduced, const ComponentsPtr& components, std::size_t shortest_lemma) {
  if (reduced.set.dimension() > 0)
    if (auto known = lemmas_->find(reduced.set, *components)) return std::move(*known);
  Json node = body(reduced, components);
  if (reduced.set.dimension() == 0 || node.dump().size() < shortest_lemma) return node;
  return lemmas_->note(reduced.set, components, std::move(node));
}

namespace {

Json thickened_leaf(const SemialgebraicSet& set, const ThickenedComponents& thickened) {
  return after_rewriting(set, thickened.fibre().thickening.base.formula, thicken_node(thickened));
}

/// Thin neighbourhoods in space can be far harder than cells.
void require_decomposable(const SemialgebraicSet& set, const Thickening& thickening) {
  constexpr std::size_t most_work = 400000;
  const SemialgebraicSet& family = thickening.family;
  const std::vector<Polynomial> factors = OpenCondition(family.ring, family.formula).factors();
  if (set.dimension() > 2 && !has_projection_within(family.ring, 0, factors, thickening.infinitesimals, most_work))
    throw TooHardToCertify("the thin neighbourhoods of " + set.formula.to_string() + " are too hard to decompose");
}

/// A set that was counted by an arrangement, which the format does not know, or glued at irrational points, is counted
/// again by thin neighbourhoods, in space only if these are not much harder.
Json thickened_again(const SemialgebraicSet& set, const std::optional<Thickening>& thickening, std::size_t count) {
  if (!thickening) throw NotCertified("the set " + set.formula.to_string() + " need not be locally closed");
  require_decomposable(set, *thickening);
  const ThickenedComponents thickened(set, *thickening, {});
  ensure(thickened.count() == count, "two methods disagree on the components of a set");
  return thickened_leaf(set, thickened);
}

/// Parts that are cut into cells are glued at points that the format can locate beside smooth hypersurfaces and in thin
/// neighbourhoods only.
ReducedSetPtr glued_by_thickening(const ReducedSet& reduced) {
  const ReducedSetPtr again = with_thickened_leaves(reduced);
  if (!again) throw NotCertified("parts that are glued need not be locally closed");
  for (const ReducedSet* leaf : leaves(*again))
    if (const auto* thickened = std::get_if<ThickenedPart>(&leaf->part); thickened && leaf->set.dimension() == 3)
      require_decomposable(leaf->set, thickened->thickening);
  return again;
}

bool glues_parts(const ReducedSet& reduced) {
  return std::holds_alternative<ChartsPart>(reduced.part) || std::holds_alternative<CoverPart>(reduced.part) ||
         std::holds_alternative<FoldPart>(reduced.part);
}

bool glues_closed_parts(const ReducedSet& reduced) {
  return std::holds_alternative<CoverPart>(reduced.part) || std::holds_alternative<FoldPart>(reduced.part);
}

}  // namespace

Json CountNodes::body(const ReducedSet& reduced, const ComponentsPtr& components) {
  if (is_leaf(reduced)) return leaf(reduced, *components);
  if (!glues_closed_parts(reduced)) return step(reduced, components);
  constexpr std::size_t most_dimensions = 3;
  if (uses_cell_complex(reduced))
    if (auto sides = by_sides(reduced.set, components->count())) return std::move(*sides);
  try {
    return step(reduced, components);
  } catch (const TooHardToCertify&) {
    throw;  // the parts are simpler than the whole
  } catch (const NotCertified&) {
    if (reduced.set.dimension() > most_dimensions) throw;
  }
  return thickened_again(reduced.set, thicken(reduced.set), components->count());
}

/// The node of a set that was counted by cells, which the format does not know, as a smooth hypersurface if it is one.
std::optional<Json> CountNodes::by_sides(const SemialgebraicSet& set, std::size_t count) {
  const ReducedSetPtr again = reduce_by_sides(set);
  if (!again) return std::nullopt;
  const ComponentsPtr counted = count_components(again);
  ensure(counted->count() == count, "two methods disagree on the components of a set");
  return node(set, *again, counted);
}

Json CountNodes::step(const ReducedSet& reduced, const ComponentsPtr& components) {
  if (glues_parts(reduced) && uses_cell_complex(reduced)) {
    const ReducedSetPtr again = glued_by_thickening(reduced);
    const ComponentsPtr counted = count_components(again);
    ensure(counted->count() == components->count(), "two methods disagree on the components of a set");
    return step(*again, counted);
  }
  const bool same_points = std::holds_alternative<ModuloPart>(reduced.part);
  const std::vector<ComponentsPtr> parts = same_points ? std::vector<ComponentsPtr>{components} : components->parts();
  Json node = step_node(reduced.set, reduced, [&](std::size_t i, const SemialgebraicSet& set, const ReducedSet& child) {
    return this->node(set, child, parts.at(i));
  });
  if (const auto* charts = std::get_if<ChartsPart>(&reduced.part))
    add_overlap_points(node, charts->charts, charts->overlaps, parts);
  if (const auto* cover = std::get_if<CoverPart>(&reduced.part))
    add_overlap_points(node, cover->pieces, cover->overlaps, parts);
  if (const auto* fold = std::get_if<FoldPart>(&reduced.part)) add_branch_points(node, *fold, parts);
  if (const auto* hypersurface = std::get_if<HypersurfacePart>(&reduced.part))
    add_sides(node, *hypersurface, *components);
  return node;
}

Json CountNodes::leaf(const ReducedSet& reduced, const Components& components) {
  if (std::holds_alternative<OpenPart>(reduced.part)) {
    const OpenComponents* open = components.open_core();
    ensure(open != nullptr, "the components of an open set have no decomposition");
    return open_node(*open);
  }
  if (std::holds_alternative<ThickenedPart>(reduced.part)) {
    const auto* thickened = dynamic_cast<const ThickenedComponents*>(&components);
    ensure(thickened != nullptr, "the components of a thickened set have no fibre");
    return thickened_leaf(reduced.set, *thickened);
  }
  const auto* space = std::get_if<SpacePart>(&reduced.part);
  if (space != nullptr || std::holds_alternative<PlanePart>(reduced.part)) {
    if (auto sides = by_sides(reduced.set, components.count())) return std::move(*sides);
    return thickened_again(reduced.set, space != nullptr ? space->otherwise : thicken(reduced.set), components.count());
  }
  Json node = Json::object();
  if (std::holds_alternative<PointPart>(reduced.part)) {
    node["rule"] = "point";
  } else if (std::holds_alternative<LinePart>(reduced.part)) {
    node["rule"] = "line";
    node["gaps"] = point_json(LineSet(reduced.set).gaps());
  } else {
    return step_node(reduced.set, reduced, {});
  }
  return node;
}

}  // namespace isthmus
