#include "plot/space_box.hpp"

#include <algorithm>

#include "plane/sign_formula.hpp"
#include "plot/frame.hpp"
#include "plot/unit_polynomial.hpp"

namespace isthmus {
namespace {

constexpr std::size_t kCells = 24;
constexpr long kAlike = 1000;  // a cube, if that shows anything

/// Which cubes of a coarse grid over a box can meet the set.
class CoarseGrid {
 public:
  CoarseGrid(const SemialgebraicSet& set, Box box) : set_(set), box_(std::move(box)) {
    for (const Atom& atom : set.formula.atoms()) atoms_.emplace_back(atom.polynomial, box_);
  }

  /// Whether no cube at the boundary of the box can.
  bool encloses_set() const {
    for (std::size_t i = 0; i < kCells; ++i)
      for (std::size_t j = 0; j < kCells; ++j)
        for (const std::size_t end : {std::size_t{0}, kCells - 1})
          if (meets(end, i, j) || meets(i, end, j) || meets(i, j, end)) return false;
    return true;
  }

  /// Their middles.
  void add_cubes(Hull& hull) const {
    for (std::size_t i = 0; i < kCells; ++i)
      for (std::size_t j = 0; j < kCells; ++j)
        for (std::size_t k = 0; k < kCells; ++k)
          if (meets(i, j, k)) hull.add({middle(0, i), middle(1, j), middle(2, k)});
  }

 private:
  Rational middle(std::size_t coordinate, std::size_t index) const {
    return box_[coordinate].lower + box_[coordinate].width() * Rational(2 * static_cast<long>(index) + 1, 2L * kCells);
  }

  bool meets(std::size_t i, std::size_t j, std::size_t k) const {
    const double size = 1.0 / kCells;
    const SpacePoint centre{(static_cast<double>(i) + 0.5) * size, (static_cast<double>(j) + 0.5) * size,
                            (static_cast<double>(k) + 0.5) * size};
    std::size_t next = 0;
    return meets(set_.formula, centre, next);
  }

  /// Kleene's logic on enclosures: false only if no point of the cube satisfies the formula. Atoms come in the order of
  /// atoms().
  bool meets(const Formula& formula, const SpacePoint& centre, std::size_t& next) const {
    if (formula.is(Formula::Kind::atom)) {
      const Bounds bounds = atoms_[next++].bounds(centre, 0.5 / kCells);
      const Relation relation = formula.as_atom().relation;
      return (bounds.lower < 0 && holds(relation, -1)) || (bounds.contains_zero() && holds(relation, 0)) ||
             (bounds.upper > 0 && holds(relation, 1));
    }
    if (formula.parts().empty()) return formula.is(Formula::Kind::truth);
    const bool all = formula.is(Formula::Kind::conjunction);
    bool result = all;
    for (const Formula& part : formula.parts()) {
      const bool value = meets(part, centre, next);
      result = all ? result && value : result || value;
    }
    return result;
  }

  const SemialgebraicSet& set_;
  Box box_;
  std::vector<UnitPolynomial> atoms_;
};

/// A box around the cubes that can meet the set, twice: the cubes become smaller with the box.
Box tightened(const SemialgebraicSet& set, const CoarseGrid& grid) {
  const Rational margin(1, 8);
  Hull whole(3);
  grid.add_cubes(whole);
  const CoarseGrid finer(set, whole.framed(margin, kAlike));
  Hull tight(3);
  finer.add_cubes(tight);
  return tight.framed(margin, kAlike);
}

}  // namespace

Box space_box(const SemialgebraicSet& set, const std::vector<std::vector<Rational>>& points) {
  Hull hull(3);
  for (const std::vector<Rational>& point : points) hull.add(point);
  constexpr int doublings = 5;
  for (int i = 0; i <= doublings && !points.empty(); ++i) {
    const CoarseGrid grid(set, hull.framed(Rational(1L << i), kAlike));
    if (!grid.encloses_set()) continue;
    return tightened(set, grid);
  }
  return hull.framed(Rational(3, 4), kAlike);
}

}  // namespace isthmus
