#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace isthmus {

/// A polynomial in two variables: integer coefficients in decimal.
struct PlaneTerm {
  std::string coefficient;
  unsigned x;
  unsigned y;
};
using PlanePolynomial = std::vector<PlaneTerm>;

/// A maximal piece of one curve between two vertices, and the faces on both sides.
struct PlaneEdge {
  std::size_t curve;       ///< index of the polynomial that vanishes on it
  std::size_t face_above;  ///< for a vertical edge, the face on its left
  std::size_t face_below;  ///< for a vertical edge, the face on its right
  bool vertical;
  std::string x;     ///< a rational number in the x-range of the edge; empty for a vertical edge
  std::size_t root;  ///< the edge is this root of its polynomial over x, counted from 0 upwards
};

/// CGAL's exact arrangement of real algebraic curves (Eigenwillig, Kerber 2008; Arr_algebraic_segment_traits_2).
struct PlaneArrangement {
  std::size_t faces = 0;  ///< connected components of the complement of all curves
  std::vector<PlaneEdge> edges;
};

/// Curves need not be irreducible or bounded; isolated points and vertical lines are allowed. Two curves with a common
/// component count once, but their common edges belong to one of them only.
PlaneArrangement arrange_in_plane(const std::vector<PlanePolynomial>& curves);

}  // namespace isthmus
