#pragma once

#include <limits>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "exact/polynomial.hpp"

namespace isthmus {

/// Which cells a projection serves.
enum class ProjectionKind {
  /// Full-dimensional cells only: leading coefficients, discriminants, resultants (Strzebonski 2000, Brown 2001).
  open_cells,
  /// Also walls: in addition, for each irreducible p that divides lc(f), one coefficient of f that p does not divide,
  /// so
  /// that f vanishes identically nowhere on a wall in p = 0 (docs/engine.md, Theorem 2).
  walls,
};

/// Levels whose variables are infinitesimals: only the cells above 0 < x_k < (first positive root) are looked at, so of
/// such a level nothing is eliminated but the trailing coefficients (docs/engine.md, section "Thin neighbourhoods").
struct InfinitesimalLevels {
  std::size_t below = 0;  ///< number of levels before them
  std::size_t count = 0;
  bool contain(std::size_t level) const { return level > below && level <= below + count; }
};

/// Where a projection factor comes from.
struct ProjectionOrigin {
  enum class Rule { input, leading_coefficient, coefficient, trailing_coefficient, discriminant, resultant };
  Rule rule = Rule::input;
  std::size_t level = 0;   ///< level of the parents; 0 for input
  std::size_t first = 0;   ///< index of the parent in that level
  std::size_t second = 0;  ///< index of the other parent (resultant), or the exponent (coefficient)
};

/// The projection factors of a set of polynomials, level by level, for one order of the variables.
///
/// Level k (1 <= k <= n) holds irreducible, pairwise distinct polynomials with main variable x_k, where x_1, .., x_n
/// are the variables of `ring` in order. Level 1 may hold squarefree coprime instead of irreducible polynomials.
class Projection {
 public:
  struct Factor {
    Polynomial polynomial;
    ProjectionOrigin origin;
  };
  /// Identifies a factor: (level, index).
  using Id = std::pair<std::size_t, std::size_t>;

  const PolynomialRing& ring() const noexcept { return ring_; }
  std::size_t levels() const noexcept { return factors_.size(); }
  ProjectionKind kind() const noexcept { return kind_; }
  /// Factors of a level, 1-based.
  const std::vector<Factor>& level(std::size_t k) const { return factors_.at(k - 1); }
  /// The irreducible factors of inputs and projections that were left out since they have an evident sign everywhere.
  const std::vector<Polynomial>& units() const noexcept { return units_; }

  /// Exponent of factor g in the leading coefficient of the i-th factor of level k; where level 1 was split later, perhaps
  /// that of a multiple of g.
  int leading_exponent(std::size_t k, std::size_t i, Id g) const;
  /// Exponent of factor g in the discriminant of the i-th factor of level k.
  int discriminant_exponent(std::size_t k, std::size_t i, Id g) const;
  /// Exponent of factor g in the resultant of the i-th and j-th factor of level k, i != j.
  int resultant_exponent(std::size_t k, std::size_t i, std::size_t j, Id g) const;

  /// Whether a factor of level <= k comes from the inputs or from levels above k: regions of level k are the components
  /// of the set where none of these vanishes (docs/engine.md, section "Regions").
  bool bounds_regions(std::size_t k, Id factor) const {
    const ProjectionOrigin& origin = level(factor.first).at(factor.second).origin;
    return origin.level == 0 || origin.level > k;
  }
  /// Levels 1 .. k alone, over the first k variables.
  Projection up_to(std::size_t k) const;

  /// log of the product over levels of (1 + sum of main degrees): a bound on the number of open cells.
  double log_cell_bound() const;
  /// "r_3,2 = disc(r_4,1) = x^2-4*y" lines, one per factor.
  std::vector<std::string> describe() const;

  friend class Projector;

 private:
  Projection(PolynomialRing ring, ProjectionKind kind) : ring_(std::move(ring)), kind_(kind), factors_(ring_.size()) {}

  PolynomialRing ring_;
  ProjectionKind kind_;
  std::vector<std::vector<Factor>> factors_;
  std::vector<Polynomial> units_;
  std::map<std::pair<Id, Id>, int> leading_exponents_;                   ///< (f, g) -> exponent
  std::map<std::pair<Id, Id>, int> discriminant_exponents_;              ///< (f, g) -> exponent
  std::map<std::pair<std::pair<Id, Id>, Id>, int> resultant_exponents_;  ///< ((f, h), g) -> exponent, f < h
};

/// Factors of a polynomial with their exponents.
struct SplitPolynomial {
  std::vector<Factorisation::Power> powers;
  bool irreducible = true;  ///< whether the factors are known to be; else they are squarefree and coprime
};

/// Factored discriminants and resultants that projections of the same polynomials, for one or several orders, have in
/// common.
class EliminationMemo {
 public:
  struct Entry {
    Polynomial first;
    Polynomial second;  ///< equal to the first for a discriminant
    SplitPolynomial result;
  };
  using OfOrder = std::vector<Entry>;
  OfOrder& of(const PolynomialRing& ring) { return orders_[ring.names()]; }

 private:
  std::map<std::vector<std::string>, OfOrder> orders_;
};

/// When a projection is given up, and what it may use.
struct ProjectionLimits {
  std::size_t work = std::numeric_limits<std::size_t>::max();  ///< an estimate of term operations in resultants
  double log_cells = std::numeric_limits<double>::infinity();  ///< log_cell_bound() must be less
  EliminationMemo* memo = nullptr;
};

/// The projection of `inputs` (nonzero, over `ring`, whose variable order is the projection order; the last variable is
/// eliminated first).
Projection project(const PolynomialRing& ring, const std::vector<Polynomial>& inputs, ProjectionKind kind,
                   const InfinitesimalLevels& infinitesimals = {});

/// The same, or nullopt as soon as a limit is exceeded.
std::optional<Projection> project_within(const PolynomialRing& ring, const std::vector<Polynomial>& inputs,
                                         ProjectionKind kind, const ProjectionLimits& limits,
                                         const InfinitesimalLevels& infinitesimals = {});

}  // namespace isthmus
