#pragma once

#include <optional>
#include <string>

#include "barrier/barrier.hpp"

namespace isthmus {

/// The answer to `barrier`.
struct BarrierAnswer {
  Rescaling rescaling;
  Rational squared_norm;
  std::optional<Rational> exceeds;  ///< the bound that the scale was computed to exceed, if one was asked for
  Rational alpha;
  RealValue value;
  BarrierMaximum maximum;
};

/// The barrier for a reader: the loss at alpha, the largest one, and where it is taken.
std::string barrier_report(const BarrierAnswer& answer);

/// The barrier as one JSON object of the schema isthmus.barrier/1. A number is a string, or {"between": [lower, upper]}
/// where it is enclosed. `status` is "exact" if all are exact, else "enclosed".
std::string barrier_json(const BarrierAnswer& answer);

/// Throws Undecided if a number of the answer has too many digits to be printed.
void check_printable(const BarrierAnswer& answer);

}  // namespace isthmus
