#pragma once

#include <vector>

#include "connect/family_evidence.hpp"

namespace isthmus {

/// The assumption of a family alone, as a set in the space of the parameters.
SemialgebraicSet parameter_space(const SemialgebraicSet& family);

/// The family with one more condition on the parameters.
SemialgebraicSet assuming(SemialgebraicSet family, const Formula& condition);

/// The family with a parameter replaced by numerator / denominator, in its assumption too; that the denominator, unless
/// constant, does not vanish becomes part of the assumption.
SemialgebraicSet replace_parameter(const SemialgebraicSet& family, std::size_t parameter, const Polynomial& numerator,
                                   const Polynomial& denominator);

/// The leaves of a reduction with parameters, projected for walls with the parameters first.
std::vector<Delineation> delineate_leaves(const ReducedSet& reduced);

/// Polynomials in the parameters alone, over the ring of parameter_space(family), in canonical order: the factors of
/// the assumption, and what the projections and the leaves without coordinates leave behind.
std::vector<Polynomial> parameter_polynomials(const SemialgebraicSet& family, const ReducedSet& reduced,
                                              const std::vector<Delineation>& delineations);

}  // namespace isthmus
