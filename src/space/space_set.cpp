#include "space/space_set.hpp"

#include <algorithm>
#include <tuple>

#include "exact/error.hpp"

namespace isthmus {

namespace {

const Formula& space_formula(const SemialgebraicSet& set) {
  require(set.ring.size() == 3 && set.parameter_count == 0, "a set in space has exactly three variables");
  return set.formula;
}

/// Over a plane in general position the roots over a vertex are easier to tell apart, if there are more of them.
SpaceComplex cells_between(const std::vector<Polynomial>& surfaces) {
  constexpr long last_attempt = 2;
  for (long attempt = 0; attempt < last_attempt; ++attempt) {
    try {
      return SpaceComplex(surfaces, attempt);
    } catch (const Undecided&) {
      continue;
    }
  }
  return SpaceComplex(surfaces, last_attempt);
}

}  // namespace

SpaceSet::SpaceSet(const SemialgebraicSet& set)
    : formula_(space_formula(set)),
      cells_(cells_between(formula_.factors())),
      components_(components_of_cells(cells_, formula_)) {
  for (std::vector<std::size_t>& cells : components_.members) sort_by_ease(cells);
}

/// Those whose points are the easiest to name come first.
void SpaceSet::sort_by_ease(std::vector<std::size_t>& cells) const {
  const auto ease = [&](std::size_t number) {
    const auto [base, level] = cells_.cell(number);
    return std::make_tuple(2 - cells_.plane().dimension(base), level % 2, number);
  };
  std::sort(cells.begin(), cells.end(), [&](std::size_t a, std::size_t b) { return ease(a) < ease(b); });
}

AlgebraicPoint SpaceSet::sample(std::size_t component, std::size_t attempt) const {
  constexpr std::size_t cells_tried = 8;
  const std::vector<std::size_t>& cells = components_.members.at(component);
  const auto kind = [&](std::size_t cell) {
    const auto [base, level] = cells_.cell(cell);
    return std::make_pair(cells_.plane().dimension(base), level % 2);
  };
  const auto alike = static_cast<std::size_t>(
      std::count_if(cells.begin(), cells.end(), [&](std::size_t cell) { return kind(cell) == kind(cells.front()); }));
  if (attempt > 0) return cells_.sample(cells[attempt % alike]);
  AlgebraicPoint first = cells_.sample(cells.front());
  if (kind(cells.front()).first < 2) return first;
  for (std::size_t i = 1; i < std::min(alike, cells_tried) && !to_rational(first); ++i) {
    AlgebraicPoint point = cells_.sample(cells[i]);
    if (to_rational(point)) return point;
  }
  return first;
}

std::optional<std::size_t> SpaceSet::component_at(const AlgebraicPoint& point) const {
  const std::ptrdiff_t component = components_.of_cell.at(cells_.locate(point));
  if (component == CellComponents::outside) return std::nullopt;
  return static_cast<std::size_t>(component);
}

std::vector<Polynomial> SpaceSet::separators() const {
  return vanishing_nowhere(cells_.polynomials(), cells_, components_);
}

}  // namespace isthmus
