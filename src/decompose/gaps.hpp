#pragma once

#include <vector>

#include "exact/real_root.hpp"

namespace isthmus {

/// One rational in each of the roots.size() + 1 open intervals between neighbouring `roots` (strictly ascending), each
/// the simplest one of its interval.
std::vector<Rational> gap_samples(const std::vector<RealRoot>& roots);

/// The simplest rational strictly between two real algebraic numbers a < b. Throws InvalidInput otherwise.
Rational simplest_between(const RealRoot& a, const RealRoot& b);

}  // namespace isthmus
