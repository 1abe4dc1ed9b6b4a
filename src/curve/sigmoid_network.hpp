#pragma once

#include <cstdint>
#include <vector>

#include "exact/ball.hpp"

namespace isthmus {

/// The sizes and norms of one network U sigma(VX), and of U' sigma(gVX) with U' = U sigma(VX) sigma(gVX)^+.
struct SigmoidNetwork {
  std::size_t outputs;  ///< m
  std::size_t hidden;   ///< h
  std::size_t inputs;   ///< n
  std::size_t samples;  ///< k
  Ball squared_norm;    ///< |F|^2, F = U sigma(VX)
  Ball squared_change;  ///< |F - F'|^2, F' = F sigma(gVX)^+ sigma(gVX); contains 0 where F' = F was shown exactly
};

/// Pseudo-random networks: sizes smallest..largest, entries of U, V, X and g multiples of 1/64 in (-4, 4), as sums of
/// four uniform numbers (nearly normal), from std::mt19937_64 with this seed. |F - F'|^2 is enclosed by balls, after
/// sigma(gVX) was shown to have full rank. Throws Undecided where no precision up to the bound shows it.
std::vector<SigmoidNetwork> sigmoid_networks(std::size_t count, std::size_t smallest, std::size_t largest,
                                             std::uint64_t seed);

}  // namespace isthmus
