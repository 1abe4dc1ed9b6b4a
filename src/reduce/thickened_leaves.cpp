#include "reduce/thickened_leaves.hpp"

namespace isthmus {

namespace {

using Part = decltype(ReducedSet::part);

/// Rebuilds a tree from its leaves upwards.
class Rebuilding {
 public:
  ReducedSetPtr apply(const ReducedSet& reduced) {
    auto part = std::visit([&](const auto& p) { return apply(p, reduced.set); }, reduced.part);
    return std::make_shared<ReducedSet>(ReducedSet{reduced.given, reduced.set, std::move(part)});
  }
  bool complete() const noexcept { return complete_; }

 private:
  template <class Unchanged>
  Part apply(const Unchanged& part, const SemialgebraicSet&) {
    return part;
  }
  Part apply(const PlanePart&, const SemialgebraicSet& set) {
    if (const ReducedSetPtr sides = reduce_by_sides(set)) return sides->part;
    return thickened(thicken(set));
  }
  Part apply(const SpacePart& part, const SemialgebraicSet& set) {
    if (const ReducedSetPtr sides = reduce_by_sides(set)) return sides->part;
    return thickened(part.otherwise);
  }
  Part apply(GraphPart part, const SemialgebraicSet&) {
    part.base = apply(*part.base);
    return part;
  }
  Part apply(ProductPart part, const SemialgebraicSet&) {
    for (ReducedSetPtr& factor : part.factors) factor = apply(*factor);
    return part;
  }
  Part apply(SumPart part, const SemialgebraicSet&) {
    for (ReducedSetPtr& piece : part.pieces) piece = apply(*piece);
    return part;
  }
  Part apply(ChartsPart part, const SemialgebraicSet&) {
    for (ReducedSetPtr& chart : part.charts) chart = apply(*chart);
    for (ChartsPart::Overlap& overlap : part.overlaps) overlap.set = apply(*overlap.set);
    return part;
  }
  Part apply(CoverPart part, const SemialgebraicSet&) {
    for (ReducedSetPtr& piece : part.pieces) piece = apply(*piece);
    for (ChartsPart::Overlap& overlap : part.overlaps) overlap.set = apply(*overlap.set);
    return part;
  }
  Part apply(FoldPart part, const SemialgebraicSet&) {
    part.base = apply(*part.base);
    part.branch = apply(*part.branch);
    return part;
  }
  Part apply(HypersurfacePart part, const SemialgebraicSet&) {
    part.complement = apply(*part.complement);
    part.space = apply(*part.space);
    return part;
  }
  Part apply(ContractionPart part, const SemialgebraicSet&) {
    part.core = apply(*part.core);
    return part;
  }
  Part apply(RaysPart part, const SemialgebraicSet&) {
    part.base = apply(*part.base);
    return part;
  }
  Part apply(SlicesPart part, const SemialgebraicSet&) {
    part.positive = apply(*part.positive);
    part.negative = apply(*part.negative);
    return part;
  }
  Part apply(StretchedPart part, const SemialgebraicSet&) {
    part.base = apply(*part.base);
    return part;
  }
  Part apply(ModuloPart part, const SemialgebraicSet&) {
    part.base = apply(*part.base);
    return part;
  }

  Part thickened(const std::optional<Thickening>& thickening) {
    if (thickening) return ThickenedPart{*thickening};
    complete_ = false;
    return OutsidePart{"the set need not be locally closed"};
  }

  bool complete_ = true;
};

}  // namespace

ReducedSetPtr with_thickened_leaves(const ReducedSet& reduced) {
  Rebuilding rebuilding;
  ReducedSetPtr result = rebuilding.apply(reduced);
  return rebuilding.complete() ? result : nullptr;
}

}  // namespace isthmus
