#pragma once

#include <vector>

#include "claim/formula.hpp"

namespace isthmus {

/// Polynomials such that every atom of the formulas is a constant times a product of powers of them, of variables and
/// of polynomials of evident sign: irreducible, in order of appearance, no variables.
std::vector<Polynomial> sign_factors(const std::vector<Formula>& formulas);

}  // namespace isthmus
