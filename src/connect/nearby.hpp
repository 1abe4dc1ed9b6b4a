#pragma once

#include "exact/algebraic_point.hpp"

namespace isthmus {

/// A point near the given one, nearer in later attempts, in a direction that changes from attempt to attempt.
inline Point beside(Point point, std::size_t attempt) {
  Rational step(1);
  for (std::size_t halvings = attempt / 8; halvings > 0; --halvings) step = step * Rational(1, 2);
  for (std::size_t i = 0; i < point.size(); ++i) {
    const long slope = static_cast<long>((attempt * (2 * i + 3) + i * i) % 17) - 8;
    point[i] += step * Rational(slope, 8);
  }
  return point;
}

}  // namespace isthmus
