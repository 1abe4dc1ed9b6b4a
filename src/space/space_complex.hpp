#pragma once

#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "plane/cell_complex.hpp"
#include "space/projected_curves.hpp"
#include "space/space_frame.hpp"
#include "space/cell_stack.hpp"

namespace isthmus {

/// Space cut along finitely many surfaces into cells, on each of which every polynomial has one sign: over each vertex,
/// edge and face of an arrangement of plane curves, the roots of all polynomials and the parts between them
/// (docs/engine.md, section "Space"). Immutable.
class SpaceComplex {
 public:
  /// `level` 2*i + 1 is root i over the cell of the plane, 2*i is below it, 2*i + 2 above.
  struct Cell {
    std::size_t base;
    std::size_t level;
  };

  /// `polynomials`: in a ring of three variables, irreducible over Q, pairwise distinct; `attempt` > 0: over another
  /// plane, in general position. Undecided if the roots over a vertex of the arrangement were not told apart.
  explicit SpaceComplex(std::vector<Polynomial> polynomials, long attempt = 0);

  const std::vector<Polynomial>& polynomials() const noexcept { return polynomials_; }
  std::size_t size() const noexcept { return signs_.size(); }
  Cell cell(std::size_t number) const;
  int dimension(std::size_t number) const;
  /// The sign of each polynomial on the cell.
  const std::vector<int>& signs(std::size_t number) const { return signs_.at(number); }
  /// The cells of which one lies in the closure of the other, ascending.
  const std::vector<std::size_t>& neighbours(std::size_t number) const { return neighbours_.at(number); }
  const CellComplex& plane() const noexcept { return *plane_; }

  /// The cell that contains a point. Exact. Undecided as sign_at.
  std::size_t locate(const AlgebraicPoint& point) const;
  /// A point of the cell, rational if it is open. Undecided as quotient_at.
  AlgebraicPoint sample(std::size_t number) const;

 private:
  /// Where a polynomial went: a surface, or a cylinder over a curve (-1: none), with the sign of the constant between.
  struct Role {
    bool is_surface;
    std::ptrdiff_t number;
    int unit;
  };

  void assign_roles();
  void stack_faces();
  void stack_edges();
  void stack_edge(std::size_t edge, const EdgePatterns& patterns);
  Limits limits_beside(const Slab& slab, std::size_t position, bool above, const CellStack& stack) const;
  void stack_vertices(const EdgePatterns& patterns);
  void number_cells();
  void find_signs();
  void join_levels();
  void join(std::size_t from, std::size_t to, const Limits& limits);
  std::size_t level_at(std::size_t base, const AlgebraicPoint& point) const;
  std::size_t level_in_gap(std::size_t base, const AlgebraicPoint& point) const;
  /// Intervals that hold exactly the roots over a point of the cell, in order, each one of them; nullopt at this
  /// precision.
  std::optional<std::vector<Enclosure>> enclosures(std::size_t base, const PlanePoint& at, long precision) const;
  RealRoot root_over(std::size_t base, std::size_t number, const AlgebraicPoint& on_plane) const;
  Rational gap_over(std::size_t base, std::size_t number, const AlgebraicPoint& on_plane) const;

  std::vector<Polynomial> polynomials_;
  SpaceFrame frame_;
  std::vector<Role> roles_;  ///< of each polynomial
  std::vector<ProjectedCurve> curves_;
  std::unique_ptr<const CellComplex> plane_;
  std::unique_ptr<const Surfaces> surfaces_;  ///< over the sheared plane
  std::unique_ptr<const EdgePatterns> patterns_;
  std::vector<CellStack> stacks_;  ///< for each cell of the plane
  /// What the roots over one cell of the plane tend to over another one in its closure; several times, if that is
  /// reached from several sides.
  struct Approach {
    std::size_t from;
    std::size_t to;
    Limits limits;
  };
  std::vector<Approach> approaches_;
  std::vector<std::size_t> first_;  ///< for each cell of the plane: the number of its lowest cell
  std::vector<std::vector<int>> signs_;
  std::vector<std::vector<std::size_t>> neighbours_;
};

}  // namespace isthmus
