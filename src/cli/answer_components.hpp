#pragma once

#include <string>

#include "connect/family.hpp"
#include "report/answers.hpp"

namespace isthmus {

/// The answer that a count gives: samples with each irrational coordinate named by its minimal polynomial.
ComponentsAnswer components_answer(const SemialgebraicSet& set, const FamilyCount& count);

/// The same point with every irrational coordinate named by its minimal polynomial, rational ones as they are.
AlgebraicPoint simplest_names(const AlgebraicPoint& point);

}  // namespace isthmus
