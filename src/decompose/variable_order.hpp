#pragma once

#include <string>
#include <vector>

#include "decompose/open_condition.hpp"
#include "decompose/projection.hpp"

namespace isthmus {

/// A ring with the variables of `ring` in a good projection order (the last one is eliminated first); the first
/// `parameter_count` variables stay first, in some order among themselves. Candidates: Brown's rule (Brown 2004: eliminate
/// first what has low degree, low total degree, few terms), the given order and, while projections are small, their
/// permutations; the smallest bound on the number of open cells wins. Depends on the polynomials only.
PolynomialRing choose_order(const PolynomialRing& ring, std::size_t parameter_count,
                            const std::vector<Polynomial>& polynomials);

}  // namespace isthmus
