#pragma once

#include <optional>
#include <string>
#include <vector>

#include "connect/components.hpp"
#include "connect/path.hpp"

namespace isthmus {

/// A polynomial without zero on the set that has different signs at two points.
struct Separator {
  Polynomial polynomial;
  int sign_from;
  int sign_to;
};

/// Whether two points of a set lie in one connected component, with the reason.
struct Connection {
  bool connected = false;
  std::vector<PathLeg> path;           ///< if connected: legs that follow each other from the first point to the second
  std::optional<Separator> separator;  ///< if not connected and one polynomial tells the two apart
  std::string reason;                  ///< in words
  std::size_t component_from = 0;      ///< numbers as in Components
  std::size_t component_to = 0;
  ReducedSetPtr reduced;     ///< how the set was reduced
  ComponentsPtr components;  ///< all of its components
};

/// Decides whether two points of a set without parameters are connected in it. Throws InvalidInput if a point is not in
/// the set, Undecided if the set is outside the method.
Connection connect_points(const SemialgebraicSet& set, const Point& from, const Point& to,
                          const CountOptions& options = {});

}  // namespace isthmus
