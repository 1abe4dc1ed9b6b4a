#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "exact/polynomial.hpp"

namespace isthmus {

/// Integer weights of the variables under which some polynomials are homogeneous, and a variable of nonzero weight that
/// may be set to 1 without loss: a monomial of given weight is known from its exponents in the other variables.
struct Grading {
  std::vector<long> weights;  ///< one per variable of the ring
  std::size_t removable;

  /// The weight that all terms of a nonzero homogeneous polynomial have.
  long degree(const Polynomial& p) const;
  /// The homogeneous polynomial of this weight that becomes `p`, a polynomial without the removable variable, when that
  /// variable is set to 1. Throws InternalError if there is none.
  Polynomial homogenised(const Polynomial& p, long degree) const;
};

/// A grading of nonzero polynomials of one ring whose removable variable is not `kept`, the one of highest degree in
/// them if there is a choice; nullopt if none exists.
std::optional<Grading> find_grading(const std::vector<Polynomial>& polynomials, std::size_t kept);

}  // namespace isthmus
