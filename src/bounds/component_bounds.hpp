#pragma once

#include "bounds/mixed_volume.hpp"
#include "exact/polynomial.hpp"

namespace isthmus {

/// The supports, with the origin added, of the system f = 0, x_i - a_i = lambda df/dx_i in x_1, .., x_n, lambda: the
/// critical points of the squared distance to a on f = 0. On a smooth hypersurface every component has one, and for a
/// general a all real ones are simple.
std::vector<Support> critical_system(const Polynomial& f);

/// The product of the degrees of that system. Bezout: it has at most so many isolated complex zeros.
Integer bezout_bound(const Polynomial& f);

/// d (2d - 1)^(n - 1) for one equation of degree d in n variables: Milnor 1964, Thom 1965.
Integer milnor_thom_bound(const Polynomial& f);

}  // namespace isthmus
