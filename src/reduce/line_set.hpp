#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "claim/semialgebraic_set.hpp"
#include "exact/real_root.hpp"

namespace isthmus {

/// A connected component of a subset of the real line: an interval or a point, with one point of it. Ends may belong to
/// it or not.
struct LineComponent {
  RealRoot sample;
};

/// The components of {x in R : formula(x)}, any Boolean combination, in ascending order, each with its simplest sample
/// (a rational unless the component is an irrational point). Exact: the roots of all atoms are isolated and the formula
/// is evaluated at each root and in each gap. Throws InvalidInput unless the ring has exactly one variable, no
/// parameter.
class LineSet {
 public:
  explicit LineSet(const SemialgebraicSet& set);

  const std::vector<LineComponent>& components() const noexcept { return components_; }
  /// A simple rational in each gap between neighbouring roots of the atoms, ascending.
  const std::vector<Rational>& gaps() const noexcept { return gaps_; }
  /// The roots of the atoms, ascending.
  const std::vector<RealRoot>& roots() const noexcept { return roots_; }
  /// Index of the component that contains the number, or nullopt.
  std::optional<std::size_t> component_at(const RealRoot& x) const;

 private:
  /// Pieces of the line in order: gap, root, gap, root, .., gap.
  std::vector<RealRoot> roots_;
  std::vector<Rational> gaps_;
  std::vector<std::ptrdiff_t> piece_component_;  ///< component of each piece, or -1
  std::vector<LineComponent> components_;
};

}  // namespace isthmus
