#include <algorithm>

#include "space/vertex_lift.hpp"

namespace isthmus {

bool VertexLift::shown_single(std::size_t vertex, const ClusterStack& clusters, const LiftedVertex& lifted) const {
  for (std::size_t g = 0; g < clusters.groups.size(); ++g) {
    std::vector<std::size_t> joined;
    std::vector<std::size_t> others;
    for (std::size_t i = 0; i < surfaces_.count(); ++i) {
      if (!clusters.groups[g].cluster[i]) continue;
      if (!is_single(vertex, clusters, g, i, lifted)) return false;
      (joined.empty() ? joined : others).push_back(i);
    }
    for (std::size_t next = 0; next < joined.size(); ++next)
      for (std::size_t k = 0; k < others.size();) {
        const auto pair = std::minmax(joined[next], others[k]);
        if (!meet(vertex, clusters, g, {pair.second, pair.first}, lifted)) {
          ++k;
          continue;
        }
        joined.push_back(others[k]);
        others.erase(others.begin() + static_cast<std::ptrdiff_t>(k));
      }
    if (!others.empty()) return false;
  }
  return true;
}

/// Whether the roots of a surface in a group are one root. If all of them are real over an edge, those that are equal
/// over the vertex are neighbours there: the sums of the first multiplicities over the vertex occur over each edge.
bool VertexLift::is_single(std::size_t vertex, const ClusterStack& clusters, std::size_t group, std::size_t surface,
                           const LiftedVertex& lifted) const {
  const std::vector<RootCluster>& own = clusters.clusters[surface];
  const long multiplicity = own[*clusters.groups[group].cluster[surface]].multiplicity;
  if (multiplicity == 1) return true;
  std::vector<bool> possible(static_cast<std::size_t>(multiplicity), true);
  for (const auto& [edge, limits] : lifted.ends) {
    std::vector<bool> sums(static_cast<std::size_t>(multiplicity), false);
    long sum = 0;
    for (std::size_t r = 0; r < limits.size(); ++r) {
      if (limits[r] != group) continue;
      if (sum < multiplicity) sums[static_cast<std::size_t>(sum)] = true;
      sum += stacks_[edge].multiplicity[r][surface];
    }
    if (sum != multiplicity) continue;
    for (std::size_t s = 0; s < sums.size(); ++s) possible[s] = possible[s] && sums[s];
  }
  if (std::none_of(possible.begin() + 1, possible.end(), [](bool p) { return p; })) return true;
  // The discriminant vanishes, so there is a multiple root; it is here.
  const auto multiple =
      std::count_if(own.begin(), own.end(), [](const RootCluster& cluster) { return cluster.multiplicity > 1; });
  if (multiplicity > 2 || multiple > 1) return false;
  for (std::size_t c = 0; c < curves_.size(); ++c) {
    const std::vector<std::size_t>& of = curves_[c].discriminant_of;
    if (plane_.signs(vertex)[c] == 0 && std::find(of.begin(), of.end(), surface) != of.end()) return true;
  }
  return false;
}

/// Whether two surfaces, each with one root in a group, have it in common.
bool VertexLift::meet(std::size_t vertex, const ClusterStack& clusters, std::size_t group,
                      std::pair<std::size_t, std::size_t> surfaces, const LiftedVertex& lifted) const {
  for (const auto& [edge, limits] : lifted.ends)
    for (std::size_t r = 0; r < limits.size(); ++r) {
      const std::vector<long>& over_edge = stacks_[edge].multiplicity[r];
      if (limits[r] == group && over_edge[surfaces.first] > 0 && over_edge[surfaces.second] > 0) return true;
    }
  std::size_t overlaps = 0;
  for (const RootCluster& a : clusters.clusters[surfaces.first])
    for (const RootCluster& b : clusters.clusters[surfaces.second])
      if (overlap(a.box, b.box)) ++overlaps;
  if (overlaps != 1) return false;
  for (std::size_t c = 0; c < curves_.size(); ++c) {
    const auto& of = curves_[c].resultant_of;
    if (plane_.signs(vertex)[c] == 0 && std::find(of.begin(), of.end(), surfaces) != of.end()) return true;
  }
  return false;
}

}  // namespace isthmus
