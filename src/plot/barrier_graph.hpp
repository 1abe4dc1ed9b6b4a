#pragma once

#include <string>
#include <vector>

#include "barrier/barrier.hpp"
#include "plot/picture.hpp"

namespace isthmus {

/// The graph of a function over an interval, sampled at rational places. The values are exact or enclosed to many more
/// bits than a picture shows.
struct FunctionGraph {
  std::vector<std::string> names;  ///< of the two axes
  Box box;                         ///< from 0 upwards
  std::vector<FlatPoint> points;
  std::vector<FlatPoint> marks;  ///< what is to be seen: the maximum, the end
};

/// The loss along the segment between two minima, alpha from 0 to 1, with its maximum.
FunctionGraph loss_on_segment(const Rescaling& rescaling, const Rational& squared_norm);

/// The largest loss on the segment for the scales m from 1 to `largest` (or from it to 1), with its value there. Throws
/// InvalidInput for `largest` = 1.
FunctionGraph barrier_over_scales(const Rational& degree, const Rational& largest, const Rational& squared_norm);

}  // namespace isthmus
