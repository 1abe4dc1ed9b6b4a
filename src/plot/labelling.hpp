#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "plot/picture.hpp"

namespace isthmus {

/// Points of a set, near ones linked: which component does each lie on?
struct LinkedPoints {
  std::vector<bool> members;                    ///< whether a point is one of the set; the others are passed over
  std::vector<std::vector<std::size_t>> links;  ///< of each point, symmetric
  /// The component of a point, exactly; nullopt if the point could not be located.
  std::function<Owner(std::size_t point)> locate;
};

/// Labels for all points. Some points of every piece (the points that links connect) are located, the others take the
/// label of the nearest of these along the links; where two labels meet, the points on both sides are located too,
/// until only located points of different components are linked, or `most` were located. Points of a piece without
/// located point have no label.
struct Labels {
  std::vector<Owner> owners;
  std::size_t located = 0;
  bool complete = true;  ///< `most` was not reached
};
Labels label(const LinkedPoints& points, std::size_t most);

}  // namespace isthmus
