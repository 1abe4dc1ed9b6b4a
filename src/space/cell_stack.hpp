#pragma once

#include <map>
#include <vector>

#include "plane/cell_complex.hpp"
#include "space/root_stack.hpp"

namespace isthmus {

/// The roots of all surfaces over one cell of the plane.
struct CellStack {
  std::vector<std::vector<long>> multiplicity;  ///< for each root: as a root of each surface; 0 if it is none
  /// Over an edge or a vertex, at one point of it: rationals below, between and above the roots.
  std::vector<Rational> separators;
  std::vector<std::vector<int>> signs;  ///< of the surfaces below, between and above the roots

  std::size_t roots() const noexcept { return multiplicity.size(); }
};

/// For each root over one cell of the plane the number of the root over another cell that it tends to.
using Limits = std::vector<std::size_t>;

/// How the roots coincide over the edges of a curve: the same over all of them.
class EdgePatterns {
 public:
  EdgePatterns(const CellComplex& plane, const Surfaces& surfaces) : plane_(plane), surfaces_(surfaces) {}
  /// `edge`: a cell of the plane.
  const RootPattern& over(std::size_t edge) const;
  std::size_t curve_of(std::size_t edge) const;

 private:
  const CellComplex& plane_;
  const Surfaces& surfaces_;
  mutable std::map<std::size_t, RootPattern> known_;  ///< for each curve
};

/// The stack that a group of clusters stands for: all multiplicities.
std::vector<std::vector<long>> multiplicities(const ClusterStack& clusters);

/// For each number the gap between separators in which it lies.
std::size_t gap_of(const RealRoot& root, const std::vector<Rational>& separators);

/// A point of an edge: (x, root) as enclosed by both.
PlanePoint point_on_edge(const Rational& x, const RealRoot& root);

}  // namespace isthmus
