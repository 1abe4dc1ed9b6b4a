#pragma once

#include <optional>

#include "decompose/fibre_roots.hpp"

namespace isthmus {

/// The sign of the first subdiscriminant of f at t = alpha: of the sum, over all ways to leave out one of its d complex
/// zeros, of the product of the squared differences of the others (Basu, Pollack, Roy 2006, section 4.2). nullopt
/// if it was not shown to be nonzero. Where the discriminant is 0, a nonzero one says that f has one double zero, no
/// other multiple one, and its sign is (-1)^p, 2*p being the number of zeros that are not real.
/// The leading coefficient must not vanish at alpha.
std::optional<int> first_subdiscriminant_sign(const FibrePolynomial& f, const RealRoot& alpha);

/// Whether the first subresultant of f and g at t = alpha was shown to be nonzero: they have at most one common complex
/// zero, and that only simply (loc. cit.). The leading coefficients must not vanish at alpha.
bool share_at_most_one_zero(const FibrePolynomial& f, const FibrePolynomial& g, const RealRoot& alpha);

}  // namespace isthmus
