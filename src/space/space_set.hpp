#pragma once

#include <optional>
#include <vector>

#include "claim/semialgebraic_set.hpp"
#include "plane/cell_components.hpp"
#include "space/space_complex.hpp"

namespace isthmus {

/// The connected components of {(x, y, z) in R^3 : formula(x, y, z)}, any Boolean combination of =, !=, <, <=, >, >=.
/// Space is cut into cells by the surfaces of all irreducible factors; the formula is constant on each; two cells of
/// the set are joined where one lies in the closure of the other (docs/engine.md, section "Space"). Immutable.
class SpaceSet {
 public:
  /// Throws InvalidInput unless the ring has exactly three variables, no parameter; Undecided as SpaceComplex.
  explicit SpaceSet(const SemialgebraicSet& set);

  std::size_t count() const noexcept { return components_.members.size(); }
  /// The cells of a component, those first whose points are the easiest to name.
  const std::vector<std::size_t>& cells_of(std::size_t component) const { return components_.members.at(component); }
  const SpaceComplex& cells() const noexcept { return cells_; }
  /// A point of the component, for another attempt in another cell; rational ones first. Undecided as quotient_at.
  AlgebraicPoint sample(std::size_t component, std::size_t attempt) const;
  /// Index of the component that contains the point, or nullopt. Exact. Undecided as sign_at.
  std::optional<std::size_t> component_at(const AlgebraicPoint& point) const;
  /// Factors of the conditions that vanish nowhere on the set.
  std::vector<Polynomial> separators() const;

 private:
  void sort_by_ease(std::vector<std::size_t>& cells) const;

  SignFormula formula_;
  SpaceComplex cells_;
  CellComponents components_;
};

}  // namespace isthmus
