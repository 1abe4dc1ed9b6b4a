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

constexpr std::ptrdiff_t outside = -1;
constexpr std::ptrdiff_t unseen = -2;

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
    : formula_(space_formula(set)), cells_(cells_between(formula_.factors())) {
  for (std::size_t cell = 0; cell < cells_.size(); ++cell)
    component_of_cell_.push_back(formula_.holds(cells_.signs(cell)) ? unseen : outside);
  find_components();
}

void SpaceSet::find_components() {
  for (std::size_t start = 0; start < cells_.size(); ++start) {
    if (component_of_cell_[start] != unseen) continue;
    const auto number = static_cast<std::ptrdiff_t>(components_.size());
    std::vector<std::size_t> members{start};
    component_of_cell_[start] = number;
    for (std::size_t i = 0; i < members.size(); ++i)
      for (const std::size_t next : cells_.neighbours(members[i])) {
        if (component_of_cell_[next] != unseen) continue;
        component_of_cell_[next] = number;
        members.push_back(next);
      }
    // Those whose points are the easiest to name come first.
    std::sort(members.begin(), members.end(), [&](std::size_t a, std::size_t b) {
      const auto ease = [&](std::size_t cell) {
        const auto [base, level] = cells_.cell(cell);
        return std::make_tuple(2 - cells_.plane().dimension(base), level % 2, cell);
      };
      return ease(a) < ease(b);
    });
    components_.push_back(std::move(members));
  }
}

AlgebraicPoint SpaceSet::sample(std::size_t component, std::size_t attempt) const {
  constexpr std::size_t cells_tried = 8;
  const std::vector<std::size_t>& cells = components_.at(component);
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
  const std::ptrdiff_t component = component_of_cell_.at(cells_.locate(point));
  if (component == outside) return std::nullopt;
  return static_cast<std::size_t>(component);
}

std::vector<Polynomial> SpaceSet::separators() const {
  std::vector<Polynomial> result;
  for (std::size_t p = 0; p < cells_.polynomials().size(); ++p) {
    bool vanishes = false;
    for (std::size_t cell = 0; cell < cells_.size(); ++cell)
      vanishes = vanishes || (component_of_cell_[cell] != outside && cells_.signs(cell)[p] == 0);
    if (!vanishes) result.push_back(cells_.polynomials()[p]);
  }
  return result;
}

}  // namespace isthmus
