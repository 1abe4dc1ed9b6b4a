#pragma once

#include "exact/real_root.hpp"

namespace isthmus {

/// The real number of this sign whose k-th power is `power` (which has the sign of sign^k), k > 0. Exact.
RealRoot root_of_power(const RealRoot& power, unsigned k, int sign);

}  // namespace isthmus
