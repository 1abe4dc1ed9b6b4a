#pragma once

#include <optional>
#include <vector>

#include "cgal/plane_arrangement.hpp"
#include "decompose/open_condition.hpp"
#include "exact/real_root.hpp"

namespace isthmus {

/// Counts components of open plane sets from CGAL's arrangement of their boundary curves: faces in the set, joined across
/// the edges in the set. Shares with the engine only univariate root isolation (for points of the faces).
class PlaneOracle {
 public:
  /// `factors`: irreducible, pairwise distinct, over Q[x, y].
  explicit PlaneOracle(std::vector<Polynomial> factors);

  /// Components of the complement of all curves.
  std::size_t faces() const { return arrangement_.faces; }
  /// Components of the set of a condition whose factors are among those given; nullopt if a face has no edge that is not
  /// vertical, so that no point of it is known.
  std::optional<std::size_t> count(const OpenCondition& condition) const;

 private:
  using Point = std::vector<Rational>;
  void find_points(const std::vector<Polynomial>& curves);
  Point unsheared(const Rational& x, const Rational& y) const { return {x + Rational(shear_) * y, y}; }

  std::vector<Polynomial> factors_;
  long shear_;
  PlaneArrangement arrangement_;
  std::vector<std::optional<Point>> point_of_face_;
};

}  // namespace isthmus
