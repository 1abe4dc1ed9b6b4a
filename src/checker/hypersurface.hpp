#pragma once

#include "checker/session.hpp"

namespace isthmus::check {

/// hypersurface: the set is {equation = 0} in `space`, an open set whose components are convex, being bounded by
/// hyperplanes; the gradient of the equation vanishes nowhere on the set.
struct SmoothHypersurface {
  Polynomial equation;
  Set complement;  ///< the rest of the space
  Set space;
};

/// What `equation` and `smooth` of a node say of the set.
SmoothHypersurface hypersurface_of(const Set& set, const Json& node, Session& session);

/// Section 5, for a set without parameters.
Count counted_by_sides(const Set& set, const Json& node, Session& session);

}  // namespace isthmus::check
