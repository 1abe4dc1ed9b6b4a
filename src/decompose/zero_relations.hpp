#pragma once

#include <compare>
#include <cstddef>
#include <map>
#include <optional>
#include <utility>

namespace isthmus {

/// A real zero over a wall: the double one of its polynomial, or the index-th of the simple ones.
struct ZeroOverWall {
  std::size_t polynomial = 0;
  std::size_t index = 0;
  bool is_double = false;

  auto operator<=>(const ZeroOverWall&) const = default;
};

/// What is known of the real zeros over a wall, without their values: it holds over all of the wall, and over others
/// along which the same polynomials meet in the same way (docs/engine.md, section "Regions", sheets).
struct ZeroRelations {
  /// Of a polynomial that has a multiple zero, real or not.
  struct Counts {
    std::size_t simple = 0;  ///< real ones
    /// How many of these are less than the double zero; nullopt: that is not real.
    std::optional<std::size_t> below_double;
  };

  std::map<std::size_t, Counts> counts;
  /// Of zeros of different polynomials, whether the first is less.
  std::map<std::pair<ZeroOverWall, ZeroOverWall>, bool> less;
};

}  // namespace isthmus
