#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "decompose/fibre_roots.hpp"

namespace isthmus {

/// An interval with rational ends.
struct RootInterval {
  Rational lower;
  Rational upper;
};

/// The real zeros of a polynomial at the coordinate of a wall.
struct ZerosOverWall {
  /// A zero of multiplicity 2, alone in its interval.
  struct Double {
    RootInterval interval;
    std::size_t simple_below;  ///< how many of the simple zeros are less
  };

  std::vector<RootInterval> simple;  ///< each with one simple zero; disjoint, ascending
  std::optional<Double> double_zero;
};

/// The `count` real zeros of f at the value of the wall coordinate that the ball t encloses, all of them simple;
/// nullopt if not exactly so many were found. Other real zeros there may be.
std::optional<ZerosOverWall> simple_zeros_over_wall(const FibrePolynomial& f, const Ball& t, std::size_t count,
                                                    long precision);

/// All real zeros of f there, of whose zeros some are multiple: nullopt if this precision does not show that these are
/// one double zero, or not real. The leading coefficient must not vanish there.
std::optional<ZerosOverWall> all_zeros_over_wall(const FibrePolynomial& f, const Ball& t, long precision);

}  // namespace isthmus
