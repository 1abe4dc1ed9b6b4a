#pragma once

#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "claim/semialgebraic_set.hpp"
#include "reduce/cover.hpp"
#include "reduce/emptiness.hpp"
#include "reduce/fold.hpp"
#include "reduce/hypersurface.hpp"
#include "reduce/modulo.hpp"
#include "reduce/stretch.hpp"
#include "reduce/thickening.hpp"

namespace isthmus {

struct ReducedSet;
using ReducedSetPtr = std::shared_ptr<const ReducedSet>;

/// x = numerator / denominator on the whole set, over the ring of the set that the graph step applies to.
struct Solved {
  std::size_t variable;
  Polynomial numerator;
  Polynomial denominator;
};

/// The set has no point.
struct EmptyPart {
  EmptinessProof proof;
};
/// An open set in its space, to be decomposed.
struct OpenPart {};
/// A subset of the line, decided by its roots.
struct LinePart {};
/// A subset of the plane that is not open, decided by the arrangement of the curves that bound it.
struct PlanePart {};
/// A subset of space, decided by the cells into which the surfaces that bound it cut space.
struct SpacePart {
  std::optional<Thickening> otherwise;  ///< for a set whose cells cannot be told apart
};
/// No coordinate is left: one point where the condition on the parameters holds, no point elsewhere.
struct PointPart {};
/// Equations M y = b of a set, linear in the variables y, which were solved for some of these.
struct SolvedBlock {
  std::vector<Polynomial> equations;
  std::vector<std::size_t> variables;
  std::vector<std::size_t> columns;  ///< as many as equations: those of M that belong to the solved variables
};
/// The set is the graph of `solved` over `base`, a set in the remaining variables: the projection is a homeomorphism,
/// its inverse is given by the quotients. Either all denominators are constant, or they are the determinant of the
/// columns of `block`, and `nonzero` shows that it does not vanish on the set: not together with all numerators.
struct GraphPart {
  std::vector<Solved> solved;
  std::optional<SolvedBlock> block;
  std::vector<EmptinessProof> nonzero;
  ReducedSetPtr base;
};
/// The set is the product of sets in disjoint variables.
struct ProductPart {
  std::vector<ReducedSetPtr> factors;
};
/// The set is the disjoint union of pieces that are open and closed in it: `equation` = 0 is one of its conditions,
/// each piece has one of the `factors` vanish; `disjoint` shows that no two do, for i = 1, .. and j < i in this order.
struct SumPart {
  Polynomial equation;
  std::vector<Polynomial> factors;
  std::vector<ReducedSetPtr> pieces;
  std::vector<EmptinessProof> disjoint;
};
/// The set is covered by its open parts {pivot_i != 0}; pi_0 is glued along the overlaps of two. `cover` shows that the
/// pivots have no common zero on the set.
struct ChartsPart {
  std::vector<Polynomial> pivots;
  std::vector<ReducedSetPtr> charts;
  struct Overlap {
    std::size_t first;
    std::size_t second;
    ReducedSetPtr set;
  };
  std::vector<Overlap> overlaps;
  EmptinessProof cover;
};
/// The set is the union of its parts where one of the options of a condition holds, which are closed in it as `closed`
/// shows; pi_0 is glued along the intersections of two.
struct CoverPart {
  Alternatives alternatives;
  std::vector<EmptinessProof> closed;  ///< as closed_options
  std::vector<ReducedSetPtr> pieces;
  std::vector<ChartsPart::Overlap> overlaps;
};
/// The set is the preimage of `base` under a product of two of its coordinates, or a square of one: a component of the
/// base has one component above it if the product has a zero there, two otherwise. `branch`: the base where the product
/// is 0, without this coordinate.
struct FoldPart {
  Fold fold;
  ReducedSetPtr base;
  ReducedSetPtr branch;
};
/// The set is a smooth hypersurface in `space`, an open set whose components are convex, and `complement` is the rest of
/// that: it has as many components as the complement has more than the space.
struct HypersurfacePart {
  SmoothHypersurface hypersurface;
  ReducedSetPtr complement;
  ReducedSetPtr space;
};
/// x -> (t^w_1 x_1, .., t^w_n x_n), t in [0, 1], retracts the set onto its points with x_i = 0 wherever w_i > 0; these,
/// without the coordinates that vanish, are `core`.
struct ContractionPart {
  std::vector<unsigned> weights;  ///< one per variable of the ring; 0 for parameters
  ReducedSetPtr core;
};
/// On every ray {(t^w_1 x_1, .., t^w_n x_n) : t > 0} through a point with high*low < 0 that satisfies the other
/// conditions the set has exactly one point, and no other rays meet it: it times the half line is homeomorphic to
/// `base`, where high*low < 0 replaces the equation high + low = 0. `nonzero` shows that low does not vanish on the
/// set.
struct RaysPart {
  std::vector<unsigned> weights;  ///< one per variable of the ring; 0 for parameters
  Polynomial equation;
  Polynomial high;
  Polynomial low;
  EmptinessProof nonzero;
  ReducedSetPtr base;
};
/// All conditions are weighted homogeneous and a variable of positive weight vanishes nowhere on the set: it is the
/// product of a half line with the disjoint union of its points where the variable is 1, and where it is -1.
struct SlicesPart {
  std::size_t variable;
  std::vector<unsigned> weights;  ///< one per variable of the ring; 0 for parameters
  EmptinessProof nonzero;
  ReducedSetPtr positive;  ///< in the other variables
  ReducedSetPtr negative;
};
/// The set in other coordinates, those of `stretch`, whose factor vanishes nowhere on the set as `nonzero` shows.
struct StretchedPart {
  Stretch stretch;
  EmptinessProof nonzero;
  ReducedSetPtr base;
};
/// The same set, with atoms replaced by simpler ones that agree with them where the equations of the set hold.
struct ModuloPart {
  std::vector<Replacement> replacements;
  ReducedSetPtr base;
};
/// No reduction applies; the components are those of a fibre of an open family of thin neighbourhoods.
struct ThickenedPart {
  Thickening thickening;
};
/// No rule applies.
struct OutsidePart {
  std::string reason;
};

/// A set together with how its connected components are found. `set` is `given`, normalised; the part says how it goes
/// on.
struct ReducedSet {
  SemialgebraicSet given;
  SemialgebraicSet set;
  std::variant<EmptyPart, OpenPart, LinePart, PlanePart, SpacePart, PointPart, GraphPart, ProductPart, SumPart,
               ChartsPart, CoverPart, FoldPart, HypersurfacePart, ContractionPart, RaysPart, SlicesPart, StretchedPart,
               ModuloPart, ThickenedPart, OutsidePart>
      part;
};

/// Reduces a set to open sets and subsets of the line and the plane, each step preserving pi_0 (docs/engine.md, section
/// "Reductions"). Never fails: where no rule applies the tree ends in an OutsidePart that says why.
ReducedSetPtr reduce(const SemialgebraicSet& set);

/// The set as a smooth hypersurface in an open set with convex components, by its complement, whatever rule reduce()
/// chooses; nullptr if it is not shown to be one.
ReducedSetPtr reduce_by_sides(const SemialgebraicSet& set);

/// The same tree with the parameters fixed to rational values (one per parameter).
ReducedSetPtr instantiate(const ReducedSet& reduced, const std::vector<Rational>& parameters);

/// The nodes of all open, line, plane, space, point and thickened parts of the tree: where parameters can change the
/// count. They live as long as the tree.
std::vector<const ReducedSet*> leaves(const ReducedSet& reduced);

/// The first reason of an OutsidePart in the tree, or empty if there is none.
std::string outside_reason(const ReducedSet& reduced);

/// Whether a PlanePart or a SpacePart occurs in the tree.
bool uses_cell_complex(const ReducedSet& reduced);

/// The steps of the tree as lines of text, indented by depth.
std::vector<std::string> describe(const ReducedSet& reduced, std::size_t indent = 0);

}  // namespace isthmus
