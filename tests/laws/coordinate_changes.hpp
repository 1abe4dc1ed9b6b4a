#pragma once

#include <vector>

#include "laws/random_source.hpp"

namespace isthmus {

/// The preimage of a set under a polynomial map of its space to itself.
inline SemialgebraicSet composed(const SemialgebraicSet& set, const std::vector<Polynomial>& images) {
  return plain_set(set.ring, set.formula.map_atoms([&](const Atom& atom) {
    return Formula::atom(atom.polynomial.compose(images, set.ring), atom.relation);
  }));
}

}  // namespace isthmus
