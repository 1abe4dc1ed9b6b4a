#pragma once

#include <vector>

#include "exact/nested_terms.hpp"
#include "exact/term_evaluation.hpp"

namespace isthmus {

/// A polynomial that is restricted to many lines: its terms are read once. Does not refer to the polynomial.
class LineRestriction {
 public:
  /// Throws Undecided if a degree is too large.
  explicit LineRestriction(const Polynomial& p);

  /// A positive multiple of p(from + t * (to - from)), as Polynomial::restrict_to_line. Throws InvalidInput if a point
  /// has the wrong number of coordinates.
  UnivariatePolynomial along(const std::vector<Rational>& from, const std::vector<Rational>& to) const;

 private:
  PolynomialRing ring_;
  terms::TermTable table_;
  NestedTerms nested_;
  std::vector<slong> degrees_;
  std::vector<std::vector<ulong>> exponents_;  ///< that occur, per variable
  bool negative_ = false;
};

}  // namespace isthmus
