#pragma once

#include <string>
#include <vector>

#include "claim/semialgebraic_set.hpp"

namespace isthmus {

/// What the top-level conjuncts of a set say about single irreducible factors (primitive, canonical sign).
class FactorFacts {
 public:
  explicit FactorFacts(const Formula& formula);
  bool never_zero(const Polynomial& factor) const;
  bool always_zero(const Polynomial& factor) const;

 private:
  std::vector<Polynomial> nonzero_;
  std::vector<Polynomial> zero_;
};

/// An equivalent formula in which every atom is simplified, given the other top-level conjuncts and `assumption`:
/// equations are reduced to the product of their distinct factors that may vanish; squares, sums of even monomials and
/// polynomials of evident sign are resolved; atoms that contradict or follow from another conjunct become false or
/// true.
Formula normalise(const Formula& formula, const Formula& assumption = Formula::truth());

/// The set with every occurrence of a variable replaced by numerator / denominator, where the denominator vanishes
/// nowhere on the set: each atom is multiplied by an even power of it. The variable leaves the ring.
SemialgebraicSet substitute_quotient(const SemialgebraicSet& set, std::size_t variable, const Polynomial& numerator,
                                     const Polynomial& denominator);

/// The set with some variables fixed to rational values; they leave the ring. Indices refer to set.ring.
SemialgebraicSet specialise(const SemialgebraicSet& set, const std::vector<std::size_t>& variables,
                            const std::vector<Rational>& values);

/// The set with one more top-level condition.
SemialgebraicSet with_condition(SemialgebraicSet set, const Formula& condition);

/// A polynomial that is linear in a variable: coefficient * x + rest.
struct LinearForm {
  Polynomial coefficient;
  Polynomial rest;
};
LinearForm linear_form(const Polynomial& p, std::size_t variable);

}  // namespace isthmus
