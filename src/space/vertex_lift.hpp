#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "space/projected_curves.hpp"
#include "space/cell_stack.hpp"

namespace isthmus {

/// The roots over a vertex, and what those over the edges that end there tend to.
struct LiftedVertex {
  CellStack stack;
  std::vector<std::pair<std::size_t, Limits>> ends;  ///< edge (a cell of the plane), limits of its roots
  std::optional<Limits> around;                      ///< of the roots over the face around it, if no edge ends there
};

/// Finds the roots over vertices of an arrangement, exactly (docs/engine.md, section "Space").
class VertexLift {
 public:
  /// `curves`: those of the plane, in the same order; `stacks`: those of the faces and edges, by cell of the plane.
  VertexLift(const CellComplex& plane, const std::vector<ProjectedCurve>& curves, const Surfaces& surfaces,
             const EdgePatterns& patterns, const std::vector<CellStack>& stacks);
  /// Undecided if the roots were not told apart.
  LiftedVertex lift(std::size_t vertex) const;

 private:
  /// An edge beside the vertex that ends there.
  struct Ending {
    std::size_t edge;  ///< a cell of the plane
    std::size_t slab;
    std::size_t position;  ///< in the slab
  };
  /// A box around the vertex on which no surface passes a separator.
  struct Box {
    Rational left, right, bottom, top;
  };

  const RealRoot& abscissa(std::size_t vertex) const { return abscissas_[plane_.abscissa_of(vertex)]; }
  PlanePoint point(std::size_t vertex) const;
  std::vector<Ending> endings(std::size_t vertex) const;
  std::pair<std::size_t, std::size_t> curve_and_root(std::size_t vertex) const;
  std::optional<Rational> rational_ordinate(std::size_t vertex) const;
  std::optional<RootPattern> exact_pattern(std::size_t vertex) const;
  bool surely_simple(std::size_t vertex) const;
  std::optional<RootPattern> algebraic_pattern(std::size_t vertex) const;
  std::optional<Box> box_of_size(std::size_t vertex, long bits, bool isolated,
                                 const std::vector<Rational>& separators) const;
  bool is_free_beside(std::size_t vertex, const Box& box) const;
  Box box_around(std::size_t vertex, const std::vector<Rational>& separators) const;
  bool avoids_separators(const Box& box, const std::vector<Rational>& separators) const;
  /// An abscissa in the box, strictly between the vertex and the next one on that side.
  Rational abscissa_in(std::size_t vertex, std::size_t slab, const Box& box) const;
  void follow_edges(std::size_t vertex, LiftedVertex& lifted) const;
  Limits limits_along(const Ending& ending, const Rational& x, const RealRoot& root,
                      const std::vector<Rational>& separators) const;
  Limits limits_around(std::size_t vertex, const Box& box, const std::vector<Rational>& separators) const;

  bool shown_single(std::size_t vertex, const ClusterStack& clusters, const LiftedVertex& lifted) const;
  bool is_single(std::size_t vertex, const ClusterStack& clusters, std::size_t group, std::size_t surface,
                 const LiftedVertex& lifted) const;
  bool meet(std::size_t vertex, const ClusterStack& clusters, std::size_t group,
            std::pair<std::size_t, std::size_t> surfaces, const LiftedVertex& lifted) const;

  const CellComplex& plane_;
  const std::vector<ProjectedCurve>& curves_;
  const Surfaces& surfaces_;
  const EdgePatterns& patterns_;
  const std::vector<CellStack>& stacks_;
  std::vector<RealRoot> abscissas_;  ///< of the plane, those that are rational of small height as points
};

}  // namespace isthmus
