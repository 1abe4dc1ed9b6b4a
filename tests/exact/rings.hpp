#pragma once

#include "exact/polynomial.hpp"

namespace isthmus {

inline const PolynomialRing kXy({"x", "y"});
inline const PolynomialRing kXyz({"x", "y", "z"});

}  // namespace isthmus
