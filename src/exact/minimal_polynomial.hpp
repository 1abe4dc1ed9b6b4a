#pragma once

#include "exact/real_root.hpp"

namespace isthmus {

/// The same number, named by its minimal polynomial over Q; a point if it is rational.
RealRoot with_minimal_polynomial(const RealRoot& root);

}  // namespace isthmus
