#pragma once

#include <optional>
#include <vector>

#include "exact/real_root.hpp"

namespace isthmus {

/// The coordinate alpha of a wall, and the interval [left, right] around it that was shrunk until nothing above the
/// wall vanishes between.
struct WallInterval {
  std::optional<RealRoot> alpha;  ///< nullopt until it is needed
  Rational left;
  Rational right;
};

/// Moves [left, right] towards alpha, which is known, with simple end points where there is a choice.
void shrink(WallInterval& around);

/// Shrinks until none of some polynomials in t, nonzero at alpha, vanishes between. Throws InternalError if one of them
/// vanishes at alpha.
void shrink_from_roots(WallInterval& around, const std::vector<UnivariatePolynomial>& along);

}  // namespace isthmus
