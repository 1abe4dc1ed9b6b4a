#pragma once

#include <vector>

#include "claim/semialgebraic_set.hpp"

namespace isthmus {

/// The polynomials of the top-level conditions p = 0.
std::vector<Polynomial> equations(const SemialgebraicSet& set);

/// The set with another condition in the place of the top-level condition `equation` = 0.
SemialgebraicSet with_equation_replaced(SemialgebraicSet set, const Polynomial& equation, const Formula& condition);

Formula all_zero(const std::vector<Polynomial>& polynomials);
Formula none_zero(const std::vector<Polynomial>& polynomials);

}  // namespace isthmus
