#pragma once

#include <map>
#include <string>
#include <vector>

#include "plane/cell_complex.hpp"

namespace isthmus {

/// Exact points of cells. Keeps the coordinates that were isolated for one vertex for the next.
class CellSamples {
 public:
  explicit CellSamples(const CellComplex& cells) : cells_(cells) {}

  /// A point of the cell: rational in a face, the simplest one found; rational in an edge if one of the points tried
  /// is. Irrational coordinates are named by their minimal polynomials. Undecided as quotient_at.
  AlgebraicPoint of(std::size_t cell);

 private:
  AlgebraicPoint in_face(std::size_t cell) const;
  AlgebraicPoint on_edge(std::size_t cell) const;
  AlgebraicPoint at_vertex(std::size_t cell);
  Enclosure enclose(std::size_t cell, std::size_t coordinate, unsigned bits) const;
  std::pair<Polynomial, Polynomial> curves_through(std::size_t cell) const;
  const std::vector<RealRoot>& coordinates(const Polynomial& f, const Polynomial& g, std::size_t coordinate);

  const CellComplex& cells_;
  std::map<std::string, std::vector<RealRoot>> known_;
};

}  // namespace isthmus
