#pragma once

#include <string>
#include <vector>

#include "plot/box.hpp"

namespace isthmus {

/// A place on an axis that is marked.
struct Tick {
  double place;       ///< in [0, 1]
  std::string label;  ///< its value, exactly: a decimal, or a multiple of a power of ten
};

/// Multiples of 1, 2 or 5 times a power of ten in a range, about `wanted` of them.
std::vector<Tick> ticks(const Range& range, int wanted);

/// A number for reading: exact if that is short, else to some digits.
std::string short_decimal(const Rational& value);

}  // namespace isthmus
