#include "connect/components.hpp"

#include <algorithm>

#include "connect/composite_components.hpp"
#include "connect/leaf_components.hpp"
#include "connect/thickened_components.hpp"
#include "exact/error.hpp"

namespace isthmus {

namespace {

/// Descends a reduction; every part becomes the components of its kind.
class Counter {
 public:
  explicit Counter(const CountOptions& options) : options_(options) {}

  ComponentsPtr count(const ReducedSet& reduced) const {
    return std::visit([&](const auto& part) { return count(reduced, part); }, reduced.part);
  }

 private:
  ComponentsPtr count(const ReducedSet&, const EmptyPart&) const { return no_components(); }
  ComponentsPtr count(const ReducedSet& reduced, const PointPart&) const {
    if (reduced.set.formula.is(Formula::Kind::falsity)) return no_components();
    ensure(reduced.set.formula.is(Formula::Kind::truth), "a condition without variables is neither true nor false");
    return one_point();
  }
  ComponentsPtr count(const ReducedSet& reduced, const LinePart&) const { return line_components(reduced.set); }
  ComponentsPtr count(const ReducedSet& reduced, const PlanePart&) const { return plane_components(reduced.set); }
  ComponentsPtr count(const ReducedSet& reduced, const SpacePart& part) const {
    try {
      return space_components(reduced.set);
    } catch (const Undecided&) {
      if (!part.otherwise) throw;
    }
    return std::make_shared<ThickenedComponents>(reduced.set, *part.otherwise, options_.progress);
  }
  ComponentsPtr count(const ReducedSet& reduced, const OpenPart&) const {
    return open_set_components(reduced.set, order_for(reduced.set), options_.progress);
  }
  ComponentsPtr count(const ReducedSet& reduced, const GraphPart& part) const {
    return graph_components(reduced, part, count(*part.base));
  }
  ComponentsPtr count(const ReducedSet& reduced, const ProductPart& part) const {
    return product_components(reduced, part, count_all(part.factors));
  }
  ComponentsPtr count(const ReducedSet&, const SumPart& part) const {
    return sum_components(part, count_all(part.pieces));
  }
  ComponentsPtr count(const ReducedSet&, const ChartsPart& part) const {
    std::vector<ReducedSetPtr> overlaps;
    for (const auto& overlap : part.overlaps) overlaps.push_back(overlap.set);
    return charts_components(part, count_all(part.charts), count_all(overlaps));
  }
  ComponentsPtr count(const ReducedSet&, const CoverPart& part) const {
    std::vector<ReducedSetPtr> overlaps;
    for (const auto& overlap : part.overlaps) overlaps.push_back(overlap.set);
    return cover_components(part, count_all(part.pieces), count_all(overlaps));
  }
  ComponentsPtr count(const ReducedSet& reduced, const FoldPart& part) const {
    return fold_components(reduced, part, count(*part.base), count(*part.branch));
  }
  ComponentsPtr count(const ReducedSet& reduced, const HypersurfacePart& part) const {
    return hypersurface_components(reduced, part, count(*part.complement), count(*part.space));
  }
  ComponentsPtr count(const ReducedSet& reduced, const ContractionPart& part) const {
    return contraction_components(reduced, part, count(*part.core));
  }
  ComponentsPtr count(const ReducedSet&, const RaysPart& part) const {
    return rays_components(part, count(*part.base));
  }
  ComponentsPtr count(const ReducedSet& reduced, const SlicesPart& part) const {
    return slices_components(reduced, part, count(*part.positive), count(*part.negative));
  }
  ComponentsPtr count(const ReducedSet&, const StretchedPart& part) const {
    return stretched_components(part, count(*part.base));
  }
  ComponentsPtr count(const ReducedSet&, const ModuloPart& part) const { return count(*part.base); }
  ComponentsPtr count(const ReducedSet& reduced, const ThickenedPart& part) const {
    return std::make_shared<ThickenedComponents>(reduced.set, part.thickening, options_.progress);
  }
  ComponentsPtr count(const ReducedSet&, const OutsidePart& part) const { throw Undecided(part.reason); }

  std::vector<ComponentsPtr> count_all(const std::vector<ReducedSetPtr>& sets) const {
    std::vector<ComponentsPtr> result;
    for (const auto& set : sets) result.push_back(count(*set));
    return result;
  }

  std::vector<std::string> order_for(const SemialgebraicSet& set) const {
    std::vector<std::string> given = options_.order;
    std::vector<std::string> needed = set.ring.names();
    std::sort(given.begin(), given.end());
    std::sort(needed.begin(), needed.end());
    return given == needed ? options_.order : std::vector<std::string>{};
  }

  const CountOptions& options_;
};

}  // namespace

ComponentsPtr count_components(const ReducedSetPtr& reduced, const CountOptions& options) {
  require(reduced->set.parameter_count == 0, "a family must be specialised before its components are counted");
  const std::string outside = outside_reason(*reduced);
  if (!outside.empty()) throw Undecided(outside);
  return Counter(options).count(*reduced);
}

const OpenComponents* open_core(const Components& components) { return components.open_core(); }

bool contains(const SemialgebraicSet& set, const AlgebraicPoint& point) {
  return set.formula.evaluate([&](const Atom& atom) {
    return holds(atom.relation, sign_at(atom.polynomial, point)) ? Truth::yes : Truth::no;
  }) == Truth::yes;
}

}  // namespace isthmus
