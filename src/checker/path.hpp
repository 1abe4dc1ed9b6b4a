#pragma once

#include <vector>

#include "checker/set.hpp"

namespace isthmus::check {

/// numerator / denominator, two polynomials in the one variable t (number 0 of a ring of one variable).
struct CurveCoordinate {
  Polynomial numerator;
  Polynomial denominator;
};

/// Whether the curve with one quotient per coordinate of the set lies in the set for all t in [0, 1] (sections 6 and 10
/// of proofs/FORMAT.md). The set has no parameters; no denominator may vanish on [0, 1] (std::logic_error).
bool contains_path(const Set& set, const std::vector<CurveCoordinate>& curve);

/// The same for the straight segment between two points.
bool contains_segment(const Set& set, const std::vector<Rational>& from, const std::vector<Rational>& to);

}  // namespace isthmus::check
