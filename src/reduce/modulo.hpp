#pragma once

#include <vector>

#include "claim/semialgebraic_set.hpp"

namespace isthmus {

/// polynomial = remainder + quotient * equation, where `equation` = 0 is a top-level condition of a set: on the set an
/// atom on the polynomial says the same of the remainder.
struct Replacement {
  Polynomial polynomial;
  Polynomial remainder;
  Polynomial quotient;
  Polynomial equation;
};

/// Replacements that make atoms simpler (fewer variables, lower total degree, fewer terms): remainders of division by
/// equations with a constant leading coefficient in some coordinate. At most one for each polynomial; if an equation
/// can be made simpler by another one, that alone, else no equation is replaced. A top-level m_1 != 0 or m_2 != 0 or ..
/// for monomials counts as the atom m_1^2 + m_2^2 + .. != 0.
std::vector<Replacement> simpler_modulo_equations(const SemialgebraicSet& set);

/// The set with every atom on a listed polynomial rewritten.
SemialgebraicSet with_replacements(const SemialgebraicSet& set, const std::vector<Replacement>& replacements);

}  // namespace isthmus
