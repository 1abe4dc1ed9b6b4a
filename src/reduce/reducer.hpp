#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "reduce/linear_block.hpp"
#include "reduce/reduced_set.hpp"

namespace isthmus {

/// Chooses the rules of a reduction, one after the other. Those that leave one set with as many components are in
/// reducer.cpp, those that glue parts in gluing_rules.cpp.
class Reducer {
 public:
  /// `glues_space`: sets may be glued from parts that are decided by cells of space.
  explicit Reducer(bool glues_space) : glues_space_(glues_space) {}
  ReducedSetPtr reduce(const SemialgebraicSet& given, int depth = 0) const;
  /// By the one rule for hypersurfaces, or nullptr.
  ReducedSetPtr reduce_by_sides(const SemialgebraicSet& given) const;

 private:
  using Part = decltype(ReducedSet::part);

  static constexpr std::size_t minors_tried = 64;
  static constexpr std::size_t pivot_attempts = 24;
  static constexpr std::size_t largest_chart_cover = 6;

  /// The first rule that applies, cheap and lossless ones first.
  Part choose(const SemialgebraicSet& set, int depth) const;
  /// Folds and closed pieces have fewer surfaces, or such of smaller degree.
  std::optional<Part> by_parts_in_space(const SemialgebraicSet& set, int depth) const;
  /// A plane set is not cut into pieces that are plane sets again.
  static bool worthwhile(const SemialgebraicSet& set, const Part& part);
  static bool uses_arrangement(const SemialgebraicSet& set, const Part& part);
  std::optional<Part> by_constant_pivot(const SemialgebraicSet& set, int depth) const;
  std::optional<Part> by_product(const SemialgebraicSet& set, int depth) const;
  std::optional<Part> by_contraction(const SemialgebraicSet& set, int depth) const;
  /// A block whose determinant is shown to vanish nowhere on the set.
  std::optional<Part> by_pivot(const SemialgebraicSet& set, const std::vector<LinearBlock>& blocks, int depth) const;
  static Formula degenerate(const Minor& minor, const std::vector<Polynomial>& numerators);
  Part solve(const SemialgebraicSet& set, const LinearBlock& block, const Minor& minor,
             const std::vector<Polynomial>& numerators, EmptinessProof proof, int depth) const;
  /// An equation whose factors have no common zero on the set: the set falls apart.
  std::optional<Part> by_sum(const SemialgebraicSet& set, int depth) const;
  /// Pivots of one block without common zero on the set, or of several blocks of one equation.
  std::optional<Part> by_charts(const SemialgebraicSet& set, const std::vector<LinearBlock>& blocks, int depth) const;
  std::optional<Part> charts_of(const SemialgebraicSet& set, std::vector<Polynomial> pivots, int depth) const;
  /// A quadric in four or more coordinates, by stereographic projections: of one dimension less.
  std::optional<Part> by_quadric(const SemialgebraicSet& set, int depth) const;
  /// A smooth hypersurface, by its complement.
  std::optional<Part> by_hypersurface(const SemialgebraicSet& set, int depth) const;
  /// The part of the set where a condition holds, in the coordinates of a stretch.
  ReducedSetPtr stretch_where(const Formula& condition, const SemialgebraicSet& set, const Stretch& stretch,
                              int depth) const;
  /// Closed pieces that may meet, glued where two of them do.
  std::optional<Part> by_cover(const SemialgebraicSet& set, int depth) const;
  std::optional<Part> cover_of(const SemialgebraicSet& set, CoverPart cover, int depth) const;
  std::optional<Part> by_fold(const SemialgebraicSet& set, const std::vector<Fold>& folds, int depth) const;
  /// An equation of two degrees turned into an inequality, where that leads to sets that are not thickened.
  std::optional<Part> by_rays(const SemialgebraicSet& set, int depth) const;
  /// Weighted homogeneous conditions: slices across a variable that does not vanish, or such sets as charts.
  std::optional<Part> by_scaling(const SemialgebraicSet& set, int depth) const;
  /// Charts are glued at points of their overlaps, which thickened sets do not give; another rule may do better. So may
  /// one that does without cells of space, which certificates do not know.
  bool can_be_glued(const ReducedSet& chart) const;
  template <class LeafPart>
  static bool has_leaf(const ReducedSet& reduced) {
    const std::vector<const ReducedSet*> parts = leaves(reduced);
    return std::any_of(parts.begin(), parts.end(),
                       [](const ReducedSet* leaf) { return std::holds_alternative<LeafPart>(leaf->part); });
  }
  static std::vector<Polynomial> distinct_pivots(const std::vector<Minor>& minors);
  /// Leaves out pivots, the largest first, as long as the others still cover the set.
  static void drop_superfluous(const SemialgebraicSet& set, std::vector<Polynomial>& pivots, EmptinessProof& cover);
  std::optional<Part> by_equations(const SemialgebraicSet& set, int depth) const;
  static std::string why_outside(const SemialgebraicSet& set);

  bool glues_space_;
};

}  // namespace isthmus
