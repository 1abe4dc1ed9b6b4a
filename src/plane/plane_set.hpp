#pragma once

#include <optional>
#include <string>
#include <vector>

#include "claim/semialgebraic_set.hpp"
#include "plane/cell_complex.hpp"
#include "plane/cell_components.hpp"
#include "plane/sign_formula.hpp"

namespace isthmus {

class CellSamples;

/// A connected component of a plane set: a union of cells.
struct PlaneComponent {
  AlgebraicPoint sample;           ///< in the order of the ring; rational if the component has interior points
  int dimension = 0;               ///< the largest of its cells'
  std::vector<std::size_t> cells;  ///< of the cell complex, ascending
};

/// The connected components of {(x, y) in R^2 : formula(x, y)}, any Boolean combination of =, !=, <, <=, >, >=. The
/// plane is cut into the vertices, edges and faces of the arrangement of all irreducible factors; the formula is
/// constant on each; two cells of the set are joined where one lies in the closure of the other (docs/engine.md,
/// section "The plane"). Immutable.
class PlaneSet {
 public:
  /// Throws InvalidInput unless the ring has exactly two variables, no parameter.
  explicit PlaneSet(const SemialgebraicSet& set);

  const std::vector<PlaneComponent>& components() const noexcept { return components_; }
  const CellComplex& cells() const noexcept { return cells_; }
  /// Index of the component that contains the point, or nullopt. Exact. Undecided as sign_at.
  std::optional<std::size_t> component_at(const AlgebraicPoint& point) const;
  /// Cells of the set, each a neighbour of the one before, from the cell of one point to that of another in the same
  /// component. Throws InvalidInput if there is none.
  std::vector<std::size_t> chain(const AlgebraicPoint& from, const AlgebraicPoint& to) const;
  /// Factors of the conditions that vanish nowhere on the set.
  std::vector<Polynomial> separators() const;

 private:
  AlgebraicPoint sample_of(const std::vector<std::size_t>& cells, CellSamples& samples) const;

  SignFormula formula_;
  CellComplex cells_;
  CellComponents of_cells_;
  std::vector<PlaneComponent> components_;
};

}  // namespace isthmus
