#pragma once

#include <flint/nmod.h>

#include <cstddef>
#include <vector>

namespace isthmus {

/// The values of a polynomial at 0, 1, 2, .. of its leading variable, modulo p, by a table of forward differences:
/// after the first degree + 1 values, additions are enough. Its coefficients are arrays, blocks of one length.
class PointWalk {
 public:
  /// `dense` holds degree + 1 blocks, in ascending order of the exponent.
  PointWalk(const std::vector<ulong>& dense, std::size_t degree, nmod_t modulus);
  /// Stores the block of values at the next point.
  void next(std::vector<ulong>& value);

 private:
  void append_value(const std::vector<ulong>& dense, std::size_t degree, ulong point);

  std::size_t block_;
  nmod_t modulus_;
  std::vector<ulong> table_;  ///< block k is the k-th forward difference at the next point
};

/// Turns values on the grid of the points 0, 1, .., degrees[k] in each variable k, modulo a prime p < 2^63 larger than
/// all degrees, into the coefficients of the polynomial of at most these degrees. Both row-major, the first variable
/// slowest.
void interpolate_grid(const std::vector<std::size_t>& degrees, std::vector<ulong>& values, nmod_t modulus);

}  // namespace isthmus
