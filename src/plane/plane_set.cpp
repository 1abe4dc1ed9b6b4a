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

constexpr std::ptrdiff_t outside = -1;
constexpr std::ptrdiff_t unseen = -2;

}  // namespace

PlaneSet::PlaneSet(const SemialgebraicSet& set) : formula_(plane_formula(set)), cells_(formula_.factors()) {
  for (std::size_t cell = 0; cell < cells_.size(); ++cell)
    component_of_cell_.push_back(formula_.holds(cells_.signs(cell)) ? unseen : outside);
  find_components();
}

void PlaneSet::find_components() {
  CellSamples samples(cells_);
  for (std::size_t start = 0; start < cells_.size(); ++start) {
    if (component_of_cell_[start] != unseen) continue;
    const auto number = static_cast<std::ptrdiff_t>(components_.size());
    std::vector<std::size_t> members{start};
    component_of_cell_[start] = number;
    for (std::size_t i = 0; i < members.size(); ++i)
      for (std::size_t next : cells_.neighbours(members[i])) {
        if (component_of_cell_[next] != unseen) continue;
        component_of_cell_[next] = number;
        members.push_back(next);
      }
    std::sort(members.begin(), members.end());
    components_.push_back({sample_of(members, samples), cells_.dimension(members.back()), members});
  }
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
  const std::ptrdiff_t component = component_of_cell_.at(cells_.locate(point));
  if (component == outside) return std::nullopt;
  return static_cast<std::size_t>(component);
}

std::vector<std::size_t> PlaneSet::chain(const AlgebraicPoint& from, const AlgebraicPoint& to) const {
  const std::size_t start = cells_.locate(from);
  const std::size_t end = cells_.locate(to);
  require(component_of_cell_.at(start) != outside && component_of_cell_[start] == component_of_cell_.at(end),
          "the points lie in no common component");
  std::vector<std::optional<std::size_t>> previous(cells_.size());
  std::vector<std::size_t> queue{start};
  for (std::size_t q = 0; q < queue.size() && queue[q] != end; ++q)
    for (std::size_t next : cells_.neighbours(queue[q])) {
      if (next == start || previous[next] || component_of_cell_[next] == outside) continue;
      previous[next] = queue[q];
      queue.push_back(next);
    }
  std::vector<std::size_t> chain{end};
  while (chain.back() != start) chain.push_back(previous.at(chain.back()).value());
  std::reverse(chain.begin(), chain.end());
  return chain;
}

std::vector<Polynomial> PlaneSet::separators() const {
  std::vector<Polynomial> result;
  for (std::size_t c = 0; c < cells_.curves().size(); ++c) {
    bool vanishes = false;
    for (std::size_t cell = 0; cell < cells_.size(); ++cell)
      vanishes = vanishes || (component_of_cell_[cell] != outside && cells_.signs(cell)[c] == 0);
    if (!vanishes) result.push_back(cells_.curves()[c]);
  }
  return result;
}

}  // namespace isthmus
