#include "space/cell_stack.hpp"

#include <algorithm>

#include "exact/error.hpp"

namespace isthmus {

std::size_t EdgePatterns::curve_of(std::size_t edge) const {
  const CellComplex::Place& place = plane_.places(edge).front();
  return plane_.arrangement().edges()[plane_.slab(place.slab).edges[place.position]].curve;
}

const RootPattern& EdgePatterns::over(std::size_t edge) const {
  const std::size_t curve = curve_of(edge);
  const auto known = known_.find(curve);
  if (known != known_.end()) return known->second;
  const CellComplex::Place& place = plane_.places(edge).front();
  const Slab& slab = plane_.slab(place.slab);
  return known_.emplace(curve, surfaces_.pattern(0, slab.x, slab.roots[place.position])).first->second;
}

std::vector<std::vector<long>> multiplicities(const ClusterStack& clusters) {
  std::vector<std::vector<long>> result;
  for (const ClusterGroup& group : clusters.groups) {
    result.emplace_back(clusters.clusters.size(), 0);
    for (std::size_t i = 0; i < clusters.clusters.size(); ++i)
      if (group.cluster[i]) result.back()[i] = clusters.clusters[i][*group.cluster[i]].multiplicity;
  }
  return result;
}

std::size_t gap_of(const RealRoot& root, const std::vector<Rational>& separators) {
  const auto below =
      std::count_if(separators.begin(), separators.end(), [&](const Rational& s) { return root.compare(s) > 0; });
  ensure(below > 0 && below < static_cast<std::ptrdiff_t>(separators.size()),
         "a root near an edge or a vertex lies beyond all roots there");
  return static_cast<std::size_t>(below) - 1;
}

PlanePoint point_on_edge(const Rational& x, const RealRoot& root) {
  return [x, root](long precision) { return std::make_pair(Ball(x, precision), root.ball(precision)); };
}

}  // namespace isthmus
