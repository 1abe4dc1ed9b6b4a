#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "connect/algebraic_point.hpp"
#include "connect/open_components.hpp"
#include "connect/path.hpp"
#include "reduce/reduced_set.hpp"

namespace isthmus {

class Components;
using ComponentsPtr = std::shared_ptr<const Components>;

/// The connected components of a set without parameters, counted exactly along its reduction. Immutable.
///
/// Points have one value per variable of the set's ring.
class Components {
 public:
  virtual ~Components() = default;
  virtual std::size_t count() const = 0;
  /// A point of component i < count().
  virtual AlgebraicPoint sample(std::size_t i) const = 0;
  /// The component of a point that is known to lie in the set. Undecided only for points with irrational coordinates.
  virtual std::size_t component_at(const AlgebraicPoint& point) const = 0;
  /// The component of a point of the set, by root counts alone: nullopt for a point on a root of a decomposition, which
  /// component_at finds from a point beside it.
  virtual std::optional<std::size_t> located(const AlgebraicPoint& point) const = 0;
  /// Some point of component i, for attempt = 1, 2, .. another one where that is easy; sample(i) for attempt 0.
  virtual AlgebraicPoint another_sample(std::size_t i, std::size_t attempt) const = 0;
  /// The components of the sets that the reduction step leads to: base, core, factors, pieces, or charts and then
  /// overlaps. None for a leaf.
  virtual std::vector<ComponentsPtr> parts() const { return {}; }
  /// A path inside the set between two of its points in one component. Undecided if no path of simple shape was found.
  virtual std::vector<PathLeg> path(const AlgebraicPoint& from, const AlgebraicPoint& to) const = 0;
  /// Polynomials over the set's ring that vanish nowhere on the set; their signs are constant on each component.
  virtual std::vector<Polynomial> separators() const = 0;
  /// The one open set that this leads to through graph steps only, or nullptr.
  virtual const OpenComponents* open_core() const { return nullptr; }
  /// Appends the log of how this number was found, as indented lines.
  virtual void describe(std::vector<std::string>& lines, std::size_t indent) const = 0;
};

struct CountOptions {
  std::vector<std::string> order;  ///< projection order for open sets in exactly these variables; empty: automatic
  Progress progress;
};

/// Counts the components of a reduced set without parameters. Throws Undecided with the reason of the first part that
/// is outside the method.
ComponentsPtr count_components(const ReducedSetPtr& reduced, const CountOptions& options = {});

/// The same as components.open_core().
const OpenComponents* open_core(const Components& components);

/// Whether a point satisfies the formula of a set (one value per variable of its ring). Exact.
bool contains(const SemialgebraicSet& set, const AlgebraicPoint& point);

}  // namespace isthmus
