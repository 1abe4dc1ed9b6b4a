#pragma once

#include <map>
#include <utility>
#include <vector>

#include "exact/algebraic_point.hpp"
#include "plane/curve_arrangement.hpp"
#include "plane/shear.hpp"
#include "plane/slabs.hpp"

namespace isthmus {

/// The plane cut into vertices, edges and faces by finitely many curves. On each cell every curve's polynomial has one
/// sign. Immutable; cells are numbered from 0: vertices, then edges, then faces, each from left to right and upwards,
/// whatever the order of CGAL's computations was.
class CellComplex {
 public:
  /// `curves`: polynomials in a ring of two variables, irreducible over Q, pairwise distinct. Throws InvalidInput
  /// otherwise; InternalError if the arrangement contradicts the root counts over it.
  explicit CellComplex(std::vector<Polynomial> curves);

  const std::vector<Polynomial>& curves() const noexcept { return curves_; }
  const Shear& shear() const noexcept { return shear_; }
  std::size_t vertex_count() const noexcept { return vertices_.size(); }
  std::size_t edge_count() const noexcept { return edges_.size(); }
  std::size_t face_count() const noexcept { return size() - vertex_count() - edge_count(); }
  std::size_t size() const noexcept { return signs_.size(); }
  /// 0, 1 or 2.
  int dimension(std::size_t cell) const;
  /// The sign of each curve's polynomial on the cell.
  const std::vector<int>& signs(std::size_t cell) const { return signs_.at(cell); }
  /// The cells of other dimensions of which one lies in the closure of the other, ascending.
  const std::vector<std::size_t>& neighbours(std::size_t cell) const { return neighbours_.at(cell); }

  /// The cell that contains a point. Exact. Undecided as sign_at.
  std::size_t locate(const AlgebraicPoint& point) const;

  /// A place where a cell of dimension 1 or 2 lies over a slab.
  struct Place {
    std::size_t slab;
    std::size_t position;  ///< in slab.edges or slab.faces
  };
  /// All places of an edge or face, from left to right.
  const std::vector<Place>& places(std::size_t cell) const { return places_.at(cell); }
  const Slab& slab(std::size_t i) const { return slabs_.slabs().at(i); }
  /// The abscissas of the sheared vertices, ascending. Slab i lies between number i-1 and number i.
  const std::vector<RealRoot>& abscissas() const noexcept { return slabs_.abscissas(); }
  /// The arrangement of the sheared curves, and the number that a vertex has there.
  const CurveArrangement& arrangement() const noexcept { return arrangement_; }
  std::size_t arrangement_vertex(std::size_t cell) const { return vertices_.at(cell); }
  /// The cells of a vertex, an edge and a face of the arrangement.
  std::size_t cell_of_vertex(std::size_t vertex) const { return cell_of_vertex_.at(vertex); }
  std::size_t cell_of_edge(std::size_t edge) const { return cell_of_edge_.at(edge); }
  std::size_t cell_of_face(std::size_t face) const { return cell_of_face_.at(face); }
  /// The sheared curves, and the number of the abscissa of a vertex.
  const std::vector<Polynomial>& sheared_curves() const noexcept { return images_; }
  std::size_t abscissa_of(std::size_t cell) const { return slabs_.abscissa_of_vertex(vertices_.at(cell)); }
  std::size_t slab_count() const noexcept { return slabs_.slabs().size(); }

 private:
  void number_cells();
  std::vector<std::size_t> vertices_upwards() const;
  void find_signs();
  void set_face_signs(const Slab& slab);
  void set_vertex_signs();
  void find_neighbours();
  void find_stacks();
  void check_euler_formula() const;
  std::size_t locate_off_curves(const AlgebraicPoint& sheared) const;
  std::size_t locate_on_curve(std::size_t curve, const AlgebraicPoint& sheared) const;
  std::size_t face_at(const Rational& x, const Rational& y) const;

  std::vector<Polynomial> curves_;
  Shear shear_;
  std::vector<Polynomial> images_;  ///< the sheared curves, same indices
  CurveArrangement arrangement_;
  Slabs slabs_;
  std::vector<std::size_t> vertices_;  ///< arrangement's number of each vertex, in the order of the cells
  std::vector<std::size_t> edges_;
  std::vector<std::size_t> cell_of_vertex_;  ///< the inverse of these
  std::vector<std::size_t> cell_of_edge_;
  std::vector<std::size_t> cell_of_face_;
  std::vector<std::vector<int>> signs_;
  std::vector<std::vector<std::size_t>> neighbours_;
  std::vector<std::vector<Place>> places_;
  /// Over each abscissa of vertices: (curve, number of its root there) -> vertex or edge.
  std::vector<std::map<std::pair<std::size_t, std::size_t>, std::size_t>> stacks_;
};

}  // namespace isthmus
