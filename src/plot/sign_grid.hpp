#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "plane/sign_formula.hpp"
#include "plot/unit_polynomial.hpp"

namespace isthmus {

/// Where a factor of the conditions changes its sign between two neighbouring points of a grid.
struct GridCrossing {
  std::size_t point;      ///< the end with the lower coordinates
  std::size_t direction;  ///< 0, 1, 2: x, y, z
  std::size_t factor;
  bool ascending;    ///< negative at `point`
  double along;      ///< from `point`, in cells
  SpacePoint place;  ///< in the box
  bool wall;         ///< whether the point of the factor's surface is in the set, as far as doubles show
  bool before;       ///< and the points before it
  bool behind;       ///< and behind it

  /// A surface of the set, not the boundary of a part with interior.
  bool on_surface() const { return wall && !before && !behind; }
};

/// The signs of the factors of a formula in three variables on a grid over the box and one cell around it. Signs are
/// exact; a zero counts as positive. Crossings are those that the signs show: a resolution, not a decision.
class SignGrid {
 public:
  /// `cells` along each side of the box.
  SignGrid(const SignFormula& formula, const Box& box, std::size_t cells);

  std::size_t cells() const noexcept { return cells_; }
  /// Points along each side, with those outside the box.
  std::size_t side() const noexcept { return cells_ + 3; }
  std::size_t size() const noexcept { return side() * side() * side(); }
  std::size_t stride(std::size_t direction) const {
    return direction == 0 ? 1 : direction == 1 ? side() : side() * side();
  }
  std::array<std::size_t, 3> indices(std::size_t point) const;
  /// Exact coordinates in the box, and near ones.
  std::array<Rational, 3> exact_place(std::size_t point) const;
  SpacePoint place(std::size_t point) const;

  const std::vector<UnitPolynomial>& factors() const noexcept { return factors_; }
  bool in_set(std::size_t point) const { return in_set_[point]; }
  /// No factor vanishes at the point.
  bool generic(std::size_t point) const { return generic_[point]; }
  const std::vector<GridCrossing>& crossings() const noexcept { return crossings_; }

 private:
  int sign(std::size_t factor, std::size_t point) const { return signs_[factor][point]; }
  void find_crossings(std::size_t point, std::size_t direction);
  GridCrossing crossing(std::size_t point, std::size_t direction, std::size_t factor,
                        const std::vector<std::size_t>& changing) const;

  const SignFormula& formula_;
  std::size_t cells_;
  std::vector<UnitPolynomial> factors_;
  std::vector<std::vector<std::int8_t>> signs_;
  std::vector<bool> in_set_;
  std::vector<bool> generic_;
  std::vector<GridCrossing> crossings_;
};

}  // namespace isthmus
