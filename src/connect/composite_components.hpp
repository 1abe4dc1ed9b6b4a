#pragma once

#include <vector>

#include "connect/components.hpp"

namespace isthmus {

/// The components of a set from those of the parts of one reduction step; each argument list follows the part.
ComponentsPtr graph_components(const ReducedSet& reduced, const GraphPart& part, ComponentsPtr base);
ComponentsPtr product_components(const ReducedSet& reduced, const ProductPart& part,
                                 std::vector<ComponentsPtr> factors);
ComponentsPtr sum_components(const SumPart& part, std::vector<ComponentsPtr> pieces);
ComponentsPtr charts_components(const ChartsPart& part, std::vector<ComponentsPtr> charts,
                                std::vector<ComponentsPtr> overlaps);
ComponentsPtr cover_components(const CoverPart& part, std::vector<ComponentsPtr> pieces,
                               std::vector<ComponentsPtr> overlaps);
ComponentsPtr fold_components(const ReducedSet& reduced, const FoldPart& part, ComponentsPtr base,
                              ComponentsPtr branch);
ComponentsPtr hypersurface_components(const ReducedSet& reduced, const HypersurfacePart& part, ComponentsPtr complement,
                                      ComponentsPtr space);
ComponentsPtr contraction_components(const ReducedSet& reduced, const ContractionPart& part, ComponentsPtr core);
ComponentsPtr rays_components(const RaysPart& part, ComponentsPtr base);
ComponentsPtr slices_components(const ReducedSet& reduced, const SlicesPart& part, ComponentsPtr positive,
                                ComponentsPtr negative);
ComponentsPtr stretched_components(const StretchedPart& part, ComponentsPtr base);

/// A rule over a smaller ring, over a ring that has all its names.
Solved in_ring(const Solved& rule, const PolynomialRing& ring);

}  // namespace isthmus
