#pragma once

#include "checker/polynomial.hpp"

namespace isthmus::check {

/// A quotient of polynomials in the scalar symbols; the denominator was divided by in the expression it stands for, so
/// it is not 0 where that is defined.
struct Coefficient {
  Polynomial numerator;
  Polynomial denominator;
};

Coefficient operator*(const Coefficient& a, const Coefficient& b);
Coefficient operator+(const Coefficient& a, const Coefficient& b);
Coefficient operator-(const Coefficient& a);
/// Throws Declined for 0.
Coefficient reciprocal(const Coefficient& a);
/// Whether the quotient is 1 in the form that the operations above leave.
inline bool is_one(const Coefficient& a) { return a.numerator == a.denominator; }

}  // namespace isthmus::check
