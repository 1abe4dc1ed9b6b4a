#pragma once

#include <cstddef>
#include <vector>

#include <flint/nmod.h>

namespace isthmus {

/// Turns values on the grid of the points 0, 1, .., degrees[k] in each variable k, modulo a prime p < 2^63 larger than
/// all degrees, into the coefficients of the polynomial of at most these degrees. Both row-major, the first variable
/// slowest.
void interpolate_grid(const std::vector<std::size_t>& degrees, std::vector<ulong>& values, nmod_t modulus);

}  // namespace isthmus
