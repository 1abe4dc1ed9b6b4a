#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "exact/polynomial.hpp"

namespace isthmus {

/// Polynomials c_i with c_1*p_1 + .. + c_m*p_m = 1, for p_i over one ring, which exist if the p_i have no common complex
/// zero (Hilbert's Nullstellensatz): found by linear algebra in the monomials of small degree, at most so many. Checked;
/// nullopt if none were found, which says nothing.
std::optional<std::vector<Polynomial>> unit_combination(const std::vector<Polynomial>& polynomials,
                                                        std::size_t most_monomials);

}  // namespace isthmus
