#include "plane/plane_set.hpp"

#include <algorithm>

#include "exact/error.hpp"
#include "plane/cell_samples.hpp"

namespace isthmus {

namespace {

const Formula& plane_formula(const SemialgebraicSet& set) {
  require(set.ring.size() == 2 && set.parameter_count == 0, "a plane set has exactly two variables");
  return set.formula;
}

constexpr std::ptrdiff_t outside = CellComponents::outside;

}  // namespace

PlaneSet::PlaneSet(const SemialgebraicSet& set)
    : formula_(plane_formula(set)), cells_(formula_.factors()), of_cells_(components_of_cells(cells_, formula_)) {
  CellSamples samples(cells_);
  for (const std::vector<std::size_t>& members : of_cells_.members)
    components_.push_back({sample_of(members, samples), cells_.dimension(members.back()), members});
}

/// In a face if there is one; else on an edge, if possible at a rational point; else the one vertex.
AlgebraicPoint PlaneSet::sample_of(const std::vector<std::size_t>& cells, CellSamples& samples) const {
  constexpr std::size_t edges_tried = 16;
  const int dimension = cells_.dimension(cells.back());
  std::optional<AlgebraicPoint> best;
  std::size_t tried = 0;
  for (std::size_t cell : cells) {
    if (cells_.dimension(cell) != dimension) continue;
    AlgebraicPoint point = samples.of(cell);
    if (to_rational(point)) return point;
    if (!best) best = std::move(point);
    if (++tried == edges_tried) break;
  }
  return *best;
}

std::optional<std::size_t> PlaneSet::component_at(const AlgebraicPoint& point) const {
  const std::ptrdiff_t component = of_cells_.of_cell.at(cells_.locate(point));
  if (component == outside) return std::nullopt;
  return static_cast<std::size_t>(component);
}

std::vector<std::size_t> PlaneSet::chain(const AlgebraicPoint& from, const AlgebraicPoint& to) const {
  const std::size_t start = cells_.locate(from);
  const std::size_t end = cells_.locate(to);
  require(of_cells_.of_cell.at(start) != outside && of_cells_.of_cell[start] == of_cells_.of_cell.at(end),
          "the points lie in no common component");
  std::vector<std::optional<std::size_t>> previous(cells_.size());
  std::vector<std::size_t> queue{start};
  for (std::size_t q = 0; q < queue.size() && queue[q] != end; ++q)
    for (std::size_t next : cells_.neighbours(queue[q])) {
      if (next == start || previous[next] || of_cells_.of_cell[next] == outside) continue;
      previous[next] = queue[q];
      queue.push_back(next);
    }
  std::vector<std::size_t> chain{end};
  while (chain.back() != start) chain.push_back(previous.at(chain.back()).value());
  std::reverse(chain.begin(), chain.end());
  return chain;
}

std::vector<Polynomial> PlaneSet::separators() const { return vanishing_nowhere(cells_.curves(), cells_, of_cells_); }

}  // namespace isthmus
