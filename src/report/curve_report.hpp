#pragma once

#include <string>

#include "curve/figures.hpp"

namespace isthmus {

/// The answer to `curve`.
struct CurveAnswer {
  std::string curve;  ///< the curve in words
  CurveFigures figures;
};

/// The figures for a reader: exact, or between two rational numbers, with a decimal hint.
std::string curve_report(const CurveAnswer& answer);

/// The figures as one JSON object of the schema isthmus.curve/1. A number is a string, or {"between": [lower, upper]};
/// what does not exist or was not found is null. `applies` is true, false, or null with a `reason`.
std::string curve_json(const CurveAnswer& answer);

}  // namespace isthmus
