#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "exact/polynomial.hpp"
#include "exact/real_root.hpp"

namespace isthmus {

/// A closed interval with rational ends.
struct Enclosure {
  Rational lower;
  Rational upper;
};

/// A point where curves meet, end, turn back or are isolated, or where the number of a root along a curve changes.
struct ArrangementVertex {
  /// The curves of which this is an isolated point, each with the number of the root over the point's abscissa.
  std::vector<std::pair<std::size_t, std::size_t>> isolated_on;
  /// The face around the vertex, if no edge ends there.
  std::optional<std::size_t> face;
};

/// A piece of a curve, the graph of a continuous function on an open interval. The roots of a curve over an abscissa
/// are numbered from 0 upwards; over the whole interval the edge is one and the same number.
struct ArrangementEdge {
  std::size_t curve;
  std::size_t root;
  std::optional<std::size_t> left;   ///< vertex at the lower end of the interval; nullopt at minus infinity
  std::optional<std::size_t> right;  ///< vertex at the upper end; nullopt at infinity
  std::size_t root_at_left = 0;      ///< number of the left vertex among the roots of the curve over it
  std::size_t root_at_right = 0;
  std::size_t above;  ///< faces
  std::size_t below;
};

/// CGAL's exact arrangement of real algebraic curves in the plane (Arr_algebraic_segment_traits_2: Eigenwillig, Kerber,
/// Exact and efficient 2D-arrangements of arbitrary algebraic curves, SODA 2008). The one place that uses CGAL.
class CurveArrangement {
 public:
  /// Curves in a ring of two variables x, y, irreducible over Q, pairwise distinct, of positive degree in y with a
  /// constant leading coefficient: no vertical line and no vertical asymptote. Throws InvalidInput otherwise.
  explicit CurveArrangement(const std::vector<Polynomial>& curves);

  std::size_t face_count() const noexcept { return face_count_; }
  const std::vector<ArrangementVertex>& vertices() const noexcept { return vertices_; }
  const std::vector<ArrangementEdge>& edges() const noexcept { return edges_; }

  /// The x-coordinate of a vertex.
  const RealRoot& abscissa(std::size_t vertex) const { return abscissas_.at(vertex); }
  /// The x- and the y-coordinate to the given number of bits after the binary point.
  Enclosure enclose_abscissa(std::size_t vertex, unsigned bits) const;
  Enclosure enclose_ordinate(std::size_t vertex, unsigned bits) const;
  /// The number of the root y of a curve over x. Throws InvalidInput unless (x, y) lies on the curve.
  std::size_t root_number(std::size_t curve, const RealRoot& x, const RealRoot& y) const;

 private:
  struct Geometry;  ///< CGAL's objects
  std::size_t face_count_ = 0;
  std::vector<ArrangementVertex> vertices_;
  std::vector<ArrangementEdge> edges_;
  std::vector<RealRoot> abscissas_;
  std::shared_ptr<const Geometry> geometry_;
};

}  // namespace isthmus
