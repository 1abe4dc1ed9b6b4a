#pragma once

#include "exact/real_root.hpp"

namespace isthmus {

/// The t > 0 with t^degree = value, exactly. Throws InvalidInput unless value > 0 and degree >= 1.
RealRoot positive_root(const RealRoot& value, unsigned long degree);

}  // namespace isthmus
