#pragma once

#include <map>
#include <utility>
#include <vector>

#include "plane/curve_arrangement.hpp"

namespace isthmus {

/// A real root of a curve over an abscissa.
struct CurveRoot {
  RealRoot y;
  std::size_t curve;
  std::size_t number;  ///< among the roots of this curve, from 0 upwards
};

/// The roots of all curves over a rational abscissa, in ascending order. The curves have two variables and a constant
/// leading coefficient in the second.
std::vector<CurveRoot> roots_over(const std::vector<Polynomial>& curves, const Rational& x);

/// An arrangement between two neighbouring abscissas of vertices (or beyond the first or last): a stack of faces and
/// edges, one above the other.
struct Slab {
  Rational x;                      ///< inside the slab
  std::vector<RealRoot> roots;     ///< of the edges over x, ascending
  std::vector<std::size_t> edges;  ///< of the arrangement, upwards
  std::vector<std::size_t> faces;  ///< one more than edges, upwards
  std::vector<Rational> face_y;    ///< (x, face_y[i]) lies in faces[i]
};

/// An arrangement cut along the vertical lines through its vertices. The roots of all curves over a point of each slab
/// are isolated and compared with the edges and faces that the arrangement has there; what does not fit is an
/// InternalError.
class Slabs {
 public:
  Slabs(const CurveArrangement& arrangement, const std::vector<Polynomial>& curves);

  /// The different abscissas of vertices, ascending. Slab i lies between abscissa i-1 and abscissa i.
  const std::vector<RealRoot>& abscissas() const noexcept { return abscissas_; }
  const std::vector<Slab>& slabs() const noexcept { return slabs_; }
  std::size_t abscissa_of_vertex(std::size_t vertex) const { return abscissa_of_vertex_.at(vertex); }
  /// The first and the last slab over which an edge lies.
  std::pair<std::size_t, std::size_t> range(const ArrangementEdge& edge) const;
  /// Number of abscissas below x, and whether x is the next one.
  std::pair<std::size_t, bool> position(const RealRoot& x) const;

 private:
  void sort_abscissas(const CurveArrangement& arrangement);
  void stack_edges(const CurveArrangement& arrangement, const std::vector<Polynomial>& curves);
  void find_faces(const CurveArrangement& arrangement);

  std::vector<RealRoot> abscissas_;
  std::vector<std::size_t> abscissa_of_vertex_;
  std::vector<Slab> slabs_;
};

}  // namespace isthmus
