#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "plane/cell_complex.hpp"
#include "plot/picture.hpp"

namespace isthmus {

/// Draws the edges of a cell complex, slab by slab, as polylines. A point (u, y) of the sheared plane is drawn at
/// (u + k*y, y).
class Arcs {
 public:
  Arcs(const CellComplex& cells, const Box& box);

  /// The part of a slab above which the box lies: its ends as abscissas of the sheared plane; nullopt if there is none.
  std::optional<Range> visible(std::size_t slab) const;
  /// The part of an edge over the visible part of a slab, from left to right; vertices at its ends belong to it.
  std::vector<FlatPoint> piece(std::size_t cell, const CellComplex::Place& place) const;
  FlatPoint vertex(std::size_t cell) const;
  /// Where a point of the sheared plane is drawn.
  FlatPoint place(const Rational& u, const Rational& y) const;

 private:
  struct Sample {
    double at;
    FlatPoint point;
  };
  Rational ordinate(const ArrangementEdge& edge, const Rational& u) const;
  Rational vertex_ordinate(std::size_t arrangement_vertex) const;
  void refine(const std::vector<Sample>& ends, int depth, const ArrangementEdge& edge, const Range& range,
              std::vector<FlatPoint>& points) const;

  const CellComplex& cells_;
  Box box_;
  Range window_;                     ///< of abscissas
  Rational tolerance_;               ///< of ordinates and abscissas
  unsigned bits_;                    ///< the same, after the binary point
  std::vector<Polynomial> images_;   ///< the sheared curves
  std::vector<Rational> abscissas_;  ///< of the vertices, to the tolerance
};

}  // namespace isthmus
